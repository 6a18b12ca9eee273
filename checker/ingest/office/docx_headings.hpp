// Headings, and heading rows of tables, of papers that were formatted by hand.
#pragma once

#include <vector>

#include "ingest/draft.hpp"
#include "ingest/office/docx_blocks.hpp"

namespace boardcheck::ingest::docx {

/// Headings that are too long for one: paragraphs that took a heading's style for the sake of its number.
void demote_statements(Draft& draft);
/// Where no style has made a heading: short lines that are bold, larger than the text, underlined or in capitals, with
/// text below them, become headings; lines that look alike have one level. `looks`: one for each block.
void promote_by_look(Draft& draft, const std::vector<TextLook>& looks);
/// Of tables without marked heading rows: the first row, where it is bold and the rows below it are not.
void mark_heading_rows(Draft& draft);

}  // namespace boardcheck::ingest::docx
