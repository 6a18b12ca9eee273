#include "catalogue/trie.hpp"

namespace boardcheck::catalogue {

std::vector<TrieNode> build_trie(const std::vector<Term>& terms, WordKeys& words) {
    std::vector<TrieNode> trie(1);
    for (TermId term = 0; term < terms.size(); ++term) {
        for (std::uint32_t i = 0; i < terms[term].variants.size(); ++i) {
            const auto& variant = terms[term].variants[i];
            std::uint32_t state = 0;
            for (const auto key : words.of(variant.text, variant.exact)) {
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
