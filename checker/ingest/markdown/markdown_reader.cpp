#include "ingest/markdown/markdown_reader.hpp"

#include <algorithm>
#include <cctype>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include "ingest/markdown/arena.hpp"
#include "ingest/markdown/leaf_aligner.hpp"

// The extension library exports these, but its installed headers do not declare them.
extern "C" {
extern cmark_node_type CMARK_NODE_TABLE;
extern cmark_node_type CMARK_NODE_TABLE_ROW;
extern cmark_node_type CMARK_NODE_TABLE_CELL;
}

namespace boardcheck::ingest {

namespace {

/// The parser, its tree and its iterator live in the arena, which takes them all back at the end of the piece.
cmark_node* parse(std::string_view text) {
    static const bool registered = [] {
        cmark_gfm_core_extensions_ensure_registered();
        return true;
    }();
    (void)registered;
    cmark_parser* parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, thread_arena());
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser, text.data(), text.size());
    return cmark_parser_finish(parser);
}

struct ResetArena {
    ~ResetArena() { reset_thread_arena(); }
};

std::string_view literal(cmark_node* node) {
    const char* text = cmark_node_get_literal(node);
    return text == nullptr ? std::string_view() : std::string_view(text);
}

bool has_words(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80) != 0;
    });
}

struct OpenList {
    std::uint32_t list = 0;
    bool ordered = false;
    bool item_is_new = false;  // no block of the open item has been read yet
    std::uint32_t item_at = 0;
};

struct Counters {
    std::uint32_t lists = 0;
    std::uint32_t tables = 0;
};

/// Turns the events of one walk through the tree of a piece into draft blocks.
class Walk {
public:
    Walk(std::string_view text, Span piece, Counters& counters, Draft& draft)
        : text_(text), draft_(draft), counters_(counters), aligner_(text, draft.text, draft.source) {
        line_begins_.push_back(piece.begin);
        for (auto at = text.find('\n', piece.begin); at < piece.end; at = text.find('\n', at + 1)) {
            line_begins_.push_back(static_cast<std::uint32_t>(at) + 1);
        }
        line_begins_.push_back(piece.end);
    }
    void enter(cmark_node* node);
    void leave(cmark_node* node);

private:
    std::uint32_t position(int line, int column) const;
    Span extent(cmark_node* node) const;
    void enter_item(cmark_node* node);
    void enter_block(cmark_node* node, BlockKind kind);
    void enter_cell(cmark_node* node);
    void enter_inline(cmark_node* node);
    void leave_item();
    void leave_block();
    void end_line();
    void read_piece(std::string_view piece, bool escapes);
    void read_verbatim(cmark_node* node);

    std::string_view text_;
    Draft& draft_;
    Counters& counters_;
    LeafAligner aligner_;
    std::vector<std::uint32_t> line_begins_;
    std::vector<OpenList> open_lists_;
    DraftBlock block_;
    std::uint32_t row_ = 0;
    std::uint32_t column_ = 0;
    bool heading_row_ = false;
    std::uint32_t line_begin_ = 0;
    int strong_ = 0;
    bool plain_words_ = false;
    bool strong_words_ = false;
};

std::uint32_t Walk::position(int line, int column) const {
    const auto last = line_begins_.size() - 1;
    const auto at = std::min(static_cast<std::size_t>(std::max(line, 1)) - 1, last);
    return std::min(line_begins_[at] + static_cast<std::uint32_t>(std::max(column, 1)) - 1, line_begins_[last]);
}

Span Walk::extent(cmark_node* node) const {
    const int line = cmark_node_get_start_line(node);
    const std::uint32_t begin = position(line, cmark_node_get_start_column(node));
    return {begin, std::max(begin, position(std::max(line, cmark_node_get_end_line(node)) + 1, 1))};
}

/// "12" or "12)", as printed at the marker of an ordered item, without a trailing stop.
std::string printed_number(std::string_view at) {
    const auto digits = std::min(at.find_first_not_of("0123456789"), at.size());
    return std::string(at.substr(0, digits < at.size() && at[digits] == ')' ? digits + 1 : digits));
}

void Walk::enter_item(cmark_node* node) {
    if (open_lists_.empty()) return;
    open_lists_.back().item_is_new = true;
    open_lists_.back().item_at = extent(node).begin;
}

void Walk::enter_block(cmark_node* node, BlockKind kind) {
    block_ = {};
    block_.block.kind = kind;
    const Span where = extent(node);
    aligner_.move_to(where.begin, where.end);
    line_begin_ = static_cast<std::uint32_t>(draft_.text.size());
    plain_words_ = strong_words_ = false;
    if (kind == BlockKind::heading) {
        block_.block.level = static_cast<std::uint8_t>(cmark_node_get_heading_level(node));
        block_.marked = where.begin < text_.size() && text_[where.begin] == '#';
    }
    if (kind != BlockKind::paragraph || open_lists_.empty()) return;
    OpenList& open = open_lists_.back();
    block_.block.kind = BlockKind::list_item;
    block_.block.level = static_cast<std::uint8_t>(std::min<std::size_t>(open_lists_.size(), 255));
    block_.list = open.list;
    if (open.ordered && open.item_is_new) {
        block_.block.number = printed_number(text_.substr(open.item_at));
        block_.marked = true;
    }
    open.item_is_new = false;
}

