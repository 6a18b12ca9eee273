#include "report/digest.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace boardcheck::report {

using catalogue::Standing;

namespace {

constexpr std::string_view requirement_family = "requirement";
constexpr std::string_view commitment_family = "commitment";

/// The gravest finding about each requirement; findings come in order of severity.
std::map<std::string_view, const check::Finding*> findings_by_requirement(const check::Assessment& assessment) {
    std::map<std::string_view, const check::Finding*> found;
    for (const check::Finding& finding : assessment.findings) {
        if (finding.family == requirement_family) found.emplace(finding.rule, &finding);
    }
    return found;
}

/// The list that a requirement belongs to, or none.
std::vector<Point>* list_for(Digest& digest, const Point& point) {
    const Standing standing = point.result->standing;
    if (standing == Standing::contradicted) return &digest.contradictions;
    const bool must = point.requirement->strength == catalogue::Strength::must;
    if (standing == Standing::restated && (must || point.finding != nullptr)) return &digest.quoted;
    return point.finding == nullptr ? nullptr : &digest.gaps;
}

void sort(std::vector<Point>& points) {
    std::stable_sort(points.begin(), points.end(),
                     [](const Point& a, const Point& b) { return a.severity > b.severity; });
}

}  // namespace

Digest digest_of(const Paper& paper, const catalogue::Catalogue& catalogue) {
    Digest digest;
    const auto by_requirement = findings_by_requirement(paper.assessment);
    std::set<const check::Finding*> shown;
    for (const check::RequirementResult& result : paper.assessment.requirements) {
        Point point{.requirement = &catalogue.requirements[result.requirement], .result = &result};
        const auto found = by_requirement.find(point.requirement->id);
        if (found != by_requirement.end()) {
            point.finding = found->second;
            point.severity = found->second->severity;
            shown.insert(found->second);
        }
        if (auto* list = list_for(digest, point)) list->push_back(point);
    }
    for (const check::Finding& finding : paper.assessment.findings) {
        if (shown.contains(&finding)) continue;
        auto& list = finding.family == commitment_family ? digest.promises : digest.others;
        list.push_back({.severity = finding.severity, .finding = &finding});
    }
    for (auto* list : {&digest.contradictions, &digest.gaps, &digest.quoted, &digest.promises, &digest.others})
        sort(*list);
    return digest;
}

Standings standings_of(const Paper& paper) {
    Standings standings{};
    for (const check::RequirementResult& result : paper.assessment.requirements) {
        ++standings[static_cast<std::size_t>(result.standing)];
    }
    return standings;
}

}  // namespace boardcheck::report
