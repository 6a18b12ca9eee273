// HTML tags in a Markdown or plain text paper: what a reader sees of them.
#pragma once

#include <cstdint>
#include <string_view>

namespace boardcheck::ingest {

enum class TagEffect {
    none,         // only changes how words look
    raised,       // a superscript begins
    line_break,   // <br>
    block_break,  // a paragraph begins or ends
    heading,      // <h1> to <h6> begin
    list_item,    // <li> begins
    row_begin,
    row_end,
    cell_end,
};

struct Tag {
    std::uint32_t length = 0;  // bytes; 0 where there is no tag that we know: "<name of provider>" is text
    TagEffect effect = TagEffect::none;
    std::uint8_t level = 0;  // of a heading
};

/// The tag at the front of `text`, which begins with '<'.
Tag tag_at(std::string_view text);
/// Length of "<https://...>" or "<someone@example.org>" at the front; 0 where there is none.
std::uint32_t address_at(std::string_view text);

}  // namespace boardcheck::ingest
