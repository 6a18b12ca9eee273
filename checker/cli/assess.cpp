#include "cli/assess.hpp"

#include <iterator>

#include "cli/parallel.hpp"

namespace boardcheck::cli {

report::Paper assess(ingest::Document document, const catalogue::Catalogue& catalogue, const check::Options& options) {
    auto text = text::segment(document);
    const auto matches = match::match(text, catalogue);
    auto declarations = extract::extract(document, text, matches, catalogue);
    auto assessment = check::check(text, matches, declarations, catalogue, options);
    return {std::move(document), std::move(text), std::move(declarations), std::move(assessment)};
}

namespace {

std::vector<report::Outcome> outcomes_of(const ingest::Input& input, const catalogue::Catalogue& catalogue,
                                         const Options& options) {
    std::vector<report::Outcome> outcomes;
    const auto bytes = ingest::load(input, options.limits);
    if (!bytes) return {bytes.error()};
    for (auto& paper : ingest::papers(input.file, *bytes, options.limits)) {
        if (paper) {
            outcomes.emplace_back(assess(std::move(*paper), catalogue, options.check));
        } else {
            outcomes.emplace_back(std::move(paper.error()));
        }
    }
    return outcomes;
}

}  // namespace

std::vector<report::Outcome> assess_all(const std::vector<ingest::Input>& inputs, const catalogue::Catalogue& catalogue,
                                        const Options& options, Progress& progress) {
    std::vector<std::vector<report::Outcome>> of_inputs(inputs.size());
    for_each_index(inputs.size(), [&](std::size_t i) {
        of_inputs[i] = outcomes_of(inputs[i], catalogue, options);
        progress.done();
    });
    std::vector<report::Outcome> outcomes;
    for (auto& each : of_inputs) std::move(each.begin(), each.end(), std::back_inserter(outcomes));
    return outcomes;
}

}  // namespace boardcheck::cli
