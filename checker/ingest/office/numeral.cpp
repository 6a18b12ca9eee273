#include "ingest/office/numeral.hpp"

#include <array>
#include <utility>

namespace boardcheck::ingest {

namespace {

std::string letters(int number, char first) {
    constexpr int alphabet = 26;
    constexpr int longest = 30;  // a label of more letters is a damaged number
    const int length = (number - 1) / alphabet + 1;
    if (length > longest) return std::to_string(number);
    return std::string(static_cast<std::size_t>(length), static_cast<char>(first + (number - 1) % alphabet));
}

std::string roman(int number) {
    constexpr int largest = 3999;
    constexpr std::array<std::pair<int, std::string_view>, 13> steps{{{1000, "m"},
                                                                      {900, "cm"},
                                                                      {500, "d"},
                                                                      {400, "cd"},
                                                                      {100, "c"},
                                                                      {90, "xc"},
                                                                      {50, "l"},
                                                                      {40, "xl"},
                                                                      {10, "x"},
                                                                      {9, "ix"},
                                                                      {5, "v"},
                                                                      {4, "iv"},
                                                                      {1, "i"}}};
    if (number > largest) return std::to_string(number);
    std::string out;
    for (const auto& [value, sign] : steps) {
        for (; number >= value; number -= value) out += sign;
    }
    return out;
}

std::string capitals(std::string text) {
    for (char& c : text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

}  // namespace

std::string numeral(int number, Numerals kind) {
    if (number < 1) return std::to_string(number);
    switch (kind) {
        case Numerals::arabic:
            return std::to_string(number);
        case Numerals::letters_small:
            return letters(number, 'a');
        case Numerals::letters_capital:
            return letters(number, 'A');
        case Numerals::roman_small:
            return roman(number);
        case Numerals::roman_capital:
            return capitals(roman(number));
    }
    return {};
}

std::string without_stop(std::string_view printed) {
    constexpr std::string_view blank = " \t\r\n";
    const auto begin = printed.find_first_not_of(blank);
    if (begin == std::string_view::npos) return {};
    printed = printed.substr(begin, printed.find_last_not_of(blank) - begin + 1);
    while (printed.size() > 1 && printed.ends_with('.')) printed.remove_suffix(1);
    return printed == "." ? std::string() : std::string(printed);
}

bool numbers_clause(std::string_view number) { return number.find('.') != std::string_view::npos; }

}  // namespace boardcheck::ingest
