#include "ingest/pdf/layout.hpp"

#include <algorithm>
#include <cmath>

#include "ingest/draft_writer.hpp"
#include "ingest/pdf/footnote.hpp"
#include "ingest/pdf/furniture.hpp"
#include "ingest/pdf/heading.hpp"
#include "ingest/pdf/hyphen.hpp"
#include "ingest/pdf/paragraph.hpp"
#include "ingest/pdf/region.hpp"
#include "ingest/repair/repair.hpp"
#include "ingest/repair/table_numbers.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest::pdf {

namespace {

/// A footnote's paragraph, to be written at the foot of its page.
struct OpenNote {
    Paragraph paragraph;
    bool written = false;
};

/// Rows of the table that the page before ended with, in case it goes on.
struct LastTable {
    std::uint32_t number = 0;
    std::uint32_t rows = 0;
    std::vector<float> columns;
    std::vector<std::string> head;  // the texts of its first row
    bool at_end = false;            // of the page before
};

class Composer {
public:
    Composer(const Setting& setting, const Hyphenation& hyphenation)
        : builder_(setting, hyphenation), note_builder_(setting, hyphenation) {}

    void add_page(const Page& page, const std::vector<Note>& notes) {
        std::vector<std::string> numbers;
        for (const Note& note : notes) numbers.push_back(note.number);
        note_builder_.begin_page(page, numbers);
        builder_.begin_page(page, std::move(numbers));
        for (const Note& note : notes) {
            note_builder_.add_note(note.lines);
            note_builder_.paragraphs().back().block.number = note.number;
        }
        const std::vector<Region> regions = regions_of(page);
        for (std::size_t i = 0; i < regions.size(); ++i) {
            if (i == 0 && add_rest_of_row(regions[i])) continue;
            if (regions[i].cells.empty()) {
                builder_.add_text(regions[i]);
                table_.at_end = false;
            } else {
                add_table(regions[i]);
            }
        }
    }

    std::vector<Paragraph>& paragraphs() { return builder_.paragraphs(); }
    std::vector<Paragraph>& notes() { return note_builder_.paragraphs(); }

private:
    static std::vector<std::string> first_row(const Region& region) {
        std::vector<std::string> texts;
        for (const Cell& cell : region.cells) {
            if (cell.row != 1) break;
            std::string text;
            for (const Line& line : cell.lines) text += line.text + ' ';
            texts.push_back(std::move(text));
        }
        return texts;
    }

    /// For each column of the region, the one of the last table that it goes on with; none where one is not there.
    std::vector<std::uint32_t> columns_in_last(const std::vector<float>& lefts) const {
        constexpr float shift = 8;
        std::vector<std::uint32_t> columns;
        for (const float left : lefts) {
            const auto same = std::find_if(table_.columns.begin(), table_.columns.end(),
                                           [left](float known) { return std::abs(known - left) < shift; });
            if (same == table_.columns.end()) return {};
            columns.push_back(static_cast<std::uint32_t>(same - table_.columns.begin()) + 1);
        }
        return columns;
    }

    /// What is left over of a row when a page ends: lines below one of its cells.
    bool add_rest_of_row(const Region& region) {
        constexpr std::size_t most_lines = 6;
        if (!table_.at_end || region.lines.empty() || region.lines.size() > most_lines) return false;
        const auto column = columns_in_last({region.lines.front().left});
        const bool below = !column.empty() && column.front() > 1 &&
                           std::all_of(region.lines.begin(), region.lines.end(), [&](const Line& line) {
                               return std::abs(line.left - region.lines.front().left) < line.size;
                           });
        if (!below || builder_.row_size(table_.number, table_.rows) == 0) return false;
        Block block;
        block.kind = BlockKind::table_cell;
        block.table = table_.number;
        block.row = table_.rows;
        block.column = column.front();
        builder_.add_rest_of_cell(region.lines, block, region.right);
        return true;
    }

