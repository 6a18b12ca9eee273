#include <algorithm>

#include "cli/commands.hpp"
#include "cli/gather.hpp"
#include "cli/profiles.hpp"
#include "cli/version.hpp"

namespace boardcheck::cli {

namespace {

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

int status_of(const std::vector<report::Outcome>& outcomes, std::optional<catalogue::Severity> threshold) {
    if (!all_read(outcomes)) return failed;
    const bool reached =
        threshold && std::any_of(outcomes.begin(), outcomes.end(),
                                 [&](const report::Outcome& outcome) { return reaches(outcome, *threshold); });
    return reached ? found : clean;
}

/// A person who reads on a terminal sees what is likely to be wrong; pages and programs have ways of their own to
/// choose.
catalogue::Severity level_of(const CheckArguments& arguments) {
    if (arguments.level == catalogue::Severity::note) return catalogue::Severity::none;
    const bool on_terminal = arguments.format == Format::human;
    return arguments.level.value_or(on_terminal ? catalogue::Severity::warning : catalogue::Severity::none);
}

}  // namespace

int check(const CheckArguments& arguments, const Rules& rules, const Environment& environment, const Streams& streams) {
    if (const auto error = unknown_profile(arguments.profile, rules.catalogue)) {
        complain(streams, *error);
        return failed;
    }
    const Request request{
        arguments.paths, {arguments.output}, {check::Options{arguments.profile, arguments.as_at}, arguments.limits}};
    const auto assessed = gather(request, rules.catalogue, environment, streams);
    if (!assessed) return failed;
    const std::vector<report::Outcome>& outcomes = assessed->outcomes;
    const report::Options options{std::string(version()), coloured(arguments.colour, arguments.output, environment),
                                  environment.width, level_of(arguments), assessed->notices};
    const std::string report = report_of(outcomes, rules.catalogue, arguments.format, options);
    if (!deliver(arguments.output, report, streams)) return failed;
    return status_of(outcomes, arguments.fail_on);
}

}  // namespace boardcheck::cli
