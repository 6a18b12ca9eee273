#include "ingest/repair.hpp"
#include "ingest/text_shape.hpp"

namespace boardcheck::ingest {

namespace {

bool is_text(const DraftBlock& block) { return block.block.kind == BlockKind::paragraph && block.lines.size() == 1; }

/// A bare number between two halves of a sentence, or "Page 3 of 14" anywhere.
bool is_page_foot(const Draft& draft, std::size_t index) {
    const DraftBlock& block = draft.blocks[index];
    if (!is_text(block) || !is_page_number(first_line(draft, block))) return false;
    if (begins_upper(first_line(draft, block)) || begins_lower(first_line(draft, block))) return true;
    if (index == 0 || index + 1 == draft.blocks.size()) return index > 0;
    return ends_open(last_line(draft, draft.blocks[index - 1])) &&
           begins_lower(first_line(draft, draft.blocks[index + 1]));
}

}  // namespace

void mark_page_furniture(Draft& draft) {
    for (std::size_t i = 0; i < draft.blocks.size(); ++i) {
        DraftBlock& block = draft.blocks[i];
        if (is_page_foot(draft, i)) {
            block.block.kind = BlockKind::footer;
        } else if (is_text(block) && is_page_number(first_line(draft, block))) {
            block.block.doubtful = true;
        }
    }
}

}  // namespace boardcheck::ingest
