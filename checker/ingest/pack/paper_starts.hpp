// Decides where the papers of a pack begin, by weighing all signs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/ingest.hpp"
#include "ingest/pack/page_facts.hpp"

namespace boardcheck::ingest::pack {

struct PaperStart {
    std::uint32_t page = 1;  // of the file
    std::string item;        // of the agenda; empty: none known
    std::string title;
};

/// In the order of pages, the first on page 1; fewer than two where the document is no pack.
std::vector<PaperStart> paper_starts(const Document& document, const std::vector<Page>& pages);

}  // namespace boardcheck::ingest::pack
