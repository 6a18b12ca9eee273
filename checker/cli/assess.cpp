#include "cli/assess.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "cli/parallel.hpp"

namespace boardcheck::cli {

namespace {

/// A paper without its assessment.
report::Paper declared_in(ingest::Document document, text::Text text, const match::Matches& matches,
                          const catalogue::Catalogue& catalogue) {
    auto declarations = extract::extract(document, text, matches, catalogue);
    return {std::move(document), std::move(text), std::move(declarations), {}};
}

}  // namespace

report::Paper declare(ingest::Document document, const catalogue::Catalogue& catalogue) {
    auto text = text::segment(document);
    const auto matches = match::match(text, catalogue);
    return declared_in(std::move(document), std::move(text), matches, catalogue);
}

report::Paper assess(ingest::Document document, const catalogue::Catalogue& catalogue, const check::Options& options) {
    auto text = text::segment(document);
    const auto matches = match::match(text, catalogue);
    auto paper = declared_in(std::move(document), std::move(text), matches, catalogue);
    paper.assessment = check::check(paper.document, paper.text, matches, paper.declarations, catalogue, options);
    return paper;
}

namespace {

/// The rules are about English words: on others they would find nothing, and call everything missing.
std::optional<Error> other_language(const ingest::Document& document) {
    const bool english = document.language.empty() || document.language == "en" || document.second_language == "en";
    if (english) return {};
    return Error{
        document.file, 0,
        fmt::format("the paper is in {}; Boardcheck reads English", ingest::name_of_language(document.language)),
        "give the English version of the paper"};
}

report::Outcome outcome_of(Result<ingest::Document> paper, const catalogue::Catalogue& catalogue,
                           const Options& options) {
    if (!paper) return std::move(paper.error());
    if (auto error = other_language(*paper)) return std::move(*error);
    if (!options.check) return declare(std::move(*paper), catalogue);
    return assess(std::move(*paper), catalogue, *options.check);
}

Assessed assess_input(const ingest::Input& input, const catalogue::Catalogue& catalogue, const Options& options) {
    const auto bytes = ingest::load(input, options.limits);
    if (!bytes) return {{bytes.error()}, {}};
    Assessed assessed;
    auto [papers, notices] = ingest::papers(input.file, *bytes, options.limits);
    for (auto& paper : papers) assessed.outcomes.push_back(outcome_of(std::move(paper), catalogue, options));
    assessed.notices = std::move(notices);
    return assessed;
}

/// Adds what the papers of one meeting say differently.
void check_meetings(std::vector<report::Outcome>& outcomes, const catalogue::Catalogue& catalogue) {
    const KnownPapers known = known_of(outcomes);
    for (check::PackFinding& across : check::check_packs(known.papers, catalogue)) {
        for (check::OtherPlace& other : across.finding.others) {
            if (other.paper) other.paper = known.places[*other.paper];
        }
        auto& findings = std::get<report::Paper>(outcomes[known.places[across.paper]]).assessment.findings;
        const auto after = std::find_if(findings.begin(), findings.end(), [&](const check::Finding& each) {
            return each.severity < across.finding.severity;
        });
        findings.insert(after, std::move(across.finding));
    }
}

}  // namespace

KnownPapers known_of(const std::vector<report::Outcome>& outcomes) {
    KnownPapers known;
    for (std::uint32_t i = 0; i < outcomes.size(); ++i) {
        const auto* paper = std::get_if<report::Paper>(&outcomes[i]);
        if (paper == nullptr) continue;
        known.papers.push_back({paper->document, paper->text, paper->declarations, paper->assessment});
        known.places.push_back(i);
    }
    return known;
}

Assessed assess_all(const std::vector<ingest::Input>& inputs, const catalogue::Catalogue& catalogue,
                    const Options& options, Progress& progress) {
    std::vector<Assessed> of_inputs(inputs.size());
    for_each_index(inputs.size(), [&](std::size_t i) {
        of_inputs[i] = assess_input(inputs[i], catalogue, options);
        progress.done();
    });
    Assessed all;
    for (Assessed& each : of_inputs) {
        std::move(each.outcomes.begin(), each.outcomes.end(), std::back_inserter(all.outcomes));
        std::move(each.notices.begin(), each.notices.end(), std::back_inserter(all.notices));
    }
    if (options.check) check_meetings(all.outcomes, catalogue);
    return all;
}

}  // namespace boardcheck::cli
