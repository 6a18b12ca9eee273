// What stands on a page of a PDF, before anybody knows what it means: pieces of text as they were drawn, and lines.
//
// Lengths are in points, from the top left of the page. The order of lists is that in which the file draws, which most
// producers keep close to the order of reading.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "ingest/ingest.hpp"

namespace boardcheck::ingest::pdf {

struct Fragment {
    float left = 0, top = 0, width = 0, height = 0;
    float size = 0;  // of the font
    bool bold = false;
    std::string text;  // UTF-8, as the producer wrote it
};

/// Text on one base line without a wide gap in it: a line of a paragraph, or what a cell has on that height.
struct Line {
    float left = 0, right = 0, top = 0, bottom = 0;
    float text_left = 0;  // where the text begins after a bullet or number of its own
    float size = 0;       // of the font that most of its letters have
    bool bold = false;    // all of it
    bool rotated = false;
    std::string text;
    std::vector<Span> raised;  // in `text`: small numbers and signs, as the calls of footnotes are
    float height() const { return bottom - top; }
    float middle() const { return (top + bottom) / 2; }
};

struct Page {
    std::uint32_t number = 0;  // in the file, from 1
    float width = 0, height = 0;
    std::string label;  // as printed
    std::vector<Line> lines;
};

/// Lines from fragments: joined where they touch, spaces put where they are only gaps, text drawn twice told once.
std::vector<Line> lines_of(std::vector<Fragment> fragments);

/// Whether two lines stand beside each other: on the same height, more or less.
bool same_height(const Line& a, const Line& b);

}  // namespace boardcheck::ingest::pdf
