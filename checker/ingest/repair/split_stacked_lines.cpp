#include <algorithm>
#include <utility>

#include "ingest/repair/printed_number.hpp"
#include "ingest/repair/repair.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest {

namespace {

// Text that was wrapped by a mail program or an editor is about so wide, where the paper does not tell.
constexpr std::size_t usual_width = 75;
constexpr std::size_t widest = 120;
constexpr std::size_t fewest_stacked = 3;

/// How the lines of the paper came about.
struct Wrapping {
    std::size_t width = usual_width;
    bool wrapped = true;  // false: paragraphs are one long line each, so that a line break says something
};

Wrapping wrapping_of(const Draft& draft) {
    constexpr std::size_t long_line = 160;
    Wrapping wrapping;
    std::size_t longest = 0;
    for (const DraftBlock& block : draft.blocks) {
        if (block.block.kind == BlockKind::table_cell) continue;
        for (std::size_t i = 0; i < block.lines.size(); ++i) {
            const std::size_t size = length(block.lines[i]);
            if (size > long_line) return {usual_width, false};
            if (i + 1 < block.lines.size() && size <= widest) longest = std::max(longest, size);
        }
    }
    if (longest > 0) wrapping.width = longest;
    return wrapping;
}

/// The first word of the next line would have fitted: the line was not broken for want of room.
bool broken_on_purpose(std::string_view line, std::string_view next, const Wrapping& wrapping) {
    return line.size() + 1 + std::min(next.find(' '), next.size()) <= wrapping.width;
}

bool begins_point(std::string_view before, std::string_view line) {
    const PrintedNumber number = point_number(line);
    if (number.length == 0 || number.length == line.size()) return false;
    const PrintedNumber earlier = point_number(before);
    if (earlier.length > 0 && follows(earlier.number, number.number)) return true;
    return !ends_open(before) || before.ends_with(',') || ends_with_conjunction(before);
}

bool is_whole_line(std::string_view line) {
    return ends_open(line) && !ends_in_mid_phrase(line) && !ends_with_conjunction(line);
}

/// Lines with a capital each, none of which ends like a sentence or in the middle of a phrase, and most of which would
/// have had room for the next word: an address, a list of names.
bool is_stack(const Draft& draft, const DraftBlock& block, const Wrapping& wrapping) {
    std::size_t on_purpose = 0;
    bool names = true;
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        const std::string_view line = line_text(draft, block.lines[i]);
        if (begins_lower(line) || !is_whole_line(line)) return false;
        names = names && is_name_and_post(line);
        if (i == 0) continue;
        const std::string_view before = line_text(draft, block.lines[i - 1]);
        if (block.hard_breaks || broken_on_purpose(before, line, wrapping)) ++on_purpose;
    }
    const std::size_t breaks = block.lines.size() - 1;
    return names || (2 * on_purpose >= breaks && (block.hard_breaks || block.lines.size() >= fewest_stacked));
}

/// "From: ...", "To: ...": at least the first line of the block has a label.
bool is_letter_head(const Draft& draft, const DraftBlock& block) {
    const std::string_view line = first_line(draft, block);
    const std::size_t label = label_length(line);
    return label > 0 && label < line.size();
}

class Splitter {
public:
    Splitter(const Draft& draft, const Wrapping& wrapping) : draft_(draft), wrapping_(wrapping) {}
    void split(DraftBlock& block, std::vector<DraftBlock>& out) const;

private:
    bool is_stray(const std::vector<Span>& lines) const;
    bool begins_block(std::string_view point, std::string_view before, std::string_view line, bool letter) const;
    const Draft& draft_;
    const Wrapping& wrapping_;
};

/// What is left of a diagram, rather than an address or a list of names with their posts.
bool Splitter::is_stray(const std::vector<Span>& lines) const {
    constexpr std::size_t fewest = 4;
    return lines.size() >= fewest && std::none_of(lines.begin(), lines.end(), [this](Span line) {
               return is_name_and_post(line_text(draft_, line));
           });
}

/// Whether `line` begins a new block; `point` is the line that began the last one.
bool Splitter::begins_block(std::string_view point, std::string_view before, std::string_view line, bool letter) const {
    const PrintedNumber number = point_number(line);
    if (number.length > 0 && follows(point_number(point).number, number.number)) return true;
    if (begins_point(before, line)) return true;
    if (!wrapping_.wrapped && !ends_open(before) && !before.ends_with(':') && begins_upper(line)) return true;
    if (!letter) return false;
    const bool entry = broken_on_purpose(before, line, wrapping_) || is_name_and_post(line);
    return label_length(line) > 0 || (entry && begins_upper(line) && !ends_in_mid_phrase(before));
}

void Splitter::split(DraftBlock& block, std::vector<DraftBlock>& out) const {
    const bool letter = is_letter_head(draft_, block);
    const bool stack = is_stack(draft_, block, wrapping_);
    const std::vector<Span> lines = std::exchange(block.lines, {});
    block.stacked = stack;
    block.block.doubtful = stack && is_stray(lines);
    const DraftBlock model = block;
    std::string_view point = line_text(draft_, lines.front());
    block.lines = {lines.front()};
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::string_view line = line_text(draft_, lines[i]);
        const std::string_view before = line_text(draft_, lines[i - 1]);
        const bool apart = block.hard_breaks || is_name_and_post(line) || broken_on_purpose(before, line, wrapping_);
        if ((stack && apart) || begins_block(point, before, line, letter)) {
            out.push_back(std::move(block));
            block = model;
            block.block.number.clear();
            point = line;
        }
        block.lines.push_back(lines[i]);
    }
    out.push_back(std::move(block));
}

}  // namespace

void split_stacked_lines(Draft& draft) {
    const Wrapping wrapping = wrapping_of(draft);
    const Splitter splitter(draft, wrapping);
    std::vector<DraftBlock> split;
    split.reserve(draft.blocks.size());
    for (DraftBlock& block : draft.blocks) {
        const bool text = block.block.kind == BlockKind::paragraph || block.block.kind == BlockKind::list_item;
        if (text && block.lines.size() > 1) {
            splitter.split(block, split);
        } else {
            split.push_back(std::move(block));
        }
    }
    draft.blocks = std::move(split);
}

}  // namespace boardcheck::ingest
