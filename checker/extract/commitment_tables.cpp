// Rows of action tables and timetables: which column is the date, which the owner, which the action.
#include <algorithm>
#include <cctype>
#include <map>

#include "extract/columns.hpp"
#include "extract/commitments.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

/// A cell of a row, with the words of all its paragraphs.
struct Cell {
    std::string text;
    bool has_words = false;
    bool vacant = false;              // says that there is no one
    const DateValue* date = nullptr;  // the first to come, else the first
    std::uint32_t date_length = 0;    // bytes of all dates in it
};

struct Row {
    std::vector<std::uint32_t> sentences;
    std::map<std::uint32_t, Cell> cells;  // by column
    bool header = false;
    bool done = false;  // says that it is
};

/// 1-based; 0: none
struct Columns {
    std::uint32_t action = 0, owner = 0, date = 0;
};

class Table {
public:
    Table(const Promising& promising, const std::vector<bool>& done) : promising_(promising), done_(done) {}

    /// Whether a table right after this one goes on with it: converted tables come in pieces.
    bool goes_on_with(const ingest::Block& block) const {
        std::uint32_t columns = 0;
        const auto& blocks = paper().document.blocks;
        for (auto b = static_cast<std::size_t>(&block - blocks.data()); b < blocks.size(); ++b) {
            if (blocks[b].table != block.table || blocks[b].row != block.row) break;
            columns = std::max(columns, blocks[b].column);
        }
        if (rows_.empty() || rows_.back().cells.empty() || columns < 3) return false;
        const std::uint32_t before = rows_.back().cells.rbegin()->first;
        return before <= columns + 1 && columns <= before + 1;  // a stray line of the frame may count as a cell
    }

    void add_sentence(std::uint32_t sentence) {
        const ingest::Block& block = promising_.block(sentence);
        if (table_ == 0) table_ = first_table_ = block.table;
        if (rows_.empty() || block.row != row_ || block.table != table_) {
            rows_.emplace_back();
            row_ = block.row;
            table_ = block.table;
            rows_.back().header = table_ == first_table_ && (block.header_cell || block.row <= 1);
            add_cells(promising_.sentence(sentence).block, rows_.back());
        }
        rows_.back().sentences.push_back(sentence);
        rows_.back().done = rows_.back().done || done_[sentence];
        add_dates(sentence, rows_.back());
        add_vacancies(sentence, rows_.back());
    }

    void add_to(std::vector<bool>& taken, std::vector<Commitment>& commitments) {
        read_labels();
        if (columns_.date == 0) columns_.date = column_of_dates();
        const bool of_actions = columns_.action != 0 && columns_.owner != 0;
        for (const Row& row : rows_) {
            if (row.header) continue;
            const bool free = std::none_of(row.sentences.begin(), row.sentences.end(),
                                           [&](std::uint32_t sentence) { return taken[sentence]; });
            if (!free || !is_open(row, of_actions)) continue;
            auto commitment = read(row);
            if (!commitment) continue;
            for (const std::uint32_t sentence : row.sentences) taken[sentence] = true;
            commitments.push_back(std::move(*commitment));
        }
    }

private:
    const Paper& paper() const { return promising_.paper; }

    void add_cells(std::uint32_t first_block, Row& row) const {
        const auto& blocks = paper().document.blocks;
        const ingest::Block& first = blocks[first_block];
        for (std::size_t b = first_block; b < blocks.size(); ++b) {
            const ingest::Block& block = blocks[b];
            if (block.table != first.table || block.row != first.row) break;
            Cell& cell = row.cells[block.column];
            if (!cell.text.empty()) cell.text += ' ';
            const std::string_view text = slice(paper().document.text, block.span);
            cell.text += text;
            // A dash or the like fills a cell that has nothing to say.
            cell.has_words = cell.has_words || std::any_of(text.begin(), text.end(), [](char c) {
                                 const auto u = static_cast<unsigned char>(c);
                                 return std::isalnum(u) != 0;
                             });
        }
    }

    void add_dates(std::uint32_t sentence, Row& row) const {
        for (const auto& date : promising_.dates.in(sentence, promising_.sentence(sentence).tokens)) {
            Cell& cell = row.cells[column_at(paper(), sentence, date.tokens)];
            cell.date_length += length(date.value->evidence.span);
            const bool better =
                cell.date == nullptr || (!promising_.to_come(*cell.date) && promising_.to_come(*date.value));
            if (better) cell.date = date.value;
        }
    }

    void add_vacancies(std::uint32_t sentence, Row& row) const {
        for (const match::Mention& mention : paper().mentions_in(sentence)) {
            if (paper().property(mention, "sense") != "no-owner") continue;
            row.cells[column_at(paper(), sentence, mention.tokens)].vacant = true;
        }
    }

    void read_labels() {
        for (const Row& row : rows_) {
            if (!row.header) break;
            for (const std::uint32_t sentence : row.sentences) {
                std::uint32_t read = 0;  // "by" is part of "by whom"
                for (const match::Mention& mention : paper().mentions_in(sentence)) {
                    const auto role = paper().property(mention, "role");
                    const bool label =
                        role && (*role == "owner-label" || *role == "deadline-label" || *role == "action-label");
                    if (!label || mention.tokens.first < read) continue;
                    read = mention.tokens.last;
                    const std::uint32_t column = column_at(paper(), sentence, mention.tokens);
                    if (*role == "owner-label" && columns_.owner == 0) columns_.owner = column;
                    if (*role == "deadline-label" && columns_.date == 0) columns_.date = column;
                    if (*role == "action-label" && columns_.action == 0) columns_.action = column;
                }
            }
        }
    }

