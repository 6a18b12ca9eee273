// Which weakened rules the examples do not notice.
#include <map>
#include <ostream>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/examples.hpp"
#include "cli/mutants.hpp"
#include "cli/parallel.hpp"
#include "cli/progress.hpp"

namespace boardcheck::cli {

namespace {

using catalogue::Catalogue;
using catalogue::Example;
using catalogue::Requirement;

/// What an example shows of a rule.
struct Outcome {
    catalogue::Standing standing = catalogue::Standing::silent;
    std::vector<std::string> missing;
    bool where_marked = true;
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// The mutants of a rule, and those of them that no example notices.
struct Trial {
    std::size_t mutants = 0;
    std::vector<Mutant> survivors;
};

Outcome outcome_of(const Example& example, const report::Paper& paper, std::size_t requirement) {
    const check::RequirementResult& result = paper.assessment.requirements[requirement];
    return {result.standing, result.missing, stands_where_marked(example, paper, result)};
}

/// Each example is read once, by a catalogue that holds the rule and all its mutants and nothing else; `bare` is the
/// catalogue without requirements.
Trial try_mutants(const Requirement& requirement, const Catalogue& bare, Weakening weakening) {
    Catalogue catalogue = bare;
    const std::vector<Mutant> mutants = mutants_of(requirement, weakening, catalogue.patterns);
    catalogue.requirements.push_back(requirement);
    for (const Mutant& mutant : mutants) catalogue.requirements.push_back(mutant.requirement);
    catalogue.index = catalogue::index_of(catalogue);
    std::vector<bool> noticed(mutants.size(), false);
    for (const Example& example : requirement.examples) {
        const auto paper = paper_of(example, catalogue);
        if (!paper) continue;  // `rules test` says so
        const Outcome outcome = outcome_of(example, *paper, 0);
        for (std::size_t i = 0; i < mutants.size(); ++i) {
            noticed[i] = noticed[i] || outcome_of(example, *paper, i + 1) != outcome;
        }
    }
    Trial trial{mutants.size(), {}};
    for (std::size_t i = 0; i < mutants.size(); ++i) {
        if (!noticed[i]) trial.survivors.push_back(mutants[i]);
    }
    return trial;
}

void write(std::ostream& out, const Mutant& mutant, const Rules& rules) {
    const Requirement& requirement = mutant.requirement;
    out << fmt::format("survives {}:{}: {} {}: {}\n", (rules.folder / requirement.file).string(), mutant.lines.front(),
                       requirement.id, mutant.part, mutant.change);
    const bool elsewhere = mutant.lines.size() > 1;
    const std::vector<std::uint32_t> others(mutant.lines.begin() + 1, mutant.lines.end());
    out << fmt::format("         add {}{}\n", mutant.remedy,
                       elsewhere ? fmt::format(" (the same is in line {})", fmt::join(others, ", ")) : "");
}

struct Sum {
    std::size_t mutants = 0, survivors = 0;
};

void write(std::ostream& out, std::string_view name, const Sum& sum) {
    out << fmt::format("{:<8}{:>6} mutants, {:>6} killed, {:>5} survive\n", name, sum.mutants,
                       sum.mutants - sum.survivors, sum.survivors);
}

}  // namespace

int test_mutations(const std::vector<std::uint32_t>& requirements, const TestArguments& arguments, const Rules& rules,
                   const Environment& environment, const Streams& streams) {
    const Weakening weakening = arguments.distances ? Weakening::parts_and_distances : Weakening::parts;
    Catalogue bare = rules.catalogue;
    bare.requirements.clear();
    std::vector<Trial> trials(requirements.size());
    {
        Progress progress(streams.err, environment.err_terminal, requirements.size(), "requirements");
        for_each_index(requirements.size(), [&](std::size_t i) {
            trials[i] = try_mutants(rules.catalogue.requirements[requirements[i]], bare, weakening);
            progress.done();
        });
    }
    Sum total;
    std::map<std::string, Sum> by_theme;
    for (std::size_t i = 0; i < requirements.size(); ++i) {
        const Trial& trial = trials[i];
        for (const Mutant& mutant : trial.survivors) write(streams.out, mutant, rules);
        for (Sum* sum : {&total, &by_theme[rules.catalogue.requirements[requirements[i]].theme]}) {
            sum->mutants += trial.mutants;
            sum->survivors += trial.survivors.size();
        }
    }
    for (const auto& [theme, sum] : by_theme) write(streams.out, theme, sum);
    write(streams.out, "all", total);
    return total.survivors == 0 ? clean : found;
}

}  // namespace boardcheck::cli
