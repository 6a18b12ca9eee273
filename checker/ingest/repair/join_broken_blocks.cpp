#include <algorithm>
#include <unordered_map>

#include "ingest/repair/repair.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest {

namespace {

// A shorter line is a title or a stray line rather than the first half of a paragraph.
constexpr std::size_t shortest_half = 40;
constexpr std::size_t longest_joined = 1u << 16;

/// How the items of a list begin.
struct ListShape {
    std::uint32_t items = 0;
    std::uint32_t lower = 0;
};
using Shapes = std::unordered_map<std::uint32_t, ListShape>;

Shapes shapes_of_lists(const Draft& draft) {
    Shapes shapes;
    for (const DraftBlock& block : draft.blocks) {
        if (block.list == 0) continue;
        ListShape& shape = shapes[block.list];
        ++shape.items;
        if (begins_lower(first_line(draft, block))) ++shape.lower;
    }
    return shapes;
}

bool can_be_joined(const DraftBlock& block) {
    return (block.block.kind == BlockKind::paragraph || block.block.kind == BlockKind::list_item) &&
           !block.lines.empty();
}

bool is_furniture(const DraftBlock& block) {
    return block.block.kind == BlockKind::footer || block.block.kind == BlockKind::header;
}

bool continues_paragraph(const Draft& draft, const DraftBlock& before, const DraftBlock& after) {
    const std::string_view end = last_line(draft, before);
    const std::string_view begin = first_line(draft, after);
    const std::size_t size = text_length(before);
    if (begins_lower(begin)) return size >= shortest_half || text_length(after) >= shortest_half;
    if (size < shortest_half || label_length(begin) > 0) return false;
    return ends_in_mid_phrase(end) || (before.block.kind == BlockKind::paragraph && ends_with_conjunction(end));
}

/// An item that is no item: the rest of a sentence that conversion put behind a bullet. Items of a list that all begin
/// with a small letter are a list.
bool continues_as_item(const Draft& draft, const DraftBlock& before, const DraftBlock& after, const Shapes& shapes) {
    const ListShape shape = shapes.at(after.list);
    const bool lower = begins_lower(first_line(draft, after));
    if (text_length(before) < shortest_half) return false;
    // One item below another is meant, also where it is the only one.
    if (before.list != 0 && before.block.level != after.block.level) return false;
    if (before.list != after.list) {
        const bool alone = shape.items == 1 && (lower || ends_in_mid_phrase(last_line(draft, before)));
        const bool first_of_others = shape.items > 1 && lower && shape.lower == 1;
        return alone || first_of_others;
    }
    const std::string_view end = last_line(draft, before);
    return lower && !begins_lower(first_line(draft, before)) && 2 * shape.lower < shape.items && !end.ends_with(',') &&
           !ends_with_conjunction(end);
}

bool belongs_to(const Draft& draft, const DraftBlock& before, const DraftBlock& after, const Shapes& shapes) {
    if (!can_be_joined(before) || !can_be_joined(after)) return false;
    if (!after.block.number.empty() || before.block.emphasised != after.block.emphasised) return false;
    if (!ends_open(last_line(draft, before)) || text_length(before) + text_length(after) > longest_joined) return false;
    return after.list == 0 ? continues_paragraph(draft, before, after)
                           : continues_as_item(draft, before, after, shapes);
}

}  // namespace

void join_broken_blocks(Draft& draft) {
    const Shapes shapes = shapes_of_lists(draft);
    std::vector<DraftBlock> joined;
    joined.reserve(draft.blocks.size());
    for (DraftBlock& block : draft.blocks) {
        // What stands at the foot of a page and at the head of the next may come between the halves.
        auto before = joined.rbegin();
        while (before != joined.rend() && is_furniture(*before)) ++before;
        if (before == joined.rend() || !belongs_to(draft, *before, block, shapes)) {
            joined.push_back(std::move(block));
            continue;
        }
        before->lines.insert(before->lines.end(), block.lines.begin(), block.lines.end());
    }
    draft.blocks = std::move(joined);
}

}  // namespace boardcheck::ingest
