// Which standings of requirements someone should act on.
#include <algorithm>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "check/parts.hpp"

namespace boardcheck::check {

namespace {

using catalogue::Requirement;
using catalogue::Severity;
using catalogue::Standing;
using Themes = std::set<std::string_view>;

/// A paper takes a theme up that says something on one in so many of its requirements.
constexpr std::size_t one_in = 4;

/// The themes that the paper takes up: of the others it cannot be expected to say all.
Themes taken_up(const Case& paper, const std::vector<RequirementResult>& results) {
    struct Count {
        std::size_t said = 0, all = 0;
    };
    std::unordered_map<std::string_view, Count> counts;
    for (const RequirementResult& result : results) {
        if (result.standing == Standing::not_applicable) continue;
        Count& count = counts[paper.catalogue.requirements[result.requirement].theme];
        ++count.all;
        if (result.standing != Standing::silent) ++count.said;
    }
    Themes themes;
    for (const auto& [theme, count] : counts) {
        if (count.said * one_in >= count.all) themes.insert(theme);
    }
    return themes;
}

Finding finding_of(const Case& paper, const RequirementResult& result, Severity severity) {
    const Requirement& requirement = paper.catalogue.requirements[result.requirement];
    const std::string standing(catalogue::to_string(result.standing));
    const Values values{{"id", requirement.id},
                        {"title", requirement.title},
                        {"statement", requirement.statement},
                        {"why", result.why},
                        {"missing", fmt::format("{}", fmt::join(result.missing, "; "))}};
    const std::string message = "requirement." + standing;
    Finding finding;
    finding.family = "requirement";
    finding.rule = requirement.id;
    finding.severity = severity;
    finding.confidence = requirement.confidence;
    finding.message = paper.catalogue.message(message, values);
    finding.mend = requirement.mend.empty() ? paper.catalogue.message(message + ".mend", values) : requirement.mend;
    if (!requirement.sources.empty()) finding.source = paper.catalogue.sources[requirement.sources.front().source].id;
    if (!result.evidence.empty()) finding.evidence = result.evidence.front();
    return finding;
}

bool are_twins(const Requirement& one, const Requirement& other) {
    const auto names = [](const Requirement& a, const Requirement& b) {
        return std::find(a.overlaps.begin(), a.overlaps.end(), b.id) != a.overlaps.end();
    };
    return names(one, other) || names(other, one);
}

/// A finding with the result that it is about.
struct Told {
    const RequirementResult* result = nullptr;
    Finding finding;
};

/// The finding of a near-twin that stands alike, or none. What contradicts is told for each.
Told* twin_of(const Case& paper, const RequirementResult& result, std::vector<Told>& told) {
    if (result.standing == Standing::contradicted) return nullptr;
    const auto& requirements = paper.catalogue.requirements;
    const auto found = std::find_if(told.begin(), told.end(), [&](const Told& other) {
        return other.result->standing == result.standing &&
               are_twins(requirements[other.result->requirement], requirements[result.requirement]);
    });
    return found == told.end() ? nullptr : &*found;
}

}  // namespace

Severity severity_of(const catalogue::Profile& profile, const Requirement& requirement, Standing standing,
                     bool taken_up) {
    Severity severity = Severity::none;
    for (const catalogue::SeverityRule& rule : profile.severities) {
        const bool fits =
            rule.standing == standing && (!rule.strength || *rule.strength == requirement.strength) &&
            (!rule.requirement || *rule.requirement == requirement.id || *rule.requirement == requirement.theme) &&
            (!rule.taken_up || taken_up);
        if (fits) severity = rule.severity;
    }
    return severity;
}

void add_requirements(const Case& paper, const std::vector<RequirementResult>& results,
                      std::vector<Finding>& findings) {
    const Themes themes = taken_up(paper, results);
    std::vector<Told> told;
    for (const RequirementResult& result : results) {
        const Requirement& requirement = paper.catalogue.requirements[result.requirement];
        const Severity severity =
            severity_of(paper.profile, requirement, result.standing, themes.contains(requirement.theme));
        if (severity == Severity::none) continue;
        if (Told* twin = twin_of(paper, result, told)) {
            twin->finding.severity = std::max(twin->finding.severity, severity);
            twin->finding.twins.push_back(requirement.id);
        } else {
            told.push_back({&result, finding_of(paper, result, severity)});
        }
    }
    for (Told& each : told) findings.push_back(std::move(each.finding));
}

}  // namespace boardcheck::check
