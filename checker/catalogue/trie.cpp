#include "catalogue/trie.hpp"

#include <algorithm>

namespace boardcheck::catalogue {

namespace {

constexpr auto by_key = [](const std::pair<std::uint32_t, std::uint32_t>& edge, std::uint32_t key) {
    return edge.first < key;
};

/// The node for a word after `state`, which is made where it is not there yet.
std::uint32_t child(std::vector<TrieNode>& trie, std::uint32_t state, std::uint32_t key) {
    auto& next = trie[state].next;
    const auto edge = std::lower_bound(next.begin(), next.end(), key, by_key);
    if (edge != next.end() && edge->first == key) return edge->second;
    const auto fresh = static_cast<std::uint32_t>(trie.size());
    next.insert(edge, {key, fresh});
    trie.emplace_back();
    return fresh;
}

}  // namespace

std::uint32_t TrieNode::after(std::uint32_t key) const {
    const auto edge = std::lower_bound(next.begin(), next.end(), key, by_key);
    return edge != next.end() && edge->first == key ? edge->second : no_node;
}

std::vector<TrieNode> build_trie(const std::vector<Term>& terms) {
    std::size_t most = 1;
    for (const auto& term : terms)
        for (const auto& variant : term.variants) most += variant.keys.size();
    std::vector<TrieNode> trie(1);
    trie.reserve(most);
    for (TermId term = 0; term < terms.size(); ++term) {
        for (std::uint32_t i = 0; i < terms[term].variants.size(); ++i) {
            std::uint32_t state = 0;
            for (const auto key : terms[term].variants[i].keys) {
                state = child(trie, state, key);
            }
            trie[state].ends.emplace_back(term, i);
        }
    }
    return trie;
}

}  // namespace boardcheck::catalogue
