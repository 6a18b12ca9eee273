// Terms in, the automaton that finds their variants out.
#pragma once

#include "catalogue/catalogue.hpp"
#include "catalogue/word_keys.hpp"

namespace boardcheck::catalogue {

/// The states of Catalogue::trie.
std::vector<TrieNode> build_trie(const std::vector<Term>& terms, WordKeys& words);

}  // namespace boardcheck::catalogue
