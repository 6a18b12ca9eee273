// Terms in, the automaton that finds their variants out.
#pragma once

#include "catalogue/catalogue.hpp"

namespace boardcheck::catalogue {

/// Fills word_keys and trie from the terms.
void build_trie(Catalogue& catalogue);

}  // namespace boardcheck::catalogue
