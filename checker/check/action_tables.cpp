// Tables whose columns promise an owner and a date, row by row.
//
// Two careful readers raise nearly every row of such a table in which the owner or the date is missing, and hardly ever
// a promise in prose for the same reason: the column says that there should be an answer. So rows are grave and prose
// (promises.cpp) is not. Where the days come first, the rows are events, and an event may have no owner.
#include <algorithm>

#include "check/look_up.hpp"
#include "check/promises.hpp"
#include "check/row_tables.hpp"

namespace boardcheck::check {

namespace {

using text::TokenRange;

constexpr std::uint32_t longest_label = 5;   // tokens: more is no label of a column
constexpr std::uint32_t widest_gap = 3;      // sentences between the pieces of a table that a page break cut
constexpr std::uint32_t least_action = 3;    // tokens: fewer are a reference or a name
constexpr std::uint32_t longest_nobody = 6;  // tokens of "to be confirmed", with brackets

/// 1-based; 0: none
struct Columns {
    std::uint32_t action = 0, owner = 0, date = 0;
    bool chronicle = false;  // the days come first: what is past there is no slip
};

/// The head of a column begins or ends with its label: "Delivery lead"; but "Nominated by" gives no date.
bool is_label(const Case& paper, const match::Mention& mention, TokenRange cell) {
    if (mention.tokens.last > cell.last) return false;
    if (!has_words(paper, {cell.first, mention.tokens.first})) return true;
    const bool ends = !has_words(paper, {mention.tokens.last, cell.last});
    return ends && stem_at(paper, mention.tokens.first) != "by";
}

/// What the labels of one head say of its column. "Date" alone may be the day on which an action was raised: it is kept
/// for where no other column has deadlines.
void read_head(const Case& paper, std::uint32_t column, TokenRange cell, Columns& columns, std::uint32_t& any_date) {
    if (cell.last - cell.first > longest_label) return;
    const auto set = [&](std::uint32_t& place) { place = place == 0 ? column : place; };
    for (const match::Mention& mention : mentions_in(paper, cell)) {
        if (!is_label(paper, mention, cell)) continue;
        const std::string_view role = property(paper, mention, "role");
        if (role == "owner-label") set(columns.owner);
        if (role == "deadline-label") set(stem_at(paper, mention.tokens.first) == "date" ? any_date : columns.date);
        if (role == "action-label") set(columns.action);
    }
}

Columns columns_of(const Case& paper, const RowTable& table) {
    Columns columns;
    std::uint32_t any_date = 0;
    for (const TableRow& row : table.rows) {
        if (!row.header) break;
        for (const auto& [column, cell] : row.cells) read_head(paper, column, cell.tokens, columns, any_date);
    }
    if (columns.date == 0) columns.date = any_date;
    if (columns.action == columns.owner) columns.action = 0;  // "Action owner"
    columns.chronicle = columns.date == 1;
    return columns;
}

enum class Owner { named, everybody, nobody, dash, blank };
enum class Due { none, blank, vague, day, past };

class Rows {
public:
    Rows(const Case& paper, const RowTable& table, const Columns& columns)
        : paper_(paper), table_(table), columns_(columns) {}

    void add(bool headed, std::vector<Finding>& findings) const {
        std::vector<const TableRow*> rows;
        for (const TableRow& row : table_.rows) {
            if (!(headed && row.header) && is_whole(row)) rows.push_back(&row);
        }
        // Where most days are over, the table tells what was done.
        const auto past =
            std::count_if(rows.begin(), rows.end(), [&](const TableRow* row) { return due_of(*row) == Due::past; });
        const bool history = columns_.chronicle || (rows.size() > 1 && 2 * past > static_cast<long>(rows.size()));
        for (const TableRow* row : rows) {
            if (!is_done(*row)) add_row(*row, history, findings);
        }
    }

private:
    const TableCell* cell(const TableRow& row, std::uint32_t column) const {
        const auto found = row.cells.find(column);
        return found == row.cells.end() ? nullptr : &found->second;
    }

    /// The column of actions, or the first with more than a number or a word.
    const TableCell* action_of(const TableRow& row) const {
        if (columns_.action != 0) return cell(row, columns_.action);
        const TableCell* action = nullptr;
        for (const auto& [column, each] : row.cells) {
            if (column == columns_.owner || column == columns_.date || !has_words(paper_, each.tokens)) continue;
            const bool longer = action == nullptr || action->tokens.last - action->tokens.first < least_action;
            if (longer && (action == nullptr || each.tokens.last - each.tokens.first >= least_action)) action = &each;
        }
        return action;
    }

    /// A line that only goes on with the row above is none of its own.
    bool is_whole(const TableRow& row) const {
        const TableCell* action = action_of(row);
        const bool begins = !table_.guessed || (!row.cells.empty() && row.cells.begin()->first == 1);
        return action != nullptr && has_words(paper_, action->tokens) && begins &&
               2 * row.cells.size() >= table_.columns;
    }

