#include "ingest/repair/repair.hpp"

#include <unordered_map>

namespace boardcheck::ingest {

namespace {

/// Tables that came out of flattened text have been numbered after the others: number all in their order.
void number_tables(Draft& draft) {
    std::unordered_map<std::uint32_t, std::uint32_t> numbers;
    for (DraftBlock& block : draft.blocks) {
        if (block.block.table == 0) continue;
        const auto next = static_cast<std::uint32_t>(numbers.size()) + 1;
        block.block.table = numbers.try_emplace(block.block.table, next).first->second;
    }
}

}  // namespace

void repair(Draft& draft) {
    split_flattened_tables(draft);
    split_stacked_lines(draft);
    take_numbers(draft);
    mark_page_furniture(draft);
    join_broken_blocks(draft);
    promote_headings(draft);
    number_tables(draft);
}

}  // namespace boardcheck::ingest
