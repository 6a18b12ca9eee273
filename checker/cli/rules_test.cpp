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
using catalogue::Requirement;

struct Case {
    std::uint32_t requirement = 0;
    const Example* example = nullptr;
    Verdict verdict = {};
};

std::vector<Case> cases_of(const std::vector<std::uint32_t>& requirements, const Catalogue& catalogue) {
    std::vector<Case> cases;
    for (const std::uint32_t i : requirements) {
        for (const Example& example : catalogue.requirements[i].examples) cases.push_back({i, &example});
    }
    return cases;
}

void write(std::ostream& out, const Case& each, const Rules& rules) {
    const Requirement& requirement = rules.catalogue.requirements[each.requirement];
    const std::string place = fmt::format("{}:{}", (rules.folder / requirement.file).string(), each.example->line);
    const bool passed = each.verdict.faults.empty();
    out << fmt::format("{} {}: {} {}", passed ? "ok  " : "FAIL", place, requirement.id, title_of(*each.example));
    out << (passed ? "" : fmt::format(": {}", fmt::join(each.verdict.faults, "; "))) << '\n';
    if (passed) return;
    if (!each.verdict.outcome.empty()) out << "       came out: " << each.verdict.outcome << '\n';
    for (const std::string& quote : each.verdict.evidence) out << "       evidence: “" << quote << "”\n";
}

}  // namespace

int rules_test(const TestArguments& arguments, const Rules& rules, const Environment& environment,
               const Streams& streams) {
    const auto requirements = chosen(arguments.ids, rules.catalogue);
    if (!requirements) {
        complain(streams, requirements.error());
        return failed;
    }
    if (arguments.mutations) return test_mutations(*requirements, arguments, rules, environment, streams);
    auto cases = cases_of(*requirements, rules.catalogue);
    {
        Progress progress(streams.err, environment.err_terminal, cases.size(), "examples");
        for_each_index(cases.size(), [&](std::size_t i) {
            cases[i].verdict = judge(rules.catalogue, cases[i].requirement, *cases[i].example);
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
