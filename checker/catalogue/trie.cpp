#include "catalogue/trie.hpp"

#include "catalogue/vocabulary.hpp"

namespace boardcheck::catalogue {

namespace {

void add_variant(Catalogue& catalogue, TermId term, std::uint32_t variant) {
    const auto& [text, exact, from, until, when] = catalogue.terms[term].variants[variant];
    std::uint32_t state = 0;
    for (auto& key : keys_of(text, exact)) {
        const auto word =
            catalogue.word_keys.emplace(std::move(key), static_cast<std::uint32_t>(catalogue.word_keys.size()));
        const auto fresh = static_cast<std::uint32_t>(catalogue.trie.size());
        const auto [edge, added] = catalogue.trie[state].next.emplace(word.first->second, fresh);
        state = edge->second;
        if (added) catalogue.trie.emplace_back();
    }
    if (state != 0) catalogue.trie[state].ends.emplace_back(term, variant);
}

}  // namespace

void build_trie(Catalogue& catalogue) {
    catalogue.trie.assign(1, {});
    for (TermId term = 0; term < catalogue.terms.size(); ++term)
        for (std::uint32_t i = 0; i < catalogue.terms[term].variants.size(); ++i) add_variant(catalogue, term, i);
}

}  // namespace boardcheck::catalogue
