// The automaton of all variants: a part of catalogue.hpp.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "catalogue/pattern.hpp"

namespace boardcheck::catalogue {

/// The automaton that finds all variants of all terms: states, with edges by word key, and the terms that end there.
/// State 0 is the root. The edges of a state reach from its own first one to the next state's; ends likewise.
struct Trie {
    struct State {
        std::uint32_t edges = 0, ends = 0;  // the first
    };
    struct Edge {
        std::uint32_t key = 0, state = 0;
    };
    struct End {
        TermId term = 0;
        std::uint32_t variant = 0;  // index into the term's variants
    };
    std::vector<State> states;  // with one more behind the last; empty where there is no trie
    std::vector<Edge> edges;    // of each state by key
    std::vector<End> ends;

    std::size_t size() const { return states.empty() ? 0 : states.size() - 1; }
    std::span<const Edge> edges_of(std::uint32_t state) const {
        return {edges.data() + states[state].edges, edges.data() + states[state + 1].edges};
    }
    std::span<const End> ends_at(std::uint32_t state) const {
        return {ends.data() + states[state].ends, ends.data() + states[state + 1].ends};
    }
    /// The state after this one for a word, or no_state.
    std::uint32_t after(std::uint32_t state, std::uint32_t key) const;
    static constexpr std::uint32_t no_state = 0xffffffff;
};

}  // namespace boardcheck::catalogue
