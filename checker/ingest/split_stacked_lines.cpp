#include <algorithm>

#include "ingest/printed_number.hpp"
#include "ingest/repair.hpp"
#include "ingest/text_shape.hpp"

namespace boardcheck::ingest {

namespace {

// Text that was wrapped by a mail program or an editor is about so wide.
constexpr std::size_t wrap_width = 75;
constexpr std::size_t longest_stacked = 60;
constexpr std::size_t fewest_stacked = 3;

std::size_t first_word_length(std::string_view text) { return std::min(text.find(' '), text.size()); }

/// The first word of the next line would have fitted: the line was not broken for want of room.
bool broken_on_purpose(std::string_view line, std::string_view next) {
    return line.size() + 1 + first_word_length(next) < wrap_width;
}

bool begins_point(std::string_view before, std::string_view line) {
    const PrintedNumber number = point_number(line);
    if (number.length == 0 || number.length == line.size()) return false;
    const PrintedNumber earlier = point_number(before);
    if (earlier.length > 0 && follows(earlier.number, number.number)) return true;
    return !ends_open(before) || before.ends_with(',') || ends_with_conjunction(before);
}

/// Short lines with a capital each, none of which ends like a sentence or in the middle of a phrase.
bool is_stack(const Draft& draft, const DraftBlock& block) {
    if (block.lines.size() < (block.hard_breaks ? 2 : fewest_stacked)) return false;
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        const std::string_view line = line_text(draft, block.lines[i]);
        const bool capital = !begins_lower(line);
        if (line.size() > longest_stacked || !capital || !ends_open(line)) return false;
        if (ends_in_mid_phrase(line) || ends_with_conjunction(line)) return false;
    }
    return true;
}

/// Whether a new block begins with the line at `index`, which is not the first. `points` is the last line that began a
/// point; the lines after it are its text.
bool begins_block(const Draft& draft, const DraftBlock& block, std::size_t index, std::string_view point, bool letter,
                  bool stack) {
    const std::string_view before = line_text(draft, block.lines[index - 1]);
    const std::string_view line = line_text(draft, block.lines[index]);
    if (stack) return true;
    const bool sequence = point_number(point).length > 0 && point_number(line).length > 0 &&
                          follows(point_number(point).number, point_number(line).number);
    if (sequence || begins_point(before, line)) return true;
    if (!letter) return false;
    return label_length(line) > 0 ||
           (broken_on_purpose(before, line) && begins_upper(line) && !ends_in_mid_phrase(before));
}

/// "From: ...", "To: ...": at least the first line of the block has a label.
bool is_letter_head(const Draft& draft, const DraftBlock& block) {
    const std::string_view line = first_line(draft, block);
    const std::size_t label = label_length(line);
    return label > 0 && label < line.size();
}

void split_block(const Draft& draft, DraftBlock& block, std::vector<DraftBlock>& out) {
    const bool letter = is_letter_head(draft, block);
    const bool stack = is_stack(draft, block);
    std::vector<Span> lines = std::move(block.lines);
    const DraftBlock model = block;
    DraftBlock whole = model;
    whole.lines = lines;
    std::string_view point = line_text(draft, lines.front());
    block.lines = {lines.front()};
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (begins_block(draft, whole, i, point, letter, stack)) {
            out.push_back(std::move(block));
            block = model;
            block.block.number.clear();
            point = line_text(draft, lines[i]);
        }
        block.lines.push_back(lines[i]);
    }
    out.push_back(std::move(block));
}

}  // namespace

void split_stacked_lines(Draft& draft) {
    std::vector<DraftBlock> split;
    split.reserve(draft.blocks.size());
    for (DraftBlock& block : draft.blocks) {
        const bool text = block.block.kind == BlockKind::paragraph || block.block.kind == BlockKind::list_item;
        if (text && block.lines.size() > 1) {
            split_block(draft, block, split);
        } else {
            split.push_back(std::move(block));
        }
    }
    draft.blocks = std::move(split);
}

}  // namespace boardcheck::ingest
