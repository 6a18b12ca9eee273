#include "report/digest.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "report/passage.hpp"

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

/// Requirements that are told of with a near-twin.
std::set<std::string_view> told_with_twins(const check::Assessment& assessment) {
    std::set<std::string_view> told;
    for (const check::Finding& finding : assessment.findings) told.insert(finding.twins.begin(), finding.twins.end());
    return told;
}

/// The list that a requirement belongs to, or none.
std::vector<Point>* list_for(Digest& digest, const Point& point) {
    const Standing standing = point.result->standing;
    if (standing == Standing::contradicted) return &digest.contradictions;
    const bool must = point.requirement->strength == catalogue::Strength::must;
    if (standing == Standing::restated && (must || !point.findings.empty())) return &digest.quoted;
    return point.findings.empty() ? nullptr : &digest.gaps;
}

/// The list of a family that is not about requirements or promises.
std::vector<Point>& list_of(Digest& digest, std::string_view family) {
    if (family == "reference") return digest.references;
    if (family == "consistency") return digest.consistency;
    if (family == "pack") return digest.across;
    if (family == "form") return digest.form;
    return digest.others;
}

/// Faults of one promise make one point.
class Promises {
public:
    explicit Promises(std::vector<Point>& points) : points_(points) {}

    void add(const check::Finding& finding) {
        const std::size_t next = points_.size();
        const std::size_t place = finding.evidence ? places_.emplace(*finding.evidence, next).first->second : next;
        if (place == next) points_.push_back({.severity = finding.severity});
        points_[place].severity = std::max(points_[place].severity, finding.severity);
        points_[place].findings.push_back(&finding);
    }

private:
    std::vector<Point>& points_;
    std::map<extract::Evidence, std::size_t> places_;
};

void sort(std::vector<Point>& points) {
    std::stable_sort(points.begin(), points.end(),
                     [](const Point& a, const Point& b) { return a.severity > b.severity; });
}

/// The short form of a finding's message, or nothing.
const std::string* short_form(const check::Finding& finding, const catalogue::Catalogue& catalogue) {
    const auto found = catalogue.messages.find(finding.rule + ".label");
    return found == catalogue.messages.end() ? nullptr : &found->second;
}

void add_other_places(std::vector<Point>& points, const Paper& paper, const std::vector<Outcome>& papers) {
    for (Point& point : points) {
        for (const check::Finding* finding : point.findings) {
            const auto more = elsewhere(*finding, paper, papers);
            point.elsewhere.insert(point.elsewhere.end(), more.begin(), more.end());
        }
    }
}

}  // namespace

std::vector<Elsewhere> elsewhere(const check::Finding& finding, const Paper& paper,
                                 const std::vector<Outcome>& papers) {
    std::vector<Elsewhere> places;
    for (const check::OtherPlace& other : finding.others) {
        const Paper* holder = other.paper ? std::get_if<Paper>(&papers.at(*other.paper)) : &paper;
        if (holder != nullptr) places.push_back({other.says, holder, other.evidence});
    }
    return places;
}

std::string title_of(const Point& point, const catalogue::Catalogue& catalogue) {
    std::string title;
    if (point.requirement != nullptr) {
        title = point.requirement->title;
        for (const check::Finding* finding : point.findings) {
            if (!finding->twins.empty()) title += fmt::format(" (and {})", fmt::join(finding->twins, ", "));
        }
        return title;
    }
    for (const check::Finding* finding : point.findings) {
        // The words of a promise say what it is about; of other findings the message does.
        const bool promise = finding->family == commitment_family && finding->evidence;
        const std::string* label = promise ? short_form(*finding, catalogue) : nullptr;
        title += (title.empty() ? "" : ", ") + (label == nullptr ? finding->message : *label);
    }
    return title;
}

std::string mend_of(const Point& point) {
    std::string mend;
    for (const check::Finding* finding : point.findings) {
        if (!finding->mend.empty()) mend += (mend.empty() ? "" : " ") + finding->mend;
    }
    return mend.empty() && point.requirement != nullptr ? point.requirement->mend : mend;
}

std::vector<extract::Evidence> evidence_of(const Point& point) {
    if (!point.findings.empty() && point.findings.front()->evidence) return {*point.findings.front()->evidence};
    return point.result == nullptr ? std::vector<extract::Evidence>() : joined_by_sentence(point.result->evidence);
}

Digest digest_of(const Paper& paper, const catalogue::Catalogue& catalogue, const std::vector<Outcome>& papers,
                 catalogue::Severity level) {
    Digest digest;
    const auto by_requirement = findings_by_requirement(paper.assessment);
    const std::set<std::string_view> told = told_with_twins(paper.assessment);
    std::set<const check::Finding*> shown;
    for (const check::RequirementResult& result : paper.assessment.requirements) {
        Point point{.requirement = &catalogue.requirements[result.requirement], .result = &result};
        if (told.contains(point.requirement->id)) continue;
        const auto found = by_requirement.find(point.requirement->id);
        if (found != by_requirement.end()) {
            point.findings.push_back(found->second);
            point.severity = found->second->severity;
            shown.insert(found->second);
        }
        if (auto* list = list_for(digest, point)) list->push_back(point);
    }
    Promises promises(digest.promises);
    for (const check::Finding& finding : paper.assessment.findings) {
        if (shown.contains(&finding)) continue;
        if (finding.family == commitment_family)
            promises.add(finding);
        else
            list_of(digest, finding.family).push_back({.severity = finding.severity, .findings = {&finding}});
    }
    for (auto* list : {&digest.contradictions, &digest.gaps, &digest.quoted, &digest.promises, &digest.references,
                       &digest.consistency, &digest.across, &digest.form, &digest.others}) {
        std::erase_if(*list, [&](const Point& point) { return point.severity < level; });
        add_other_places(*list, paper, papers);
        sort(*list);
    }
    const auto& findings = paper.assessment.findings;
    digest.hidden_notes = static_cast<std::size_t>(std::count_if(
        findings.begin(), findings.end(), [&](const check::Finding& finding) { return finding.severity < level; }));
    return digest;
}

bool is_empty(const Digest& digest) {
    const auto lists = {&digest.contradictions, &digest.gaps,   &digest.quoted, &digest.promises, &digest.references,
                        &digest.consistency,    &digest.across, &digest.form,   &digest.others};
    return std::all_of(lists.begin(), lists.end(), [](const auto* list) { return list->empty(); });
}

Standings standings_of(const Paper& paper) {
    Standings standings{};
    for (const check::RequirementResult& result : paper.assessment.requirements) {
        ++standings[static_cast<std::size_t>(result.standing)];
    }
    return standings;
}

}  // namespace boardcheck::report
