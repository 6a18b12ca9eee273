// Counts that the list or table they announce does not bear out: "the following five actions:", and then four.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "check/quantities.hpp"
#include "check/readings.hpp"

namespace boardcheck::check {

namespace {

constexpr double largest_count = 40;
constexpr std::size_t most_looks = 100;  // into sections, each of which is read through
constexpr double most_apart = 4;         // a list that is much longer or shorter is another one

/// The items of each list by the sentence that announces it, as blocks.
class Lists {
public:
    explicit Lists(const Case& paper) : paper_(paper) {
        for (std::uint32_t i = 0; i < paper.text.sentences.size(); ++i) {
            const text::Sentence& sentence = paper.text.sentences[i];
            if (sentence.lead_ins.empty()) continue;
            const ingest::Block& block = paper.document.blocks[sentence.block];
            if (block.kind != ingest::BlockKind::list_item) continue;
            std::vector<std::uint32_t>& items = items_[sentence.lead_ins.back()];
            if (items.empty() || paper.text.sentences[items.back()].block != sentence.block) items.push_back(i);
        }
    }

    /// The first sentence of each item; none where the list is of one item.
    std::vector<std::uint32_t> of(std::uint32_t lead_in) const {
        const auto found = items_.find(lead_in);
        return found == items_.end() || found->second.size() < 2 ? std::vector<std::uint32_t>() : found->second;
    }

    /// The lists announced in a section, or in one below it.
    std::vector<std::uint32_t> within(std::uint32_t section) const {
        std::vector<std::uint32_t> lead_ins;
        for (const auto& [lead_in, items] : items_) {
            std::uint32_t at = paper_.text.sentences[lead_in].section;
            for (int depth = 0; at != section && at != 0 && depth < 8; ++depth) at = paper_.text.sections[at].parent;
            if (at == section && items.size() > 1) lead_ins.push_back(lead_in);
        }
        return lead_ins;
    }

private:
    const Case& paper_;
    std::map<std::uint32_t, std::vector<std::uint32_t>> items_;
};

class CountFaults {
public:
    CountFaults(const Case& paper, const Readings& read, std::vector<Finding>& findings)
        : paper_(paper), words_(read.words), findings_(findings), lists_(paper), tables_(read.tables) {
        for (const Quantity& quantity : read.quantities) {
            const Amount& amount = quantity.amount;
            const bool count =
                amount.unit == Unit::count && amount.step == 1 && amount.value >= 2 && amount.value <= largest_count;
            if (count && quantity.table == 0 && quantity.hedge == Hedge::none) counts_.push_back(quantity);
        }
    }

    void find() {
        for (std::size_t i = 0; i < counts_.size();) {
            std::size_t end = i;
            while (end < counts_.size() && counts_[end].amount.sentence == counts_[i].amount.sentence) ++end;
            const std::vector<Quantity> counts(counts_.begin() + static_cast<std::ptrdiff_t>(i),
                                               counts_.begin() + static_cast<std::ptrdiff_t>(end));
            announced(counts);
            for (const Quantity& count : counts) elsewhere(count);
            i = end;
        }
        for (const Table& table : tables_) ratings(table);
    }

private:
    static bool is_among(const std::vector<Quantity>& counts, double value) {
        return std::any_of(counts.begin(), counts.end(),
                           [&](const Quantity& count) { return count.amount.value == value; });
    }

    /// "The following five actions were agreed:", with another number of items.
    void announced(const std::vector<Quantity>& counts) {
        const std::uint32_t sentence = counts.front().amount.sentence;
        const std::vector<std::uint32_t> items = lists_.of(sentence);
        if (items.empty() || !is_plain_list(items) || goes_on(items)) return;
        const double size = static_cast<double>(items.size());
        if (is_among(counts, size) || is_among(counts, summed(items))) return;
        const Quantity* announcing = nullptr;
        for (const Quantity& count : counts) {
            if (announces(count)) announcing = &count;
        }
        if (announcing == nullptr || std::abs(announcing->amount.value - size) > most_apart) return;
        tell("consistency.list-length", *announcing, items.size(),
             words_.evidence(items.back(), paper_.text.sentences[items.back()].tokens));
    }

    /// "the following five", "five principles:", "in three ways, as follows:"
    bool announces(const Quantity& count) const {
        const text::TokenRange range = paper_.text.sentences[count.amount.sentence].tokens;
        const std::uint32_t first = count.amount.tokens.first, last = count.amount.tokens.last;
        const bool following =
            (first > range.first && words_.is(first - 1, "following")) || words_.is(last, "following");
        const bool colon = words_.is(range.last - 1, ":");
        std::uint32_t noun = last;
        while (noun < range.last && (words_.is_content(noun) || words_.is(noun, "-"))) ++noun;
        return following || (colon && count.followed && noun + 1 == range.last);
    }

