#include "check/amounts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace boardcheck::check {

namespace {

constexpr std::size_t longest_figure = 15;
constexpr std::size_t most_in_sentence = 60;

struct Scale {
    std::string_view word;
    double factor;
};
constexpr std::array<Scale, 9> scales{{{"hundred", 1e2},
                                       {"thousand", 1e3},
                                       {"k", 1e3},
                                       {"million", 1e6},
                                       {"m", 1e6},
                                       {"mn", 1e6},
                                       {"billion", 1e9},
                                       {"bn", 1e9},
                                       {"b", 1e9}}};

double scale_of(std::string_view word) {
    for (const Scale& scale : scales) {
        if (scale.word == word) return scale.factor;
    }
    return 0;
}

/// Figures with what is written right behind them: "71.4m".
struct Figures {
    double value = 0, step = 1;
    std::string digits;
};

std::optional<Figures> figures_of(std::string_view lower) {
    if (lower.empty() || lower.size() > longest_figure || !Words::is_digit(lower.front())) return {};
    Figures figures;
    std::string plain;
    std::size_t at = 0, decimals = 0, points = 0;
    for (; at < lower.size() && (Words::is_digit(lower[at]) || lower[at] == ',' || lower[at] == '.'); ++at) {
        if (lower[at] == ',') continue;
        plain += lower[at];
        if (lower[at] == '.') {
            ++points;
            continue;
        }
        figures.digits += lower[at];
        if (points > 0) ++decimals;
    }
    double factor = 1;
    if (at < lower.size()) factor = scale_of(lower.substr(at));
    if (points > 1 || factor == 0) return {};
    figures.value = std::strtod(plain.c_str(), nullptr) * factor;
    figures.step = std::pow(10.0, -static_cast<double>(decimals)) * factor;
    return figures;
}

bool is_ordinal_word(std::string_view lower) {
    static constexpr auto irregular = std::to_array<std::string_view>(
        {"first", "second", "third", "thirds", "half", "once", "secondly", "twice", "quarter"});
    if (std::find(irregular.begin(), irregular.end(), lower) != irregular.end()) return true;
    return lower.ends_with("th") || lower.ends_with("ths");
}

/// The number in words that begins at `token`: "seven", "twenty-four"; its end is 0 where there is none.
struct Spelt {
    std::int64_t value = 0;
    std::uint32_t end = 0;
};
Spelt spelt_at(const Words& words, std::uint32_t token, std::uint32_t end) {
    const auto value_at = [&](std::uint32_t at) -> std::int64_t {
        const text::Token& it = words.text().tokens[at];
        if (it.kind == text::TokenKind::number || is_ordinal_word(words.lower(at))) return -1;
        return words.text().words[it.word].number;
    };
    const std::int64_t value = value_at(token);
    if (value < 0) return {};
    const bool tens = value >= 20 && value % 10 == 0 && token + 2 < end && words.is(token + 1, "-");
    const std::int64_t units = tens ? value_at(token + 2) : -1;
    if (units > 0 && units < 10) return {value + units, token + 3};
    return {value, token + 1};
}

}  // namespace

std::optional<Amount> amount_at(const Words& words, std::uint32_t token, std::uint32_t end) {
    Amount amount;
    std::uint32_t at = token;
    if (words.is_any(at, {"£", "$", "€"}) && at + 1 < end) {
        amount.unit = Unit::money;
        ++at;
    }
    if (const auto figures = figures_of(words.lower(at))) {
        amount.value = figures->value;
        amount.step = figures->step;
        amount.digits = figures->digits;
        ++at;
    } else if (const Spelt spelt = spelt_at(words, at, end); spelt.end != 0 && amount.unit == Unit::count) {
        amount.value = static_cast<double>(spelt.value);
        amount.in_words = true;
        at = spelt.end;
    } else {
        return {};
    }
    if (const double factor = at < end ? scale_of(words.lower(at)) : 0; factor != 0 && words.lower(at).size() > 1) {
        amount.value *= factor;
        amount.step *= factor;
        ++at;
    }
    const bool two_words = at + 1 < end && words.is(at, "per") && words.is(at + 1, "cent");
    if (at < end && (words.is_any(at, {"%", "percent"}) || two_words)) {
        amount.unit = Unit::percent;
        at += two_words ? 2 : 1;
    }
    amount.tokens = {token, at};
    return amount;
}

AmountFinder::AmountFinder(const Case& paper, const Words& words)
    : paper_(&paper), words_(&words), dated_(paper.text.tokens.size(), false) {
    for (const match::DateMention& date : paper.matches.dates) {
        // A bare number is a year only by chance: 2021 is, "1,250" is not.
        for (std::uint32_t token = date.tokens.first; token < date.tokens.last; ++token) dated_[token] = true;
    }
}

bool AmountFinder::names_something(const Amount& amount, std::uint32_t first) const {
    const std::uint32_t before = amount.tokens.first;
    const std::uint32_t after = amount.tokens.last;
    if (words_->is_any(after, {"am", "pm", "noon", "o'clock"})) return true;
    // "CCG/21/45", "1.2-1.4", "W3", "(3)"
    const bool bound_after = words_->is_any(after, {"/", ":"}) && words_->is_joined(after - 1);
    if (bound_after || (before > first && words_->is_any(before - 1, {"/", "#", ":"}) && words_->is_joined(before - 1)))
        return true;
    if (before <= first || amount.unit != Unit::count || amount.in_words) return false;
    static constexpr auto naming = std::to_array<std::string_view>(
        {"section",  "sections",  "paragraph", "paragraphs", "para",  "paras",  "clause", "clauses",
         "appendix", "annex",     "table",     "figure",     "page",  "pages",  "item",   "items",
         "schedule", "part",      "chapter",   "slide",      "no",    "number", "line",   "risk",
         "version",  "principle", "action",    "stage",      "phase", "level",  "tier",   "option"});
    std::uint32_t noun = before - 1;
    if (words_->is(noun, ".") && noun > first) --noun;
    return std::find(naming.begin(), naming.end(), words_->lower(noun)) != naming.end();
}

std::vector<Amount> AmountFinder::find(std::uint32_t sentence) const {
    std::vector<Amount> amounts;
    const text::TokenRange range = paper_->text.sentences[sentence].tokens;
    for (std::uint32_t token = range.first; token < range.last && amounts.size() < most_in_sentence;) {
        auto amount = dated_[token] ? std::nullopt : amount_at(*words_, token, range.last);
        if (!amount) {
            ++token;
            continue;
        }
        token = amount->tokens.last;
        amount->sentence = sentence;
        if (!names_something(*amount, range.first)) amounts.push_back(std::move(*amount));
    }
    return amounts;
}

std::string to_string(const Amount& amount, const Words& words) { return words.said(amount.tokens); }

bool agree(const Amount& a, const Amount& b) {
    const double step = std::max(a.step, b.step);
    return std::abs(a.value - b.value) < step * 0.500001;
}

}  // namespace boardcheck::check
