#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/gather.hpp"
#include "cli/output.hpp"
#include "cli/version.hpp"

namespace boardcheck::cli {

namespace fs = std::filesystem;

using report::Kind;

namespace {

/// A file to be written, or standard output, with the kinds that go into it.
struct Target {
    std::string path;
    std::vector<Kind> kinds;
};

/// In the order of report::kinds, each once; all where none is named.
std::vector<Kind> chosen_kinds(const std::vector<Kind>& named) {
    std::vector<Kind> chosen;
    for (const Kind kind : report::kinds) {
        if (named.empty() || std::find(named.begin(), named.end(), kind) != named.end()) chosen.push_back(kind);
    }
    return chosen;
}

bool is_folder(const std::string& path) {
    std::error_code ignored;
    return path.ends_with('/') || fs::is_directory(path, ignored);
}

/// CSV holds one table: several need a folder. A name with an ending is a file's, unless there is such a folder.
Result<std::vector<Target>> csv_targets(const std::string& output, const std::vector<Kind>& kinds) {
    const bool file =
        output.empty() || (!is_folder(output) && (fs::exists(output) || fs::path(output).has_extension()));
    if (kinds.size() > 1 && file) {
        return tl::unexpected(Error{output, 0,
                                    fmt::format("a CSV file holds one table, and {} are asked for", kinds.size()),
                                    "choose one with --kind, or name a folder with --output for a file of each"});
    }
    if (kinds.size() == 1 && !is_folder(output)) return std::vector{Target{output, kinds}};
    std::vector<Target> targets;
    for (const Kind kind : kinds)
        targets.push_back({(fs::path(output) / fmt::format("{}.csv", to_string(kind))).string(), {kind}});
    return targets;
}

Result<std::vector<Target>> targets_of(const ExtractArguments& arguments, const std::vector<Kind>& kinds) {
    if (arguments.format == ExtractFormat::csv) return csv_targets(arguments.output, kinds);
    return std::vector{Target{arguments.output, kinds}};
}

std::string written(const Target& target, const std::vector<report::Outcome>& outcomes, ExtractFormat format,
                    const report::Options& options) {
    switch (format) {
        case ExtractFormat::human:
            return report::declared_human(outcomes, target.kinds, options);
        case ExtractFormat::json:
            return report::declared_json(outcomes, target.kinds, options);
        case ExtractFormat::html:
            return report::declared_html(outcomes, target.kinds, options);
        case ExtractFormat::csv:
            return report::declared_csv(outcomes, target.kinds.front());
    }
    return {};
}

/// A folder for several tables is made where there is none; that of a single file must be there.
bool has_folder(const std::vector<Target>& targets, const std::string& output, const Streams& streams) {
    if (targets.size() < 2 && !output.ends_with('/')) return true;
    std::error_code code;
    fs::create_directories(output, code);
    if (!code) return true;
    complain(streams, {output, 0, fmt::format("the folder cannot be made: {}", code.message()),
                       "name a folder in one that exists and that you may write to"});
    return false;
}

}  // namespace

int extract(const ExtractArguments& arguments, const Rules& rules, const Environment& environment,
            const Streams& streams) {
    const auto targets = targets_of(arguments, chosen_kinds(arguments.kinds));
    if (!targets) {
        complain(streams, targets.error());
        return failed;
    }
    Request request{arguments.paths, {}, {std::nullopt, arguments.limits}};
    for (const Target& target : *targets) request.targets.push_back(target.path);
    const auto assessed = gather(request, rules.catalogue, environment, streams);
    if (!assessed || !has_folder(*targets, arguments.output, streams)) return failed;
    const report::Options options{std::string(version()), coloured(arguments.colour, arguments.output, environment),
                                  environment.width, catalogue::Severity::none, assessed->notices};
    for (const Target& target : *targets) {
        if (!deliver(target.path, written(target, assessed->outcomes, arguments.format, options), streams))
            return failed;
    }
    return all_read(assessed->outcomes) ? clean : failed;
}

}  // namespace boardcheck::cli
