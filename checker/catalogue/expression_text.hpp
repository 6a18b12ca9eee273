// The nodes of a pattern in, text that would be read as these nodes out: to name a part of a pattern in a message.
#pragma once

#include <string>
#include <vector>

#include "catalogue/catalogue.hpp"

namespace boardcheck::catalogue {

std::string text_of(const Pattern& pattern, std::uint32_t node, const std::vector<Term>& terms);

}  // namespace boardcheck::catalogue
