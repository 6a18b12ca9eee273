// Tables whose totals are not the sums of their figures.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "check/amounts.hpp"
#include "check/readings.hpp"
#include "check/tables.hpp"

namespace boardcheck::check {

namespace {

/// What a cell of a column of figures holds.
struct Figure {
    double value = 0;
    double step = 1;
    bool percent = false;
};

enum class Content { empty, figure, words };

/// A cell that is one figure and nothing else; "nil" and "-" are empty.
Content content_of(const Words& words, const Cell* cell, Figure& figure) {
    if (cell == nullptr) return Content::empty;
    std::uint32_t token = cell->tokens.first;
    const std::uint32_t end = cell->tokens.last;
    bool negative = false;
    while (token < end && words.is_any(token, {"-", "(", "*", "+"})) {
        negative = negative || words.is_any(token, {"-", "("});
        ++token;
    }
    if (token == end || (end - token == 1 && words.is_any(token, {"nil", "none", "n", "tbc"}))) return Content::empty;
    const auto amount = amount_at(words, token, end);
    if (!amount || amount->in_words) return Content::words;
    for (std::uint32_t rest = amount->tokens.last; rest < end; ++rest) {
        if (!words.is_any(rest, {")", "*"})) return Content::words;
    }
    figure = {negative ? -amount->value : amount->value, amount->step, amount->unit == Unit::percent};
    return Content::figure;
}

enum class RowKind { plain, total, subtotal, part };

RowKind kind_of(const Words& words, const Cell* label) {
    if (label == nullptr) return RowKind::plain;
    std::uint32_t token = label->tokens.first;
    while (token < label->tokens.last && words.is_mark(token)) ++token;
    if (words.is(token, "subtotal") || (words.is(token, "sub") && words.is_any(token + 2, {"total", "totals"})))
        return RowKind::subtotal;
    if (words.is_any(token, {"of", "including", "comprising"})) return RowKind::part;
    for (; token < label->tokens.last && token < label->tokens.first + 4; ++token) {
        if (words.is_any(token, {"total", "totals"})) return RowKind::total;
    }
    return RowKind::plain;
}

struct Line {
    RowKind kind = RowKind::plain;
    Figure figure;
    const Cell* cell = nullptr;
};

/// What the figures add up to in each way in which a table can be read.
class Sums {
public:
    explicit Sums(const std::vector<Line>& lines, std::size_t total) : lines_(lines), total_(total) {}

    /// The plain sum, where no way of reading leads to the total; nothing where one does, or where there is too little.
    std::optional<double> misfit() const {
        const double said = lines_[total_].figure.value;
        double tolerance = 0;
        const auto sum = [&](auto&& counts, std::size_t from, std::size_t to) {
            double value = 0;
            for (std::size_t i = from; i < to; ++i) {
                if (i != total_ && counts(lines_[i].kind)) value += lines_[i].figure.value;
            }
            return value;
        };
        const auto plain = [](RowKind kind) { return kind == RowKind::plain; };
        const auto top = [](RowKind kind) { return kind == RowKind::plain || kind == RowKind::part; };
        const auto totals = [](RowKind kind) { return kind == RowKind::subtotal || kind == RowKind::total; };
        std::size_t since = total_;
        while (since > 0 && lines_[since - 1].kind != RowKind::total && lines_[since - 1].kind != RowKind::subtotal)
            --since;
        std::size_t addends = 0;
        for (const Line& line : lines_) addends += line.kind == RowKind::plain ? 1 : 0;
        if (addends < 2) return {};
        double step = lines_[total_].figure.step;
        bool large = false;
        for (const Line& line : lines_) {
            step = std::max(step, line.figure.step);
            large = large || std::abs(line.figure.value) >= 100 * step;
        }
        if (step < 1 || large) tolerance = step * (0.5 * static_cast<double>(std::min<std::size_t>(addends, 6)) + 0.01);
        if (step >= 1 && large) tolerance = step * 1.01;
        for (const double value :
             {sum(plain, 0, total_), sum(top, 0, total_), sum(plain, since, total_), sum(totals, 0, total_),
              sum(plain, total_ + 1, lines_.size()), sum(plain, 0, lines_.size()), sum(top, since, total_)}) {
            if (std::abs(value - said) <= tolerance) return {};
        }
        return sum(plain, total_ == 0 ? 1 : 0, total_ == 0 ? lines_.size() : total_);
    }

private:
    const std::vector<Line>& lines_;
    std::size_t total_;
};

/// 181.2, 48, 412,000
std::string written(double value, double step) {
    const int decimals = step < 0.005 ? 3 : step < 0.05 ? 2 : step < 0.5 ? 1 : 0;
    std::string plain = fmt::format("{:.{}f}", std::abs(value), decimals);
    std::size_t whole = std::min(plain.find('.'), plain.size());
    while (whole > 3) {
        whole -= 3;
        plain.insert(whole, ",");
    }
    return (value < 0 ? "-" : "") + plain;
}

class TableSums {
public:
    TableSums(const Case& paper, const Words& words, const Table& table, std::vector<Finding>& findings)
        : paper_(paper), words_(words), grid_(table), findings_(findings) {}

