// Marks inside of a line that are not CommonMark, or that a CommonMark parser may read as something else: HTML tags and
// comments, control characters, references to footnotes, surplus cells of a row.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace boardcheck::ingest {

/// What to write for some bytes of the paper.
struct Replacement {
    std::uint32_t length = 0;  // of the bytes that are replaced; 0: leave the byte as it is
    std::string_view text;
    bool breaks = false;      // the line ends here
    std::string_view prefix;  // what to write before the text that comes next
};

class InlineMarks {
public:
    explicit InlineMarks(std::string_view text) : text_(text) {}
    /// Whether `at` has to be asked about a byte.
    static bool is_special(char c) {
        return c == '<' || c == '[' || c == '|' || (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
    }
    /// What to write for the special byte at `at`, in a line that ends at `end`.
    Replacement at(std::uint32_t at, std::uint32_t end);

    /// Length of a comment at `at`, or of a tag that only changes how words look.
    std::uint32_t invisible(std::uint32_t at, std::uint32_t end);

    /// Begins a row of a table with so many columns.
    void begin_row(std::uint32_t columns) { columns_ = columns, pipes_ = 0; }
    void end_row() { columns_ = 0; }
    std::uint32_t pipes() const { return pipes_; }
    void count_pipe() { ++pipes_; }

    /// In a row of an HTML table: its lines are one line.
    bool in_html_row() const { return in_html_row_; }
    void end_html_row() { in_html_row_ = false; }
    /// Where the comment ends that came last.
    std::uint32_t comment_end() const { return comment_end_; }

private:
    Replacement tag(std::uint32_t at, std::uint32_t end);
    Replacement comment(std::uint32_t at, std::uint32_t end);

    std::string_view text_;
    std::uint32_t columns_ = 0;
    std::uint32_t pipes_ = 0;
    std::uint32_t comment_end_ = 0;
    bool no_more_comments_ = false;
    bool in_html_row_ = false;
};

}  // namespace boardcheck::ingest
