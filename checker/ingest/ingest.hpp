// Bytes of one paper in, a Document out: the words as a person reads them, in blocks that know where they stand.
//
// Markup is gone from `text`; each block is one slice of it, blocks are in reading order, do not overlap, and are
// separated by one '\n' that belongs to no block. `source` leads from `text` back to the bytes of the file (after
// decoding, for a file that was not UTF-8). Nothing readable is dropped: words whose place is unclear become blocks
// that are marked `doubtful`. A paragraph cut by a page break, and a sentence's continuation that conversion turned
// into a bullet, are one block again. Errors: a file that is missing, unreadable, empty, too large or not text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"

namespace boardcheck::ingest {

enum class Format { text, markdown };

enum class BlockKind { heading, paragraph, list_item, table_cell, caption, header, footer, footnote, slide_title };

struct Block {
    BlockKind kind = BlockKind::paragraph;
    Span span;               // in Document::text
    std::uint8_t level = 0;  // heading: 1 (outermost) to 6; list item: depth from 1; else 0
    std::string number;  // as printed, without its trailing stop: "5.12", "(a)", "Appendix A"; often empty; not in span
    std::uint32_t line = 0;   // 1-based line of the source where the block begins
    std::uint32_t page = 0;   // 1-based; 0 where the format has no pages
    std::uint32_t slide = 0;  // 1-based; 0 where the format has no slides
    std::uint32_t table = 0;  // table cells: number of the table from 1, row and column from 1; else 0
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    bool header_cell = false;  // a cell of the table's heading row
    bool emphasised = false;  // the whole block is bold: on slides and in converted papers often a lead-in or a heading
    bool doubtful = false;    // stray line of a flattened diagram, list of names in columns, and the like
    friend bool operator==(const Block&, const Block&) = default;
};

struct Document {
    std::string file;  // as the user named it; "-" for standard input
    Format format = Format::text;
    std::string text;  // UTF-8, valid
    std::vector<Block> blocks;
    OffsetMap source;             // text -> bytes of the file
    std::vector<Notice> notices;  // in order of line
};

struct Limits {
    std::size_t bytes = 64u << 20;  // a larger file is refused, with a message that names the limit
    std::size_t depth = 64;         // nesting of lists and quotes; deeper ones are read at this depth
    std::size_t blocks = 1u << 20;
};

/// Reads one paper from its bytes; `file` is used for messages, its ending only where content leaves the format open.
Result<Document> ingest(std::string file, std::string_view bytes, const Limits& limits = {});

/// One thing to check: a path that holds a paper, or the reason why there is none.
struct Input {
    std::string file;
    Result<std::string> bytes;
};

struct Collection {
    std::vector<Input> inputs;
    std::vector<Notice> notices;  // one for each folder in which files were left out that are no text
};

/// The papers behind paths: a file stands for itself, "-" for standard input, a folder for the papers below it, in byte
/// order of their names (hidden files, READMEs and files that are no papers are left out there, but read when named).
/// Never throws; what cannot be read is an Input with its Error.
Collection collect(const std::vector<std::string>& paths, const Limits& limits = {});

}  // namespace boardcheck::ingest
