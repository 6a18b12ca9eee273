// The first page of a paper: what its cover sheet says, and what its title is.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.hpp"
#include "ingest/pack/item_marker.hpp"
#include "ingest/pack/page_facts.hpp"

namespace boardcheck::ingest::pack {

/// What a page says that could be the first of a paper.
struct CoverSheet {
    std::optional<ItemMarker> marker;
    std::string title;         // after "Title:" or "Subject:"
    unsigned labels = 0;       // kinds of labels that cover sheets have: date, author, purpose ...
    bool names_paper = false;  // among them one that only papers have: item, meeting, report to
    bool names_title = false;
};
CoverSheet read_cover_sheet(const Document& document, const Page& page);

/// The short lines at the top of a page that could be its title, in order.
std::vector<std::size_t> title_lines(const Document& document, const Page& page);
/// The best of them; empty where there is none.
std::string page_title(const Document& document, const Page& page);

/// "Agenda", "Minutes of the meeting held on 3 May", "Action log": papers that have no cover sheet.
enum class KnownPaper { none, agenda, minutes, log };
KnownPaper known_paper(std::string_view title);

}  // namespace boardcheck::ingest::pack
