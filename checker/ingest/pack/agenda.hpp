// The agenda at the front of a pack: its items, and the pages on which their papers begin.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/ingest.hpp"
#include "ingest/pack/page_facts.hpp"
#include "ingest/pack/plain_words.hpp"

namespace boardcheck::ingest::pack {

struct AgendaEntry {
    std::string item;        // "7", "10.2"; may be empty
    std::string title;       // with the presenter where the agenda is no table
    std::string paper;       // "C" of "Enc C"; "GB 21/045"; often empty
    std::uint32_t page = 0;  // as printed in the agenda; 0: none
    TitleWords words;
};

struct Agenda {
    std::uint32_t first_page = 0, last_page = 0;  // of the file
    std::vector<AgendaEntry> entries;
};

/// The first agenda in the first pages of a document; none where what looks like it has fewer than three items.
std::optional<Agenda> read_agenda(const Document& document, const std::vector<Page>& pages);

}  // namespace boardcheck::ingest::pack
