// Cuts a document into papers at given pages.
#pragma once

#include <vector>

#include "ingest/ingest.hpp"
#include "ingest/pack/paper_starts.hpp"

namespace boardcheck::ingest::pack {

/// One for each start, up to `last_page`. Blocks go where they begin, notices to the paper with the first page that
/// they name, bookmarks to the paper of their page.
std::vector<Result<Document>> cut(const Document& pack, const std::vector<PaperStart>& starts, std::uint32_t last_page);

}  // namespace boardcheck::ingest::pack
