// Puts together again what conversion from Word, PowerPoint or PDF has taken apart. Each step works on the whole draft.
#pragma once

#include "ingest/draft.hpp"

namespace boardcheck::ingest {

/// All the steps below, in their order, for text that lost its layout; readers of files that kept it choose among them.
void repair(Draft& draft);

/// Blocks whose lines are rows of a table that was flattened to tabs or columns of spaces become cells.
void split_flattened_tables(Draft& draft);
/// Takes paragraphs apart that are lists without blank lines: labels of a letter, lettered points, lines of an address.
void split_stacked_lines(Draft& draft);
/// Moves printed numbers ("5.12", "(a)", "Appendix A") from the text of blocks to Block::number.
void take_numbers(Draft& draft);
/// Marks what stands at the head or foot of every page.
void mark_page_furniture(Draft& draft);
/// Joins paragraphs and items that were cut by a page break or a false bullet.
void join_broken_blocks(Draft& draft);
/// Makes headings of short lines that stand alone, and paragraphs of underlined sentences; marks runs of stray lines.
void promote_headings(Draft& draft);

}  // namespace boardcheck::ingest