    void find() {
        if (grid_.rows() < 4 || grid_.columns() < 2) return;
        for (std::uint32_t column = 2; column <= grid_.columns(); ++column) down(column);
        products();
    }

private:
    /// A column whose total row does not fit; silent where a cell holds more than a figure.
    void down(std::uint32_t column) {
        std::vector<Line> lines;
        for (std::uint32_t row = 1; row <= grid_.rows(); ++row) {
            const Cell* cell = grid_.at(row, column);
            if (cell != nullptr && cell->header) continue;
            Line line{kind_of(words_, grid_.at(row, 1)), {}, cell};
            const Content content = content_of(words_, cell, line.figure);
            if (line.figure.percent) return;
            if (content == Content::words && row == 1) continue;
            if (content == Content::words) return;
            if (content == Content::figure) lines.push_back(line);
        }
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].kind != RowKind::total || lines[i].cell == nullptr) continue;
            const auto sum = Sums(lines, i).misfit();
            // A sum that is nowhere near is one of other figures.
            if (!sum || *sum <= 0 || std::abs(*sum - lines[i].figure.value) > 0.35 * std::abs(*sum)) continue;
            tell("consistency.total", *lines[i].cell, *sum, lines[i].figure);
        }
    }

    /// Rows of likelihood, impact and score: where most rows multiply, so must the others.
    void products() {
        for (std::uint32_t column = 1; column + 2 <= grid_.columns(); ++column) {
            std::uint32_t fit = 0;
            std::vector<std::pair<std::uint32_t, double>> misfits;
            Figure last;
            for (std::uint32_t row = 1; row <= grid_.rows(); ++row) {
                std::array<Figure, 3> figures;
                bool whole = true;
                for (std::uint32_t i = 0; i < 3; ++i)
                    whole = whole && content_of(words_, grid_.at(row, column + i), figures[i]) == Content::figure;
                if (!whole || figures[0].value <= 1 || figures[1].value <= 1) continue;
                const double product = figures[0].value * figures[1].value;
                if (product == figures[2].value)
                    ++fit;
                else
                    misfits.emplace_back(row, product);
                last = figures[2];
            }
            if (fit < 3 || misfits.size() * 3 > fit) continue;
            for (const auto& [row, product] : misfits) {
                const Cell& cell = *grid_.at(row, column + 2);
                Figure said;
                content_of(words_, &cell, said);
                tell("consistency.product", cell, product, said);
            }
        }
    }

    void tell(std::string_view rule, const Cell& cell, double right, const Figure& said) {
        const Cell* label = grid_.at(cell.row, 1);
        const Cell* head = grid_.at(1, cell.column);
        const Values values{{"said", words_.said(cell.tokens)},
                            {"sum", written(right, said.step)},
                            {"row", label == nullptr ? "" : words_.said(label->tokens)},
                            {"column", head == nullptr || !head->header ? "" : words_.said(head->tokens)}};
        const text::TokenRange sentence = paper_.text.sentences[cell.sentence].tokens;
        const text::TokenRange whole{
            label != nullptr && label->sentence == cell.sentence ? label->tokens.first : cell.tokens.first,
            std::min(cell.tokens.last, sentence.last)};
        add(paper_, findings_, rule, words_.evidence(cell.sentence, whole), values);
    }

    const Case& paper_;
    const Words& words_;
    Grid grid_;
    std::vector<Finding>& findings_;
};

}  // namespace

void add_sums(const Case& paper, const Readings& read, std::vector<Finding>& findings) {
    for (const Table& table : read.tables) TableSums(paper, read.words, table, findings).find();
}

}  // namespace boardcheck::check
