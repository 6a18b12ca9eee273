// Guidance, Bills and Acts that the paper names.
#include "extract/paper.hpp"

namespace boardcheck::extract {

std::vector<Citation> find_citations(const Paper&) { return {}; }

}  // namespace boardcheck::extract
