#include <array>

#include "ingest/office/docx_numbering.hpp"
#include "ingest/office/numeral.hpp"

namespace boardcheck::ingest::docx {

namespace {

constexpr std::array<std::string_view, 20> cardinals{
    "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 20> ordinals{
    "zeroth",     "first",     "second",    "third",       "fourth",     "fifth",     "sixth",
    "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
constexpr std::array<std::string_view, 10> tens{"",      "",      "twenty",  "thirty", "forty",
                                                "fifty", "sixty", "seventy", "eighty", "ninety"};

std::string in_words(int number, bool ordinal) {
    if (number < 0 || number > 99) return std::to_string(number);
    const auto value = static_cast<std::size_t>(number);
    std::string out;
    if (value < cardinals.size()) {
        out = ordinal ? ordinals[value] : cardinals[value];
    } else {
        out = tens[value / 10];
        if (value % 10 != 0) {
            out += '-';
            out += ordinal ? ordinals[value % 10] : cardinals[value % 10];
        } else if (ordinal) {
            out.replace(out.size() - 1, 1, "ieth");
        }
    }
    out.front() = static_cast<char>(out.front() - 'a' + 'A');
    return out;
}

/// "1st", "12th", "23rd".
std::string with_ending(int number) {
    const int last = number % 10;
    const bool teens = number % 100 / 10 == 1;
    const std::string_view ending = teens || last > 3 || last < 1 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : "rd";
    return std::to_string(number) + std::string(ending);
}

/// "*", "†", "‡", "§", then twice each.
std::string footnote_sign(int number) {
    constexpr std::array<std::string_view, 4> signs{"*", "†", "‡", "§"};
    if (number < 1 || number > 40) return std::to_string(number);
    const auto place = static_cast<std::size_t>(number - 1);
    std::string out;
    for (std::size_t i = 0; i <= place / signs.size(); ++i) out += signs[place % signs.size()];
    return out;
}

struct Named {
    std::string_view name;
    Numerals kind;
};
constexpr std::array named{Named{"lowerLetter", Numerals::letters_small},
                           Named{"upperLetter", Numerals::letters_capital}, Named{"lowerRoman", Numerals::roman_small},
                           Named{"upperRoman", Numerals::roman_capital}};

}  // namespace

std::string list_number(int number, std::string_view format) {
    for (const Named& each : named) {
        if (each.name == format) return numeral(number, each.kind);
    }
    if (format == "bullet" || format == "none") return {};
    if (format == "ordinal") return with_ending(number);
    if (format == "cardinalText") return in_words(number, false);
    if (format == "ordinalText") return in_words(number, true);
    if (format == "chicago") return footnote_sign(number);
    if (format == "decimalZero" && number >= 0 && number < 10) return "0" + std::to_string(number);
    if (format == "decimalEnclosedParen") return "(" + std::to_string(number) + ")";
    if (format == "numberInDash") return "- " + std::to_string(number) + " -";
    return std::to_string(number);
}

}  // namespace boardcheck::ingest::docx
