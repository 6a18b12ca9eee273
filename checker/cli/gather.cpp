#include "cli/gather.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>

namespace boardcheck::cli {

namespace fs = std::filesystem;

namespace {

/// A report in the place of a paper would be the end of the paper.
std::optional<Error> overwritten(const std::vector<ingest::Input>& inputs, const std::string& output) {
    std::error_code ignored;
    if (!fs::is_regular_file(output, ignored)) return {};
    const auto same = std::find_if(inputs.begin(), inputs.end(), [&](const ingest::Input& input) {
        return fs::equivalent(input.file == "-" ? "/dev/stdin" : input.file, output, ignored);
    });
    if (same == inputs.end()) return {};
    return Error{output, 0, "the report would overwrite a paper that is to be checked",
                 "name another file with --output"};
}

}  // namespace

std::optional<Assessed> gather(const Request& request, const catalogue::Catalogue& catalogue,
                               const Environment& environment, const Streams& streams) {
    auto [inputs, notices] = ingest::collect(request.paths);
    for (const std::string& target : request.targets) {
        const auto error = overwritten(inputs, target);
        if (!error) continue;
        complain(streams, *error);
        return {};
    }
    Assessed assessed;
    {
        Progress progress(streams.err, environment.err_terminal, inputs.size(), "papers");
        assessed = assess_all(inputs, catalogue, request.options, progress);
    }
    std::move(assessed.notices.begin(), assessed.notices.end(), std::back_inserter(notices));
    assessed.notices = std::move(notices);
    for (const Notice& notice : assessed.notices) complain(streams, {notice.file, notice.line, notice.message, ""});
    for (const report::Outcome& outcome : assessed.outcomes) {
        if (const auto* error = std::get_if<Error>(&outcome)) complain(streams, *error);
    }
    return assessed;
}

bool all_read(const std::vector<report::Outcome>& outcomes) {
    return std::all_of(outcomes.begin(), outcomes.end(),
                       [](const report::Outcome& outcome) { return std::holds_alternative<report::Paper>(outcome); });
}

bool coloured(Colour colour, const std::string& output, const Environment& environment) {
    switch (colour) {
        case Colour::always:
            return true;
        case Colour::never:
            return false;
        case Colour::automatic:
            break;
    }
    return environment.out_terminal && !environment.no_colour && output.empty();
}

}  // namespace boardcheck::cli