    static bool all_bold(const Region& region, std::uint32_t row) {
        return std::all_of(region.cells.begin(), region.cells.end(), [row](const Cell& cell) {
            return cell.row != row ||
                   std::all_of(cell.lines.begin(), cell.lines.end(), [](const Line& line) { return line.bold; });
        });
    }

    /// Whether the first row of a table with several columns only names them: a short label without a figure over each,
    /// shorter than what stands below.
    static bool labels_columns(const Region& region) {
        constexpr std::size_t fewest_columns = 3;
        constexpr std::uint32_t fewest_rows = 3;
        constexpr std::size_t longest_label = 24;
        std::size_t labels = 0;
        std::size_t label_length = 0;
        std::size_t length = 0;
        for (const Cell& cell : region.cells) {
            std::size_t own = 0;
            for (const Line& line : cell.lines) own += line.text.size() + 1;
            length += own;
            if (cell.row != 1) continue;
            const std::string& words = cell.lines.front().text;
            const bool label = own <= longest_label && words.find_first_of("0123456789.") == std::string::npos;
            if (!label) return false;
            ++labels;
            label_length += own;
        }
        if (labels < fewest_columns || labels < region.columns.size()) return false;
        if (region.cells.back().row < fewest_rows) return false;
        return label_length * region.cells.size() < length * labels;
    }

    /// Whether a table's first row on a page goes on with the last row on the page before: it has nothing in the first
    /// column, or is not full and holds only the ends of sentences.
    static bool is_rest(const Region& region, const std::vector<std::uint32_t>& columns, std::uint32_t row) {
        std::size_t cells = 0;
        bool first_column = false;
        bool open = true;
        for (const Cell& cell : region.cells) {
            if (cell.row != row) continue;
            ++cells;
            first_column = first_column || columns[cell.column - 1] == 1;
            open = open && begins_lower(cell.lines.front().text);
        }
        return !first_column || (open && cells < columns.size());
    }

    void add_table(const Region& region) {
        const std::vector<std::string> head = first_row(region);
        std::vector<std::uint32_t> columns;
        if (table_.at_end) columns = columns_in_last(region.columns);
        const bool more = !columns.empty();
        const bool repeats = more && head == table_.head;
        if (!more) table_ = {table_.number + 1, 0, region.columns, head, false};
        std::vector<float> rights(region.columns.size(), 0.0F);
        for (const Cell& cell : region.cells) {
            for (const Line& line : cell.lines) rights[cell.column - 1] = std::max(rights[cell.column - 1], line.right);
        }
        const bool header = !more && ((all_bold(region, 1) && !all_bold(region, 2)) || labels_columns(region));
        const std::uint32_t first = repeats ? 2 : 1;
        const bool rest = more && is_rest(region, columns, first);
        const std::uint32_t before = table_.rows + 1 - first - (rest ? 1 : 0);
        for (const Cell& cell : region.cells) {
            if (repeats && cell.row == 1) continue;
            Block block;
            block.kind = BlockKind::table_cell;
            block.table = table_.number;
            block.row = before + cell.row;
            block.column = more ? columns[cell.column - 1] : cell.column;
            block.header_cell = header && cell.row == 1;
            table_.rows = std::max(table_.rows, block.row);
            if (rest && cell.row == first) {
                builder_.add_rest_of_cell(cell.lines, block, rights[cell.column - 1]);
            } else {
                builder_.add_cell(cell.lines, block, rights[cell.column - 1]);
            }
        }
        table_.at_end = true;
    }

    ParagraphBuilder builder_, note_builder_;
    LastTable table_;
};

/// Writes the blocks, each page's footnotes after what begins on it, and its furniture around.
class Writer {
public:
    Writer(const std::vector<Page>& pages, const std::vector<Furniture>& furniture, Draft& draft)
        : pages_(pages), furniture_(furniture), writer_(draft) {}

