#include <algorithm>

#include "ingest/printed_number.hpp"
#include "ingest/repair.hpp"
#include "ingest/text_shape.hpp"

namespace boardcheck::ingest {

namespace {

constexpr std::size_t longest_title = 90;
constexpr std::uint8_t deepest = 6;

/// What the headings of the paper look like so far.
struct Outline {
    bool marked = false;            // the paper marks its headings
    std::uint8_t marked_level = 0;  // of the last marked heading
    std::uint8_t number_depth = 0;  // of the last numbered title among the lines that stand alone
};

bool is_label(std::string_view text) { return label_length(text) == text.size() && !text.empty(); }

/// A title as it may stand in a paragraph or, with its number, in an ordered list of its own.
bool is_candidate(const Draft& draft, const DraftBlock& block) {
    if (block.lines.empty() || block.lines.size() > 2 || text_length(block) > longest_title) return false;
    const bool item = block.block.kind == BlockKind::list_item && block.marked && block.block.level == 1;
    if (block.block.kind != BlockKind::paragraph && !item) return false;
    const std::string_view text = first_line(draft, block);
    if (block.lines.size() == 2) {
        return block.block.emphasised && is_title(text) && is_title(last_line(draft, block));
    }
    // "Summary:" is a heading; a longer line with a colon leads in to what comes next.
    if (text.ends_with(':')) return is_label(text);
    // Lettered points are no headings, however short they are.
    const PrintedNumber number = block.block.number.empty() ? heading_number(text) : PrintedNumber{};
    const bool lettered = number.length > 0 && number.depth == 0;
    if (lettered || block.block.number.ends_with(')') || begins_lower(block.block.number)) return false;
    return is_title(text.substr(number.length < text.size() ? number.length : 0));
}

/// Text that a heading can stand above.
bool is_body(const Draft& draft, const DraftBlock& block) {
    if (block.block.kind == BlockKind::list_item || block.block.kind == BlockKind::table_cell) return true;
    if (block.block.kind != BlockKind::paragraph) return false;
    return text_length(block) > longest_title || !ends_open(last_line(draft, block)) ||
           has_finite_verb(first_line(draft, block));
}

bool is_alone_in_list(const std::vector<DraftBlock>& blocks, std::size_t index) {
    const std::uint32_t list = blocks[index].list;
    const bool before = index > 0 && blocks[index - 1].list == list;
    const bool after = index + 1 < blocks.size() && blocks[index + 1].list == list;
    return list == 0 || (!before && !after);
}

std::uint8_t level_of(std::uint32_t depth, Outline& outline, std::size_t place) {
    const bool numbered = depth > 0;
    std::size_t level = numbered ? depth : outline.number_depth + 1U + place;
    if (numbered) outline.number_depth = static_cast<std::uint8_t>(depth);
    if (outline.marked) level = outline.marked_level + 1U + (numbered ? 0 : place);
    return static_cast<std::uint8_t>(std::min<std::size_t>(level, deepest));
}

/// Makes a heading of a block; its number, if it is still in the text, is taken out.
void promote(const Draft& draft, DraftBlock& block, Outline& outline, std::size_t place) {
    std::uint32_t depth = 0;
    if (block.block.number.empty()) {
        const std::string_view text = first_line(draft, block);
        const PrintedNumber number = heading_number(text);
        if (number.length > 0 && number.length < text.size()) {
            block.block.number = number.number;
            block.lines.front().begin += number.length;
            depth = number.depth;
        }
    } else {
        depth = 1 + static_cast<std::uint32_t>(std::count(block.block.number.begin(), block.block.number.end(), '.'));
    }
    block.block.level = level_of(depth, outline, place);
    block.block.kind = BlockKind::heading;
    block.list = 0;
}

/// A sentence that was underlined, or a paragraph that a converter took for a heading.
void demote_sentences(Draft& draft) {
    constexpr std::size_t longest_heading = 160;
    for (DraftBlock& block : draft.blocks) {
        if (block.block.kind != BlockKind::heading) continue;
        const std::size_t size = text_length(block);
        const bool sentence = last_line(draft, block).ends_with('.') && size > longest_title;
        if (size <= longest_heading && !sentence) continue;
        block.block.kind = BlockKind::paragraph;
        block.block.level = 0;
        block.block.emphasised = block.marked;
    }
}

}  // namespace

void promote_headings(Draft& draft) {
    demote_sentences(draft);
    auto& blocks = draft.blocks;
    Outline outline;
    outline.marked = std::any_of(blocks.begin(), blocks.end(),
                                 [](const DraftBlock& block) { return block.block.kind == BlockKind::heading; });
    bool cover = true;
    for (std::size_t i = 0; i < blocks.size();) {
        std::size_t end = i;
        while (end < blocks.size() && is_candidate(draft, blocks[end]) && is_alone_in_list(blocks, end)) ++end;
        if (end == i) {
            const Block& block = blocks[i].block;
            if (block.kind == BlockKind::heading) outline.marked_level = block.level;
            if (is_body(draft, blocks[i])) cover = false;
            ++i;
            continue;
        }
        const bool labelled = is_label(first_line(draft, blocks[end - 1]));
        const bool leads_in = labelled && end < blocks.size() && blocks[end].block.kind == BlockKind::list_item &&
                              count_words(first_line(draft, blocks[end - 1])) > 2;
        const bool above_text = end < blocks.size() && !leads_in && (labelled || is_body(draft, blocks[end]));
        const bool few = end - i <= 2;
        for (std::size_t place = 0; i < end; ++i, ++place) {
            DraftBlock& block = blocks[i];
            const bool told = !outline.marked || block.block.emphasised || !block.block.number.empty();
            if (few && above_text && told) {
                promote(draft, block, outline, place);
            } else if (!few && !cover) {
                block.block.doubtful = true;
            }
        }
    }
}

}  // namespace boardcheck::ingest
