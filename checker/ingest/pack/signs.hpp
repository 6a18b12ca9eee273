// What speaks for and against a paper that begins on a page: each sign read once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/ingest.hpp"
#include "ingest/pack/cover_sheet.hpp"
#include "ingest/pack/page_facts.hpp"

namespace boardcheck::ingest::pack {

struct Signs {
    // For a paper that begins here.
    bool cover = false;       // a cover sheet with several labels
    bool part_cover = false;  // two labels of one
    bool new_marker = false;  // an item's number, and another one than on the pages before
    KnownPaper known = KnownPaper::none;
    bool restart = false;        // printed page numbers begin again
    bool maybe_restart = false;  // or begin, after pages without any
    bool new_head = false;       // a running head begins here, or is another one than on the page before
    bool title = false;          // a line that stands out is at the top
    bool sections_restart = false;
    bool after_short_page = false;
    // Against it.
    bool runs_on = false;  // a sentence goes on
    bool table_goes_on = false;
    bool list_goes_on = false;
    bool counts_on = false;  // the printed page number is one more than the one before
    bool same_head = false;  // a running head that not all pages have
    bool same_marker = false;
    bool sections_go_on = false;
    bool appendix = false;
};

/// One for each page.
std::vector<Signs> read_signs(const Document& document, const std::vector<Page>& pages,
                              const std::vector<CoverSheet>& covers);

}  // namespace boardcheck::ingest::pack
