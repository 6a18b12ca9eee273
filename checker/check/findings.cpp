// What someone should act on, in order: of promises that cannot be followed up, and forms that lack a part, here.
#include <algorithm>

#include "check/parts.hpp"

namespace boardcheck::check {

using catalogue::Severity;

namespace {

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

Finding by_message(const Case& paper, std::string family, const std::string& id, Severity severity,
                   std::optional<extract::Evidence> evidence, const Values& values) {
    return {std::move(family),
            id,
            severity,
            paper.catalogue.message(id, values),
            paper.catalogue.message(id + ".mend", values),
            evidence,
            {}};
}

std::vector<Finding> find(const Case& paper, const std::vector<RequirementResult>& results) {
    std::vector<Finding> findings;
    add_requirements(paper, results, findings);
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
