#include "cli/assess.hpp"

#include "cli/parallel.hpp"

namespace boardcheck::cli {

Result<report::Paper> assess(std::string file, std::string_view bytes, const catalogue::Catalogue& catalogue,
                             const check::Options& options) {
    auto document = ingest::ingest(std::move(file), bytes);
    if (!document) return tl::unexpected(document.error());
    auto text = text::segment(*document);
    const auto matches = match::match(text, catalogue);
    auto declarations = extract::extract(*document, text, matches, catalogue);
    auto assessment = check::check(text, matches, declarations, catalogue, options);
    return report::Paper{std::move(*document), std::move(text), std::move(declarations), std::move(assessment)};
}

namespace {

report::Outcome outcome_of(const ingest::Input& input, const catalogue::Catalogue& catalogue,
                           const check::Options& options) {
    if (!input.bytes) return input.bytes.error();
    auto paper = assess(input.file, *input.bytes, catalogue, options);
    if (!paper) return paper.error();
    return std::move(*paper);
}

}  // namespace

std::vector<report::Outcome> assess_all(const std::vector<ingest::Input>& inputs, const catalogue::Catalogue& catalogue,
                                        const check::Options& options, Progress& progress) {
    std::vector<report::Outcome> outcomes(inputs.size(), Error{});
    for_each_index(inputs.size(), [&](std::size_t i) {
        outcomes[i] = outcome_of(inputs[i], catalogue, options);
        progress.done();
    });
    return outcomes;
}

}  // namespace boardcheck::cli
