#include "ingest/pack/agenda_rows.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "ingest/characters.hpp"
#include "ingest/pack/item_marker.hpp"
#include "ingest/pack/page_facts.hpp"
#include "ingest/pack/plain_words.hpp"
#include "ingest/pack/presenter.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest::pack {

namespace {

bool has_digits(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

std::uint32_t value_of(std::string_view digits) {
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " .,:;_-";
    while (!text.empty() && blank.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    while (!text.empty() && blank.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    return text;
}

/// "45", "5 - 12", "Pages 5 - 12", "(Pages 5 - 12)", "p. 45": the first of the pages; 0 where `text` is something else.
std::uint32_t page_reference(std::string_view text) {
    const std::string words = plain(text, 40);
    std::string_view rest = words;
    for (const std::string_view name : {"pages ", "page ", "pp ", "p "}) {
        if (rest.starts_with(name)) rest.remove_prefix(name.size());
    }
    const bool named = rest.size() < words.size();
    if (!named && text.find_first_of(".:/") != std::string_view::npos) return 0;  // a time, an item, a date
    rest = rest.substr(0, rest.find(" to "));
    constexpr std::size_t longest = 9;
    constexpr std::size_t most_digits = 4;
    const auto first = rest.substr(0, rest.find(' '));
    const bool digits = rest.find_first_not_of("0123456789 ") == std::string_view::npos;
    return digits && rest.size() <= longest && first.size() <= most_digits ? value_of(first) : 0;
}

/// The page that stands at the end of a line, which loses it: "Finance report (Pages 5 - 12)", "Finance report ....
/// 45".
std::uint32_t take_page(std::string_view& line) {
    const auto last = line.find_last_not_of(" )");
    if (last == std::string_view::npos || !is_digit(line[last])) return 0;
    auto begin = line.find_last_not_of("0123456789 -\xE2\x80\x93\x94", last);
    begin = begin == std::string_view::npos ? 0 : begin + 1;
    const auto named = line.substr(0, begin);
    for (const std::string_view name :
         {"(Pages ", "(pages ", "(Page ", "Pages ", "pages ", "Page ", "page ", "pp", "p"}) {
        const auto bare = name.substr(0, name.find_last_not_of(' ') + 1);
        const bool word =
            named.ends_with(bare) && (named.size() == bare.size() || named[named.size() - bare.size() - 1] == ' ');
        if (!word) continue;
        const auto page = page_reference(line.substr(begin, last + 1 - begin));
        if (page > 0) line = trimmed(named.substr(0, named.size() - bare.size()));
        return page;
    }
    const auto number = line.substr(begin, last + 1 - begin);
    // A bare number is a page after leaders, or alone; "month 6" and "2022" are not.
    const bool leaders = named.ends_with("..") || named.ends_with(". ") || named.ends_with("\xE2\x80\xA6");
    const auto page = leaders ? page_reference(number) : 0;
    if (page > 0) line = trimmed(named);
    return page;
}

/// "C" of a cell "Enc C", "Paper 3", "GB 21/045", or of one that is a capital letter alone.
std::string paper_reference(std::string_view text) {
    constexpr std::size_t longest = 24;
    if (text.size() > longest) return {};
    if (text.size() == 1 && is_upper(text[0])) return std::string(text);
    const auto marker = item_marker(text);
    return marker && marker->kind != MarkerKind::agenda_item ? marker->item : std::string();
}

/// "9.30", "09:30 - 09:45", "(5 mins)": when, not what.
bool is_time(std::string_view text) {
    constexpr std::array<std::string_view, 9> units{"am", "pm", "min", "mins", "minutes", "noon", "to", "hrs", "m"};
    std::string words = plain(text, 40);
    std::replace_if(words.begin(), words.end(), is_digit, ' ');
    std::string_view rest = words;
    while (!rest.empty()) {
        const auto word = rest.substr(0, rest.find(' '));
        if (!word.empty() && std::find(units.begin(), units.end(), word) == units.end()) return false;
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    }
    return true;
}

/// The item number at the front of a line that goes on, which loses it.
std::string take_item(std::string_view& line) {
    const auto word = line.substr(0, line.find(' '));
    const auto number = item_number(word);
    if (number.empty() || !is_digit(number.front()) || word.size() >= line.size()) return {};
    line = trimmed(line.substr(word.size()));
    return std::string(number);
}

/// Without the time at the front: "14:45 - 14:50 Welcome".
std::string_view without_time(std::string_view line) {
    while (!line.empty()) {
        const auto word = line.substr(0, line.find(' '));
        const bool clock = word.find_first_of(".:") != std::string_view::npos || word.size() < 4;
        if (!is_time(word) || !clock) break;
        line.remove_prefix(std::min(word.size() + 1, line.size()));
    }
    return line;
}

/// The number at the end of a cell of other words, where the agenda has a column of pages: "For approval 7".
std::uint32_t last_number(std::string_view text) {
    const auto space = text.rfind(' ');
    return space == std::string_view::npos ? 0 : page_reference(text.substr(space + 1));
}

/// The cells of a row, with all paragraphs of each.
struct Cells {
    std::string number;  // that the reader took from the first
    std::vector<std::string> texts;
};

AgendaRow row_of_cells(const Cells& cells, bool pages_column) {
    AgendaRow row;
    row.item = std::string(item_number(cells.number));
    for (std::size_t i = 0; i < cells.texts.size(); ++i) {
        std::string_view cell = cells.texts[i];
        if (row.title.empty()) {
            if (i == 0 && row.item.empty() && has_digits(item_number(cell)) && cells.texts.size() > 1) {
                row.item = std::string(item_number(cell));
                continue;
            }
            const bool numbered = i == 0 && row.item.empty();
            if (numbered) row.item = take_item(cell);
            if (numbered && !row.item.empty()) cell = without_time(cell);
            if (has_several_letters(cell) && !is_time(cell)) {
                row.page_reference = take_page(cell);
                // A cell that has the number too may have swallowed more of its neighbours.
                row.title = std::string(numbered && !row.item.empty() ? without_presenter(cell) : cell);
                continue;
            }
        }
        if (row.paper.empty()) row.paper = paper_reference(cell);
        const bool bare = has_digits(cell) && cell.find_first_not_of("0123456789") == std::string_view::npos;
        if (row.page_reference == 0) row.page_reference = page_reference(cell);
        if (row.page_reference == 0 && pages_column) row.page_reference = last_number(cell);
        // Any number may be alone in a cell.
        if (bare && !pages_column && row.item.empty()) row.page_reference = 0;
    }
    return row;
}

AgendaRow row_of_line(std::string_view line, std::string_view number) {
    AgendaRow row;
    row.item = std::string(item_number(number));
    if (row.item.empty()) row.item = take_item(line);
    if (!row.item.empty()) line = without_time(line);
    row.page_reference = take_page(line);
    if (has_several_letters(line)) row.title = std::string(line);
    return row;
}

/// Puts the cells of a row together while the blocks go by.
class RowReader {
public:
    explicit RowReader(const Document& document) : document_(document) {}
    void add(std::size_t index) {
        const Block& block = document_.blocks[index];
        const auto text = text_of(document_, index);
        const bool same_row = block.table > 0 && block.table == last_.table && block.row == last_.row;
        if (!same_row) finish();
        if (block.table == 0) {
            rows_.push_back(row_of_line(text, block.number));
            rows_.back().page = block.page;
        } else if (same_row && block.column == last_.column) {
            add_to_cell(text);
        } else {
            if (cells_.texts.empty()) cells_.number = block.number;
            cells_.texts.emplace_back(text);
        }
        last_ = block;
    }
    void finish() {
        if (cells_.texts.empty()) return;
        if (last_.header_cell) {
            pages_column_ = std::any_of(cells_.texts.begin(), cells_.texts.end(), names_pages);
        }
        rows_.push_back(row_of_cells(cells_, pages_column_));
        rows_.back().page = last_.page;
        rows_.back().in_table = true;
        rows_.back().heads = last_.header_cell;
        cells_ = {};
    }
    std::vector<AgendaRow> take() {
        finish();
        return std::move(rows_);
    }
    std::size_t size() const { return rows_.size(); }

private:
    static bool names_pages(const std::string& text) {
        const std::string words = plain(text);
        return words.ends_with("page") || words.ends_with("pages") || words.ends_with("page no") ||
               words.ends_with("page number");
    }
    /// A title goes on in the next paragraph of its cell; what is to be done with the item is no title.
    void add_to_cell(std::string_view text) {
        constexpr std::size_t longest = 120;
        std::string& cell = cells_.texts.back();
        if (text.starts_with('-') || cell.size() + text.size() > longest) return;
        cell += ' ';
        cell += text;
    }
    const Document& document_;
    std::vector<AgendaRow> rows_;
    Cells cells_;
    Block last_;
    bool pages_column_ = false;
};

}  // namespace

std::vector<AgendaRow> agenda_rows(const Document& document, std::size_t first, std::uint32_t last_page) {
    constexpr std::size_t most_rows = 3000;
    constexpr std::size_t longest = 260;
    RowReader reader(document);
    for (std::size_t i = first; i < document.blocks.size() && reader.size() < most_rows; ++i) {
        if (document.blocks[i].page > last_page) break;
        if (is_body(document.blocks[i].kind)) reader.add(i);
    }
    auto rows = reader.take();
    for (AgendaRow& row : rows) {
        if (row.title.size() > longest) row.title.clear();
    }
    return rows;
}

}  // namespace boardcheck::ingest::pack
