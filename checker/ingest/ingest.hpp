// Bytes of a file in, Documents out: the words as a person reads them, in blocks that know where they stand.
//
// Markup is gone from `text`; each block is one slice of it, blocks are in reading order, do not overlap, and are
// separated by one '\n' that belongs to no block. Nothing readable is dropped: words whose place is unclear become
// blocks that are marked `doubtful`, words that are not the paper's own (running heads, speaker notes, review comments)
// blocks of a kind of their own. A paragraph cut by a page break, and a sentence's continuation that conversion turned
// into a bullet, are one block again. What a file is, its content says, not its name.
// Errors: a file that is missing, unreadable, empty, too large, damaged, encrypted, or of no kind that is read.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"

namespace boardcheck::ingest {

enum class Format { text, markdown, html, docx, pptx, odt, odp, pdf, zip };
/// "docx", "text".
std::string_view name_of(Format format);

enum class BlockKind {
    heading,
    paragraph,
    list_item,
    table_cell,  // one paragraph of a cell: those of one cell have the same table, row and column
    caption,
    header,
    footer,
    footnote,  // and endnotes: after what calls them, or at the foot of the page
    slide_title,
    speaker_note,  // after the last block of its slide
    comment        // a reviewer's, after the block that it is about
};
/// "list_item".
std::string_view name_of(BlockKind kind);
/// The paper's own words, in the order of reading: not what stands around, below or beside them.
constexpr bool is_body(BlockKind kind) {
    return kind != BlockKind::header && kind != BlockKind::footer && kind != BlockKind::footnote &&
           kind != BlockKind::speaker_note && kind != BlockKind::comment;
}

struct Block {
    BlockKind kind = BlockKind::paragraph;
    Span span;               // in Document::text
    std::uint8_t level = 0;  // heading: 1 (outermost) to 6; list item: depth from 1; else 0
    std::string number;  // as printed, without its trailing stop: "5.12", "(a)", "Appendix A"; often empty; not in span
    std::uint32_t line = 0;   // 1-based line of the source where the block begins; 0 in files that are not text
    std::uint32_t page = 0;   // where the block begins, 1-based; 0 where the format has no pages
    std::uint32_t slide = 0;  // 1-based; 0 where the format has no slides
    std::uint32_t table = 0;  // table cells: number of the table from 1, row and column from 1; else 0
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::uint32_t row_span = 1;  // of a merged cell, which is told once, at its top left
    std::uint32_t column_span = 1;
    bool header_cell = false;  // a cell of the table's heading row
    bool emphasised = false;  // the whole block is bold: on slides and in converted papers often a lead-in or a heading
    bool doubtful = false;    // stray line of a flattened diagram, list of names in columns, and the like
    bool hidden = false;      // on a slide that is not shown
    friend bool operator==(const Block&, const Block&) = default;
};

/// From here on, the words of the text stand on this page. Not in order of pages where a footnote was moved.
struct PageStart {
    std::uint32_t begin = 0;  // in the text that the holder of the list names
    std::uint32_t page = 0;   // 1-based, in the file
    std::string label;        // as printed or as the file says ("iv", "A-12"); empty: none known
    friend bool operator==(const PageStart&, const PageStart&) = default;
};

/// A line of the file's own table of contents: a bookmark of a PDF.
struct Bookmark {
    std::string title;
    std::uint32_t page = 0;  // 1-based, in the file; 0: unknown
    std::uint8_t level = 1;
    friend bool operator==(const Bookmark&, const Bookmark&) = default;
};

/// What the file says of itself, which is not always true of the paper; empty: nothing.
struct Properties {
    std::string title, author;
    std::optional<Date> created, modified;
};

/// The place of a paper in a pack that is one file.
struct PackPlace {
    std::string item;                             // agenda item as printed ("7", "10.2"); empty: none known
    std::string title;                            // as the agenda or the bookmark has it
    std::uint32_t first_page = 0, last_page = 0;  // of the file
};

struct Document {
    std::string file;  // as the user named it; "-" for standard input; "pack.zip/paper.docx" inside of a zip
    Format format = Format::text;
    std::string text;  // UTF-8, valid
    std::vector<Block> blocks;
    std::vector<PageStart> pages;  // places in `text`; empty where the format has no pages
    std::vector<Bookmark> outline;
    OffsetMap source;  // text -> bytes of the file, after decoding; for files that are not text: text -> text
    Properties properties;
    std::optional<PackPlace> pack;
    std::string language;          // ISO 639-1, of most of its words; empty: too few words to tell
    std::string second_language;   // of a fifth of them or more; empty: none
    bool tracked_changes = false;  // insertions are read, deletions are not
    std::vector<Notice> notices;   // in order of line
};
/// "Welsh" of "cy".
std::string name_of_language(const std::string& code);
/// The page on which the text at `position` stands; none where the format has no pages.
const PageStart* page_at(const Document& document, std::uint32_t position);

/// What a reader may use; whatever needs more is refused, with a message that names the limit.
struct Limits {
    std::size_t bytes = 512u << 20;      // of a file
    std::size_t text_bytes = 64u << 20;  // of a file that is text, Markdown or HTML
    std::size_t unpacked = 256u << 20;   // of all parts that are read from a zip, together
    std::size_t ratio = 400;             // of a part's size to its packed size, where it has more than a megabyte
    std::size_t parts = 20'000;          // of a zip
    std::size_t depth = 64;              // nesting of lists, tables and quotes; deeper ones are read at this depth
    std::size_t zip_depth = 2;           // zips in zips
    std::size_t blocks = 1u << 20;
    std::size_t pages = 5'000;      // of a PDF
    std::size_t memory = 1u << 30;  // of a program that reads for us, in bytes
    double seconds = 25;            // that such a program may take for one file
};

/// Reads one paper from its bytes; `file` is used for messages, its ending only where content leaves the format open.
/// A PDF is one paper here, whatever it holds; a zip of papers is an error.
Result<Document> ingest(std::string file, std::string_view bytes, const Limits& limits = {});

struct Papers {
    std::vector<Result<Document>> papers;  // what cannot be read is an error in its place; never empty
    std::vector<Notice> notices;           // one for each zip in which files were left out that are no papers
};

/// All papers of one file: a zip and a PDF pack hold several, any other file one. Those of a zip come in byte order of
/// their names, one unpacked at a time; nothing is written to disk.
Papers papers(const std::string& file, std::string_view bytes, const Limits& limits = {});

/// One file to read, or the reason why there is none.
struct Input {
    std::string file;
    std::optional<Error> fault;
};
/// Its bytes, read now: a folder of packs need not be in memory at once.
Result<std::string> load(const Input& input, const Limits& limits = {});

struct Collection {
    std::vector<Input> inputs;
    std::vector<Notice> notices;  // one for each folder in which files were left out that are no papers
};

/// The files behind paths: a file stands for itself, "-" for standard input, a folder for the papers below it, in byte
/// order of their names (hidden files, READMEs and files that are no papers by their content are left out there, but
/// read when named). Never throws; what cannot be listed is an Input with its fault.
Collection collect(const std::vector<std::string>& paths);

}  // namespace boardcheck::ingest
