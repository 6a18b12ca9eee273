// Reads OpenDocument texts (.odt) and presentations (.odp), and their templates.
//
// Numbers of lists and headings are computed as they are shown. Deletions among tracked changes, and words that are
// marked hidden, are left out and told. Pages are not known: they depend on the program that prints.
#pragma once

#include <string>
#include <string_view>

#include "ingest/draft.hpp"

namespace boardcheck::ingest {

/// Errors: not a zip, damaged, its text missing, protected with a password, larger than the limits.
Result<Reading> read_odt(const std::string& file, std::string_view bytes, const Limits& limits);
Result<Reading> read_odp(const std::string& file, std::string_view bytes, const Limits& limits);

}  // namespace boardcheck::ingest