void Walk::enter_cell(cmark_node* node) {
    // Only the row's line is used: the columns of cells are not right in a heading row.
    const Span row = extent(cmark_node_parent(node));
    const std::uint32_t at = column_ == 0 ? row.begin : aligner_.at();
    block_ = {};
    block_.block.kind = BlockKind::table_cell;
    block_.block.table = counters_.tables;
    block_.block.row = row_;
    block_.block.column = ++column_;
    block_.block.header_cell = heading_row_;
    aligner_.move_to(at, row.end);
    line_begin_ = static_cast<std::uint32_t>(draft_.text.size());
    plain_words_ = strong_words_ = false;
}

void Walk::end_line() {
    auto end = static_cast<std::uint32_t>(draft_.text.size());
    const auto is_space = [this](std::uint32_t at) {
        return std::isspace(static_cast<unsigned char>(draft_.text[at])) != 0;
    };
    while (line_begin_ < end && is_space(line_begin_)) ++line_begin_;
    while (line_begin_ < end && is_space(end - 1)) --end;
    if (line_begin_ < end) block_.lines.push_back({line_begin_, end});
    line_begin_ = static_cast<std::uint32_t>(draft_.text.size());
}

void Walk::leave_block() {
    end_line();
    block_.block.emphasised = strong_words_ && !plain_words_;
    // A list item without words is kept: conversion sometimes puts the bullet on a line of its own.
    if (plain_words_ || strong_words_ || block_.list != 0) draft_.blocks.push_back(std::move(block_));
    block_ = {};
}

void Walk::leave_item() {
    if (open_lists_.empty() || !open_lists_.back().item_is_new) return;
    block_ = {};
    block_.block.kind = BlockKind::list_item;
    block_.block.level = static_cast<std::uint8_t>(std::min<std::size_t>(open_lists_.size(), 255));
    block_.list = open_lists_.back().list;
    draft_.blocks.push_back(std::move(block_));
    block_ = {};
}

void Walk::read_piece(std::string_view piece, bool escapes) {
    if (has_words(piece)) (strong_ > 0 ? strong_words_ : plain_words_) = true;
    aligner_.append(piece, escapes);
}

/// Code and HTML blocks: their lines as they stand.
void Walk::read_verbatim(cmark_node* node) {
    enter_block(node, BlockKind::paragraph);
    std::string_view rest = literal(node);
    while (!rest.empty()) {
        const auto stop = std::min(rest.find('\n'), rest.size());
        std::string_view line = rest.substr(0, stop);
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        read_piece(line, false);
        end_line();
        aligner_.pass_line();
        rest.remove_prefix(std::min(stop + 1, rest.size()));
    }
    leave_block();
}

void Walk::enter_inline(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
            read_piece(literal(node), true);
            break;
        case CMARK_NODE_CODE:
        case CMARK_NODE_HTML_INLINE:
            read_piece(literal(node), false);
            break;
        case CMARK_NODE_LINEBREAK:
            block_.hard_breaks = true;
            [[fallthrough]];
        case CMARK_NODE_SOFTBREAK:
            end_line();
            aligner_.pass_line();
            break;
        case CMARK_NODE_STRONG:
            ++strong_;
            break;
        default:
            break;
    }
}

void Walk::enter(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LIST) {
        open_lists_.push_back({++counters_.lists, cmark_node_get_list_type(node) == CMARK_ORDERED_LIST, false, 0});
    } else if (type == CMARK_NODE_ITEM) {
        enter_item(node);
    } else if (type == CMARK_NODE_PARAGRAPH) {
        enter_block(node, BlockKind::paragraph);
    } else if (type == CMARK_NODE_HEADING) {
        enter_block(node, BlockKind::heading);
    } else if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK) {
        read_verbatim(node);
    } else if (type == CMARK_NODE_TABLE) {
        ++counters_.tables;
        row_ = 0;
    } else if (type == CMARK_NODE_TABLE_ROW) {
        ++row_;
        column_ = 0;
        heading_row_ = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
    } else if (type == CMARK_NODE_TABLE_CELL) {
        enter_cell(node);
    } else {
        enter_inline(node);
    }
}

void Walk::leave(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LIST) {
        open_lists_.pop_back();
    } else if (type == CMARK_NODE_ITEM) {
        leave_item();
    } else if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || type == CMARK_NODE_TABLE_CELL) {
        leave_block();
    } else if (type == CMARK_NODE_STRONG) {
        --strong_;
    } else if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) {
        aligner_.pass_destination(position(cmark_node_get_end_line(node), cmark_node_get_end_column(node)));
    }
}

}  // namespace

Draft read_markdown(const Prepared& prepared, const Limits& limits) {
    Draft draft;
    draft.text.reserve(prepared.text.size());
    Counters counters;
    for (std::size_t cut = 0; cut + 1 < prepared.cuts.size() && draft.blocks.size() <= limits.blocks; ++cut) {
        const Span piece{prepared.cuts[cut], prepared.cuts[cut + 1]};
        const ResetArena at_the_end;
        cmark_iter* iterator = cmark_iter_new(parse(slice(prepared.text, piece)));
        Walk walk(prepared.text, piece, counters, draft);
        for (auto event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE; event = cmark_iter_next(iterator)) {
            cmark_node* node = cmark_iter_get_node(iterator);
            if (event == CMARK_EVENT_ENTER) {
                walk.enter(node);
            } else {
                walk.leave(node);
            }
        }
    }
    return draft;
}

}  // namespace boardcheck::ingest
