#include <functional>
#include <ostream>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/examples.hpp"
#include "cli/parallel.hpp"
#include "cli/progress.hpp"

namespace boardcheck::cli {

namespace {

using catalogue::Catalogue;
using catalogue::Example;

struct Case {
    std::string_view name;  // of the requirement or marker
    std::string_view file;
    const Example* example = nullptr;
    std::function<Verdict()> run;
    Verdict verdict = {};
};

std::vector<Case> cases_of(const Chosen& chosen, const Catalogue& catalogue) {
    std::vector<Case> cases;
    for (const std::uint32_t i : chosen.requirements) {
        const catalogue::Requirement& requirement = catalogue.requirements[i];
        for (const Example& example : requirement.examples) {
            cases.push_back({requirement.id, requirement.file, &example,
                             [&catalogue, i, &example] { return judge(catalogue, i, example); }});
        }
    }
    for (const std::uint32_t i : chosen.markers) {
        const catalogue::Marker& marker = catalogue.markers[i];
        for (const Example& example : marker.examples) {
            cases.push_back({marker.name, marker.file, &example,
                             [&catalogue, &marker, &example] { return judge(catalogue, marker, example); }});
        }
    }
    for (const std::uint32_t i : chosen.findings) {
        const catalogue::FindingRule& rule = catalogue.findings[i];
        for (const Example& example : rule.examples) {
            cases.push_back({rule.id, rule.file, &example,
                             [&catalogue, &rule, &example] { return judge(catalogue, rule, example); }});
        }
    }
    return cases;
}

void write(std::ostream& out, const Case& each, const Rules& rules) {
    const std::string place = fmt::format("{}:{}", (rules.folder / each.file).string(), each.example->line);
    const bool passed = each.verdict.faults.empty();
    out << fmt::format("{} {}: {} {}", passed ? "ok  " : "FAIL", place, each.name, title_of(*each.example));
    out << (passed ? "" : fmt::format(": {}", fmt::join(each.verdict.faults, "; "))) << '\n';
    if (passed) return;
    if (!each.verdict.outcome.empty()) out << "       came out: " << each.verdict.outcome << '\n';
    for (const std::string& quote : each.verdict.evidence) out << "       evidence: “" << quote << "”\n";
}

}  // namespace

int rules_test(const TestArguments& arguments, const Rules& rules, const Environment& environment,
               const Streams& streams) {
    const auto which = chosen(arguments.ids, rules.catalogue);
    if (!which) {
        complain(streams, which.error());
        return failed;
    }
    if (arguments.mutations) return test_mutations(which->requirements, arguments, rules, environment, streams);
    auto cases = cases_of(*which, rules.catalogue);
    {
        Progress progress(streams.err, environment.err_terminal, cases.size(), "examples");
        for_each_index(cases.size(), [&](std::size_t i) {
            cases[i].verdict = cases[i].run();
            progress.done();
        });
    }
    std::size_t failures = 0;
    for (const Case& each : cases) {
        const bool passed = each.verdict.faults.empty();
        if (!passed) ++failures;
        if (!passed || arguments.verbose) write(streams.out, each, rules);
    }
    streams.out << fmt::format("{} passed, {} failed\n", cases.size() - failures, failures);
    return failures == 0 ? clean : found;
}

}  // namespace boardcheck::cli
