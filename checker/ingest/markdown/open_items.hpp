// The list items that are open at a line of a paper, and where a new item belongs among them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ingest/markdown/line_start.hpp"

namespace boardcheck::ingest {

class OpenItems {
public:
    explicit OpenItems(std::size_t deepest) : deepest_(deepest) {}
    bool empty() const { return items_.empty(); }
    void clear() { items_.clear(); }
    /// Column of the innermost item's text in what is written; 0 outside of lists.
    std::uint32_t content() const { return items_.empty() ? 0 : items_.back().content; }
    /// Whether the marker is one that an open list would go on with.
    bool go_on_with(const Marker& marker) const;
    /// Closes the items that a paragraph at this column of the paper does not belong to.
    void close_for_paragraph(std::uint32_t columns);
    /// Closes the items that an item at this column does not belong to. Items with different glyphs may stand at the
    /// same column: a new glyph is one level deeper where it stands right `under_text`.
    void close_for_item(const Marker& marker, std::uint32_t columns, bool under_text);
    /// Opens an item whose text is written `width` columns after that of the item around it.
    void open(const Marker& marker, std::uint32_t columns, std::uint32_t width) {
        items_.push_back({columns, content() + width, marker.glyph, marker.number});
    }

private:
    struct Item {
        std::uint32_t columns = 0;  // of its marker in the paper
        std::uint32_t content = 0;  // of its text in what is written
        char32_t glyph = 0;
        std::uint32_t number = 0;
    };
    std::size_t deepest_;
    std::vector<Item> items_;
};

}  // namespace boardcheck::ingest
