// Rows and lines of an agenda, each taken apart into what agendas tell: item, title, paper, page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ingest/ingest.hpp"

namespace boardcheck::ingest::pack {

struct AgendaRow {
    std::string item;   // "7", "10.2"; empty: the row goes on with the one before, or is no item
    std::string title;  // may be followed by the presenter where the columns of a table were not told apart
    std::string paper;  // "C" of "Enc C"; "GB 21/045"
    std::uint32_t page_reference = 0;
    std::uint32_t page = 0;  // of the file
    bool in_table = false;
    bool heads = false;  // a heading row
};

/// What follows block `first` until the end of `last_page`, at most a few thousand rows.
std::vector<AgendaRow> agenda_rows(const Document& document, std::size_t first, std::uint32_t last_page);

}  // namespace boardcheck::ingest::pack
