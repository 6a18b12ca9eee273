// A file read whole, before it is known whether it holds one paper or many.
#pragma once

#include <string>
#include <string_view>

#include "ingest/ingest.hpp"

namespace boardcheck::ingest {

/// As `ingest`, but for the languages, which each paper of a pack has of its own.
Result<Document> read_document(std::string file, std::string_view bytes, const Limits& limits);

}  // namespace boardcheck::ingest
