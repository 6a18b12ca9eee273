// Paragraphs put together again from lines: across lines, columns and pages.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/draft.hpp"
#include "ingest/pdf/hyphen.hpp"
#include "ingest/pdf/page.hpp"
#include "ingest/pdf/region.hpp"

namespace boardcheck::ingest::pdf {

/// The part of a paragraph that stands on one page.
struct Piece {
    std::uint32_t page = 0;
    std::string text;
};

struct Paragraph {
    Block block;  // without span and page
    std::vector<Piece> pieces;
    float left = 0, text_left = 0, size = 0;
    bool bold = false;
    bool marked = false;  // begins with a number or bullet
    bool bullet = false;
    std::size_t lines = 0;
    std::string text() const;
};

/// What the paper as a whole is set like.
struct Setting {
    float size = 0;     // of most of its letters
    float leading = 0;  // from line to line, as a part of the size
    float right = 0;    // as far as its lines go
};
Setting setting_of(const std::vector<Page>& pages);

/// Takes region after region, and hands out the paragraphs at the end.
class ParagraphBuilder {
public:
    ParagraphBuilder(const Setting& setting, const Hyphenation& hyphenation)
        : setting_(setting), hyphenation_(hyphenation) {}

    /// `notes`: the numbers of the footnotes on this page; what calls them is no part of the text.
    void begin_page(const Page& page, std::vector<std::string> notes);
    void add_text(const Region& region);
    /// Lines of one cell, as paragraphs with the place that `cell` has.
    void add_cell(const std::vector<Line>& lines, const Block& cell, float right);
    /// More lines of a cell that began on the page before.
    void add_rest_of_cell(const std::vector<Line>& lines, const Block& cell, float right);
    /// How many paragraphs the cells of a row have that was added last.
    std::size_t row_size(std::uint32_t table, std::uint32_t row) const;
    void add_note(const std::vector<Line>& lines);
    std::vector<Paragraph>& paragraphs() { return paragraphs_; }

private:
    void add_line(const Line& line, const Block& block, float right, bool across);
    void append(Paragraph& paragraph, const Line& line);
    void start(const Line& line, const Block& block);
    std::string text_of(const Line& line) const;
    bool continues(const Line& line, float right) const;
    bool continues_across(const Line& line, float right) const;
    bool starts_item(const Line& line, bool early) const;
    bool ended_early(const Line& next, float right) const;
    const Setting& setting_;
    const Hyphenation& hyphenation_;
    std::uint32_t page_ = 0;
    float page_width_ = 0;
    std::vector<std::string> notes_;
    std::vector<Paragraph> paragraphs_;
    bool open_ = false;  // the last paragraph may go on
    Line last_;          // its last line
    float last_right_ = 0;
    float second_left_ = -1;  // where its second line began
};

}  // namespace boardcheck::ingest::pdf
