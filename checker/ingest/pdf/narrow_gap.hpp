// Cells whose texts nearly touch: poppler's tool makes one piece of text of them. The rows around show where the next
// column begins, and the widths of the letters, roughly known, which word begins there.
#pragma once

#include "ingest/pdf/page.hpp"

namespace boardcheck::ingest::pdf {

/// The page with such lines parted.
Page part_cells(const Page& page);

}  // namespace boardcheck::ingest::pdf
