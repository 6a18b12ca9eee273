// A page as UTF-8: by its byte order mark, by what its bytes are, by what it says of itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "ingest/ingest.hpp"

namespace boardcheck::ingest {

struct DecodedPage {
    std::string text;
    std::vector<Notice> notices;
};

/// Bytes that are valid UTF-8 are read as that, whatever they claim; others in the charset that the page names, or as
/// Windows-1252.
Result<DecodedPage> decode_page(const std::string& file, std::string_view bytes, const Limits& limits);

}  // namespace boardcheck::ingest
