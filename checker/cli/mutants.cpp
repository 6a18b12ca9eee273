#include "cli/mutants.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace boardcheck::cli {

namespace {

using catalogue::Node;
using catalogue::NodeKind;
using catalogue::Pattern;
using catalogue::PatternId;
using catalogue::Requirement;

enum class Owner { requirement, facet, contradiction };

/// The patterns of a requirement, of one of its facets, or of one of its contradictions.
struct Part {
    Owner owner = Owner::requirement;
    std::size_t index = 0;

    /// Of a requirement that may be changed, or not.
    template <typename AnyRequirement>
    auto& patterns_of(AnyRequirement& requirement) const {
        if (owner == Owner::facet) return requirement.facets[index].patterns;
        if (owner == Owner::contradiction) return requirement.contradictions[index].patterns;
        return requirement.patterns;
    }
    std::string name_in(const Requirement& requirement) const {
        if (owner == Owner::facet) return "facet " + requirement.facets[index].id;
        if (owner == Owner::contradiction) return "contradiction " + requirement.contradictions[index].id;
        return "pattern";
    }
};

std::vector<Part> parts_of(const Requirement& requirement) {
    std::vector<Part> parts{{}};
    for (std::size_t i = 0; i < requirement.facets.size(); ++i) parts.push_back({Owner::facet, i});
    for (std::size_t i = 0; i < requirement.contradictions.size(); ++i) parts.push_back({Owner::contradiction, i});
    return parts;
}

/// Whether a change makes the rule find less or more.
enum class Effect { less, more };

enum class Kind { alternative, absence, distance };

/// One way to weaken a pattern. What is written alike in several places of one part is one decision, as it would be
/// were it a term: it is weakened in all of them at once.
struct Cut {
    Kind kind = Kind::alternative;
    std::string whole;  // the alternation; the pair, where its distance is cut
    std::string words;  // what is taken out
    Effect effect = Effect::less;
    friend bool operator==(const Cut&, const Cut&) = default;
};

/// Which nodes stand in an absence: whatever is taken from those makes the pattern find more.
std::vector<bool> in_absences(const Pattern& pattern) {
    std::vector<bool> inside(pattern.nodes.size(), false);
    for (std::size_t i = pattern.nodes.size(); i-- > 0;) {  // the parts of a node come before it
        const Node& node = pattern.nodes[i];
        for (const std::uint32_t child : node.children) inside[child] = inside[i] != (node.kind == NodeKind::absent);
    }
    return inside;
}

std::string words_of(const Pattern& pattern, std::size_t node) {
    return std::string(slice(pattern.text, pattern.written[node]));
}

/// An alternation is the same with brackets and without.
std::string alternation(const Pattern& pattern, std::size_t node) {
    const std::string words = words_of(pattern, node);
    return words.starts_with('(') && words.ends_with(')') ? words.substr(1, words.size() - 2) : words;
}

/// The cuts that one node of a pattern allows, each with the child that it takes out.
std::vector<std::pair<Cut, std::size_t>> cuts_at(const Pattern& pattern, std::size_t index, bool inside) {
    const Node& node = pattern.nodes[index];
    const Effect fewer = inside ? Effect::more : Effect::less, more = inside ? Effect::less : Effect::more;
    std::vector<std::pair<Cut, std::size_t>> cuts;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const std::string words = words_of(pattern, node.children[i]);
        const bool absence = pattern.nodes[node.children[i]].kind == NodeKind::absent;
        if (node.kind == NodeKind::any)
            cuts.push_back({{Kind::alternative, alternation(pattern, index), words, fewer}, i});
        else if (node.kind == NodeKind::all && absence)
            cuts.push_back({{Kind::absence, {}, words, more}, i});
    }
    const bool pair = node.kind == NodeKind::near || node.kind == NodeKind::ordered;
    if (pair && node.distance != Node::unlimited)
        cuts.push_back({{Kind::distance, {}, words_of(pattern, index), more}, 0});
    return cuts;
}

/// The cuts that the patterns of one part allow, each once, in the order in which they are written.
std::vector<Cut> cuts_of(const std::vector<PatternId>& ids, const std::vector<Pattern>& patterns, Weakening weakening) {
    std::vector<Cut> cuts;
    for (const PatternId id : ids) {
        const std::vector<bool> inside = in_absences(patterns[id]);
        for (std::size_t i = 0; i < inside.size(); ++i) {
            for (auto& [cut, child] : cuts_at(patterns[id], i, inside[i])) {
                const bool wanted = cut.kind != Kind::distance || weakening == Weakening::parts_and_distances;
                const bool known = std::find(cuts.begin(), cuts.end(), cut) != cuts.end();
                if (wanted && !known) cuts.push_back(std::move(cut));
            }
        }
    }
    return cuts;
}

