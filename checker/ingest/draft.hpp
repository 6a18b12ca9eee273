// What the readers hand on: blocks as lists of lines, which can still be joined, split and renamed without touching a
// byte of text. The last step (`assemble`) writes the lines that are left into a Document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "ingest/ingest.hpp"

namespace boardcheck::ingest {

struct DraftBlock {
    Block block;               // without span and page, which `assemble` works out
    std::vector<Span> lines;   // in Draft::text: no line breaks, no white space at the ends, none empty
    std::uint32_t list = 0;    // number of the list that a list item belongs to, from 1
    bool marked = false;       // said to be a heading or numbered by the paper's own markup
    bool stacked = false;      // one of several short lines that stood below each other
    bool hard_breaks = false;  // the lines were broken on purpose
};

struct Draft {
    std::string text;
    OffsetMap source;  // text -> source; empty: the source is the Document's own text
    std::vector<DraftBlock> blocks;
    std::vector<PageStart> pages;  // places in `text`, in order; empty where the format has no pages
};

/// What a reader makes of a file.
struct Reading {
    Draft draft;
    Format format = Format::text;
    Properties properties = {};
    std::vector<Bookmark> outline = {};
    bool tracked_changes = false;
    std::vector<Notice> notices = {};
};

inline std::string_view line_text(const Draft& draft, Span line) { return slice(draft.text, line); }
/// Length of a block's text in bytes, about: the lines and the spaces between them.
std::size_t text_length(const DraftBlock& block);
std::string_view first_line(const Draft& draft, const DraftBlock& block);
std::string_view last_line(const Draft& draft, const DraftBlock& block);

}  // namespace boardcheck::ingest
