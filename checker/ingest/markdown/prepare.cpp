#include "ingest/markdown/prepare.hpp"

#include <algorithm>
#include <utility>

#include "ingest/markdown/inline_marks.hpp"
#include "ingest/markdown/line_start.hpp"
#include "ingest/markdown/open_items.hpp"
#include "ingest/rewrite.hpp"

namespace boardcheck::ingest {

namespace {

// A paragraph longer than this is read in parts, and a row of a table is not read as one: a parser keeps a node of some
// hundred bytes for every piece of emphasis.
constexpr std::uint32_t longest_paragraph = 1u << 16;
// The parser gets pieces of about this size, cut between paragraphs outside of lists, and in lists that are longer
// than the second.
constexpr std::uint32_t piece_size = 1u << 17;
constexpr std::uint32_t longest_piece = 1u << 20;
constexpr std::uint32_t longest_title = 120;

struct Line {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;   // before the line break
    std::uint32_t next = 0;  // after it
};

class Preparer {
public:
    Preparer(std::string_view text, const Limits& limits)
        : text_(text), out_(text), marks_(text), items_(std::max<std::size_t>(limits.depth, 1)) {}
    Prepared run(std::uint32_t begin);

private:
    Line line_at(std::uint32_t begin) const;
    std::string_view view(std::uint32_t begin, std::uint32_t end) const { return text_.substr(begin, end - begin); }
    std::uint32_t skip_blanks(std::uint32_t begin, std::uint32_t end);
    std::uint32_t skip_blanks(std::uint32_t begin, std::uint32_t end, std::uint32_t& columns);

    void find_front_matter(std::uint32_t begin);
    Line read_blank_lines(Line line);
    void read_line(Line line);
    std::uint32_t read_part(Line line);
    void end_line(Line line);
    bool read_rule(Line line, std::uint32_t first);
    bool read_table(Line line, std::uint32_t first);
    bool starts_table(Line line, std::uint32_t first);
    void write_row(Line line, std::uint32_t first);
    std::uint32_t read_heading(Line line, std::uint32_t first);
    std::uint32_t read_marker(Line line, std::uint32_t first, std::uint32_t columns);
    bool accept(const Marker& marker) const;
    std::uint32_t skip_quotes(std::uint32_t at, std::uint32_t end);
    std::uint32_t skip_markers(std::uint32_t at, std::uint32_t end);
    std::uint32_t read_text_start(std::uint32_t begin, std::uint32_t end, bool in_item);
    std::uint32_t read_inline(std::uint32_t at, std::uint32_t end);
    std::uint32_t break_at(std::string_view written, std::uint32_t begin, std::uint32_t end);
    void begin_block(bool in_list);

