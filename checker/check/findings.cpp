// What someone should act on: gaps and contradictions, promises that cannot be followed up, and forms that lack a part.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "check/parts.hpp"

namespace boardcheck::check {

using catalogue::Requirement;
using catalogue::Severity;
using catalogue::Standing;

namespace {

using Values = std::map<std::string, std::string, std::less<>>;

Finding by_message(const Case& paper, std::string family, const std::string& id, Severity severity,
                   std::optional<extract::Evidence> evidence, const Values& values) {
    return {std::move(family),
            id,
            severity,
            paper.catalogue.message(id, values),
            paper.catalogue.message(id + ".mend", values),
            evidence};
}

std::optional<Finding> of_requirement(const Case& paper, const RequirementResult& result) {
    const Requirement& requirement = paper.catalogue.requirements[result.requirement];
    const Severity severity = severity_of(paper.profile, requirement, result.standing);
    if (severity == Severity::none) return {};
    const std::string standing(catalogue::to_string(result.standing));
    const Values values{{"id", requirement.id},
                        {"title", requirement.title},
                        {"statement", requirement.statement},
                        {"why", result.why},
                        {"missing", fmt::format("{}", fmt::join(result.missing, "; "))}};
    Finding finding = by_message(paper, "requirement", "requirement." + standing, severity, {}, values);
    finding.rule = requirement.id;
    if (!requirement.mend.empty()) finding.mend = requirement.mend;
    if (!result.evidence.empty()) finding.evidence = result.evidence.front();
    return finding;
}

void add_commitments(const Case& paper, std::vector<Finding>& findings) {
    for (const extract::Commitment& commitment : paper.declarations.commitments) {
        const Values values{{"action", commitment.action}, {"owner", commitment.owner}, {"by", commitment.by}};
        const auto add = [&](const std::string& id) {
            findings.push_back(by_message(paper, "commitment", id, Severity::note, commitment.evidence, values));
        };
        if (commitment.owner.empty()) add("commitment.no-owner");
        if (commitment.by.empty()) add("commitment.no-date");
        const bool season = commitment.by.size() > 5 && commitment.by.find_first_of("aeiou") != std::string::npos;
        if (season) add("commitment.vague-date");
    }
}

void add_form(const Case& paper, std::vector<Finding>& findings) {
    const extract::Meta& meta = paper.declarations.meta;
    const auto add = [&](const std::string& id, Severity severity) {
        findings.push_back(by_message(paper, "form", id, severity, {}, {}));
    };
    if (!meta.date) add("form.no-date", Severity::warning);
    if (meta.authors.empty()) add("form.no-author", Severity::note);
    if (meta.purpose.empty()) add("form.no-purpose", Severity::note);
    if (paper.declarations.recommendations.empty()) add("form.no-recommendation", Severity::note);
}

}  // namespace

Severity severity_of(const catalogue::Profile& profile, const Requirement& requirement, Standing standing) {
    Severity severity = Severity::none;
    for (const catalogue::SeverityRule& rule : profile.severities) {
        const bool fits =
            rule.standing == standing && (!rule.strength || *rule.strength == requirement.strength) &&
            (!rule.requirement || *rule.requirement == requirement.id || *rule.requirement == requirement.theme);
        if (fits) severity = rule.severity;
    }
    return severity;
}

std::vector<Finding> find(const Case& paper, const std::vector<RequirementResult>& results) {
    std::vector<Finding> findings;
    for (const RequirementResult& result : results) {
        if (auto finding = of_requirement(paper, result)) findings.push_back(std::move(*finding));
    }
    add_commitments(paper, findings);
    add_form(paper, findings);
    add_names(paper, findings);
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        if (a.severity != b.severity) return a.severity > b.severity;
        return a.evidence < b.evidence;
    });
    return findings;
}

}  // namespace boardcheck::check
