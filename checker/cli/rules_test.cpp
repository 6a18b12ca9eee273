#include <algorithm>
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

bool named(const Requirement& requirement, const std::string& id) {
    return id == requirement.id || id == requirement.theme;
}

/// The first id that names nothing.
const std::string* unknown(const std::vector<std::string>& ids, const Catalogue& catalogue) {
    for (const std::string& id : ids) {
        const auto& all = catalogue.requirements;
        if (std::none_of(all.begin(), all.end(), [&](const Requirement& each) { return named(each, id); })) return &id;
    }
    return nullptr;
}

std::vector<Case> cases_of(const std::vector<std::string>& ids, const Catalogue& catalogue) {
    std::vector<Case> cases;
    for (std::uint32_t i = 0; i < catalogue.requirements.size(); ++i) {
        const Requirement& requirement = catalogue.requirements[i];
        const bool chosen = ids.empty() || std::any_of(ids.begin(), ids.end(),
                                                       [&](const std::string& id) { return named(requirement, id); });
        if (!chosen) continue;
        for (const Example& example : requirement.examples) cases.push_back({i, &example});
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
    if (const std::string* id = unknown(arguments.ids, rules.catalogue)) {
        complain(streams, unknown_requirement(*id, rules.catalogue, true));
        return failed;
    }
    auto cases = cases_of(arguments.ids, rules.catalogue);
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
