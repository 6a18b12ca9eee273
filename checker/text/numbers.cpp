#include "text/numbers.hpp"

#include <array>
#include <utility>

namespace boardcheck::text {

namespace {

constexpr std::array<std::pair<std::string_view, int>, 56> number_words{{
    {"zero", 0},        {"one", 1},         {"two", 2},         {"three", 3},      {"four", 4},
    {"five", 5},        {"six", 6},         {"seven", 7},       {"eight", 8},      {"nine", 9},
    {"ten", 10},        {"eleven", 11},     {"twelve", 12},     {"thirteen", 13},  {"fourteen", 14},
    {"fifteen", 15},    {"sixteen", 16},    {"seventeen", 17},  {"eighteen", 18},  {"nineteen", 19},
    {"twenty", 20},     {"thirty", 30},     {"forty", 40},      {"fifty", 50},     {"sixty", 60},
    {"seventy", 70},    {"eighty", 80},     {"ninety", 90},     {"first", 1},      {"second", 2},
    {"third", 3},       {"fourth", 4},      {"fifth", 5},       {"sixth", 6},      {"seventh", 7},
    {"eighth", 8},      {"ninth", 9},       {"tenth", 10},      {"eleventh", 11},  {"twelfth", 12},
    {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15},  {"sixteenth", 16}, {"seventeenth", 17},
    {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},  {"thirtieth", 30}, {"fortieth", 40},
    {"fiftieth", 50},   {"sixtieth", 60},   {"seventieth", 70}, {"eightieth", 80}, {"ninetieth", 90},
    {"hundredth", 100},
}};

constexpr std::size_t most_digits = 18;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::size_t ordinal_ending(std::string_view folded) {
    if (folded.size() < 3 || !is_digit(folded[folded.size() - 3])) return 0;
    const std::string_view end = folded.substr(folded.size() - 2);
    return end == "st" || end == "nd" || end == "rd" || end == "th" ? 2 : 0;
}

std::int64_t number_of(std::string_view folded) {
    if (folded.empty()) return -1;
    if (!is_digit(folded.front())) {
        for (const auto& [word, value] : number_words) {
            if (word == folded) return value;
        }
        return -1;
    }
    folded.remove_suffix(ordinal_ending(folded));
    std::int64_t value = 0;
    std::size_t digits = 0;
    for (const char c : folded) {
        if (c == ',') continue;  // the tokeniser takes commas in only between groups of three
        if (!is_digit(c) || ++digits > most_digits) return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace boardcheck::text