    /// One level, and no item that holds several: lists that lost their bullets do.
    bool is_plain_list(const std::vector<std::uint32_t>& items) const {
        const std::uint8_t level = paper_.document.blocks[paper_.text.sentences[items.front()].block].level;
        return std::all_of(items.begin(), items.end(), [&](std::uint32_t item) {
            const text::Sentence& sentence = paper_.text.sentences[item];
            if (paper_.document.blocks[sentence.block].level != level) return false;
            for (std::uint32_t token = sentence.tokens.first; token + 1 < sentence.tokens.last; ++token) {
                if (words_.is_any(token, {"•", ";"})) return false;
            }
            return true;
        });
    }

    /// More items stand right behind the list, which conversion cut in two.
    bool goes_on(const std::vector<std::uint32_t>& items) const {
        const std::uint32_t block = paper_.text.sentences[items.back()].block;
        for (std::uint32_t next = block + 1; next < std::min<std::size_t>(block + 4, paper_.document.blocks.size());
             ++next) {
            const ingest::Block& it = paper_.document.blocks[next];
            const bool announces_other = slice(paper_.document.text, it.span).ends_with(':');
            if (it.kind == ingest::BlockKind::heading || announces_other) return false;
            if (it.kind == ingest::BlockKind::list_item && it.level >= paper_.document.blocks[block].level) return true;
        }
        return false;
    }

    /// As many numbered paragraphs stand in the section as are said.
    bool has_numbers(std::uint32_t section, double count) const {
        std::set<std::uint32_t> blocks;
        for (const text::Sentence& sentence : paper_.text.sentences) {
            const bool numbered = !paper_.document.blocks[sentence.block].number.empty();
            if (sentence.section == section && numbered) blocks.insert(sentence.block);
        }
        const auto size = static_cast<double>(blocks.size());
        return count == size || count + 1 == size;
    }

    /// What the numbers at the beginnings of the items make together; each item without one is one.
    double summed(const std::vector<std::uint32_t>& items) const {
        double sum = 0;
        for (const std::uint32_t item : items) {
            const text::TokenRange range = paper_.text.sentences[item].tokens;
            const auto amount = amount_at(words_, range.first, range.last);
            sum += amount && amount->unit == Unit::count ? amount->value : 1;
        }
        return sum;
    }

    /// "the six points in section 8", where section 8 has a list of five; "a board of eleven, as in Table 2".
    void elsewhere(const Quantity& count) {
        const auto& references = paper_.declarations.references;
        auto reference = std::lower_bound(
            references.begin(), references.end(), count.amount.sentence,
            [](const extract::CrossReference& it, std::uint32_t sentence) { return it.evidence.sentence < sentence; });
        for (; reference != references.end() && reference->evidence.sentence == count.amount.sentence; ++reference) {
            if (!reference->sentence || *reference->sentence == count.amount.sentence) continue;
            if (reference->kind == "table")
                in_table(count, *reference);
            else if (count.followed && is_beside(count, reference->evidence.span))
                in_section(count, *reference);
        }
    }

    bool is_beside(const Quantity& count, Span reference) const {
        return reference.begin >= count.evidence.span.end && reference.begin - count.evidence.span.end < 12;
    }

    void in_section(const Quantity& count, const extract::CrossReference& reference) {
        if (++looks_ > most_looks) return;
        const std::uint32_t section = paper_.text.sentences[*reference.sentence].section;
        const std::vector<std::uint32_t> lists = section == 0 ? std::vector<std::uint32_t>() : lists_.within(section);
        if (lists.size() != 1) return;
        const std::vector<std::uint32_t> items = lists_.of(lists.front());
        const double size = static_cast<double>(items.size());
        if (count.amount.value == size || std::abs(count.amount.value - size) > most_apart) return;
        if (!is_plain_list(items) || goes_on(items) || has_numbers(section, count.amount.value)) return;
        tell("consistency.list-length", count, items.size(),
             words_.evidence(items.back(), paper_.text.sentences[items.back()].tokens));
    }

    /// A column of small whole numbers adds up to the seats of a board.
    void in_table(const Quantity& count, const extract::CrossReference& reference) {
        const Table* table = table_after(*reference.sentence);
        if (table == nullptr) return;
        const Grid grid(*table);
        std::set<double> sums{static_cast<double>(grid.rows()), static_cast<double>(grid.rows()) - 1};
        double sum = 0;
        for (std::uint32_t column = 2; column <= grid.columns(); ++column) {
            const std::optional<double> of_column = column_sum(grid, column);
            if (of_column) sums.insert(sum = *of_column);
        }
        const double apart = std::abs(count.amount.value - sum);
        if (sum == 0 || sums.contains(count.amount.value) || apart > 2 || count.amount.value < 5) return;
        tell("consistency.list-length", count, static_cast<std::size_t>(sum),
             words_.evidence(table->cells.front().sentence, table->cells.front().tokens));
    }

    const Table* table_after(std::uint32_t sentence) const {
        for (const Table& table : tables_) {
            const std::uint32_t first = table.cells.front().sentence;
            if (first >= sentence && first - sentence <= 2) return &table;
        }
        return nullptr;
    }

