#include "catalogue/trie.hpp"

namespace boardcheck::catalogue {

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
                const auto [edge, fresh] = trie[state].next.emplace(key, static_cast<std::uint32_t>(trie.size()));
                state = edge->second;
                if (fresh) trie.emplace_back();
            }
            trie[state].ends.emplace_back(term, i);
        }
    }
    return trie;
}

}  // namespace boardcheck::catalogue
