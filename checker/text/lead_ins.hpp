// Which sentences introduce which: paragraphs their lists, items their sub-items, a table's header its rows.
#pragma once

#include <vector>

#include "text/layout.hpp"
#include "text/text.hpp"

namespace boardcheck::text {

/// How a run of tokens ends, closing quotation marks and brackets aside.
enum class Ending { stop, colon, open };  // ".", "!" or "?"; ":" or a dash; anything else
Ending ending_of(const Text& text, TokenRange tokens);

/// True where the next block that is not page furniture is a list item.
bool introduces_list(const std::vector<ingest::Block>& blocks, std::uint32_t block);

/// Fills in Sentence::lead_ins.
void find_lead_ins(const ingest::Document& document, const Text& text, const Layout& layout,
                   std::vector<Sentence>& sentences);

}  // namespace boardcheck::text