    Owner owner_of(const TableRow& row) const {
        const TableCell* owner = cell(row, columns_.owner);
        if (owner == nullptr) return Owner::blank;
        if (!has_words(paper_, owner->tokens)) return Owner::dash;
        if (owner->tokens.last - owner->tokens.first > longest_nobody) return Owner::named;
        const auto all = [&](std::string_view sense) {
            const auto mention = first_with(paper_, owner->tokens, "sense", sense);
            return mention && !has_words(paper_, {owner->tokens.first, mention->tokens.first}) &&
                   !has_words(paper_, {mention->tokens.last, owner->tokens.last});
        };
        if (all("nobody")) return Owner::nobody;
        return all("everybody") ? Owner::everybody : Owner::named;
    }

    Due due_of(const TableRow& row) const {
        const TableCell* due = cell(row, columns_.date);
        if (due == nullptr || !has_words(paper_, due->tokens)) return Due::blank;
        const bool number = has_number(due->tokens);
        for (const std::string_view sense : {"vague-deadline", "hasty-deadline", "loose-deadline", "no-day"}) {
            if (!number && first_with(paper_, due->tokens, "sense", sense)) return Due::vague;
        }
        const auto dates = dates_in(paper_, due->tokens);
        if (dates.empty()) return Due::none;
        const bool over = paper_.as_at && std::all_of(dates.begin(), dates.end(), [&](const auto* date) {
                              return date->last && *date->last < *paper_.as_at;
                          });
        return over ? Due::past : Due::day;
    }

    bool has_number(TokenRange tokens) const {
        for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
            if (paper_.text.tokens[token].kind == text::TokenKind::number) return true;
        }
        return false;
    }

    /// Says so beside what was to be done: "Final accounts complete" in the action itself is what is wanted.
    bool is_done(const TableRow& row) const {
        const TableCell* action = action_of(row);
        for (const auto& [column, each] : row.cells) {
            const auto done = first_with(paper_, each.tokens, "sense", "done");
            const bool denied =
                done && done->tokens.first > each.tokens.first && stem_at(paper_, done->tokens.first - 1) == "not";
            if (&each != action && done && !denied) return true;
        }
        return false;
    }

    void add_row(const TableRow& row, bool history, std::vector<Finding>& findings) const {
        const Owner owner = columns_.owner == 0 ? Owner::named : owner_of(row);
        const Due due = columns_.date == 0 ? Due::none : due_of(row);
        const bool nobody = owner != Owner::named && owner != Owner::everybody;
        if (nobody && (due == Due::blank || due == Due::vague)) {
            say("commitment.row-open", row, findings);
            return;
        }
        // Of a chronicle, and of a list that has no days, an empty cell tells little.
        const bool event = owner != Owner::nobody && (columns_.chronicle || columns_.date == 0);
        if (nobody) say(event ? "commitment.no-owner" : "commitment.row-without-owner", row, findings);
        if (owner == Owner::everybody) say("commitment.owned-by-all", row, findings);
        // Without a column of owners, an empty cell of dates tells too little.
        // Where cells are told by their spaces, a day may have slid into another one.
        if (due == Due::blank && columns_.owner != 0 && !table_.guessed)
            say("commitment.row-without-date", row, findings);
        if (due == Due::vague) say("commitment.vague-date", row, findings);
        if (due == Due::past && columns_.owner != 0 && !history) say("commitment.date-passed", row, findings);
    }

    void say(std::string_view rule, const TableRow& row, std::vector<Finding>& findings) const {
        const auto words = [&](const TableCell* each) { return each ? words_of(paper_, each->tokens) : std::string(); };
        const Values values{{"action", words(action_of(row))},
                            {"owner", words(cell(row, columns_.owner))},
                            {"by", words(cell(row, columns_.date))},
                            {"date", paper_.as_at ? to_string(*paper_.as_at) : ""}};
        const TableCell whole = whole_row(row);
        check::add(paper_, findings, rule, evidence_of(paper_, whole.sentence, whole.tokens), values);
    }

    const Case& paper_;
    const RowTable& table_;
    Columns columns_;
};

/// Whether a table goes on with the one before, which a page break cut off.
bool goes_on(const RowTable& table, const RowTable& before) {
    // A stray line of the frame may count as a cell.
    const bool alike = before.columns <= table.columns + 1 && table.columns <= before.columns + 1;
    return alike && table.first_sentence <= before.last_sentence + widest_gap;
}

}  // namespace

void add_action_tables(const Case& paper, const std::vector<RowTable>& tables, std::vector<Finding>& findings) {
    Columns columns;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const Columns own = columns_of(paper, tables[i]);
        const bool headed = own.owner != 0 || own.date != 0;
        const bool joined = !headed && i > 0 && goes_on(tables[i], tables[i - 1]);
        if (!joined) columns = own;
        if (columns.owner != 0 || (columns.date != 0 && columns.action != 0))
            Rows(paper, tables[i], columns).add(!joined, findings);
    }
}

}  // namespace boardcheck::check
