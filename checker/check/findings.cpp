// What someone should act on, in order of weight.
#include <algorithm>

#include "check/parts.hpp"

namespace boardcheck::check {

using catalogue::Severity;

namespace {

Severity severity_of(const catalogue::Profile& profile, const catalogue::FindingRule& rule) {
    Severity severity = rule.severity;
    for (const catalogue::FindingSeverity& wish : profile.finding_severities) {
        if (wish.finding == rule.id || wish.finding == rule.family) severity = wish.severity;
    }
    return severity;
}

bool is_of_its_days(const catalogue::FindingRule& rule, const std::optional<Date>& as_at) {
    if (!rule.from && !rule.until) return true;
    return as_at && (!rule.from || !(*as_at < *rule.from)) && (!rule.until || !(last_day_of(*rule.until) < *as_at));
}

}  // namespace

Finding* add(const Case& paper, std::vector<Finding>& findings, std::string_view rule,
             std::optional<extract::Evidence> evidence, const Values& values) {
    const catalogue::FindingRule* known = paper.catalogue.finding(rule);
    if (known == nullptr || !is_of_its_days(*known, paper.as_at)) return nullptr;
    const Severity severity = severity_of(paper.profile, *known);
    if (severity == Severity::none) return nullptr;
    const std::string mend = known->id + ".mend";
    findings.push_back({.family = known->family,
                        .rule = known->id,
                        .severity = severity,
                        .confidence = known->confidence,
                        .message = paper.catalogue.message(known->id, values),
                        .mend = paper.catalogue.messages.contains(mend) ? paper.catalogue.message(mend, values) : "",
                        .evidence = evidence,
                        .others = {},
                        .source = "",
                        .twins = {}});
    return &findings.back();
}

std::vector<Finding> find(const Case& paper, const std::vector<RequirementResult>& results) {
    std::vector<Finding> findings;
    add_requirements(paper, results, findings);
    add_patterns(paper, findings);
    add_names(paper, findings);
    add_commitments(paper, findings);
    add_form(paper, findings);
    add_acronyms(paper, findings);
    add_appendices(paper, findings);
    add_cross_references(paper, findings);
    add_references_astray(paper, findings);
    add_contents_list(paper, findings);
    add_numbering(paper, findings);
    add_recommendations(paper, findings);
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        if (a.severity != b.severity) return a.severity > b.severity;
        return a.evidence < b.evidence;
    });
    return findings;
}

}  // namespace boardcheck::check