    /// The column whose cells are mostly dates.
    std::uint32_t column_of_dates() const {
        std::map<std::uint32_t, std::size_t> dated;
        std::size_t rows = 0;
        for (const Row& row : rows_) {
            if (row.header) continue;
            ++rows;
            for (const auto& [column, cell] : row.cells) {
                if (cell.date != nullptr && 2 * cell.date_length > cell.text.size()) ++dated[column];
            }
        }
        for (const auto& [column, count] : dated) {
            if (2 * count > rows) return column;
        }
        return 0;
    }

    const Cell* cell(const Row& row, std::uint32_t column) const {
        const auto found = row.cells.find(column);
        return found == row.cells.end() ? nullptr : &found->second;
    }

    /// A day or month to come, somewhere in a table that is of other things: "Interviews 6 December".
    const DateValue* arranged(const Row& row) const {
        for (const auto& [column, each] : row.cells) {
            const DateValue* date = each.date;
            if (date == nullptr || date->precision > Precision::month || !promising_.today) continue;
            if (date->first && date->last && *date->first > *promising_.today) return date;
        }
        return nullptr;
    }

    const DateValue* date_of(const Row& row) const {
        if (columns_.date == 0) return arranged(row);
        const Cell* dated = cell(row, columns_.date);
        return dated == nullptr ? nullptr : dated->date;
    }

    bool is_open(const Row& row, bool of_actions) const {
        if (columns_.date == 0 && !of_actions) return arranged(row) != nullptr;
        const DateValue* date = date_of(row);
        const bool later = date != nullptr && (promising_.to_come(*date) || date->iso.empty());
        return later || (of_actions && !row.done);
    }

    /// The column of actions, or the longest of those without another use.
    const Cell* action_of(const Row& row) const {
        if (columns_.action != 0 && columns_.action != columns_.date) return cell(row, columns_.action);
        const Cell* longest = nullptr;
        for (const auto& [column, each] : row.cells) {
            if (column == columns_.date || column == columns_.owner || !each.has_words) continue;
            if (longest == nullptr || each.text.size() > longest->text.size()) longest = &each;
        }
        return longest;
    }

    /// Who stands at the beginning of a cell's words.
    std::string leading_in(const Cell& action, const Row& row) const {
        for (const auto& [column, each] : row.cells) {
            if (&each != &action) continue;
            for (const std::uint32_t sentence : row.sentences) {
                TokenRange tokens = promising_.sentence(sentence).tokens;
                while (tokens.first < tokens.last &&
                       column_at(paper(), sentence, {tokens.first, tokens.first + 1}) != column)
                    ++tokens.first;
                if (tokens.first < tokens.last) return leading_actor(promising_, sentence, tokens);
            }
        }
        return {};
    }

    std::optional<Commitment> read(const Row& row) const {
        const Cell* action = action_of(row);
        if (action == nullptr || !action->has_words) return {};
        const Cell* owner = cell(row, columns_.owner);
        const std::uint32_t sentence = row.sentences.front();
        const TokenRange tokens = promising_.sentence(sentence).tokens;
        Commitment commitment;
        if (owner != nullptr && owner->has_words && !owner->vacant) commitment.owner = owner->text;
        commitment.action = action->text;
        if (columns_.owner == 0) commitment.owner = agent_in(promising_, sentence, tokens);
        if (columns_.owner == 0 && commitment.owner.empty()) commitment.owner = leading_in(*action, row);
        if (const DateValue* date = date_of(row)) {
            set_deadline(*date, commitment);
        } else {
            set_deadline(promising_, sentence, tokens, tokens.first, commitment);
        }
        commitment.strength = columns_.owner == 0 ? "timetable" : "action";
        commitment.condition = condition_in(promising_, sentence, tokens);
        commitment.evidence = paper().evidence(sentence, tokens);
        return commitment;
    }

    const Promising& promising_;
    const std::vector<bool>& done_;
    std::vector<Row> rows_;
    std::uint32_t row_ = 0, table_ = 0, first_table_ = 0;
    Columns columns_;
};

}  // namespace

void add_rows(const Promising& promising, std::vector<bool>& taken, std::vector<Commitment>& commitments) {
    std::vector<bool> done(taken.size(), false);
    for (const Marked& marked : promising.paper.marked("commitment.done")) done[marked.hit.sentence] = true;
    for (std::uint32_t i = 0; i < taken.size();) {
        const std::uint32_t number = promising.block(i).table;
        if (number == 0) {
            ++i;
            continue;
        }
        Table table(promising, done);
        std::uint32_t last = number;
        for (; i < taken.size() && promising.block(i).table != 0; ++i) {
            const ingest::Block& block = promising.block(i);
            if (block.table != last && !table.goes_on_with(block)) break;
            last = block.table;
            table.add_sentence(i);
        }
        table.add_to(taken, commitments);
    }
}

}  // namespace boardcheck::extract
