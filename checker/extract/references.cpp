// Cross-references: where they say they lead, and whether that is there.
#include "extract/paper.hpp"

namespace boardcheck::extract {

std::vector<CrossReference> find_references(const Paper&) { return {}; }

}  // namespace boardcheck::extract
