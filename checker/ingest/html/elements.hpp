// The elements of HTML as far as reading needs to tell them apart.
#pragma once

#include <cstdint>
#include <string_view>

namespace boardcheck::ingest {

enum class Shape : std::uint8_t {
    transparent,  // the tag says nothing to a reader: formatting, unknown elements
    gone,         // dropped with all that is in it
    title,        // text without tags
    empty,        // has no end: <br>
    root,         // html, head, body
    phrase,       // a part of a line that matters: links, bold, superscripts, deletions
    block,        // begins on a line of its own
    heading,      // h1 to h6
    item,         // li, dt, dd
    table,        // and its parts:
    table_part,   // thead, tbody, tfoot
    row,
    cell  // td, th, caption
};

/// `name` in small letters.
Shape shape_of(std::string_view name);

/// Whether readers of pages ask for this attribute.
bool is_read_attribute(std::string_view name);

}  // namespace boardcheck::ingest
