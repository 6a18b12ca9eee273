// Rewrites the text of a paper, line by line, into CommonMark that says what a reader of the paper sees: bullets of any
// glyph become list markers, HTML tags go, and what would make a CommonMark parser drop words or take time that is
// not linear in its input is put out of its way.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "ingest/ingest.hpp"

namespace boardcheck::ingest {

struct Prepared {
    std::string text;
    OffsetMap source;                  // text -> the text that was given
    std::vector<std::uint32_t> cuts;   // where `text` can be parsed in pieces: begins with 0, ends with its size
    std::vector<std::uint32_t> pages;  // positions of page breaks in the text that was given
    bool markdown = false;             // has headings, emphasis or tables in Markdown's own form
};

/// `begin` is where the text proper begins (after a byte order mark).
Prepared prepare(std::string_view text, std::uint32_t begin, const Limits& limits);

}  // namespace boardcheck::ingest
