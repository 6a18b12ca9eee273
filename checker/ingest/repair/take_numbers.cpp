#include <algorithm>

#include "ingest/repair/printed_number.hpp"
#include "ingest/repair/repair.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest {

namespace {

constexpr std::size_t longest_caption = 200;

/// "[^1]: " at the front of a footnote.
PrintedNumber footnote_number(std::string_view text) {
    constexpr std::size_t longest = 16;
    const auto stop = text.starts_with("[^") ? text.substr(0, longest).find("]:") : std::string_view::npos;
    if (stop == std::string_view::npos) return {};
    auto end = stop + 2;
    while (end < text.size() && text[end] == ' ') ++end;
    return {text.substr(2, stop - 2), static_cast<std::uint32_t>(end), 0};
}

PrintedNumber number_of(const DraftBlock& block, std::string_view text) {
    if (block.block.kind == BlockKind::heading) return heading_number(text);
    const PrintedNumber number = point_number(text);
    if (number.length > 0 || block.block.kind != BlockKind::list_item) return number;
    // "- 5. The chosen ...": a bullet in front of a numbered paragraph.
    const auto stop = text.find('.');
    const bool numbered = stop != std::string_view::npos && stop > 0 && stop <= 3 && stop + 1 < text.size() &&
                          text[stop + 1] == ' ' && text.find_first_not_of("0123456789") == stop;
    if (!numbered) return {};
    const auto begin = std::min(text.find_first_not_of(" \t", stop + 1), text.size());
    return {text.substr(0, stop), static_cast<std::uint32_t>(begin), 1};
}

bool is_dotted(std::string_view number) { return number.find('.') != std::string_view::npos; }

/// Moves the number; the block keeps it as text where nothing else would be left.
void take_number(Draft& draft, DraftBlock& block) {
    if (block.lines.empty() || !block.block.number.empty()) return;
    const std::string_view text = first_line(draft, block);
    const PrintedNumber note = footnote_number(text);
    const bool can_be_caption = block.block.kind == BlockKind::caption ||
                                (block.block.kind == BlockKind::paragraph && text_length(block) <= longest_caption);
    const PrintedNumber caption = can_be_caption ? caption_number(text) : PrintedNumber{};
    PrintedNumber number = note.length > 0 ? note : caption;
    if (number.length == 0) number = number_of(block, text);
    if (number.length == 0 || (number.length >= text.size() && block.lines.size() == 1)) return;
    if (caption.length > 0) block.block.kind = BlockKind::caption;
    if (note.length > 0) block.block.kind = BlockKind::footnote;
    block.block.number = number.number;
    block.lines.front().begin += number.length;
    if (length(block.lines.front()) == 0) block.lines.erase(block.lines.begin());
    // A numbered paragraph that conversion has made an item.
    if (block.block.kind == BlockKind::list_item && is_dotted(block.block.number)) {
        block.block.kind = BlockKind::paragraph;
        block.block.level = 0;
        block.list = 0;
    }
}

bool is_text(const DraftBlock& block) {
    return block.block.kind == BlockKind::paragraph || block.block.kind == BlockKind::list_item;
}

/// A bullet or a number on a line of its own belongs to the paragraph after it.
bool is_bare_marker(const Draft& draft, const DraftBlock& block) {
    if (!is_text(block) || !block.block.number.empty()) return false;
    if (block.lines.empty()) return true;
    const std::string_view text = first_line(draft, block);
    if (block.lines.size() != 1) return false;
    if (point_number(text).length == text.size()) return true;
    const bool chapter =
        text.size() <= 4 && text.ends_with('.') && text.find_first_not_of("0123456789") == text.size() - 1;
    return chapter && text.size() > 1;
}

void give_marker(const Draft& draft, const DraftBlock& marker, DraftBlock& block) {
    if (marker.list != 0) {
        block.block.kind = BlockKind::list_item;
        block.block.level = marker.block.level;
        block.list = marker.list;
    }
    if (marker.lines.empty()) {
        block.block.number = marker.block.number;
        return;
    }
    std::string_view text = first_line(draft, marker);
    const PrintedNumber number = point_number(text);
    if (number.length == 0) text.remove_suffix(1);
    block.block.number = number.length > 0 ? number.number : text;
    if (is_dotted(block.block.number)) block.block.kind = BlockKind::paragraph;
    if (block.block.kind == BlockKind::paragraph) block.block.level = 0, block.list = 0;
}

}  // namespace

void take_numbers(Draft& draft) {
    for (DraftBlock& block : draft.blocks) {
        if (block.block.kind != BlockKind::table_cell) take_number(draft, block);
    }
    std::vector<DraftBlock> kept;
    kept.reserve(draft.blocks.size());
    for (std::size_t i = 0; i < draft.blocks.size(); ++i) {
        const bool last = i + 1 == draft.blocks.size();
        DraftBlock& block = draft.blocks[i];
        DraftBlock* next = last ? nullptr : &draft.blocks[i + 1];
        if (is_bare_marker(draft, block)) {
            const bool belongs = next != nullptr && next->block.kind == BlockKind::paragraph && !next->lines.empty() &&
                                 next->block.number.empty();
            if (belongs) give_marker(draft, block, *next);
            if (belongs || block.lines.empty()) continue;
        }
        kept.push_back(std::move(block));
    }
    draft.blocks = std::move(kept);
}

}  // namespace boardcheck::ingest
