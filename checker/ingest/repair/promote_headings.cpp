#include <algorithm>
#include <string>

#include "ingest/repair/printed_number.hpp"
#include "ingest/repair/repair.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest {

namespace {

constexpr std::size_t longest_title = 90;
constexpr std::uint8_t deepest = 6;

/// How much a line that stands alone looks like a heading.
enum class Look {
    other,
    stray,               // doubtful already
    body,                // text that a heading can stand above
    title,               // a short line that makes no statement
    label,               // "Summary:"
    capitals,            // "RECOMMENDATIONS"
    numbered,            // "2. National context"
    numbered_statement,  // "3. Where we are": only where its number follows that of the heading before
};

/// What the headings of the paper look like so far.
struct Outline {
    bool marked = false;            // the paper marks its headings
    std::uint8_t marked_level = 0;  // of the last marked heading
    std::uint8_t depth = 0;         // of the last numbered title among the lines that stand alone
    std::string chapter;            // the last number of depth 1
};

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

/// The number that a title has been read with, or that still stands in its text.
PrintedNumber number_of_title(const Draft& draft, const DraftBlock& block) {
    if (!block.block.number.empty()) return {block.block.number, 0, depth_of(block.block.number)};
    const std::string_view text = first_line(draft, block);
    const PrintedNumber number = heading_number(text);
    return number.length < text.size() ? number : PrintedNumber{};
}

/// What a short line looks like, by its own text alone.
Look look_of_line(const Draft& draft, const DraftBlock& block) {
    const PrintedNumber number = number_of_title(draft, block);
    // Lettered points are no headings, however short they are.
    if (!number.number.empty() && (number.depth == 0 || number.number.ends_with(')'))) return Look::other;
    std::string_view text = first_line(draft, block).substr(number.length);
    const bool label = text.ends_with(':');
    if (label && label_length(text) != text.size()) return Look::other;
    if (label) text.remove_suffix(1);
    const bool title = label || is_title(text);
    if (!title && number.depth == 1 && is_numbered_title(text)) return Look::numbered_statement;
    if (!title) return Look::other;
    if (number.depth > 0) return Look::numbered;
    if (label) return Look::label;
    return is_capitals(text) ? Look::capitals : Look::title;
}

Look look_of(const Draft& draft, std::size_t index) {
    const DraftBlock& block = draft.blocks[index];
    if (block.block.doubtful) return Look::stray;
    if (block.stacked) return Look::other;
    const bool item = block.block.kind == BlockKind::list_item && block.marked && block.block.level == 1;
    const bool line = (block.block.kind == BlockKind::paragraph || item) && is_alone_in_list(draft.blocks, index) &&
                      !block.lines.empty() && text_length(block) <= longest_title;
    Look look = Look::other;
    if (line && block.lines.size() == 1) look = look_of_line(draft, block);
    if (line && block.lines.size() == 2 && block.block.emphasised && is_title(first_line(draft, block)) &&
        is_title(last_line(draft, block))) {
        look = Look::title;
    }
    return look == Look::other && is_body(draft, block) ? Look::body : look;
}

/// Makes a heading of a block; its number, if it is still in the text, is taken out.
void promote(const Draft& draft, DraftBlock& block, Outline& outline, Look look, std::size_t place) {
    const PrintedNumber number = number_of_title(draft, block);
    if (look == Look::numbered) {
        outline.depth = static_cast<std::uint8_t>(number.depth);
        if (number.depth == 1) outline.chapter = number.number;
        place = 0;
    }
    std::size_t level = look == Look::numbered ? outline.depth : outline.depth + 1U + place;
    if (look == Look::capitals) level = outline.depth = 1;
    if (outline.marked) level = outline.marked_level + 1U + place;
    if (block.block.number.empty()) block.block.number = number.number;
    block.lines.front().begin += number.length;
    block.block.level = static_cast<std::uint8_t>(std::min<std::size_t>(level, deepest));
    block.block.kind = BlockKind::heading;
    block.list = 0;
}

bool is_strong(Look look) { return look == Look::numbered || look == Look::capitals || look == Look::label; }

/// Reads lines that stand alone one after the other: one or two above a text are headings, more are what is left of a
/// diagram or of a list.
class Promoter {
public:
    explicit Promoter(Draft& draft) : draft_(draft) {
        outline_.marked = std::any_of(draft.blocks.begin(), draft.blocks.end(),
                                      [](const DraftBlock& block) { return block.block.kind == BlockKind::heading; });
        looks_.reserve(draft.blocks.size() + 1);
        for (std::size_t i = 0; i < draft.blocks.size(); ++i) looks_.push_back(look_of(draft, i));
        looks_.push_back(Look::other);
    }
    void run();

private:
    void read_strong(std::size_t index);
    std::size_t read_titles(std::size_t index);
    bool may_be_heading(std::size_t index) const;
    bool is_beside(std::size_t index, std::size_t other) const;

