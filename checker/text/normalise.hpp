// Makes the characters of a text uniform, and records where each came from.
#pragma once

#include <string>
#include <string_view>

#include "base/base.hpp"

namespace boardcheck::text {

/// Appends the normal form of `source` to `out` and its runs to `map`; `source` begins at `source_begin` in the text
/// that the map leads to. Bytes that are not UTF-8 become U+FFFD.
void normalise(std::string_view source, std::uint32_t source_begin, std::string& out, OffsetMap& map);

}  // namespace boardcheck::text
