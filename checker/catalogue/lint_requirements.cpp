#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "catalogue/implication.hpp"
#include "catalogue/lint_parts.hpp"

namespace boardcheck::catalogue {

namespace {

/// Words that are the same but for their case are the same to a reader.
std::string folded(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    while (!out.empty() && (out.back() == '.' || out.back() == ' ')) out.pop_back();
    return out;
}

class RequirementLint {
public:
    RequirementLint(const Catalogue& catalogue, Warnings& warnings) : catalogue_(catalogue), warnings_(warnings) {}

    void run() {
        std::map<std::string, const Requirement*> titles, statements;
        for (const Requirement& requirement : catalogue_.requirements) {
            unlike(requirement, titles, requirement.title, "title");
            unlike(requirement, statements, requirement.statement, "statement");
            overlaps(requirement);
            repeated_patterns(requirement, requirement.patterns, "the requirement");
            for (const Facet& facet : requirement.facets) facet_of(requirement, facet);
            for (const Contradiction& contradiction : requirement.contradictions)
                contradiction_of(requirement, contradiction);
        }
    }

private:
    const Pattern& pattern(PatternId id) const { return catalogue_.patterns[id]; }

    /// The first of `among` that finds the same as `id`.
    const Pattern* same_in(const std::vector<PatternId>& among, PatternId id) const {
        for (const PatternId other : among)
            if (other != id && same(pattern(other), pattern(id))) return &pattern(other);
        return nullptr;
    }

    void unlike(const Requirement& requirement, std::map<std::string, const Requirement*>& seen,
                const std::string& words, std::string_view what) {
        const auto [place, fresh] = seen.emplace(folded(words), &requirement);
        if (fresh) return;
        warnings_.add(fmt::format("same-{}", what), requirement,
                      fmt::format("{} has the same {} as {}: “{}”", requirement.id, what, place->second->id, words),
                      "say what sets one apart from the other, or join them");
    }

    void overlaps(const Requirement& requirement) {
        for (const std::string& id : requirement.overlaps) {
            const Requirement* other = catalogue_.requirement(id);
            if (other == nullptr) {
                warnings_.add("unknown-overlap", requirement,
                              fmt::format("{} overlaps {}, which does not exist", requirement.id, id),
                              "correct the id, or take the <overlap> out");
                continue;
            }
            const auto& back = other->overlaps;
            if (std::find(back.begin(), back.end(), requirement.id) != back.end()) continue;
            warnings_.add("one-sided-overlap", *other,
                          fmt::format("{} names {} as a near-twin, but not the other way round", requirement.id, id),
                          fmt::format("add <overlap ref=\"{}\"/> to {}", requirement.id, id));
        }
    }

    void repeated_patterns(const Requirement& requirement, const std::vector<PatternId>& patterns,
                           std::string_view owner) {
        for (std::size_t i = 1; i < patterns.size(); ++i) {
            const std::vector<PatternId> before(patterns.begin(), patterns.begin() + static_cast<std::ptrdiff_t>(i));
            if (const Pattern* first = same_in(before, patterns[i]))
                warnings_.add(
                    "repeated-pattern", pattern(patterns[i]),
                    fmt::format("{}: {} has this pattern twice, first in line {}", requirement.id, owner, first->line),
                    "take one of them out\n    " + pattern(patterns[i]).text);
        }
    }

    /// Where every pattern of the requirement is one of the facet's, nothing can say the one without the other.
    void facet_of(const Requirement& requirement, const Facet& facet) {
        repeated_patterns(requirement, facet.patterns, fmt::format("the facet \"{}\"", facet.id));
        const bool always = std::all_of(requirement.patterns.begin(), requirement.patterns.end(),
                                        [&](PatternId id) { return same_in(facet.patterns, id) != nullptr; });
        if (!always) return;
        warnings_.add("facet-never-missing", pattern(facet.patterns.front()),
                      fmt::format("{}: the facet \"{}\" can never be missing: it is found wherever the requirement is",
                                  requirement.id, facet.id),
                      "ask for more in the facet's pattern than in the requirement's, or take the facet out");
    }

    void contradiction_of(const Requirement& requirement, const Contradiction& contradiction) {
        repeated_patterns(requirement, contradiction.patterns,
                          fmt::format("the contradiction \"{}\"", contradiction.id));
        for (const PatternId id : contradiction.patterns)
            if (same_in(requirement.patterns, id) != nullptr)
                warnings_.add("contradicts-itself", pattern(id),
                              fmt::format("{}: the contradiction \"{}\" has a pattern of the requirement itself",
                                          requirement.id, contradiction.id),
                              "take it out of one of the two\n    " + pattern(id).text);
    }

    const Catalogue& catalogue_;
    Warnings& warnings_;
};

}  // namespace

void lint_requirements(const Catalogue& catalogue, Warnings& warnings) { RequirementLint(catalogue, warnings).run(); }

}  // namespace boardcheck::catalogue
