#include <algorithm>
#include <string>
#include <unordered_map>

#include "ingest/characters.hpp"
#include "ingest/repair/repair.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest {

namespace {

// A line at the head or foot of so many pages belongs to the pages.
constexpr int fewest_pages = 3;
constexpr std::size_t longest_furniture = 120;

bool is_line(const DraftBlock& block) {
    return block.block.kind == BlockKind::paragraph && block.lines.size() == 1 && block.block.number.empty();
}

/// A bare number between two halves of a sentence, or "Page 3 of 14" anywhere.
bool is_page_foot(const Draft& draft, std::size_t index) {
    const DraftBlock& block = draft.blocks[index];
    if (!is_line(block) || !is_page_number(first_line(draft, block))) return false;
    if (begins_upper(first_line(draft, block)) || begins_lower(first_line(draft, block))) return true;
    if (index == 0 || index + 1 == draft.blocks.size()) return index > 0;
    return ends_open(last_line(draft, draft.blocks[index - 1])) &&
           begins_lower(first_line(draft, draft.blocks[index + 1]));
}

void mark_page_numbers(Draft& draft) {
    for (std::size_t i = 0; i < draft.blocks.size(); ++i) {
        DraftBlock& block = draft.blocks[i];
        if (is_page_foot(draft, i)) {
            block.block.kind = BlockKind::footer;
        } else if (is_line(block) && is_page_number(first_line(draft, block))) {
            block.block.doubtful = true;
        }
    }
}

/// For each page, the blocks from `first` on.
std::vector<std::size_t> first_blocks_of_pages(const Draft& draft) {
    std::vector<std::size_t> firsts;
    std::size_t page = 0;
    for (std::size_t i = 0; i < draft.blocks.size(); ++i) {
        if (draft.blocks[i].lines.empty()) continue;
        const std::uint32_t at = draft.blocks[i].lines.front().begin;
        bool begins = firsts.empty();
        for (; page < draft.pages.size() && draft.pages[page].begin <= at; ++page) begins = true;
        if (begins) firsts.push_back(i);
    }
    return firsts;
}

}  // namespace

void mark_page_furniture(Draft& draft) {
    mark_page_numbers(draft);
    if (draft.pages.size() < fewest_pages) return;
    const auto firsts = first_blocks_of_pages(draft);
    std::unordered_map<std::string, int> heads;
    std::unordered_map<std::string, int> feet;
    const auto text_of = [&draft](std::size_t index) {
        return without_numbers(first_line(draft, draft.blocks[index]));
    };
    const auto last_of = [&](std::size_t page) {
        return (page + 1 < firsts.size() ? firsts[page + 1] : draft.blocks.size()) - 1;
    };
    for (std::size_t page = 0; page < firsts.size(); ++page) {
        ++heads[text_of(firsts[page])];
        ++feet[text_of(last_of(page))];
    }
    const auto mark = [&](std::size_t index, const auto& counts, BlockKind kind) {
        DraftBlock& block = draft.blocks[index];
        const bool line = is_line(block) && text_length(block) <= longest_furniture;
        if (line && counts.at(text_of(index)) >= fewest_pages) block.block.kind = kind;
    };
    for (std::size_t page = 0; page < firsts.size(); ++page) {
        mark(firsts[page], heads, BlockKind::header);
        mark(last_of(page), feet, BlockKind::footer);
        DraftBlock& foot = draft.blocks[last_of(page)];
        if (is_line(foot) && is_page_number(first_line(draft, foot))) {
            foot.block.kind = BlockKind::footer;
            foot.block.doubtful = false;
        }
    }
}

}  // namespace boardcheck::ingest
