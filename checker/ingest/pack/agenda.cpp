#include "ingest/pack/agenda.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "ingest/pack/cover_sheet.hpp"
#include "ingest/pack/item_marker.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest::pack {

namespace {

constexpr std::size_t most_entries = 200;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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
    if (text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z') return std::string(text);
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

/// A row of a table, or a line that stands alone.
struct Row {
    std::string number;  // that the reader took from it
    std::vector<std::string_view> cells;
    std::uint32_t page = 0;  // of the file
    bool in_table = false;
    bool heads = false;
};

/// The rows on a page, those of a table put together from their cells.
std::vector<Row> rows_of(const Document& document, std::size_t first, std::uint32_t last_page) {
    std::vector<Row> rows;
    std::uint32_t table = 0, row = 0, column = 0;
    constexpr std::size_t most_rows = 2000;
    for (std::size_t i = first; i < document.blocks.size() && rows.size() < most_rows; ++i) {
        const Block& block = document.blocks[i];
        if (block.page > last_page) break;
        if (!is_body(block.kind)) continue;
        const bool same = block.table > 0 && block.table == table && block.row == row;
        if (same && block.column == column) continue;  // what else a cell says of its item
        if (!same) rows.push_back({{}, {}, block.page, block.table > 0, block.header_cell});
        if (rows.back().number.empty() && rows.back().cells.empty()) rows.back().number = block.number;
        rows.back().cells.push_back(text_of(document, i));
        table = block.table;
        row = block.row;
        column = block.column;
    }
    return rows;
}

AgendaEntry entry_of_cells(const Row& row) {
    AgendaEntry entry;
    entry.item = std::string(item_number(row.number));
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto cell = row.cells[i];
        if (entry.title.empty()) {
            if (i == 0 && entry.item.empty() && !item_number(cell).empty()) {
                entry.item = std::string(item_number(cell));
            } else if (has_letters(cell) && !is_time(cell)) {
                auto title = cell;
                entry.page = take_page(title);
                entry.title = std::string(entry.item.empty() ? title : trimmed(title));
            }
            continue;
        }
        if (entry.paper.empty()) entry.paper = paper_reference(cell);
        if (entry.page == 0) entry.page = page_reference(cell);
    }
    return entry;
}

AgendaEntry entry_of_line(const Row& row) {
    AgendaEntry entry;
    auto line = row.cells.front();
    entry.item = std::string(item_number(row.number));
    if (entry.item.empty()) {
        const auto word = line.substr(0, line.find(' '));
        const auto number = item_number(word);
        if (!number.empty() && is_digit(number.front()) && word.size() < line.size()) {
            entry.item = std::string(number);
            line = trimmed(line.substr(word.size()));
        }
    }
    entry.page = take_page(line);
    entry.title = std::string(line);
    return entry;
}

AgendaEntry entry_of(const Row& row) {
    AgendaEntry entry = row.in_table ? entry_of_cells(row) : entry_of_line(row);
    constexpr std::size_t longest = 260;
    const bool told = has_letters(entry.title) && entry.title.size() <= longest;
    if (!told || (entry.item.empty() && entry.page == 0)) entry.title.clear();
    return entry;
}

/// The part of an item that counts up: "10.2" and "10" are 10; 0 where it has none ("GB/12").
std::uint32_t chief_number(std::string_view item) {
    return !item.empty() && is_digit(item.front()) ? value_of(item) : 0;
}

/// Whether a page that comes after the agenda's first cannot be its next one.
bool begins_something_else(const Document& document, const Page& page) {
    if (page.empty()) return true;
    const CoverSheet cover = read_cover_sheet(document, page);
    constexpr unsigned labels_of_a_cover = 3;
    if (page.printed == 1 || (cover.names_paper && cover.labels >= labels_of_a_cover)) return true;
    for (const std::size_t line : title_lines(document, page)) {
        const KnownPaper known = known_paper(text_of(document, line));
        if (known != KnownPaper::none && known != KnownPaper::agenda) return true;
        if (begins_appendix(text_of(document, line))) return true;
    }
    return false;
}

/// Reads entries while their numbers count up.
class AgendaReader {
public:
    AgendaReader(const Document& document, const std::vector<Page>& pages) : document_(document), pages_(pages) {}
    std::optional<Agenda> read(std::size_t heading) {
        constexpr std::uint32_t most_pages = 10;
        agenda_.first_page = agenda_.last_page = document_.blocks[heading].page;
        const auto last =
            std::min<std::uint32_t>(agenda_.first_page + most_pages, static_cast<std::uint32_t>(pages_.size()));
        for (const Row& row : rows_of(document_, heading + 1, last)) {
            if (row.page != page_ && !turn_page(row)) break;
            if (!add(row)) break;
        }
        constexpr std::size_t fewest = 3;
        if (agenda_.entries.size() < fewest) return std::nullopt;
        for (AgendaEntry& entry : agenda_.entries) entry.words = title_words(entry.title);
        return agenda_;
    }

private:
    bool turn_page(const Row& row) {
        page_ = row.page;
        fresh_ = page_ != agenda_.first_page;
        return !fresh_ || !begins_something_else(document_, pages_[page_ - 1]);
    }
    /// False where the row shows that the agenda is over.
    bool add(const Row& row) {
        AgendaEntry entry = entry_of(row);
        if (row.heads) return true;
        if (entry.title.empty()) {
            const bool turned = fresh_ && in_table_;  // the rest of a row stands on the next page
            if (turned && row.in_table && row.cells.size() < 3) agenda_.last_page = page_;
            return !turned || row.in_table;
        }
        const std::uint32_t number = chief_number(entry.item);
        const bool counts_down = number > 0 && number < last_number_;
        if (fresh_ && !agenda_.entries.empty() && (counts_down || (number == 0 && entry.page == 0))) return false;
        if (counts_down && entry.page == 0) return true;  // a list below an item
        fresh_ = false;
        if (number > 0) last_number_ = number;
        in_table_ = row.in_table;
        agenda_.last_page = page_;
        agenda_.entries.push_back(std::move(entry));
        return agenda_.entries.size() < most_entries;
    }
    const Document& document_;
    const std::vector<Page>& pages_;
    Agenda agenda_;
    std::uint32_t page_ = 0;
    std::uint32_t last_number_ = 0;
    bool in_table_ = false;
    bool fresh_ = false;  // nothing of the agenda has been seen on this page yet
};

}  // namespace

std::optional<Agenda> read_agenda(const Document& document, const std::vector<Page>& pages) {
    constexpr std::size_t most_front_pages = 8;
    constexpr std::size_t most_lines = 15;
    for (std::size_t i = 0; i < std::min(most_front_pages, pages.size()); ++i) {
        auto blocks = pages[i].furniture;
        const auto end = std::min(most_lines, pages[i].top.size());
        blocks.insert(blocks.end(), pages[i].top.begin(), pages[i].top.begin() + static_cast<std::ptrdiff_t>(end));
        for (const std::size_t block : blocks) {
            if (document.blocks[block].page != pages[i].number || !is_body(document.blocks[block].kind)) continue;
            if (known_paper(text_of(document, block)) != KnownPaper::agenda) continue;
            if (auto agenda = AgendaReader(document, pages).read(block)) return agenda;
        }
    }
    return std::nullopt;
}

}  // namespace boardcheck::ingest::pack
