#include "ingest/repair/table_numbers.hpp"

#include <unordered_map>

namespace boardcheck::ingest {

void number_tables(Draft& draft) {
    std::unordered_map<std::uint32_t, std::uint32_t> numbers;
    for (DraftBlock& block : draft.blocks) {
        if (block.block.table == 0) continue;
        const auto next = static_cast<std::uint32_t>(numbers.size()) + 1;
        block.block.table = numbers.try_emplace(block.block.table, next).first->second;
    }
}

}  // namespace boardcheck::ingest
