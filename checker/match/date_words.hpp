// The words and figures that dates are made of, read one token at a time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "match/match.hpp"

namespace boardcheck::match {

/// What a distinct word can be in a date; 0 where it is no such thing.
struct DateWord {
    std::string folded;  // in lower case
    int month = 0;       // also of "Sept"
    bool short_month = false;
    int season = 0;
    int figure = -1;  // of "20" and "20th", up to four digits
    int digits = 0;   // of a plain figure
    bool capitalised = false;
    bool mark = false;  // punctuation
};

std::vector<DateWord> date_words(const text::Text& text);

/// A sentence's tokens as words of dates. Before the first and after the last token there is only `edge`.
class DateTokens {
public:
    DateTokens(const text::Text& text, const std::vector<DateWord>& words, text::TokenRange range)
        : text_(&text), words_(&words), range_(range) {}

    const DateWord& operator[](std::int64_t token) const;
    std::uint32_t first() const { return range_.first; }
    std::uint32_t last() const { return range_.last; }
    /// No space stands between the token and the next one.
    bool joined(std::int64_t token) const;
    /// A line or the cell of a table ends between the token and the next one, or the sentence.
    bool breaks(std::int64_t token) const;

private:
    bool inside(std::int64_t token) const { return token >= range_.first && token < range_.last; }

    const text::Text* text_;
    const std::vector<DateWord>* words_;
    text::TokenRange range_;
};

/// Parts with the token after them; `end` is 0 where there is no date.
struct DateRead {
    DateParts parts;
    std::uint32_t end = 0;
};

/// A date all in figures that begins at the token: "23.09.21", "23/09/2021", "2021-09-23", "09/2021", "2021-09".
DateRead read_figures(const DateTokens& tokens, std::uint32_t token);

/// A year, or a pair of years that is one financial year: "2021", "2021/22", "FY22", "21/22".
struct YearRead {
    int year = 0;
    std::uint32_t end = 0;
    bool financial = false;
};
YearRead read_year(const DateTokens& tokens, std::uint32_t token);
/// 2021 of "21"; 0 for what is no year of two digits.
int year_of_two_digits(const DateWord& word);

}  // namespace boardcheck::match
