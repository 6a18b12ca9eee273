// Which paragraphs are headings, and how deep: by size, weight, capitals, numbers and the file's own bookmarks.
#pragma once

#include <vector>

#include "ingest/pdf/paragraph.hpp"

namespace boardcheck::ingest::pdf {

void mark_headings(std::vector<Paragraph>& paragraphs, const std::vector<Bookmark>& outline, const Setting& setting);

/// Levels of list items, by how far they are indented against each other.
void level_items(std::vector<Paragraph>& paragraphs);

}  // namespace boardcheck::ingest::pdf
