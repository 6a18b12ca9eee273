#include "ingest/html/block_walker.hpp"

#include <algorithm>
#include <utility>

#include "ingest/characters.hpp"
#include "ingest/office/xml.hpp"

namespace boardcheck::ingest {

namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";
constexpr std::string_view soft_hyphen = "\xC2\xAD";
constexpr std::string_view line_breaks = "\r\n";

bool shows_words(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool invisible = text.substr(at).starts_with(no_break_space) || text.substr(at).starts_with(soft_hyphen);
        if (invisible) {
            ++at;
        } else if (static_cast<unsigned char>(text[at]) > ' ') {
            return true;
        }
    }
    return false;
}

bool is_bold(const GumboNode& node) {
    const std::string weight = style_of(node, "font-weight");
    if (!weight.empty()) return weight.starts_with("bold") || number_in(weight) >= 600;
    return tag_of(node) == GUMBO_TAG_B || tag_of(node) == GUMBO_TAG_STRONG;
}

bool is_deleted(const GumboNode& node) {
    return tag_of(node) == GUMBO_TAG_DEL || has_class(node, "msoDel") || has_class(node, "deletion");
}
bool is_inserted(const GumboNode& node) {
    return tag_of(node) == GUMBO_TAG_INS || has_class(node, "msoIns") || has_class(node, "insertion");
}

/// The mark that leads from a note back to the text, and Word's marks of notes and comments.
bool is_note_link(const GumboNode& node) {
    return (tag_of(node) == GUMBO_TAG_A && attribute(node, "href").starts_with('#')) ||
           has_class(node, "MsoFootnoteReference") || has_class(node, "MsoEndnoteReference") ||
           has_class(node, "MsoCommentReference");
}

std::string note_number(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (is_letter_or_digit(c)) out += c;
    }
    return out;
}

bool is_header(const GumboNode& node) {
    return has_class(node, "MsoHeader") || (tag_of(node) == GUMBO_TAG_DIV && attribute(node, "title") == "header");
}
bool is_footer(const GumboNode& node) {
    return has_class(node, "MsoFooter") || (tag_of(node) == GUMBO_TAG_DIV && attribute(node, "title") == "footer");
}