    std::optional<double> column_sum(const Grid& grid, std::uint32_t column) const {
        double sum = 0;
        int figures = 0;
        for (std::uint32_t row = 1; row <= grid.rows(); ++row) {
            const Cell* cell = grid.at(row, column);
            if (cell == nullptr || cell->header) continue;
            const auto amount = amount_at(words_, cell->tokens.first, cell->tokens.last);
            const Cell* label = grid.at(row, 1);
            const bool total = label != nullptr && words_.is(label->tokens.first, "total");
            if (!amount || amount->tokens.last != cell->tokens.last || amount->unit != Unit::count) return {};
            if (total || amount->step != 1) continue;
            sum += amount->value;
            ++figures;
        }
        if (figures < 3 || sum > largest_count) return {};
        return sum;
    }

    /// "five were rated green, three amber and one red" against the cells of a column.
    void ratings(const Table& table) {
        const Grid grid(table);
        if (grid.rows() < 5) return;
        std::vector<std::map<std::string, double>> columns;
        for (std::uint32_t column = 2; column <= grid.columns(); ++column) {
            std::map<std::string, double> cells;
            double rows = 0;
            for (std::uint32_t row = 2; row <= grid.rows() && cells.size() <= 5; ++row) {
                const Cell* cell = grid.at(row, column);
                const bool one = cell != nullptr && cell->tokens.last - cell->tokens.first == 1;
                if (!one || words_.is_mark(cell->tokens.first) || words_.is_figure(cell->tokens.first)) break;
                names_[std::string(words_.stem(cell->tokens.first))] = words_.lower(cell->tokens.first);
                ++cells[std::string(words_.stem(cell->tokens.first))];
                ++rows;
            }
            if (rows + 1 == grid.rows() && cells.size() >= 2 && cells.size() <= 5) columns.push_back(std::move(cells));
        }
        if (columns.empty()) return;
        const double rows = grid.rows() - 1;
        const AmountFinder finder(paper_, words_);
        constexpr std::uint32_t near = 60;  // sentences on either side of the table
        const std::uint32_t table_at = table.cells.front().sentence;
        const auto sentences = static_cast<std::uint32_t>(paper_.text.sentences.size());
        for (std::uint32_t i = table_at > near ? table_at - near : 0; i < std::min(sentences, table_at + near); ++i) {
            if (paper_.document.blocks[paper_.text.sentences[i].block].kind == ingest::BlockKind::table_cell) continue;
            rated(finder.find(i), columns, rows, table);
        }
    }

    void rated(const std::vector<Amount>& amounts, const std::vector<std::map<std::string, double>>& columns,
               double rows, const Table& table) {
        std::map<std::string, double> said;
        double sum = 0;
        const Amount *first = nullptr, *last = nullptr;
        for (const Amount& amount : amounts) {
            const std::uint32_t end = paper_.text.sentences[amount.sentence].tokens.last;
            for (std::uint32_t token = amount.tokens.last; token < std::min(end, amount.tokens.last + 4); ++token) {
                const std::string stem(words_.stem(token));
                if (!columns.front().contains(stem) && !columns.back().contains(stem)) continue;
                said[stem] += amount.value;
                sum += amount.value;
                if (first == nullptr) first = &amount;
                last = &amount;
                break;
            }
        }
        if (said.size() < 2 || sum != rows) return;
        for (const auto& cells : columns) {
            if (cells == said) return;
        }
        std::string there;
        for (const auto& [stem, count] : columns.back()) {
            if (!there.empty()) there += ", ";
            there += std::to_string(static_cast<int>(count)) + " " + names_[stem];
        }
        const text::TokenRange tokens{first->tokens.first, last->tokens.last + 1};
        Finding* finding = add(paper_, findings_, "consistency.ratings", words_.evidence(first->sentence, tokens),
                               {{"here", words_.said(tokens)}, {"there", there}});
        if (finding != nullptr)
            finding->others.push_back(
                {there, words_.evidence(table.cells.front().sentence, table.cells.front().tokens), {}});
    }

    void tell(std::string_view rule, const Quantity& count, std::size_t size, const extract::Evidence& there) {
        const std::string number = std::to_string(size);
        Finding* finding =
            add(paper_, findings_, rule, count.evidence,
                {{"here", std::string(slice(paper_.text.text, count.evidence.span))}, {"there", number}});
        if (finding != nullptr) finding->others.push_back({number, there, {}});
    }

    const Case& paper_;
    const Words& words_;
    std::vector<Finding>& findings_;
    Lists lists_;
    const std::vector<Table>& tables_;
    std::size_t looks_ = 0;
    std::vector<Quantity> counts_;
    std::map<std::string, std::string> names_;  // of ratings, by stem
};

}  // namespace

void add_counts(const Case& paper, const Readings& read, std::vector<Finding>& findings) {
    CountFaults(paper, read, findings).find();
}

}  // namespace boardcheck::check
