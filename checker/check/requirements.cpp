// The standing of each requirement, from the places where its patterns match and from who speaks there.
#include <algorithm>

#include <fmt/format.h>

#include "check/parts.hpp"

namespace boardcheck::check {

namespace {

using catalogue::Requirement;
using catalogue::Standing;

constexpr std::size_t most_evidence = 6;
constexpr std::uint32_t evidence_margin = 6;  // tokens around a match, so that a reader sees what it is about
constexpr std::uint32_t longest_evidence = 40;

/// A match with the standing that its place gives it.
struct Instance {
    extract::Judgement judgement;
    extract::Evidence evidence;
    std::uint32_t sentence = 0;
};

/// The match with a few words around it, or its whole sentence where that is short.
extract::Evidence evidence_of(const text::Text& text, const match::Hit& hit) {
    const text::TokenRange sentence = text.sentences[hit.sentence].tokens;
    text::TokenRange range = hit.tokens;
    if (sentence.last - sentence.first <= longest_evidence) {
        range = sentence;
    } else {
        range.first = std::max(sentence.first, range.first - std::min(range.first, evidence_margin));
        range.last = std::min(sentence.last, range.last + evidence_margin);
        range.last = std::min(range.last, range.first + longest_evidence);
    }
    return {hit.sentence, {text.tokens[range.first].span.begin, text.tokens[range.last - 1].span.end}};
}

std::vector<match::Hit> hits_of(const match::Matches& matches, const std::vector<catalogue::PatternId>& patterns) {
    std::vector<match::Hit> hits;
    for (const catalogue::PatternId pattern : patterns) {
        const auto found = match::hits_of(matches, pattern);
        hits.insert(hits.end(), found.begin(), found.end());
    }
    return hits;
}

/// What is only told in the present is planned, where the paper elsewhere plans it and nowhere says that it is done.
void settle(std::vector<Instance>& instances) {
    bool planned = false, done = false;
    for (const Instance& instance : instances) {
        planned = planned || instance.judgement.standing == Standing::planned;
        done = done || (instance.judgement.standing == Standing::in_place && instance.judgement.sure);
    }
    if (!planned || done) return;
    for (Instance& instance : instances) {
        if (!instance.judgement.sure) instance.judgement.standing = Standing::planned;
    }
}

std::vector<Instance> instances_of(const Case& paper, const Requirement& requirement) {
    std::vector<Instance> instances;
    for (const match::Hit& hit : hits_of(paper.matches, requirement.patterns)) {
        const extract::Stance& stance = paper.declarations.stances[hit.sentence];
        auto judgement = extract::standing_of(stance, paper.text.sentences[hit.sentence], hit.tokens);
        judgement.standing = std::min(judgement.standing, requirement.most);
        instances.push_back({judgement, evidence_of(paper.text, hit), hit.sentence});
    }
    settle(instances);
    // The highest standing first; among equals in reading order, and one piece of evidence for each sentence.
    std::sort(instances.begin(), instances.end(), [](const Instance& a, const Instance& b) {
        if (a.judgement.standing != b.judgement.standing) return a.judgement.standing > b.judgement.standing;
        return a.evidence < b.evidence;
    });
    std::vector<Instance> kept;
    std::vector<bool> told(paper.text.sentences.size(), false);
    for (const Instance& instance : instances) {
        if (!told[instance.sentence]) kept.push_back(instance);
        told[instance.sentence] = true;
    }
    return kept;
}

/// Why the profile leaves the requirement out, or nothing.
std::optional<std::string> excluded(const Case& paper, const Requirement& requirement) {
    for (const auto& [id, reason] : paper.profile.exclusions) {
        if (id == requirement.id) return reason;
    }
    const auto& themes = paper.profile.themes;
    if (themes.empty() || std::find(themes.begin(), themes.end(), requirement.theme) != themes.end()) return {};
    return paper.catalogue.message("not-applicable.theme", {{"profile", paper.profile.title}});
}

/// Which source the paper is older than, if it is older than all of them: it may speak of the matter, but cannot be
/// failed on it.
std::optional<std::string> older_than_sources(const Case& paper, const Requirement& requirement) {
    if (!paper.as_at || requirement.sources.empty()) return {};
    // A paper from July may have been written on any day of it: it is older than its source only if the whole of it is.
    const Date last_day = last_day_of(*paper.as_at);
    const auto older = [&](const catalogue::SourceReference& reference) {
        return last_day < paper.catalogue.sources[reference.source].date;
    };
    if (!std::all_of(requirement.sources.begin(), requirement.sources.end(), older)) return {};
    const catalogue::Source& source = paper.catalogue.sources[requirement.sources.front().source];
    return paper.catalogue.message("not-applicable.date", {{"source", source.title}, {"date", to_string(source.date)}});
}

std::vector<std::string> missing_facets(const Case& paper, const Requirement& requirement) {
    std::vector<std::string> missing;
    for (const catalogue::Facet& facet : requirement.facets) {
        if (hits_of(paper.matches, facet.patterns).empty()) missing.push_back(facet.label);
    }
    return missing;
}

/// Some things are wrong only before or after a day; a paper without a date is not charged with them.
bool holds_at(const catalogue::Contradiction& contradiction, const std::optional<Date>& as_at) {
    if (!contradiction.from && !contradiction.until) return true;
    if (!as_at) return false;
    const bool too_early = contradiction.from && *as_at < *contradiction.from;
    const bool too_late = contradiction.until && last_day_of(*contradiction.until) < *as_at;
    return !too_early && !too_late;
}

/// The contradictions in reading order, one for each sentence, with the reason of the first.
std::vector<std::pair<extract::Evidence, const catalogue::Contradiction*>> contradictions_of(
    const Case& paper, const Requirement& requirement) {
    std::vector<std::pair<extract::Evidence, const catalogue::Contradiction*>> found;
    for (const catalogue::Contradiction& contradiction : requirement.contradictions) {
        if (!holds_at(contradiction, paper.as_at)) continue;
        for (const match::Hit& hit : hits_of(paper.matches, contradiction.patterns)) {
            found.emplace_back(evidence_of(paper.text, hit), &contradiction);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    const auto same_sentence = [](const auto& a, const auto& b) { return a.first.sentence == b.first.sentence; };
    found.erase(std::unique(found.begin(), found.end(), same_sentence), found.end());
    return found;
}

/// One piece for each sentence, and not more than a reader wants to see.
void add_evidence(RequirementResult& result, const extract::Evidence& evidence) {
    const bool told = std::any_of(result.evidence.begin(), result.evidence.end(),
                                  [&](const extract::Evidence& other) { return other.sentence == evidence.sentence; });
    if (!told && result.evidence.size() < most_evidence) result.evidence.push_back(evidence);
}

RequirementResult assess(const Case& paper, std::uint32_t index) {
    const Requirement& requirement = paper.catalogue.requirements[index];
    RequirementResult result;
    result.requirement = index;
    auto reason = excluded(paper, requirement);
    if (!reason) reason = older_than_sources(paper, requirement);
    if (reason) {
        result.standing = Standing::not_applicable;
        result.why = *reason;
        return result;
    }
    const auto contradictions = contradictions_of(paper, requirement);
    const std::vector<Instance> instances = instances_of(paper, requirement);
    if (instances.empty() && contradictions.empty()) return result;
    if (!instances.empty()) result.standing = instances.front().judgement.standing;
    for (const auto& [evidence, contradiction] : contradictions) add_evidence(result, evidence);
    for (const Instance& instance : instances) add_evidence(result, instance.evidence);
    if (!contradictions.empty()) {
        result.standing = Standing::contradicted;
        result.why = contradictions.front().second->why;
    }
    result.missing = missing_facets(paper, requirement);
    return result;
}

}  // namespace

Date last_day_of(Date date) {
    if (date.month == 0) date.month = 12;
    if (date.day == 0) date.day = 31;
    return date;
}

std::vector<RequirementResult> assess_requirements(const Case& paper) {
    std::vector<RequirementResult> results;
    for (std::uint32_t i = 0; i < paper.catalogue.requirements.size(); ++i) results.push_back(assess(paper, i));
    return results;
}

}  // namespace boardcheck::check