/// "word<sup>2</sup>" is no word2, but "6<sup>th</sup>" and "m<sup>2</sup>" are read as one.
bool stands_apart(const GumboNode& superscript) {
    const std::string words = all_text(superscript);
    return shows_words(words) && note_number(words).find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

void BlockWalker::run() {
    told_.assign(notes_.all().size(), false);
    for (const GumboNode* root : content_.roots) walk(*root);
    end_block();
    for (std::size_t i = 0; i < told_.size(); ++i) walk_note(i);
    for (const GumboNode* header : headers_) walk_as(*header, BlockKind::header);
    for (const GumboNode* footer : footers_) walk_as(*footer, BlockKind::footer);
}

void BlockWalker::begin_block() {
    DraftBlock block;
    block.block.kind = place_.kind;
    block.block.number = std::move(number_);
    number_.clear();
    if (place_.cell != nullptr) {
        const GridCell& cell = *place_.cell;
        if (*place_.table == 0) *place_.table = ++tables_;
        block.block.kind = BlockKind::table_cell;
        block.block.table = *place_.table;
        block.block.row = cell.row;
        block.block.column = cell.column;
        block.block.row_span = cell.row_span;
        block.block.column_span = cell.column_span;
        block.block.header_cell = cell.header;
    } else if (place_.kind == BlockKind::paragraph && place_.heading > 0) {
        block.block.kind = BlockKind::heading;
        block.block.level = place_.heading;
        block.marked = true;
    } else if (place_.kind == BlockKind::paragraph && place_.item_level > 0) {
        block.block.kind = BlockKind::list_item;
        block.block.level = place_.item_level;
        block.list = std::max(1U, place_.list);
        block.marked = true;
    }
    writer_.begin(block);
    all_bold_ = true;
    broken_ = false;
}

void BlockWalker::end_block() {
    if (writer_.open()) writer_.block().block.emphasised = all_bold_ && place_.heading == 0;
    writer_.end();
    broken_ = false;
    while (!in_note_ && !called_.empty()) {
        const std::size_t note = called_.front();
        called_.erase(called_.begin());
        walk_note(note);
    }
}

void BlockWalker::text(std::string_view words) {
    if (mark_end_ != nullptr || words.empty()) return;
    const bool blank = !shows_words(words);
    if (!writer_.open()) {
        if (blank) return;
        begin_block();
    }
    if (!blank) {
        if (broken_) writer_.line_break();
        broken_ = false;
        all_bold_ = all_bold_ && bold_ > 0;
    }
    while (!words.empty()) {
        const auto at = std::min(words.find(soft_hyphen), words.size());
        writer_.text(words.substr(0, at));
        words.remove_prefix(std::min(at + soft_hyphen.size(), words.size()));
    }
}

/// Two in a row are how pages without paragraphs part them.
void BlockWalker::line_break() {
    if (!writer_.open()) return;
    if (broken_) return end_block();
    broken_ = true;
}

void BlockWalker::preformatted(std::string_view words) {
    while (!words.empty()) {
        const auto end = std::min(words.find_first_of(line_breaks), words.size());
        text(words.substr(0, end));
        if (end == words.size()) return;
        line_break();
        words.remove_prefix(end + (words.substr(end).starts_with("\r\n") ? 2 : 1));
    }
}

void BlockWalker::walk(const GumboNode& node) {
    if (is_element(node)) {
        if (!content_.left_out.contains(&node)) walk_element(node);
    } else if (preformatted_) {
        preformatted(text_of(node));
    } else {
        text(text_of(node));
    }
    if (&node == mark_end_) mark_end_ = nullptr;
}

void BlockWalker::walk_children(const GumboNode& node) {
    for (const GumboNode* child : children_of(node)) walk(*child);
}

void BlockWalker::walk_element(const GumboNode& node) {
    if (walk_special(node)) return;
    switch (tag_of(node)) {
        case GUMBO_TAG_BR:
            return line_break();
        case GUMBO_TAG_HR:
            return end_block();
        case GUMBO_TAG_TABLE:
            return walk_table(node);
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_DIR:
        case GUMBO_TAG_MENU:
            return walk_list(node);
        case GUMBO_TAG_LI:
            return walk_item(node);
        default:
            is_block(node) ? walk_block(node) : walk_phrase(node);
    }
}

/// What is read elsewhere or not at all.
bool BlockWalker::walk_special(const GumboNode& node) {
    if (is_deleted(node)) {
        tracked_changes_ = true;
        return true;
    }
    if (!in_note_ && notes_.at(node)) return true;
    if (is_header(node) && place_.kind == BlockKind::paragraph) {
        headers_.push_back(&node);
        return true;
    }
    if (is_footer(node) && place_.kind == BlockKind::paragraph) {
        footers_.push_back(&node);
        return true;
    }
    if (in_note_ && is_note_link(node)) {
        if (number_.empty() && !writer_.open()) number_ = note_number(all_text(node));
        return true;
    }
    if (has_class(node, "MsoCommentReference")) return true;
    if (in_note_ || tag_of(node) != GUMBO_TAG_A) return false;
    const auto note = notes_.called_by(node);
    if (note) called_.push_back(*note);
    return note.has_value();
}

void BlockWalker::walk_phrase(const GumboNode& node) {
    if (is_inserted(node)) tracked_changes_ = true;
    const bool bold = is_bold(node);
    const bool light = !bold && bold_ > 0 && style_of(node, "font-weight") == "normal";
    const int before = bold_;
    bold_ = light ? 0 : bold_ + (bold ? 1 : 0);
    if (tag_of(node) == GUMBO_TAG_SUP && writer_.open() && stands_apart(node)) writer_.space();
    walk_children(node);
    bold_ = before;
}

void BlockWalker::walk_block(const GumboNode& node) {
    end_block();
    if (is_inserted(node)) tracked_changes_ = true;
    const Place before = place_;
    const int bold_before = bold_;
    if (is_bold(node)) ++bold_;
    const bool preformatted_before = preformatted_;
    const GumboTag tag = tag_of(node);
    preformatted_ = preformatted_ || tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_LISTING || tag == GUMBO_TAG_XMP;
    const bool caption = tag == GUMBO_TAG_CAPTION || tag == GUMBO_TAG_FIGCAPTION || has_class(node, "MsoCaption");
    if (caption && place_.kind == BlockKind::paragraph) place_.kind = BlockKind::caption;
    if (const int level = heading_level(node); level > 0) {
        place_.heading = static_cast<std::uint8_t>(level);
    }
    tag == GUMBO_TAG_P || place_.heading > 0 ? walk_paragraph(node) : walk_children(node);
    end_block();
    preformatted_ = preformatted_before;
    bold_ = bold_before;
    place_ = before;
}

void BlockWalker::walk_paragraph(const GumboNode& node) {
    if (const auto mark = written_mark(node)) {
        mark_end_ = mark->end;
        if (!mark->number.empty()) number_ = mark->number;
        const bool chapter = mark->number.find('.') != std::string::npos;
        if (place_.heading == 0 && !chapter && lists_.empty()) {
            place_.item_level = static_cast<std::uint8_t>(mark->level);
        }
    }
    walk_children(node);
    mark_end_ = nullptr;
}

void BlockWalker::walk_list(const GumboNode& node) {
    end_block();
    const Place before = place_;
    List list;
    list.ordered = tag_of(node) == GUMBO_TAG_OL;
    list.type = list_type(node);
    list.next = number_of(node, "start", 1, -100'000, 100'000);
    list.id = ++list_count_;
    lists_.push_back(list);
    walk_children(node);
    end_block();
    lists_.pop_back();
    place_ = before;
}

void BlockWalker::walk_item(const GumboNode& node) {
    end_block();
    const Place before = place_;
    const std::size_t level = std::clamp<std::size_t>(lists_.size(), 1, std::min<std::size_t>(limits_.depth, 255));
    if (!in_note_) place_.item_level = static_cast<std::uint8_t>(level);
    if (!lists_.empty() && !in_note_) {
        List& list = lists_.back();
        place_.list = list.id;
        const int value = number_of(node, "value", list.next, -100'000, 100'000);
        list.next = value + 1;
        const bool plain = style_of(node, "list-style-type") == "none" || style_of(node, "display") == "block";
        if (list.ordered && !plain) number_ = list_number(value, list.type);
    }
    walk_children(node);
    end_block();
    number_.clear();
    place_ = before;
}

void BlockWalker::walk_table(const GumboNode& node) {
    if (place_.cell != nullptr) {
        const bool flat = content_.layout_tables.contains(&node) || place_.tables >= limits_.depth;
        if (flat) return walk_layout(node);
        nested_tables_.push_back(&node);
        return;
    }
    end_block();
    content_.layout_tables.contains(&node) ? walk_layout(node) : walk_cells(node);
}

void BlockWalker::walk_layout(const GumboNode& node) {
    for (const GumboNode* child : children_of(node)) {
        const GumboTag tag = tag_of(*child);
        const bool part = tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TFOOT;
        if ((part || tag == GUMBO_TAG_TR) && !content_.left_out.contains(child)) {
            walk_layout(*child);
        } else {
            walk(*child);
        }
    }
}

void BlockWalker::walk_cells(const GumboNode& node) {
    for (const GumboNode* child : children_of(node)) {
        if (tag_of(*child) == GUMBO_TAG_CAPTION) walk(*child);
    }
    const Place before = place_;
    const auto lists_before = std::exchange(lists_, {});
    const auto nested_before = std::exchange(nested_tables_, {});
    std::uint32_t number = 0;
    for (const GridCell& cell : grid_of(node)) {
        if (content_.left_out.contains(cell.node)) continue;
        place_ = {};
        place_.kind = before.kind;
        place_.cell = &cell;
        place_.table = &number;
        place_.tables = before.tables + 1;
        walk_block(*cell.node);
        number_.clear();
        place_.cell = nullptr;
        for (const GumboNode* nested : std::exchange(nested_tables_, {})) walk_cells(*nested);
    }
    nested_tables_ = nested_before;
    lists_ = lists_before;
    place_ = before;
}

void BlockWalker::walk_as(const GumboNode& node, BlockKind kind) {
    end_block();
    const Place before = std::exchange(place_, Place{});
    const auto lists_before = std::exchange(lists_, {});
    const int bold_before = std::exchange(bold_, 0);
    place_.kind = kind;
    const GumboTag tag = tag_of(node);
    tag == GUMBO_TAG_LI ? walk_item(node) : walk_block(node);
    end_block();
    bold_ = bold_before;
    lists_ = lists_before;
    place_ = before;
}

void BlockWalker::walk_note(std::size_t index) {
    if (told_[index]) return;
    told_[index] = true;
    const HtmlNote& note = notes_.all()[index];
    const std::string number_before = std::exchange(number_, note.number);
    in_note_ = true;
    walk_as(*note.node, note.kind == NoteKind::comment ? BlockKind::comment : BlockKind::footnote);
    in_note_ = false;
    number_ = number_before;
}

}  // namespace boardcheck::ingest
