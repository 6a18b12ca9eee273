// Words, numbers and punctuation of normalised text.
#pragma once

#include <string_view>
#include <vector>

#include "text/text.hpp"
#include "text/words.hpp"

namespace boardcheck::text {

/// Appends the tokens of `span`; what is in no token is white space.
void tokenise(std::string_view text, Span span, WordTable& words, std::vector<Token>& out);

}  // namespace boardcheck::text
