// What a file is, by its content.
#pragma once

#include <string>
#include <string_view>

#include "ingest/ingest.hpp"

namespace boardcheck::ingest {

/// Text where nothing says otherwise. Errors: kinds that are known and not read (a spreadsheet, an old .doc, an
/// encrypted file), with what to do instead.
Result<Format> sniff(const std::string& file, std::string_view bytes, const Limits& limits);

}  // namespace boardcheck::ingest
