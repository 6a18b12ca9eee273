#include "catalogue/implication.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace boardcheck::catalogue {

bool is_entity(const Term& term) { return term.properties.contains("structure") || term.properties.contains("kind"); }

bool is_broader(TermId broader, const Term& term) {
    return std::find(term.broader.begin(), term.broader.end(), broader) != term.broader.end();
}

bool same(const Pattern& a, std::uint32_t node_a, const Pattern& b, std::uint32_t node_b) {
    const Node& x = a.nodes[node_a];
    const Node& y = b.nodes[node_b];
    const bool alike = x.kind == y.kind && x.term == y.term && x.low == y.low && x.high == y.high &&
                       x.distance == y.distance && x.children.size() == y.children.size();
    if (!alike) return false;
    const auto equal = [&](std::uint32_t child_a, std::uint32_t child_b) { return same(a, child_a, b, child_b); };
    if (x.kind == NodeKind::ordered) return std::equal(x.children.begin(), x.children.end(), y.children.begin(), equal);
    std::vector<std::uint32_t> left = y.children;  // std::is_permutation would compare nodes of `a` with one another
    return std::all_of(x.children.begin(), x.children.end(), [&](std::uint32_t child) {
        const auto twin =
            std::find_if(left.begin(), left.end(), [&](std::uint32_t other) { return equal(child, other); });
        if (twin == left.end()) return false;
        left.erase(twin);
        return true;
    });
}

bool same(const Pattern& a, const Pattern& b) {
    return a.scope == b.scope && a.negation == b.negation && same(a, a.root, b, b.root);
}

namespace {

/// For each key of a word compared exactly, the key of its stem, where there is one.
std::vector<std::uint32_t> stems_of(const Catalogue& catalogue) {
    std::vector<std::uint32_t> stems(catalogue.word_keys.size());
    for (const auto& [word, key] : catalogue.word_keys) {
        stems[key] = key;
        if (word.size() < 2 || word[0] != '=') continue;
        const auto words = text::words_of(std::string_view(word).substr(1));
        const auto stem = words.size() == 1 ? catalogue.word_keys.find(words[0].stem) : catalogue.word_keys.end();
        if (stem != catalogue.word_keys.end()) stems[key] = stem->second;
    }
    return stems;
}

/// A term whose mentions are not all made of its variants: dates, numbers, and what papers abbreviate.
bool has_other_names(const Term& term) { return term.properties.contains("structure") || !term.shorts.empty(); }

}  // namespace

Implication::Implication(const Catalogue& catalogue)
    : catalogue_(catalogue), narrower_(catalogue.terms.size()), stems_(stems_of(catalogue)) {
    for (TermId id = 0; id < catalogue.terms.size(); ++id)
        for (const TermId broader : catalogue.terms[id].broader) narrower_[broader].push_back(id);
}

bool Implication::holds(const Term& outer, const Variant& variant, TermId wanted, Extent extent) const {
    const auto& keys = variant.keys;
    const auto mentioned = [&](std::uint32_t state, bool whole) {
        const auto ends = catalogue_.trie.ends_at(state);
        return std::any_of(ends.begin(), ends.end(), [&](const Trie::End& end) {
            const Term& inner = catalogue_.terms[end.term];
            const bool hidden = is_entity(inner) && !(whole && is_entity(outer));
            return !hidden && !inner.variants[end.variant].when && is_broader(wanted, inner);
        });
    };
    for (std::size_t first = 0; first < keys.size(); ++first) {
        std::vector<std::uint32_t> states{0};
        for (std::size_t last = first; last < keys.size() && !states.empty(); ++last) {
            std::vector<std::uint32_t> next;
            for (const std::uint32_t state : states) {
                for (const std::uint32_t key : {keys[last], stems_[keys[last]]}) {
                    const auto after = catalogue_.trie.after(state, key);
                    const bool known = std::find(next.begin(), next.end(), after) != next.end();
                    if (after != Trie::no_state && !known) next.push_back(after);
                }
            }
            states = std::move(next);
            const bool whole = first == 0 && last + 1 == keys.size();
            if (extent == Extent::whole && !whole) continue;
            if (std::any_of(states.begin(), states.end(), [&](auto state) { return mentioned(state, whole); }))
                return true;
        }
    }
    return false;
}

/// Whether every mention of a term holds, or is, a mention of another: {delegate} holds 'delegated', "chair of the
/// board" holds 'board'.
bool Implication::between(TermId given, TermId wanted, Extent extent) const {
    bool mentioned = false;
    for (const TermId id : narrower_[given]) {
        const Term& term = catalogue_.terms[id];
        if (is_broader(wanted, term)) {
            mentioned = true;
            continue;
        }
        if (has_other_names(term)) return false;
        for (const Variant& variant : term.variants) {
            if (!holds(term, variant, wanted, extent)) return false;
            mentioned = true;
        }
    }
    return mentioned;
}

bool Implication::covers(const Pattern& pattern, std::uint32_t wanted, std::uint32_t given) const {
    const Node& from = pattern.nodes[given];
    const Node& to = pattern.nodes[wanted];
    if (same(pattern, given, pattern, wanted)) return true;
    if (from.kind == NodeKind::term && to.kind == NodeKind::term) return between(from.term, to.term, Extent::whole);
    const bool numbers = from.kind == NodeKind::number && to.kind == NodeKind::number;
    return numbers && to.low <= from.low && from.high <= to.high;
}

bool Implication::between(const Pattern& pattern, std::uint32_t given, std::uint32_t wanted) const {
    const Node& from = pattern.nodes[given];
    const Node& to = pattern.nodes[wanted];
    const auto from_part = [&](std::uint32_t part) { return between(pattern, part, wanted); };
    const auto to_part = [&](std::uint32_t part) { return between(pattern, given, part); };
    if (given == wanted || same(pattern, given, pattern, wanted)) return true;
    if (from.kind == NodeKind::any) return std::all_of(from.children.begin(), from.children.end(), from_part);
    if (to.kind == NodeKind::any) return std::any_of(to.children.begin(), to.children.end(), to_part);
    if (to.kind == NodeKind::all) return std::all_of(to.children.begin(), to.children.end(), to_part);
    const bool joint = from.kind == NodeKind::all || from.kind == NodeKind::near || from.kind == NodeKind::ordered;
    if (joint) return std::any_of(from.children.begin(), from.children.end(), from_part);
    if (from.kind == NodeKind::number && to.kind == NodeKind::number) return to.low <= from.low && from.high <= to.high;
    return from.kind == NodeKind::term && to.kind == NodeKind::term && between(from.term, to.term, Extent::within);
}

}  // namespace boardcheck::catalogue
