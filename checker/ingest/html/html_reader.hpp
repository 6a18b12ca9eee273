// Pages of the web, and what office programs save as such.
#pragma once

#include "ingest/draft.hpp"

namespace boardcheck::ingest {

Result<Reading> read_html(const std::string& file, std::string_view bytes, const Limits& limits);

}  // namespace boardcheck::ingest
