// Terms in, the automaton that finds their variants out.
#pragma once

#include "catalogue/catalogue.hpp"

namespace boardcheck::catalogue {

Trie build_trie(const std::vector<Term>& terms);

}  // namespace boardcheck::catalogue
