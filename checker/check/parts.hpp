// The two halves of the check: standings first, then what someone should act on.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "check/check.hpp"

namespace boardcheck::check {

/// All a check looks at; `as_at` is the day from which rules are judged, if one is known.
struct Case {
    const text::Text& text;
    const match::Matches& matches;
    const extract::Declarations& declarations;
    const catalogue::Catalogue& catalogue;
    const catalogue::Profile& profile;
    std::optional<Date> as_at;
};

/// Signs that weigh less together do not make a profile.
constexpr int least_weight = 3;

struct ChosenProfile {
    const catalogue::Profile* profile = nullptr;
    std::string why;
};
ChosenProfile choose_profile(const text::Text& text, const match::Matches& matches, const extract::Meta& meta,
                             const catalogue::Catalogue& catalogue);

/// A date that is a month or a year, as its last day.
Date last_day_of(Date date);

using Values = std::map<std::string, std::string, std::less<>>;

/// A finding with the words of a message and of its ".mend".
Finding by_message(const Case& paper, std::string family, const std::string& id, catalogue::Severity severity,
                   std::optional<extract::Evidence> evidence, const Values& values);

/// Gaps and contradictions.
void add_requirements(const Case& paper, const std::vector<RequirementResult>& results, std::vector<Finding>& findings);

/// Names used out of their time, and local names that collide with others.
void add_names(const Case& paper, std::vector<Finding>& findings);

std::vector<RequirementResult> assess_requirements(const Case& paper);
std::vector<Finding> find(const Case& paper, const std::vector<RequirementResult>& results);

}  // namespace boardcheck::check
