#include "check/quantities.hpp"

#include <algorithm>
#include <array>

#include "check/marks.hpp"

namespace boardcheck::check {

namespace {

constexpr std::uint32_t longest_label = 6;
constexpr std::size_t most_quantities = 20'000;

bool is_plural(const Words& words, std::uint32_t token) {
    static constexpr auto irregular =
        std::to_array<std::string_view>({"people", "staff", "children", "women", "men", "population", "wte"});
    const std::string_view lower = words.lower(token);
    if (std::find(irregular.begin(), irregular.end(), lower) != irregular.end()) return true;
    return lower.size() > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("us") &&
           !lower.ends_with("is");
}

bool is_hedge(const Words& words, std::uint32_t token) {
    return words.is_any(token, {"about", "some", "around", "approximately", "roughly", "nearly", "almost", "circa", "c",
                                "ca", "~", "estimated"});
}

bool is_bound(const Words& words, std::uint32_t token) {
    return words.is_any(
        token, {"over", "under", "than", "least", "most", "exceeding", "above", "below", "minimum", "maximum", "up"});
}

/// One sentence's quantities.
class Reader {
public:
    Reader(const Case& paper, const Words& words, const Marks& people, const Marks& other)
        : paper_(paper),
          words_(words),
          people_(people),
          other_(other),
          some_people_(paper, "value.some-people"),
          population_(paper, "value.population") {}

    Quantity read(const Amount& amount, const Amount* before, const Amount* after) {
        quantity_ = {};
        quantity_.amount = amount;
        range_ = paper_.text.sentences[amount.sentence].tokens;
        from_ = before == nullptr ? range_.first : before->tokens.last;
        to_ = after == nullptr ? range_.last : after->tokens.first;
        begin_ = amount.tokens.first;
        end_ = amount.tokens.last;
        look_before();
        if (!noun_after()) noun_before();
        const std::uint32_t near_begin = std::max(from_, begin_ > 8 ? begin_ - 8 : 0);
        quantity_.other = quantity_.other || other_.in({near_begin, std::min(to_, end_ + 8)});
        quantity_.people = quantity_.people && !some_people_.in({near_begin, std::min(to_, end_ + 4)});
        quantity_.population = quantity_.people && population_.in({near_begin, std::min(to_, end_ + 2)});
        if (after != nullptr && is_range_to(*after)) quantity_.other = true;
        if (before != nullptr && is_range_from(*before)) quantity_.other = true;
        find_owner();
        std::sort(quantity_.of.begin(), quantity_.of.end());
        quantity_.of.erase(std::unique(quantity_.of.begin(), quantity_.of.end()), quantity_.of.end());
        quantity_.evidence = words_.evidence(amount.sentence, {begin_, end_});
        return std::move(quantity_);
    }

private:
    bool is_range_to(const Amount& after) const {
        return after.tokens.first - quantity_.amount.tokens.last <= 1 &&
               words_.is_any(quantity_.amount.tokens.last, {"to", "-", "or", "and"});
    }
    bool is_range_from(const Amount& before) const {
        return quantity_.amount.tokens.first - before.tokens.last <= 1 &&
               words_.is_any(before.tokens.last, {"to", "-", "or", "and"});
    }

    /// "about", "over", "the", "all", "our", "there are" before it.
    void look_before() {
        std::uint32_t at = begin_;
        for (int steps = 0; at > from_ && steps < 3; ++steps, --at) {
            if (is_hedge(words_, at - 1)) {
                quantity_.hedge = Hedge::about;
            } else if (is_bound(words_, at - 1)) {
                quantity_.hedge = Hedge::bound;
            } else if (!words_.is_any(at - 1, {"at", "more", "to", "by"})) {
                break;
            }
        }
        if (at == from_) return;
        quantity_.whole =
            words_.is_any(at - 1, {"the", "all", "our", "its", "their", "these", "covers", "serves", "serve", "cover"});
        const bool there = words_.is_any(at - 1, {"are", "were"}) && at > from_ + 1 && words_.is(at - 2, "there");
        quantity_.whole = quantity_.whole || there;
        quantity_.counted = there || words_.is(at - 1, "all");
        quantity_.other = words_.is_any(at - 1, {"other", "another", "further", "first", "last", "next", "additional",
                                                 "from", "remaining", "previous", "old", "new", "former", "these"});
    }

