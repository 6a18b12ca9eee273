// Whether the examples of markers, and of findings, behave.
#include <algorithm>
#include <array>
#include <utility>

#include "cli/examples.hpp"

namespace boardcheck::cli {

namespace {

using catalogue::Example;
using catalogue::ExampleKind;
using catalogue::Marker;
using extract::Evidence;

template <typename Declared>
std::vector<Evidence> places(const std::vector<Declared>& declared) {
    std::vector<Evidence> places;
    for (const Declared& each : declared) places.push_back(each.evidence);
    return places;
}

/// The places of all declarations of a kind; nothing where it is no kind of declaration.
std::optional<std::vector<Evidence>> declared(const extract::Declarations& all, std::string_view kind) {
    if (kind == "structure") return places(all.structures);
    if (kind == "commitment") return places(all.commitments);
    if (kind == "recommendation") return places(all.recommendations);
    if (kind == "citation") return places(all.citations);
    if (kind == "acronym") return places(all.acronyms);
    if (kind == "reference") return places(all.references);
    return {};
}

std::vector<Evidence> matched(const report::Paper& paper, const catalogue::Catalogue& catalogue, const Marker& marker) {
    const match::Matches matches = match::match(paper.text, catalogue);
    std::vector<Evidence> places;
    for (const catalogue::PatternId pattern : marker.patterns) {
        for (const match::Hit& hit : match::hits_of(matches, pattern)) {
            const auto& tokens = paper.text.tokens;
            places.push_back(
                {hit.sentence, {tokens[hit.tokens.first].span.begin, tokens[hit.tokens.last - 1].span.end}});
        }
    }
    return places;
}

bool is_marked(const Example& example, const report::Paper& paper, const Evidence& evidence) {
    const Span place = report::place_of(paper, evidence).source;
    return std::any_of(example.at.begin(), example.at.end(), [&](Span at) { return overlap(at, place); });
}

Verdict verdict_on(const Example& example, const report::Paper& paper, const std::vector<Evidence>& places,
                   bool is_found) {
    Verdict verdict;
    for (const Evidence& evidence : places) verdict.evidence.push_back(report::quote_of(paper, evidence));
    const bool wanted = example.kind == ExampleKind::match;
    if (is_found != wanted) verdict.faults.push_back(wanted ? "it is not found" : "it is found");
    const bool anywhere = example.at.empty() || places.empty();
    const bool there = anywhere || std::any_of(places.begin(), places.end(), [&](const Evidence& evidence) {
                           return is_marked(example, paper, evidence);
                       });
    if (!there) verdict.faults.push_back("the evidence is not where <at> marks it");
    return verdict;
}

}  // namespace

Verdict judge(const catalogue::Catalogue& catalogue, const Marker& marker, const Example& example) {
    const auto read = paper_of(example, catalogue);
    if (!read) return {{"it cannot be read: " + read.error().message}, "", {}};
    auto found = declared(read->declarations, marker.name);
    if (!found) found = matched(*read, catalogue, marker);
    return verdict_on(example, *read, *found, !found->empty());
}

Verdict judge(const catalogue::Catalogue& catalogue, const catalogue::FindingRule& rule, const Example& example) {
    const auto read = paper_of(example, catalogue);
    if (!read) return {{"it cannot be read: " + read.error().message}, "", {}};
    std::vector<Evidence> places;
    bool is_found = false;
    for (const check::Finding& finding : read->assessment.findings) {
        if (finding.rule != rule.id) continue;
        is_found = true;
        if (finding.evidence) places.push_back(*finding.evidence);
    }
    return verdict_on(example, *read, places, is_found);
}

}  // namespace boardcheck::cli