    std::string_view text_;
    Rewrite out_;
    InlineMarks marks_;
    Prepared prepared_;
    OpenItems items_;
    std::uint32_t paragraph_lines_ = 0;  // lines of the paragraph before this line; 0 where a block begins
    std::uint32_t paragraph_begin_ = 0;  // in what is written
    std::uint32_t table_columns_ = 0;    // 0 outside of tables
    std::uint32_t line_begin_ = 0;
    std::uint32_t front_matter_end_ = 0;
    std::string table_rule_;   // to be written after the heading row
    std::string_view prefix_;  // what a tag put before the text after it
    char last_ = '\n';         // the last visible byte of the line before
    bool drop_line_ = false;   // also its line break
};

Line Preparer::line_at(std::uint32_t begin) const {
    const auto size = static_cast<std::uint32_t>(text_.size());
    std::uint32_t end = begin;
    while (end < size && (text_[end] < '\n' || text_[end] > '\r')) ++end;
    const bool pair = end + 1 < size && text_[end] == '\r' && text_[end + 1] == '\n';
    return {begin, end, std::min(end + (pair ? 2 : 1), size)};
}

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') || c == 0x7F; }

/// Passes white space, control characters, comments, and tags that only change how words look.
std::uint32_t Preparer::skip_blanks(std::uint32_t begin, std::uint32_t end) {
    while (begin < end) {
        if (is_blank(text_[begin]) || is_control(text_[begin])) {
            ++begin;
            continue;
        }
        if (text_[begin] != '<') return begin;
        const std::uint32_t passed = marks_.invisible(begin, end);
        if (passed == 0) return begin;
        begin += passed;
    }
    return begin;
}

std::uint32_t Preparer::skip_blanks(std::uint32_t begin, std::uint32_t end, std::uint32_t& columns) {
    const std::uint32_t first = skip_blanks(begin, end);
    columns = 0;
    for (const char c : view(begin, first)) {
        if (c == '\t') columns += 4 - columns % 4;
        if (c == ' ') ++columns;
    }
    return first;
}

/// "---", lines of "key: value", "---" at the very beginning: the keys are lines of their own.
void Preparer::find_front_matter(std::uint32_t begin) {
    Line line = line_at(begin);
    if (view(line.begin, line.end) != "---") return;
    constexpr int most_lines = 60;
    for (int i = 0; i < most_lines && line.next < text_.size(); ++i) {
        line = line_at(line.next);
        const auto text = view(line.begin, line.end);
        if (text == "---" || text == "...") {
            front_matter_end_ = line.begin;
            return;
        }
        const bool entry = text.find(':') != std::string_view::npos || text.starts_with(' ') || text.starts_with('-');
        if (!entry) return;
    }
}

/// Writes all blank lines from here as one; returns the last of them.
Line Preparer::read_blank_lines(Line line) {
    const std::uint32_t begin = line.begin;
    while (true) {
        if (line.end < text_.size() && text_[line.end] == '\f') prepared_.pages.push_back(line.end);
        if (line.next >= text_.size()) break;
        const Line after = line_at(line.next);
        if (skip_blanks(after.begin, after.end) != after.end) break;
        line = after;
    }
    if (begin < line.next) {
        // In a row of an HTML table the line before has not been ended.
        out_.put(marks_.in_html_row() ? "\n\n" : "\n", begin, line.next);
    }
    paragraph_lines_ = 0;
    table_columns_ = 0;
    marks_.end_html_row();
    last_ = '\n';
    return line;
}

void Preparer::begin_block(bool in_list) {
    const std::uint32_t piece = out_.size() - prepared_.cuts.back();
    if (piece < piece_size || (in_list && piece < longest_piece)) return;
    prepared_.cuts.push_back(out_.size());
    items_.clear();
}

void Preparer::read_line(Line line) {
    std::uint32_t at = line_begin_ = line.begin;
    do {
        at = read_part({at, line.end, line.next});
    } while (at < line.end);
    for (std::uint32_t last = line.end; last > line.begin; --last) {
        if (is_blank(text_[last - 1])) continue;
        last_ = text_[last - 1];
        break;
    }
    end_line(line);
}

void Preparer::end_line(Line line) {
    const bool page = line.end < text_.size() && text_[line.end] == '\f';
    if (page) prepared_.pages.push_back(line.end);
    if (std::exchange(drop_line_, false)) {
        out_.put("", line.end, line.next);
    } else if (marks_.in_html_row()) {
        out_.put(" ", line.end, line.next);
    } else if (page || line.begin < front_matter_end_) {
        out_.put("\n\n", line.end, line.next);
        paragraph_lines_ = 0;
    } else {
        out_.put("\n", line.end, line.next);
    }
}

/// Reads up to the end of the line, or to a tag that breaks it; returns where to go on.
std::uint32_t Preparer::read_part(Line line) {
    std::uint32_t columns = 0;
    const std::uint32_t first = skip_quotes(skip_blanks(line.begin, line.end, columns), line.end);
    if (first == line.end) {
        out_.put("", line.begin, line.end);
        return line.end;
    }
    if (!prefix_.empty()) {
        const bool item = prefix_.starts_with('-');
        out_.put(std::exchange(prefix_, {}), line.begin, first);
        paragraph_begin_ = out_.size();
        paragraph_lines_ = item ? 1 : 0;
        return read_inline(read_text_start(first, line.end, item), line.end);
    }
    if (marks_.in_html_row() && paragraph_lines_ > 0) return read_inline(line.begin, line.end);
    if (read_rule(line, first)) return line.end;
    if (line.begin == line_begin_ && read_table(line, first)) return line.end;
    if (const std::uint32_t after = read_heading(line, first); after > 0) return after;
    if (const std::uint32_t after = read_marker(line, first, columns); after > 0) return after;
    if (paragraph_lines_ > 0 && out_.size() - paragraph_begin_ > longest_paragraph) {
        break_at("\n\n", line.begin, line.begin);
    }
    if (paragraph_lines_ == 0) {
        items_.close_for_paragraph(columns);
        begin_block(!items_.empty());
        paragraph_begin_ = out_.size();
        out_.put(std::string(items_.content(), ' '), line.begin, first);
    } else {
        // The parser needs no indentation to see that a paragraph goes on.
        out_.put("", line.begin, first);
    }
    ++paragraph_lines_;
    return read_inline(read_text_start(first, line.end, false), line.end);
}

/// Rules are dropped, except under the title that they underline.
bool Preparer::read_rule(Line line, std::uint32_t first) {
    if (!is_rule(view(first, line.end))) return false;
    const bool underline =
        view(first, line.end).find_first_not_of(text_[first] == '=' ? "= \t" : "- \t") == std::string_view::npos &&
        view(first, line.end).find(' ') == std::string_view::npos;
    const bool under_title = paragraph_lines_ == 1 && items_.empty() && table_columns_ == 0 &&
                             out_.size() - paragraph_begin_ <= longest_title;
    if (underline && under_title) {
        out_.put("", line.begin, first);
        out_.keep(first, line.end);
        prepared_.markdown = true;
    } else {
        // A blank line would end a table.
        drop_line_ = table_columns_ != 0;
        out_.put("", line.begin, line.end);
    }
    if (!drop_line_) paragraph_lines_ = 0;
    return true;
}

bool has_pipe(std::string_view line) { return line.find('|') != std::string_view::npos; }

/// A row and, below it, the rule that says where the columns are; or two lines that begin with a pipe.
bool Preparer::starts_table(Line line, std::uint32_t first) {
    if (!has_pipe(view(first, line.end)) || line.next >= text_.size()) return false;
    const Line below = line_at(line.next);
    const auto row = view(first, line.end);
    const auto under = view(skip_blanks(below.begin, below.end), below.end);
    if (row.size() > longest_paragraph || under.size() > longest_paragraph) return false;
    const bool ruled = is_delimiter_row(under);
    if (!ruled && (!row.starts_with('|') || !under.starts_with('|'))) return false;
    table_columns_ = std::max({count_cells(row), count_cells(under), 1U});
    if (paragraph_lines_ > 0) out_.put("\n", line.begin, line.begin);
    items_.clear();
    begin_block(false);
    std::string rule;
    for (std::uint32_t column = 0; column < table_columns_; ++column) rule += "|---";
    rule += "|";
    if (ruled) {
        table_rule_ = "\n" + rule;
    } else {
        out_.put(std::string(table_columns_, '|') + "|\n" + rule + "\n", line.begin, line.begin);
    }
    prepared_.markdown = true;
    return true;
}

bool Preparer::read_table(Line line, std::uint32_t first) {
    const bool too_long = line.end - first > longest_paragraph || out_.size() - prepared_.cuts.back() > longest_piece;
    if (table_columns_ > 0 && (too_long || !has_pipe(view(first, line.end)))) {
        out_.put("\n", line.begin, line.begin);
        table_columns_ = 0;
        paragraph_lines_ = 0;
    }
    if (table_columns_ == 0 && !starts_table(line, first)) return false;
    write_row(line, first);
    paragraph_lines_ = 1;
    return true;
}

void Preparer::write_row(Line line, std::uint32_t first) {
    out_.put("", line.begin, first);
    marks_.begin_row(table_columns_);
    if (text_[first] != '|') {
        out_.put("|", first, first);
        marks_.count_pipe();
    }
    read_inline(first, line.end);
    marks_.end_row();
    if (table_rule_.empty()) return;
    // The rule below is written here, with as many columns as there are; the paper's own is dropped when it comes.
    std::string below;
    for (std::uint32_t pipes = marks_.pipes(); pipes <= table_columns_; ++pipes) below += " |";
    out_.put(below + std::exchange(table_rule_, {}), line.end, line.end);
}

std::uint32_t Preparer::read_heading(Line line, std::uint32_t first) {
    constexpr std::uint32_t deepest = 6;
    const auto text = view(first, line.end);
    const auto marks = std::min(text.find_first_not_of('#'), text.size());
    if (marks == 0 || marks > deepest || (marks < text.size() && !is_blank(text[marks]))) return 0;
    items_.clear();
    begin_block(false);
    out_.put("", line.begin, first);
    out_.keep(first, first + static_cast<std::uint32_t>(marks));
    paragraph_begin_ = out_.size();
    paragraph_lines_ = 0;
    prepared_.markdown = true;
    return read_inline(first + static_cast<std::uint32_t>(marks), line.end);
}

/// Numbers and dashes at the start of a line that goes on with a sentence are not markers.
bool Preparer::accept(const Marker& marker) const {
    if (paragraph_lines_ == 0 || (!is_list_number(marker) && !is_dash(marker))) return true;
    if (items_.go_on_with(marker) || marker.number == 1) return true;
    const bool after_stop = last_ == ':' || last_ == ';' || last_ == '.';
    return is_dash(marker) && (after_stop || (!items_.empty() && paragraph_lines_ == 1));
}

std::uint32_t Preparer::read_marker(Line line, std::uint32_t first, std::uint32_t columns) {
    const auto text = view(first, line.end);
    Marker marker = bullet_at(text);
    if (marker.length == 0) marker = list_number_at(text);
    if (marker.length == 0 || !accept(marker)) return 0;
    const bool numbered = is_list_number(marker);
    items_.close_for_item(marker, columns, paragraph_lines_ > 0 || last_ == ':');
    begin_block(true);
    std::uint32_t after = first + marker.length;
    const std::uint32_t content = skip_blanks(after, line.end);
    if (paragraph_lines_ > 0 && (numbered || content == line.end)) out_.put("\n", line.begin, line.begin);
    out_.put(std::string(items_.content(), ' '), line.begin, first);
    if (numbered) {
        out_.keep(first, after);
    } else {
        out_.put("-", first, after);
    }
    out_.put(" ", after, content);
    items_.open(marker, columns, (numbered ? marker.length : 1) + 1);
    paragraph_begin_ = out_.size();
    paragraph_lines_ = 1;
    table_columns_ = 0;
    return read_inline(read_text_start(content, line.end, true), line.end);
}

/// "> " in front of a quotation, as mails have it, but not "> 50".
std::uint32_t Preparer::skip_quotes(std::uint32_t at, std::uint32_t end) {
    while (at < end && text_[at] == '>') {
        const std::uint32_t after = skip_blanks(at + 1, end);
        if (after < end && text_[after] >= '0' && text_[after] <= '9') break;
        at = after;
    }
    return at;
}

/// Passes what the parser would take for the start of another block inside of an item: further bullets, fences, rules.
std::uint32_t Preparer::skip_markers(std::uint32_t at, std::uint32_t end) {
    while (at < end) {
        const auto text = view(at, end);
        const Marker bullet = bullet_at(text);
        std::uint32_t after = skip_quotes(at, end);
        if (bullet.length > 0) {
            after = at + bullet.length;
        } else if (text.starts_with("~~~") || text.starts_with("```")) {
            after = at + static_cast<std::uint32_t>(std::min(text.find_first_not_of(text.front()), text.size()));
        } else if (after == at && is_rule(text)) {
            after = end;
        }
        if (after == at) break;
        at = skip_blanks(after, end);
    }
    return at;
}

/// Writes what the parser must not take for the start of a block; returns where the text goes on.
std::uint32_t Preparer::read_text_start(std::uint32_t begin, std::uint32_t end, bool in_item) {
    std::uint32_t at = begin;
    const auto line = view(begin, end);
    const bool fence = line.starts_with("~~~") || line.starts_with("```");
    if (in_item || fence) at = skip_markers(at, end);
    const bool named_fence = fence && !in_item && view(at, end).find_first_of(" \t`~") == std::string_view::npos;
    if (named_fence) at = end;
    out_.put("", begin, at);
    if (at == end && !in_item) paragraph_lines_ = 0;
    if (at == end) return end;
    const auto text = view(at, end);
    if (const std::uint32_t number = parser_number(text); number > 0) {
        out_.keep(at, at + number - 1);
        at += number - 1;
    } else if (text.front() != '>' && !is_definition(text) && !text.starts_with("[^")) {
        return at;
    }
    out_.put("\\", at, at);
    out_.keep(at, at + 1);
    return at + 1;
}

/// A space, or after many bytes without one the beginning of any character.
bool is_good_cut(std::string_view text, std::uint32_t late) {
    constexpr std::uint32_t too_late = 4096;
    return text.front() == ' ' || (late > too_late && (static_cast<unsigned char>(text.front()) & 0xC0) != 0x80);
}

std::uint32_t Preparer::break_at(std::string_view written, std::uint32_t begin, std::uint32_t end) {
    out_.put(written, begin, end);
    if (written != "\n\n") return end;
    paragraph_lines_ = 0;
    paragraph_begin_ = out_.size();
    last_ = '\n';
    return end;
}

/// Writes the text of a line up to its end, or to where it is broken; returns where to go on.
std::uint32_t Preparer::read_inline(std::uint32_t at, std::uint32_t end) {
    std::uint32_t kept = at;
    const std::uint32_t cut =
        table_columns_ > 0 || marks_.in_html_row()
            ? end
            : at + longest_paragraph - std::min(longest_paragraph, out_.size() - paragraph_begin_);
    while (at < end) {
        if (at >= cut && is_good_cut(view(at, end), at - cut)) {
            out_.keep(kept, at);
            return break_at("\n\n", at, at);
        }
        const char c = text_[at];
        const bool escape = c == '\\' && at + 1 < end && static_cast<unsigned char>(text_[at + 1]) > ' ';
        const Replacement change = InlineMarks::is_special(c) ? marks_.at(at, end) : Replacement{};
        if (change.length == 0) {
            at += escape ? 2 : 1;
            continue;
        }
        out_.keep(kept, at);
        kept = at + change.length;
        if (change.breaks) {
            prefix_ = change.prefix;
            return break_at(change.text, at, kept);
        }
        out_.put(change.text, at, kept);
        at = kept;
    }
    out_.keep(kept, end);
    return end;
}

Prepared Preparer::run(std::uint32_t begin) {
    prepared_.cuts.push_back(0);
    out_.put("", 0, begin);
    find_front_matter(begin);
    std::uint32_t at = begin;
    while (at < text_.size()) {
        const Line line = line_at(at);
        if (skip_blanks(line.begin, line.end) == line.end) {
            at = read_blank_lines(line).next;
        } else {
            read_line(line);
            at = line.next;
        }
        if (marks_.comment_end() > at) {
            out_.put("", at, marks_.comment_end());
            at = marks_.comment_end();
        }
    }
    prepared_.cuts.push_back(out_.size());
    prepared_.text = out_.take_text();
    prepared_.source = out_.take_map();
    prepared_.markdown = prepared_.markdown || prepared_.text.find("**") != std::string::npos;
    return std::move(prepared_);
}

}  // namespace

Prepared prepare(std::string_view text, std::uint32_t begin, const Limits& limits) {
    return Preparer(text, limits).run(begin);
}

}  // namespace boardcheck::ingest