    void write(const std::vector<Paragraph>& paragraphs, const std::vector<Paragraph>& notes) {
        std::size_t note = 0;
        for (const Paragraph& paragraph : paragraphs) {
            while (note < notes.size() && page_of(notes[note]) < page_of(paragraph)) write(notes[note++]);
            const bool in_row = &paragraph != paragraphs.data() && same_row(*(&paragraph - 1), paragraph);
            if (!in_row) write_furniture_before(page_of(paragraph));
            write(paragraph);
        }
        while (note < notes.size()) write(notes[note++]);
        write_furniture_before(no_page);
        writer_.end();
    }

private:
    static constexpr std::uint32_t no_page = 0xffffffff;

    /// The feet of all pages before this one, and the heads of those up to it.
    void write_furniture_before(std::uint32_t page) {
        for (; begun_ < pages_.size() && pages_[begun_].number <= page; ++begun_) {
            write_feet();
            write(furniture_[begun_].heads, pages_[begun_].number, BlockKind::header);
        }
        if (page == no_page) write_feet();
    }
    /// Those of the page that was begun last.
    void write_feet() {
        if (begun_ > 0) write(furniture_[begun_ - 1].feet, pages_[begun_ - 1].number, BlockKind::footer);
    }

    void write(const std::vector<Line>& lines, std::uint32_t page, BlockKind kind) {
        for (const Line& line : lines) {
            Paragraph paragraph;
            paragraph.block.kind = kind;
            paragraph.pieces.push_back({page, line.text});
            write(paragraph);
        }
    }

    /// A row of a table that goes over a page is not parted by what stands at the page's edges.
    static bool same_row(const Paragraph& a, const Paragraph& b) {
        return a.block.table != 0 && a.block.table == b.block.table && a.block.row == b.block.row;
    }
    static std::uint32_t page_of(const Paragraph& paragraph) { return paragraph.pieces.front().page; }

    void write(const Paragraph& paragraph) {
        DraftBlock block;
        block.block = paragraph.block;
        block.block.emphasised = paragraph.bold && paragraph.block.kind != BlockKind::heading;
        block.marked = paragraph.block.kind == BlockKind::heading || !paragraph.block.number.empty();
        writer_.begin(block);
        bool first = true;
        for (const Piece& piece : paragraph.pieces) {
            if (!first) {
                writer_.line_break();
                writer_.block().hard_breaks = false;
            }
            first = false;
            turn_to(piece.page);
            writer_.text(piece.text);
        }
        writer_.end();
    }

    void turn_to(std::uint32_t page) {
        if (page == page_) return;
        page_ = page;
        const auto found =
            std::lower_bound(pages_.begin(), pages_.end(), page,
                             [](const Page& each, std::uint32_t number) { return each.number < number; });
        const bool known = found != pages_.end() && found->number == page;
        writer_.page(page, known ? found->label : std::string());
    }

    const std::vector<Page>& pages_;
    const std::vector<Furniture>& furniture_;
    DraftWriter writer_;
    std::size_t begun_ = 0;  // pages whose heads are written
    std::uint32_t page_ = 0;
};

}  // namespace

Layout lay_out(std::vector<Page> pages, const std::vector<Bookmark>& outline) {
    Layout layout;
    std::stable_sort(pages.begin(), pages.end(), [](const Page& a, const Page& b) { return a.number < b.number; });
    const std::vector<Furniture> furniture = take_furniture(pages);
    const Setting setting = setting_of(pages);
    const Hyphenation hyphenation(pages);
    Composer composer(setting, hyphenation);
    for (Page& page : pages) {
        if (page.lines.empty()) layout.empty_pages.push_back(page.number);
        const std::vector<Note> notes = take_notes(page, setting.size);
        composer.add_page(page, notes);
        page.lines = {};
    }
    mark_headings(composer.paragraphs(), outline, setting);
    level_items(composer.paragraphs());
    Writer(pages, furniture, layout.draft).write(composer.paragraphs(), composer.notes());
    take_numbers(layout.draft);
    number_tables(layout.draft);
    return layout;
}

}  // namespace boardcheck::ingest::pdf