    Draft& draft_;
    Outline outline_;
    std::vector<Look> looks_;
    bool cover_ = true;
};

/// In a paper that marks its headings, a line needs more than to be short.
bool Promoter::may_be_heading(std::size_t index) const {
    return !outline_.marked || draft_.blocks[index].block.emphasised || looks_[index] == Look::numbered;
}

void Promoter::read_strong(std::size_t index) {
    if (index + 1 == draft_.blocks.size() || !may_be_heading(index)) return;
    DraftBlock& block = draft_.blocks[index];
    const DraftBlock& next = draft_.blocks[index + 1];
    const Look look = looks_[index];
    const std::string_view text = first_line(draft_, block);
    // "The Board is asked to:" and "4.2 Members:" lead in to what comes after them.
    const bool points = next.block.kind == BlockKind::list_item || !next.block.number.empty();
    const bool numbered = look == Look::numbered && (points || next.block.kind == BlockKind::table_cell);
    if (text.ends_with(':') && (numbered || (points && count_words(text) > 2))) return;
    if (look == Look::capitals && is_strong(looks_[index + 1])) return;
    if (look == Look::numbered && (is_beside(index, index + 1) || (index > 0 && is_beside(index, index - 1)))) return;
    promote(draft_, block, outline_, look, 0);
}

/// Numbered titles of one depth without a text between them are a list of contents or of appendices.
bool Promoter::is_beside(std::size_t index, std::size_t other) const {
    return looks_[other] == Look::numbered && draft_.blocks[other].block.kind != BlockKind::heading &&
           number_of_title(draft_, draft_.blocks[other]).depth <= number_of_title(draft_, draft_.blocks[index]).depth;
}

/// Reads the titles from `index`; returns where they end.
std::size_t Promoter::read_titles(std::size_t index) {
    constexpr std::size_t most_titles = 2;
    std::size_t end = index;
    while (looks_[end] == Look::title) ++end;
    const bool few = end - index <= most_titles;
    const bool stray_before = index > 0 && draft_.blocks[index - 1].block.doubtful;
    const bool headings =
        few && !stray_before && (looks_[end] == Look::body || (is_strong(looks_[end]) && end - index == 1));
    for (std::size_t i = index; i < end; ++i) {
        if (headings && may_be_heading(i)) promote(draft_, draft_.blocks[i], outline_, Look::title, i - index);
        if (!headings && !cover_ && (!few || stray_before || looks_[end] == Look::stray)) {
            draft_.blocks[i].block.doubtful = true;
        }
    }
    return end;
}

void Promoter::run() {
    for (std::size_t i = 0; i < draft_.blocks.size();) {
        // Abbreviations in a diagram are no headings.
        const bool stray_before = i > 0 && draft_.blocks[i - 1].block.doubtful;
        if (looks_[i] == Look::capitals && stray_before) looks_[i] = Look::title;
        if (looks_[i] == Look::numbered_statement) {
            const auto number = number_of_title(draft_, draft_.blocks[i]).number;
            const bool first = outline_.chapter.empty() && number == "1";
            looks_[i] = first || follows(outline_.chapter, number) ? Look::numbered : Look::other;
        }
        if (looks_[i] == Look::title) {
            i = read_titles(i);
            continue;
        }
        if (is_strong(looks_[i])) read_strong(i);
        if (looks_[i] == Look::body) cover_ = false;
        const Block& block = draft_.blocks[i].block;
        if (block.kind == BlockKind::heading && !is_strong(looks_[i])) {
            outline_.marked_level = block.level;
            outline_.chapter = block.number;
        }
        ++i;
    }
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
    Promoter(draft).run();
}

}  // namespace boardcheck::ingest
