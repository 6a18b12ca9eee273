// Reads Word files: documents and templates, with and without macros, which are never run.
#pragma once

#include <string>
#include <string_view>

#include "ingest/draft.hpp"

namespace boardcheck::ingest {

/// Errors: a damaged or protected file, one without its main part, one that needs more than the limits allow. A part
/// beside the main one that cannot be read is a notice.
Result<Reading> read_docx(const std::string& file, std::string_view bytes, const Limits& limits);

}  // namespace boardcheck::ingest
