// Terms in, the automaton that finds their variants out.
#pragma once

#include "catalogue/catalogue.hpp"

namespace boardcheck::catalogue {

/// The states of Catalogue::trie.
std::vector<TrieNode> build_trie(const std::vector<Term>& terms);

}  // namespace boardcheck::catalogue
