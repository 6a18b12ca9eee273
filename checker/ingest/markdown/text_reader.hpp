// Plain text and Markdown, which take one path: converted papers are something between the two.
#pragma once

#include "ingest/draft.hpp"

namespace boardcheck::ingest {

/// `file` says by its ending that a text without marks is Markdown all the same.
Result<Reading> read_text(const std::string& file, std::string_view bytes, const Limits& limits);

}  // namespace boardcheck::ingest
