#include "check/fields.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "check/look_up.hpp"

namespace boardcheck::check {

namespace {

using text::TokenRange;

constexpr std::uint32_t front_sentences = 40, foot_sentences = 12;  // where lines are looked at for labels
constexpr std::uint32_t longest_label = 12;                         // tokens, with what is added in brackets
constexpr std::uint32_t widest_form = 4;  // columns: two labels with their values, side by side

/// Labels of forms, not of columns of actions.
bool is_field(std::string_view role) {
    constexpr std::array<std::string_view, 4> of_columns{"action-label", "owner-label", "deadline-label", "ask-label"};
    if (role.starts_with("implication-")) return true;
    return role.ends_with("-label") && std::find(of_columns.begin(), of_columns.end(), role) == of_columns.end();
}

/// What the label of a mention asks for: labels have a role, kinds of implications a sense.
std::string_view role_of(const Case& paper, const match::Mention& mention) {
    const std::string_view role = property(paper, mention, "role");
    return role.empty() ? property(paper, mention, "sense") : role;
}

bool is_sign(const Case& paper, std::uint32_t token, std::string_view sign) {
    return word_at(paper, token).surface == sign;
}

/// The longest label with which the tokens begin.
std::optional<match::Mention> label_at(const Case& paper, TokenRange tokens) {
    std::optional<match::Mention> longest;
    for (const match::Mention& mention : mentions_in(paper, {tokens.first, tokens.first + 1})) {
        const bool longer = !longest || mention.tokens.last > longest->tokens.last;
        const bool inside = mention.tokens.last <= tokens.last;
        if (is_field(role_of(paper, mention)) && longer && inside) longest = mention;
    }
    return longest;
}

/// Few words are added to a label, but for those in brackets: "Contact for questions", "Purpose (tick one)".
bool is_all_label(const Case& paper, const match::Mention& label, TokenRange cell) {
    constexpr std::uint32_t most_added = 2;
    std::uint32_t added = 0;
    for (std::uint32_t token = label.tokens.last; token < cell.last && !is_sign(paper, token, "("); ++token) {
        if (paper.text.tokens[token].kind != text::TokenKind::punctuation) ++added;
    }
    const bool kind = role_of(paper, label).starts_with("implication-");
    const bool joined = kind && label.tokens.last < cell.last && is_sign(paper, label.tokens.last, "and");
    return added <= most_added && (!kind || added == 0 || joined);
}

Field field_of(const Case& paper, std::uint32_t sentence, const match::Mention& label, TokenRange whole,
               TokenRange value) {
    return {sentence, std::string(role_of(paper, label)), whole, value};
}

/// The cell beside the label; or the one below that, in a row without a label of its own.
TokenRange value_beside(const TableRow& row, const TableRow* below, std::uint32_t column) {
    const auto beside = row.cells.find(column + 1);
    if (beside != row.cells.end()) return beside->second.tokens;
    if (below == nullptr || below->cells.contains(column)) return {};
    const auto lower = below->cells.find(column + 1);
    return lower == below->cells.end() ? TokenRange{} : lower->second.tokens;
}

/// A form has two columns, or four with labels in the first and third; at least one of its fields is filled in.
void add_table(const Case& paper, const RowTable& table, std::vector<Field>& fields) {
    if (table.columns != 2 && table.columns != 4) return;
    std::vector<Field> found;
    std::size_t filled = 0, rows = 0;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const TableRow& row = table.rows[i];
        const TableRow* below = i + 1 < table.rows.size() ? &table.rows[i + 1] : nullptr;
        ++rows;
        for (const auto& [column, cell] : row.cells) {
            if (column % 2 == 0 || cell.tokens.last - cell.tokens.first > longest_label) continue;
            const auto label = label_at(paper, cell.tokens);
            if (!label || !is_all_label(paper, *label, cell.tokens)) continue;
            const TokenRange value = value_beside(row, below, column);
            // A grid of words, not a form.
            const auto other = value.first < value.last ? label_at(paper, value) : std::nullopt;
            if (other && other->tokens.last == value.last) return;
            if (value.first < value.last) ++filled;
            found.push_back(field_of(paper, cell.sentence, *label, cell.tokens, value));
        }
    }
    if (filled > 0 && 2 * found.size() >= rows) fields.insert(fields.end(), found.begin(), found.end());
}

/// Lines of the front and of the foot, in which a label stands before a colon.
class Lines {
public:
    Lines(const Case& paper, std::vector<Field>& fields) : paper_(paper), fields_(fields) {}

    void add() {
        const auto sentences = static_cast<std::uint32_t>(paper_.text.sentences.size());
        for (std::uint32_t i = 0; i < sentences; ++i) {
            const bool near = i < front_sentences || i + foot_sentences >= sentences;
            if (near && block_of(paper_, i).table == 0) add_sentence(i);
        }
    }

private:
    /// The label with a colon that begins here: its end, after the colon; 0: there is none.
    std::uint32_t end_of_label(std::uint32_t token, TokenRange sentence) const {
        const auto label = label_at(paper_, {token, sentence.last});
        if (!label) return 0;
        const std::uint32_t stop = std::min(sentence.last, label->tokens.last + 1);
        for (std::uint32_t at = label->tokens.last; at < stop; ++at) {
            if (is_sign(paper_, at, ":")) return at + 1;
        }
        return 0;
    }

    void add_sentence(std::uint32_t sentence) {
        const TokenRange tokens = paper_.text.sentences[sentence].tokens;
        const bool heading = block_of(paper_, sentence).kind == ingest::BlockKind::heading;
        if (tokens.first == tokens.last || heading) return;
        const std::uint32_t end = end_of_label(tokens.first, tokens);
        if (end == 0) return;
        const auto label = label_at(paper_, tokens);
        if (end < tokens.last) {
            fields_.push_back(field_of(paper_, sentence, *label, {tokens.first, end}, {end, tokens.last}));
        } else if (is_left_empty(sentence)) {
            fields_.push_back(field_of(paper_, sentence, *label, {tokens.first, end}, {}));
        }
    }

    /// Nothing follows, or at once the next heading, or a label with its value. A value may stand below its label, and
    /// below several labels where columns were read one after the other: these are not empty.
    bool is_left_empty(std::uint32_t sentence) const {
        const std::uint32_t next = sentence + 1;
        if (next == paper_.text.sentences.size()) return true;
        const TokenRange tokens = paper_.text.sentences[next].tokens;
        if (is_heading(paper_, next)) return begins_section(next);
        const std::uint32_t end = end_of_label(tokens.first, tokens);
        return end != 0 && end < tokens.last;
    }

    /// A heading with a number, or one that papers have; another may well be the value, in bold.
    bool begins_section(std::uint32_t heading) const {
        if (!block_of(paper_, heading).number.empty()) return true;
        const TokenRange tokens = paper_.text.sentences[heading].tokens;
        return first_with(paper_, tokens, "role", "section") || label_at(paper_, tokens);
    }

    const Case& paper_;
    std::vector<Field>& fields_;
};

}  // namespace

std::vector<Field> fields_of(const Case& paper, const std::vector<RowTable>& tables) {
    std::vector<Field> fields;
    for (const RowTable& table : tables) add_table(paper, table, fields);
    Lines(paper, fields).add();
    return fields;
}

}  // namespace boardcheck::check
