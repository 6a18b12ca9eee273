// Bytes of a file as UTF-8: what encoding they are in, and whether they are text at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "ingest/ingest.hpp"

namespace boardcheck::ingest {

struct Decoded {
    std::optional<std::string> rewritten;  // absent where the bytes are valid UTF-8 as they stand
    std::uint32_t begin = 0;               // where the text begins: after a byte order mark
    std::vector<Notice> notices;
};

/// UTF-8 with or without a byte order mark, UTF-16 with one; single bytes that are not UTF-8 are read as Windows-1252.
Result<Decoded> decode(const std::string& file, std::string_view bytes, const Limits& limits);

/// Length of the longest beginning of `bytes` that is valid UTF-8.
std::size_t valid_utf8(std::string_view bytes);

}  // namespace boardcheck::ingest