    /// "seven primary care networks": up to the first plural.
    bool noun_after() {
        std::vector<std::string> stems;
        std::uint32_t at = end_;
        for (std::uint32_t count = 0; at < to_ && count < longest_label; ++at) {
            if (words_.is(at, "-") || words_.is(at, "'s")) continue;
            if (!words_.is_content(at)) break;
            ++count;
            if (people_.at(at)) quantity_.people = true;
            stems.emplace_back(words_.stem(at));
            if (!is_plural(words_, at)) continue;
            if (words_.is_any(at, {"years", "months", "weeks", "days", "hours", "minutes", "times"})) {
                quantity_.other = true;
            }
            quantity_.head = stems.back();
            quantity_.of = std::move(stems);
            quantity_.named = at > end_ && words_.is_capitalised(end_);
            quantity_.followed = true;
            const bool day = words_.is_any(at + 1, {"on", "at", "in", "by"}) && words_.is_figure(at + 2);
            quantity_.narrowed = !day && words_.is_any(at + 1, {"of", "from", "for", "in", "who", "that", "which",
                                                                "with", "on", "at", "to", "under", "were", "had"});
            if (quantity_.narrowed && words_.is_figure(at + 3)) quantity_.where = words_.said({at + 1, at + 4});
            end_ = at + 1;
            return true;
        }
        return false;
    }

    bool links(std::uint32_t token) const {
        return words_.is_any(
            token,
            {"of",    "is",        "are",    "was",           "were",      "at",     "to",      ":",      "(",
             "=",     "stands",    "stand",  "stood",         "now",       "about",  "some",    "amount", "amounts",
             "comes", "come",      "totals", "total",         "totalling", "number", "numbers", "a",      "the",
             "as",    "currently", "around", "approximately", "set",       "over",   "nearly",  "be",     "will"});
    }

    /// "the pooled funds of £64.1 million", "population (2020): 314,000"
    void noun_before() {
        std::uint32_t at = begin_;
        int linked = 0;
        while (at > from_ && links(at - 1) && linked < 5) {
            --at;
            ++linked;
        }
        const bool tied = linked > 0 || (at > from_ && people_.at(at - 1));
        if (!tied) return;
        std::uint32_t count = 0;
        while (at > from_ && count < longest_label - 1) {
            const std::uint32_t token = at - 1;
            const bool of = count > 0 && words_.is(token, "of");
            const bool article =
                count > 0 && words_.is_any(token, {"the", "its"}) && at > from_ + 1 && words_.is(at - 2, "of");
            const bool inside = of || article || words_.is(token, "-") || words_.is(token, "'s");
            if (!words_.is_content(token) && !inside) break;
            --at;
            if (of) quantity_.head.clear();  // "the population of the county" is of people
            if (inside) continue;
            ++count;
            if (people_.at(token)) quantity_.people = true;
            if (quantity_.head.empty()) quantity_.head = words_.stem(token);
            quantity_.of.emplace_back(words_.stem(token));
        }
        if (count > 0) begin_ = at;
        while (begin_ < quantity_.amount.tokens.first && words_.is_mark(begin_)) ++begin_;
    }

    /// The last name before it that does not begin the sentence: "Tarnbeck (population 248,000)".
    void find_owner() {
        const std::uint32_t first = begin_ > 12 ? std::max(from_, begin_ - 12) : from_;
        for (std::uint32_t token = quantity_.amount.tokens.first; token > first;) {
            --token;
            if (!words_.is_capitalised(token) || !words_.is_content(token) || words_.lower(token).size() < 4) continue;
            if (token == range_.first && !is_local(token)) continue;
            if (is_local(token)) {
                quantity_.owner = words_.lower(token);
                // What is said of the paper's own place is often said without its name.
                if (paper_.matches.local_names.front().starts_with(words_.surface(token))) quantity_.owner.clear();
                return;
            }
        }
    }
    bool is_local(std::uint32_t token) const {
        const auto& names = paper_.matches.local_names;
        return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
            return name == words_.surface(token) || name.starts_with(std::string(words_.surface(token)) + " ");
        });
    }

    const Case& paper_;
    const Words& words_;
    const Marks& people_;
    const Marks& other_;
    Marks some_people_, population_;
    Quantity quantity_;
    text::TokenRange range_;
    std::uint32_t from_ = 0, to_ = 0, begin_ = 0, end_ = 0;
};

void add_stems(const Words& words, const Cell* cell, std::vector<std::string>& stems) {
    if (cell == nullptr) return;
    for (std::uint32_t token = cell->tokens.first; token < cell->tokens.last && stems.size() < 2 * longest_label;
         ++token) {
        if (words.is_content(token)) stems.emplace_back(words.stem(token));
    }
}

