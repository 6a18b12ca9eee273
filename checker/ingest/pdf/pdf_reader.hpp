// PDF: poppler's tools tell where words stand (poppler.hpp), `lay_out` makes a paper of them (layout.hpp).
#pragma once

#include "ingest/draft.hpp"

namespace boardcheck::ingest {

/// Pages without a text layer are a Notice; a file with none but such pages is an Error.
Result<Reading> read_pdf(const std::string& file, std::string_view bytes, const Limits& limits);

}  // namespace boardcheck::ingest
