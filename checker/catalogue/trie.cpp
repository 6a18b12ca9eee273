#include "catalogue/trie.hpp"

#include <algorithm>

namespace boardcheck::catalogue {

namespace {

/// A state while the trie grows.
struct Growing {
    std::vector<Trie::Edge> next;  // by key
    std::vector<Trie::End> ends;
};

constexpr auto by_key = [](const Trie::Edge& edge, std::uint32_t key) { return edge.key < key; };

/// The state for a word after `state`, which is made where it is not there yet.
std::uint32_t child(std::vector<Growing>& states, std::uint32_t state, std::uint32_t key) {
    auto& next = states[state].next;
    const auto edge = std::lower_bound(next.begin(), next.end(), key, by_key);
    if (edge != next.end() && edge->key == key) return edge->state;
    const auto fresh = static_cast<std::uint32_t>(states.size());
    next.insert(edge, {key, fresh});
    states.emplace_back();
    return fresh;
}

std::vector<Growing> grow(const std::vector<Term>& terms) {
    std::size_t most = 1;
    for (const auto& term : terms)
        for (const auto& variant : term.variants) most += variant.keys.size();
    std::vector<Growing> states(1);
    states.reserve(most);
    for (TermId term = 0; term < terms.size(); ++term) {
        for (std::uint32_t i = 0; i < terms[term].variants.size(); ++i) {
            std::uint32_t state = 0;
            for (const auto key : terms[term].variants[i].keys) state = child(states, state, key);
            states[state].ends.push_back({term, i});
        }
    }
    return states;
}

}  // namespace

std::uint32_t Trie::after(std::uint32_t state, std::uint32_t key) const {
    const auto next = edges_of(state);
    const auto edge = std::lower_bound(next.begin(), next.end(), key, by_key);
    return edge != next.end() && edge->key == key ? edge->state : no_state;
}

Trie build_trie(const std::vector<Term>& terms) {
    const std::vector<Growing> states = grow(terms);
    Trie trie;
    trie.states.reserve(states.size() + 1);
    trie.edges.reserve(states.size());
    const auto mark = [&trie] {
        trie.states.push_back(
            {static_cast<std::uint32_t>(trie.edges.size()), static_cast<std::uint32_t>(trie.ends.size())});
    };
    for (const Growing& state : states) {
        mark();
        trie.edges.insert(trie.edges.end(), state.next.begin(), state.next.end());
        trie.ends.insert(trie.ends.end(), state.ends.begin(), state.ends.end());
    }
    mark();
    return trie;
}

}  // namespace boardcheck::catalogue
