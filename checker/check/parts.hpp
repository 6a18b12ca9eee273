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
    const ingest::Document& document;
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

/// A finding by its rule, whose words are filled in with `values`; nothing, where the profile does not want to hear of
/// it or the paper's day is none of the rule's.
std::optional<Finding> finding_of(const catalogue::Catalogue& catalogue, const catalogue::Profile& profile,
                                  const std::optional<Date>& as_at, std::string_view rule,
                                  std::optional<extract::Evidence> evidence, const Values& values);
/// Adds a finding by its rule, whose words are filled in with `values`. Nothing, where the profile does not want to
/// hear of it or the paper's day is none of the rule's. The pointer holds until the next one is added.
Finding* add(const Case& paper, std::vector<Finding>& findings, std::string_view rule,
             std::optional<extract::Evidence> evidence, const Values& values);

struct Readings;  // what several checks read: readings.hpp

/// Each adds the findings of one kind.
void add_requirements(const Case& paper, const std::vector<RequirementResult>& results, std::vector<Finding>& findings);
void add_patterns(const Case& paper, std::vector<Finding>& findings);     // rules that are found by their own patterns
void add_names(const Case& paper, std::vector<Finding>& findings);        // out of their time, or colliding
void add_citations(const Case& paper, std::vector<Finding>& findings);    // against the reference facts
void add_acts(const Case& paper, std::vector<Finding>& findings);         // cited so that no one can find them
void add_times(const Case& paper, std::vector<Finding>& findings);        // documents of another day
void add_commitments(const Case& paper, std::vector<Finding>& findings);  // that nobody can follow up
void add_form(const Case& paper, std::vector<Finding>& findings);         // parts that a paper lacks
void add_dates(const Case& paper, const Readings& read, std::vector<Finding>& findings);  // that cannot be
void add_counts(const Case& paper, const Readings& read,
                std::vector<Finding>& findings);  // that their lists do not bear out
void add_figures(const Case& paper, const Readings& read, std::vector<Finding>& findings);  // two for one thing
void add_events(const Case& paper, const Readings& read,
                std::vector<Finding>& findings);  // days that do not fit the others
void add_body_names(const Case& paper, const Readings& read,
                    std::vector<Finding>& findings);  // garbled, or not the usual ones
void add_people(const Case& paper, const Readings& read, std::vector<Finding>& findings);  // two spellings, two posts
void add_ratios(const Case& paper, const Readings& read, std::vector<Finding>& findings);  // arithmetic in prose
void add_sums(const Case& paper, const Readings& read, std::vector<Finding>& findings);    // tables that do not add up

void add_acronyms(const Case& paper, std::vector<Finding>& findings);  // never, twice or late explained
void add_appendices(const Case& paper, const Readings& read,
                    std::vector<Finding>& findings);  // listed against attached
void add_contents_list(const Case& paper, const Readings& read,
                       std::vector<Finding>& findings);  // against the headings
void add_cross_references(const Case& paper, const Readings& read,
                          std::vector<Finding>& findings);  // to parts that are not there
void add_numbering(const Case& paper, const Readings& read, std::vector<Finding>& findings);  // gaps and doubles
void add_recommendations(const Case& paper, std::vector<Finding>& findings);  // at the front against the end
void add_references_astray(const Case& paper, const Readings& read,
                           std::vector<Finding>& findings);  // to what is about something else

std::vector<RequirementResult> assess_requirements(const Case& paper);
std::vector<Figure> figures_of(const Readings& read);  // in reading order
std::vector<Finding> find(const Case& paper, const Readings& read, const std::vector<RequirementResult>& results);

}  // namespace boardcheck::check
