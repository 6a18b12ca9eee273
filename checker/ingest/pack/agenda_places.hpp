// Where in the file the items of an agenda have their papers.
#pragma once

#include <cstddef>
#include <vector>

#include "ingest/ingest.hpp"
#include "ingest/pack/agenda.hpp"
#include "ingest/pack/cover_sheet.hpp"
#include "ingest/pack/page_facts.hpp"

namespace boardcheck::ingest::pack {

struct AgendaPlaces {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> entries;  // for each page of the file: the entry whose paper begins there, or none
    bool by_page = false;              // the agenda's own page numbers lead to them
};

/// Items and titles at the top of pages and in bookmarks are compared with the agenda; what is found keeps the
/// agenda's order. Page numbers of the agenda are believed once titles have shown how far they are off.
AgendaPlaces place_agenda(const Document& document, const std::vector<Page>& pages,
                          const std::vector<CoverSheet>& covers, const Agenda& agenda);

}  // namespace boardcheck::ingest::pack
