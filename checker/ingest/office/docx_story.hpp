// A story of a Word file (its body, a note, a header) as a list of paragraphs in the order of reading, each with the
// pieces of text that a reader sees, and with the nodes of the tree that they stand in.
//
// Made once to read a paper; whoever wants to write into the file makes it again from the same tree, and finds the same
// pieces: that is why it knows nothing of blocks. Views and nodes live as long as the tree. Left out: deletions, moved
// text at its old place, hidden text, instructions of fields, the second copy of alternative contents.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "ingest/ingest.hpp"
#include "ingest/office/docx_styles.hpp"

namespace boardcheck::ingest::docx {

enum class PieceKind {
    text,
    space,       // a tab
    line_break,  // also of a column or page
    footnote,    // calls one
    endnote,
    comment,
    diagram  // whose words are in a part of their own
};

struct Piece {
    PieceKind kind = PieceKind::text;
    std::string_view text;
    pugi::xml_node node;     // w:t, w:tab, w:footnoteReference
    pugi::xml_node run;      // around it; null where there is none
    CharacterFormat format;  // all that it inherits, too
};

/// Place in a grid, from 1; tables are numbered as they are met, from 1.
struct CellPlace {
    std::uint32_t table = 0, row = 0, column = 0;
    std::uint32_t row_span = 1, column_span = 1;
    bool header = false;
};

struct Paragraph {
    pugi::xml_node node;                // the w:p; of joined ones, the last
    const Style* style = nullptr;       // never null
    std::uint32_t begin = 0, end = 0;   // in Story::pieces
    std::optional<std::uint32_t> cell;  // in Story::cells
    bool contents = false;              // of a table of contents
    bool sequence = false;              // has a number that counts figures or tables
};

/// What is there and not read, or read in a way that a user should know of.
struct StoryNotes {
    bool tracked_changes = false;
    bool hidden_text = false;
    std::size_t embedded = 0;      // files inside of the file
    std::size_t chunks = 0;        // whole documents of other formats inside of it
    std::size_t placeholders = 0;  // content controls that nobody has filled in
};

struct Story {
    std::vector<Paragraph> paragraphs;
    std::vector<Piece> pieces;
    std::vector<CellPlace> cells;
    std::uint32_t tables = 0;
    StoryNotes notes;
};

/// The paragraphs below `root`: a w:body, w:hdr, w:footnote. A text box comes after the paragraph that holds it, a
/// nested table after the cell. What is nested deeper than `depth` is read flat, in the order of the file.
Story read_story(const pugi::xml_node& root, Styles& styles, std::size_t depth);

}  // namespace boardcheck::ingest::docx
