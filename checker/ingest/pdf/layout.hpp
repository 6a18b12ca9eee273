// From lines on pages to the paper: blocks in the order of reading.
#pragma once

#include <vector>

#include "ingest/draft.hpp"
#include "ingest/pdf/page.hpp"

namespace boardcheck::ingest::pdf {

struct Layout {
    Draft draft;
    std::vector<std::uint32_t> empty_pages;  // without a word of their own
};

/// `outline`: the file's bookmarks.
Layout lay_out(std::vector<Page> pages, const std::vector<Bookmark>& outline);

}  // namespace boardcheck::ingest::pdf
