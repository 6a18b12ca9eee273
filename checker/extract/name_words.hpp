// What words can do inside the names of bodies: the closed classes of English, as names use them.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/text.hpp"

namespace boardcheck::extract {

/// What a word can do inside a name.
enum class Sort : std::uint8_t { plain, article, definite, each, joiner, stop };

Sort sort_of(const text::Word& word);

/// "third", "4th": a number that counts nothing. `folded` is in lower case.
bool is_ordinal(std::string_view folded);

/// "October" before a board's name says when it meets. `surface` is as written.
bool is_month(std::string_view surface);

}  // namespace boardcheck::extract