bool begins_with_total(const Words& words, const Cell& cell) {
    std::uint32_t token = cell.tokens.first;
    while (token < cell.tokens.last && words.is_mark(token)) ++token;
    return words.is(token, "total");
}

/// A figure that has a cell of its own is of what its row and column are called.
void read_table(const Case& paper, const Words& words, const Table& table, std::uint32_t number, const Marks& people,
                std::vector<Quantity>& quantities) {
    const Grid grid(table);
    for (const Cell& cell : table.cells) {
        const auto amount = amount_at(words, cell.tokens.first, cell.tokens.last);
        if (!amount || amount->tokens.last != cell.tokens.last || cell.column == 1) continue;
        const Cell* row = grid.at(cell.row, 1);
        const Cell* column = grid.at(1, cell.column);
        if (column == &cell) column = nullptr;
        Quantity quantity;
        quantity.amount = *amount;
        quantity.amount.sentence = cell.sentence;
        quantity.whole = row != nullptr && row->tokens.last - row->tokens.first <= 2 && begins_with_total(words, *row);
        if (!quantity.whole) add_stems(words, row, quantity.of);
        if (!quantity.of.empty()) quantity.head = quantity.of.back();
        add_stems(words, column, quantity.of);
        if (quantity.whole && !quantity.of.empty()) quantity.head = quantity.of.back();
        quantity.followed = quantity.counted = quantity.whole;
        std::sort(quantity.of.begin(), quantity.of.end());
        for (const Cell* label : {row, column}) quantity.people |= label != nullptr && people.in(label->tokens);
        quantity.table = number;
        const bool one_row = row != nullptr && row->sentence == cell.sentence;
        const std::uint32_t last = std::min(cell.tokens.last, paper.text.sentences[cell.sentence].tokens.last);
        quantity.evidence = words.evidence(cell.sentence, {one_row ? row->tokens.first : cell.tokens.first, last});
        quantities.push_back(std::move(quantity));
    }
}

/// The days that sentences name, for looking up.
std::optional<Date> date_beside(const Case& paper, const extract::Evidence& evidence) {
    const auto& dates = paper.declarations.dates;
    auto date = std::lower_bound(
        dates.begin(), dates.end(), evidence.sentence,
        [](const extract::DateValue& value, std::uint32_t sentence) { return value.evidence.sentence < sentence; });
    std::optional<Date> nearest;
    std::uint32_t best = 120;  // bytes
    for (; date != dates.end() && date->evidence.sentence == evidence.sentence; ++date) {
        if (!date->first && !date->last) continue;
        const std::uint32_t gap = date->evidence.span.begin >= evidence.span.end
                                      ? date->evidence.span.begin - evidence.span.end
                                      : evidence.span.begin - std::min(evidence.span.begin, date->evidence.span.end);
        if (gap >= best) continue;
        best = gap;
        nearest = date->last ? date->last : date->first;
    }
    return nearest;
}

}  // namespace

std::vector<Quantity> quantities_of(const Case& paper, const Words& words, const std::vector<Table>& tables) {
    const Marks people(paper, "value.people"), other(paper, "value.of-another-time");
    const AmountFinder finder(paper, words);
    std::vector<Quantity> quantities;
    Reader reader(paper, words, people, other);
    for (std::uint32_t sentence = 0; sentence < paper.text.sentences.size(); ++sentence) {
        const ingest::Block& block = paper.document.blocks[paper.text.sentences[sentence].block];
        if (block.kind == ingest::BlockKind::table_cell && quantities.size() < most_quantities) {
            // Cells of words are read as prose; those of one figure each come below, with their row and column.
            const text::TokenRange range = paper.text.sentences[sentence].tokens;
            if (range.last - range.first < 12) continue;
        }
        if (quantities.size() >= most_quantities) break;
        const std::vector<Amount> amounts = finder.find(sentence);
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            quantities.push_back(reader.read(amounts[i], i == 0 ? nullptr : &amounts[i - 1],
                                             i + 1 < amounts.size() ? &amounts[i + 1] : nullptr));
        }
    }
    std::uint32_t number = 0;
    for (const Table& table : tables) {
        if (quantities.size() < most_quantities) read_table(paper, words, table, ++number, people, quantities);
    }
    for (Quantity& quantity : quantities) quantity.dated = date_beside(paper, quantity.evidence);
    std::stable_sort(quantities.begin(), quantities.end(),
                     [](const Quantity& a, const Quantity& b) { return a.evidence < b.evidence; });
    return quantities;
}

}  // namespace boardcheck::check
