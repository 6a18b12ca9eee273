// The last step of reading: what is left of a draft becomes the text and the blocks of a Document.
#pragma once

#include "ingest/draft.hpp"

namespace boardcheck::ingest {

/// Writes text, blocks, pages and the way back; blocks without lines are left out.
void assemble(const Draft& draft, Document& document);

}  // namespace boardcheck::ingest
