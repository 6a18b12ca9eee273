// Numbers and bullets that hang to the left of their paragraphs, as lines of their own.
#pragma once

#include <vector>

#include "ingest/pdf/page.hpp"

namespace boardcheck::ingest::pdf {

/// The label becomes the beginning of the line that stands beside it.
void put_in_front(const Line& label, Line& line);

/// Joins what `bands` hold as a label and a text and nothing else; the text's line keeps both. A band is the places in
/// `lines` of what stands on one height, from left to right. Rows of a table that has numbers in its first column stay
/// as they are: another row in the same columns has more cells, or a word in place of the number.
void join_hanging_labels(std::vector<Line>& lines, const std::vector<std::vector<std::size_t>*>& bands);

}  // namespace boardcheck::ingest::pdf
