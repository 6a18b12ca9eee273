#include "check/day_words.hpp"

#include <algorithm>

namespace boardcheck::check {

text::TokenRange tokens_of(const text::Text& text, const extract::Evidence& evidence) {
    const text::TokenRange range = text.sentences[evidence.sentence].tokens;
    const auto begins_before = [](const text::Token& token, std::uint32_t at) { return token.span.begin < at; };
    const auto first = std::lower_bound(text.tokens.begin() + range.first, text.tokens.begin() + range.last,
                                        evidence.span.begin, begins_before);
    const auto last = std::lower_bound(first, text.tokens.begin() + range.last, evidence.span.end, begins_before);
    return {static_cast<std::uint32_t>(first - text.tokens.begin()),
            static_cast<std::uint32_t>(last - text.tokens.begin())};
}

bool has_year(const Words& words, text::TokenRange tokens) {
    for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
        if (words.is_figure(token) && words.lower(token).size() == 4) return true;
    }
    return false;
}

bool is_day(const extract::DateValue& date) {
    return date.precision == extract::Precision::day && date.fault.empty() && (date.first || date.last);
}

std::optional<Date> end_of(const extract::DateValue& date) { return date.last ? date.last : date.first; }

int day_number(Date day) {
    // Years begin in March, so that the day that comes and goes is the last one.
    const int month = day.month == 0 ? 1 : day.month;
    const int year = month < 3 ? day.year - 1 : day.year;
    const int from_march = month < 3 ? month + 9 : month - 3;
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * from_march + 2) / 5 + (day.day == 0 ? 1 : day.day);
}

}  // namespace boardcheck::check
