#include <algorithm>
#include <filesystem>
#include <iterator>
#include <ostream>

#include <fmt/format.h>

#include "cli/assess.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/suggestion.hpp"
#include "cli/version.hpp"

namespace boardcheck::cli {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> profile_names(const catalogue::Catalogue& catalogue) {
    std::vector<std::string> names;
    for (const catalogue::Profile& profile : catalogue.profiles) names.push_back(profile.id);
    return names;
}

Error unknown_profile(const std::string& name, const catalogue::Catalogue& catalogue) {
    const auto names = profile_names(catalogue);
    return {"", 0, fmt::format("there is no profile '{}'{}", name, suggestion(name, names)),
            fmt::format("use one of {}", fmt::join(names, ", "))};
}

bool coloured(const CheckArguments& arguments, const Environment& environment) {
    switch (arguments.colour) {
        case Colour::always:
            return true;
        case Colour::never:
            return false;
        case Colour::automatic:
            break;
    }
    return environment.out_terminal && !environment.no_colour && arguments.output.empty();
}

std::string report_of(const std::vector<report::Outcome>& outcomes, const catalogue::Catalogue& catalogue,
                      Format format, const report::Options& options) {
    switch (format) {
        case Format::human:
            return report::human(outcomes, catalogue, options);
        case Format::json:
            return report::json(outcomes, catalogue, options);
        case Format::html:
            return report::html(outcomes, catalogue, options);
    }
    return {};
}

bool reaches(const report::Outcome& outcome, catalogue::Severity threshold) {
    const auto* paper = std::get_if<report::Paper>(&outcome);
    if (paper == nullptr) return false;
    const auto& findings = paper->assessment.findings;
    return std::any_of(findings.begin(), findings.end(),
                       [&](const check::Finding& finding) { return finding.severity >= threshold; });
}

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

int status_of(const std::vector<report::Outcome>& outcomes, std::optional<catalogue::Severity> threshold) {
    const bool unread = std::any_of(outcomes.begin(), outcomes.end(), [](const report::Outcome& outcome) {
        return std::holds_alternative<Error>(outcome);
    });
    if (unread) return failed;
    const bool reached =
        threshold && std::any_of(outcomes.begin(), outcomes.end(),
                                 [&](const report::Outcome& outcome) { return reaches(outcome, *threshold); });
    return reached ? found : clean;
}

}  // namespace

int check(const CheckArguments& arguments, const Rules& rules, const Environment& environment, const Streams& streams) {
    if (arguments.profile != check::automatic && rules.catalogue.profile(arguments.profile) == nullptr) {
        complain(streams, unknown_profile(arguments.profile, rules.catalogue));
        return failed;
    }
    auto [inputs, notices] = ingest::collect(arguments.paths);
    if (const auto error = overwritten(inputs, arguments.output)) {
        complain(streams, *error);
        return failed;
    }
    Assessed assessed;
    {
        Progress progress(streams.err, environment.err_terminal, inputs.size(), "papers");
        assessed =
            assess_all(inputs, rules.catalogue, {{arguments.profile, arguments.as_at}, arguments.limits}, progress);
    }
    std::move(assessed.notices.begin(), assessed.notices.end(), std::back_inserter(notices));
    for (const Notice& notice : notices) complain(streams, {notice.file, notice.line, notice.message, ""});
    const std::vector<report::Outcome>& outcomes = assessed.outcomes;
    for (const report::Outcome& outcome : outcomes) {
        if (const auto* error = std::get_if<Error>(&outcome)) complain(streams, *error);
    }
    const report::Options options{std::string(version()), coloured(arguments, environment), environment.width, notices};
    const std::string report = report_of(outcomes, rules.catalogue, arguments.format, options);
    if (!deliver(arguments.output, report, streams)) return failed;
    return status_of(outcomes, arguments.fail_on);
}

}  // namespace boardcheck::cli
