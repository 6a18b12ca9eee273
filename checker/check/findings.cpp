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
    return as_at && (!rule.from || !(last_day_of(*as_at) < *rule.from)) &&
           (!rule.until || !(last_day_of(*rule.until) < *as_at));
}

}  // namespace

std::optional<Finding> finding_of(const catalogue::Catalogue& catalogue, const catalogue::Profile& profile,
                                  const std::optional<Date>& as_at, std::string_view rule,
                                  std::optional<extract::Evidence> evidence, const Values& values) {
    const catalogue::FindingRule* known = catalogue.finding(rule);
    if (known == nullptr || !is_of_its_days(*known, as_at)) return {};
    const Severity severity = severity_of(profile, *known);
    if (severity == Severity::none) return {};
    Finding finding;
    finding.family = known->family;
    finding.rule = known->id;
    finding.severity = severity;
    finding.confidence = known->confidence;
    finding.message = catalogue.message(known->id, values);
    const std::string mend = known->id + ".mend";
    if (catalogue.messages.contains(mend)) finding.mend = catalogue.message(mend, values);
    finding.evidence = evidence;
    return finding;
}

Finding* add(const Case& paper, std::vector<Finding>& findings, std::string_view rule,
             std::optional<extract::Evidence> evidence, const Values& values) {
    auto finding = finding_of(paper.catalogue, paper.profile, paper.as_at, rule, evidence, values);
    if (!finding) return nullptr;
    findings.push_back(std::move(*finding));
    return &findings.back();
}

std::vector<Finding> find(const Case& paper, const Readings& read, const std::vector<RequirementResult>& results) {
    std::vector<Finding> findings;
    add_requirements(paper, results, findings);
    add_patterns(paper, findings);
    add_names(paper, findings);
    add_citations(paper, findings);
    add_acts(paper, findings);
    add_times(paper, findings);
    add_commitments(paper, findings);
    add_form(paper, findings);
    add_dates(paper, read, findings);
    add_counts(paper, read, findings);
    add_figures(paper, read, findings);
    add_events(paper, read, findings);
    add_people(paper, read, findings);
    add_body_names(paper, read, findings);
    add_ratios(paper, read, findings);
    add_sums(paper, read, findings);
    add_acronyms(paper, findings);
    add_appendices(paper, read, findings);
    add_cross_references(paper, read, findings);
    add_references_astray(paper, read, findings);
    add_contents_list(paper, read, findings);
    add_numbering(paper, read, findings);
    add_recommendations(paper, findings);
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        if (a.severity != b.severity) return a.severity > b.severity;
        return a.evidence < b.evidence;
    });
    return findings;
}

}  // namespace boardcheck::check
