#include <algorithm>
#include <ostream>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "catalogue/lint.hpp"
#include "cli/commands.hpp"

namespace boardcheck::cli {

namespace {

using catalogue::Catalogue;
using catalogue::Warning;
using nlohmann::ordered_json;

/// What there is of each thing, in the order in which it is told.
std::vector<std::pair<std::string_view, std::size_t>> counts_of(const Catalogue& catalogue) {
    std::set<std::string_view> themes;
    std::size_t examples = 0;
    for (const catalogue::Requirement& requirement : catalogue.requirements) {
        themes.insert(requirement.theme);
        examples += requirement.examples.size();
    }
    const auto named = std::count_if(catalogue.terms.begin(), catalogue.terms.end(),
                                     [](const catalogue::Term& term) { return !term.file.empty(); });
    return {{"requirement", catalogue.requirements.size()},
            {"theme", themes.size()},
            {"term", static_cast<std::size_t>(named)},
            {"pattern", catalogue.patterns.size()},
            {"example", examples},
            {"source", catalogue.sources.size()},
            {"profile", catalogue.profiles.size()}};
}

std::string counted(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count == 0 ? "no" : std::to_string(count), noun, count == 1 ? "" : "s");
}

/// The rules as they were loaded, or their faults; and what the lint says of them.
struct Findings {
    const LoadedRules& rules;
    std::vector<Error> faults;
    std::vector<Warning> warnings;  // with the folder before the names of files
};

Findings findings_of(const LoadedRules& rules) {
    if (!rules) return {rules, rules.error(), {}};
    Findings findings{rules, {}, catalogue::lint(rules->catalogue)};
    for (Warning& warning : findings.warnings) warning.about.file = (rules->folder / warning.about.file).string();
    return findings;
}

void write_human(std::ostream& out, const Findings& findings) {
    for (const Error& fault : findings.faults) out << to_string(fault) << '\n';
    for (const auto& [kind, about] : findings.warnings) {
        const std::string message = fmt::format("warning ({}): {}", kind, about.message);
        out << to_string(Error{about.file, about.line, message, about.mend}) << '\n';
    }
    if (findings.rules) {
        std::string what;
        for (const auto& [noun, count] : counts_of(findings.rules->catalogue)) {
            what += (what.empty() ? "" : ", ") + counted(count, noun);
        }
        out << what << ": ";
    }
    out << counted(findings.faults.size(), "fault");
    if (findings.rules) out << ", " << counted(findings.warnings.size(), "warning");
    out << '\n';
}

ordered_json json_of(const Error& error) {
    return {{"file", error.file}, {"line", error.line}, {"message", error.message}, {"mend", error.mend}};
}

void write_json(std::ostream& out, const Findings& findings) {
    ordered_json faults = ordered_json::array(), warnings = ordered_json::array(), counts;
    for (const Error& fault : findings.faults) faults.push_back(json_of(fault));
    for (const auto& [kind, about] : findings.warnings) {
        ordered_json warning{{"kind", kind}};
        warning.update(json_of(about));
        warnings.push_back(std::move(warning));
    }
    if (findings.rules) {
        counts = ordered_json::object();
        for (const auto& [noun, count] : counts_of(findings.rules->catalogue)) counts[std::string(noun) + "s"] = count;
    }
    const ordered_json all{
        {"counts", std::move(counts)}, {"faults", std::move(faults)}, {"warnings", std::move(warnings)}};
    out << all.dump(2) << '\n';
}

}  // namespace

int rules_validate(const ValidateArguments& arguments, const LoadedRules& rules, const Streams& streams) {
    const Findings findings = findings_of(rules);
    if (arguments.format == Format::json) {
        write_json(streams.out, findings);
    } else {
        write_human(streams.out, findings);
    }
    if (!findings.faults.empty()) return failed;
    return arguments.strict && !findings.warnings.empty() ? found : clean;
}

}  // namespace boardcheck::cli
