// Finds the bytes that each piece of a block's text was made from.
//
// cmark-gfm gives positions for inlines, but they are wrong in table headers, after hard-wrapped lines in lists and
// near entities. So only the beginning of a block is taken from it; from there the pieces are followed through the
// source in their order: what agrees is copied, and what does not agree is markup between them.
#pragma once

#include <string>
#include <string_view>

#include "base/base.hpp"

namespace boardcheck::ingest {

class LeafAligner {
public:
    /// `source` is what blocks are read from; `text` and `map` (text -> source) grow with every piece.
    LeafAligner(std::string_view source, std::string& text, OffsetMap& map) : source_(source), text_(text), map_(map) {}

    /// Goes to where a block begins; its pieces lie before `end`.
    void move_to(std::uint32_t begin, std::uint32_t end);
    /// Appends a piece of text; `escapes` where backslashes and entities stand for other characters in it.
    void append(std::string_view piece, bool escapes);
    std::uint32_t at() const { return at_; }
    /// Passes the end of the source line.
    void pass_line();
    /// Passes the destination and title of the link whose text came last; `hint` is where it may end.
    void pass_destination(std::uint32_t hint);

private:
    /// How many bytes of `piece` stand here as they are.
    std::uint32_t agreeing(std::string_view piece, bool escapes) const;

    void find_words(std::string_view piece);
    void align(std::string_view piece, bool escapes);

    std::string_view source_;
    std::string& text_;
    OffsetMap& map_;
    std::uint32_t at_ = 0;
    std::uint32_t end_ = 0;
    std::uint32_t done_ = 0;  // where the last piece ended
};

}  // namespace boardcheck::ingest