/// The pattern with the cut wherever it can be made, or nothing. Triggers stay what they are: no cut makes a scope
/// match that has none of them.
std::optional<Pattern> weakened(const Pattern& pattern, const Cut& wanted) {
    const std::vector<bool> inside = in_absences(pattern);
    std::optional<Pattern> changed;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        for (const auto& [cut, child] : cuts_at(pattern, i, inside[i])) {
            if (cut != wanted) continue;
            if (!changed) changed = pattern;
            Node& node = changed->nodes[i];
            if (cut.kind == Kind::distance) {
                node.distance = Node::unlimited;
            } else {
                node.children.erase(node.children.begin() + static_cast<std::ptrdiff_t>(child));
                break;  // an alternative that is written twice in one alternation goes once
            }
        }
    }
    return changed;
}

constexpr std::size_t longest_excerpt = 60;

std::string words_for(const Cut& cut) {
    switch (cut.kind) {
        case Kind::alternative: {
            const bool fits = cut.whole.size() <= longest_excerpt;
            return fmt::format("without the alternative {}, of ({}{})", cut.words,
                               fits ? cut.whole : cut.whole.substr(0, cut.whole.rfind(' ', longest_excerpt)),
                               fits ? "" : " …");
        }
        case Kind::absence:
            return "without " + cut.words;
        case Kind::distance:
            return "with any distance in " + cut.words;
    }
    return {};
}

std::string remedy_for(const Requirement& requirement, const Part& part, Effect effect) {
    const bool less = effect == Effect::less;
    switch (part.owner) {
        case Owner::requirement:
            return less ? "a match that nothing else in the rule finds" : "a near-miss that nothing else keeps silent";
        case Owner::facet: {
            const std::string& facet = requirement.facets[part.index].id;
            return less ? fmt::format("a match whose {} nothing else finds", facet)
                        : fmt::format("a match with missing=\"{}\" that nothing else makes miss it", facet);
        }
        case Owner::contradiction:
            return less ? "a contradicting example that nothing else in the rule finds"
                        : "a match or near-miss that nothing else keeps from being contradicted";
    }
    return {};
}

/// Without each of several patterns.
void add_shorter(const Requirement& requirement, const Part& part, const std::vector<Pattern>& patterns,
                 std::vector<Mutant>& mutants) {
    const std::size_t count = part.patterns_of(requirement).size();
    for (std::size_t i = 0; count > 1 && i < count; ++i) {
        Mutant mutant{requirement, {}, part.name_in(requirement), {}, remedy_for(requirement, part, Effect::less)};
        auto& left = part.patterns_of(mutant.requirement);
        const Pattern& pattern = patterns[left[i]];
        mutant.lines = {pattern.line};
        mutant.change = "without the pattern " + pattern.text;
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(i));
        mutants.push_back(std::move(mutant));
    }
}

void add_cut(const Requirement& requirement, const Part& part, const Cut& cut, std::vector<Pattern>& patterns,
             std::vector<Mutant>& mutants) {
    Mutant mutant{
        requirement, {}, part.name_in(requirement), words_for(cut), remedy_for(requirement, part, cut.effect)};
    for (PatternId& id : part.patterns_of(mutant.requirement)) {
        auto changed = weakened(patterns[id], cut);
        if (!changed) continue;
        mutant.lines.push_back(changed->line);
        id = static_cast<PatternId>(patterns.size());
        patterns.push_back(std::move(*changed));
    }
    mutants.push_back(std::move(mutant));
}

}  // namespace

std::vector<Mutant> mutants_of(const Requirement& requirement, Weakening weakening, std::vector<Pattern>& patterns) {
    Requirement bare = requirement;
    bare.examples.clear();
    std::vector<Mutant> mutants;
    for (const Part& part : parts_of(bare)) {
        add_shorter(bare, part, patterns, mutants);
        for (const Cut& cut : cuts_of(part.patterns_of(bare), patterns, weakening))
            add_cut(bare, part, cut, patterns, mutants);
    }
    return mutants;
}

}  // namespace boardcheck::cli
