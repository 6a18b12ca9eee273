// Writes a draft block by block, for readers whose files know what a block is.
//
// Text may come in pieces of any size: white space (no-break spaces too) becomes one space, or none at the ends of a
// line; control characters go; bytes that are not UTF-8 become U+FFFD.
#pragma once

#include <cstddef>
#include <string_view>

#include "ingest/draft.hpp"

namespace boardcheck::ingest {

class DraftWriter {
public:
    explicit DraftWriter(Draft& draft) : draft_(draft) {}
    /// Ends the block before, if there is one.
    void begin(const DraftBlock& block);
    void text(std::string_view utf8);
    /// A line that was broken on purpose: the block goes on.
    void line_break();
    /// A space that the file does not write, as between two cells; nothing at the ends of a line.
    void space() { gap_ = true; }
    /// A block without words is dropped. False where there was none, or it was dropped.
    bool end();
    bool open() const { return open_; }
    DraftBlock& block() { return block_; }
    /// What follows stands on this page.
    void page(std::uint32_t number, std::string label = {});

private:
    void end_line();
    void character(std::string_view utf8);
    Draft& draft_;
    DraftBlock block_;
    bool open_ = false;
    bool gap_ = false;  // white space is due before the next character
    std::uint32_t line_begin_ = 0;
};

}  // namespace boardcheck::ingest
