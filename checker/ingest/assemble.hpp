// The last step of reading: writes what is left of a draft into a Document, with the way back to the source.
#pragma once

#include "ingest/draft.hpp"
#include "ingest/prepare.hpp"

namespace boardcheck::ingest {

/// `text` is what `prepared` was made from; fills text, blocks and source of the document.
void assemble(std::string_view text, const Prepared& prepared, const Draft& draft, Document& document);

}  // namespace boardcheck::ingest
