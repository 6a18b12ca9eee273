// Lists that were typed with bullets of their own, where Word was not asked for a list.
#pragma once

#include "ingest/draft.hpp"

namespace boardcheck::ingest::docx {

/// Makes list items of paragraphs, and of lines of a paragraph, that begin with a bullet.
void take_typed_bullets(Draft& draft);

}  // namespace boardcheck::ingest::docx
