// The two halves of the check: standings first, then what someone should act on.
#pragma once

#include <optional>
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

std::vector<RequirementResult> assess_requirements(const Case& paper);
std::vector<Finding> find(const Case& paper, const std::vector<RequirementResult>& results);

}  // namespace boardcheck::check
