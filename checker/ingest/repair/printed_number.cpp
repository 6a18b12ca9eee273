#include "ingest/repair/printed_number.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "ingest/characters.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest {

namespace {

bool is_blank_byte(char c) { return c == ' ' || c == '\t'; }

bool is_roman(std::string_view text) {
    constexpr std::size_t longest = 6;
    return !text.empty() && text.size() <= longest && text.find_first_not_of("ivxl") == std::string_view::npos;
}

bool all_digits(std::string_view text, std::size_t longest) {
    return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), is_digit);
}

/// The number with what separates it from the text after it; nothing where neither text nor end follows.
PrintedNumber separated(std::string_view text, std::size_t number, std::size_t stop, std::uint32_t depth) {
    auto end = stop;
    while (end < text.size() && is_blank_byte(text[end])) ++end;
    if (end == stop && end < text.size()) return {};
    return {text.substr(0, number), static_cast<std::uint32_t>(end), depth};
}

/// "5.12", "5.12.", "5.12)": at least two parts, and not the beginning of an amount ("1.5 million").
PrintedNumber dotted_number(std::string_view text) {
    constexpr std::size_t longest_part = 3;
    std::size_t at = 0;
    std::uint32_t parts = 0;
    while (true) {
        std::size_t end = at;
        while (end < text.size() && is_digit(text[end])) ++end;
        if (end == at || end - at > longest_part) break;
        ++parts;
        at = end;
        if (at + 1 >= text.size() || text[at] != '.' || !is_digit(text[at + 1])) break;
        ++at;
    }
    if (parts < 2 || !is_digit(text[at - 1])) return {};
    const bool stop = at < text.size() && (text[at] == '.' || text[at] == ')' || text[at] == ':');
    const PrintedNumber number = separated(text, at, at + (stop ? 1 : 0), depth_of(text.substr(0, at)));
    if (number.length < text.size() && is_lower(text[number.length])) return {};
    return number;
}

/// "(a)", "a)", "(iv)", "(12)", "12)", and "a." or "iv." where `dots` are a sign of a number too.
PrintedNumber letter_number(std::string_view text) {
    const bool open = text.starts_with('(');
    const std::size_t begin = open ? 1 : 0;
    constexpr std::size_t longest = 8;
    const auto stop = text.substr(0, longest).find_first_of(").", begin);
    if (stop == std::string_view::npos || stop == begin) return {};
    const auto inside = text.substr(begin, stop - begin);
    const bool letter = inside.size() == 1 && is_lower(inside.front());
    const bool twice = inside.size() == 2 && is_lower(inside[0]) && inside[0] == inside[1];
    const bool dot = text[stop] == '.';
    if (dot && (open || (!letter && !is_roman(inside)))) return {};
    const bool capital = inside.size() == 1 && is_upper(inside.front());
    if (!letter && !twice && !is_roman(inside) && !all_digits(inside, 3) && !capital) return {};
    return separated(text, dot ? stop : stop + 1, stop + 1, 0);
}

/// A word out of `kinds`, a number or letter, and a separator: "Appendix A: ", "Figure 2 - ". Where a `bare` one counts
/// too, a space is enough.
template <std::size_t size>
PrintedNumber named_number(std::string_view text, const std::array<std::string_view, size>& kinds, bool bare) {
    constexpr std::array<std::string_view, 6> separators{":", ".", "-", "\xE2\x80\x93", "\xE2\x80\x94", ")"};
    constexpr std::size_t longest = 4;
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](auto word) { return text.starts_with(word); });
    if (kind == kinds.end()) return {};
    std::size_t end = kind->size();
    while (end < text.size() && (is_digit(text[end]) || is_upper(text[end]))) ++end;
    if (end == kind->size() || end - kind->size() > longest) return {};
    std::size_t stop = end;
    while (stop < text.size() && is_blank_byte(text[stop])) ++stop;
    for (const auto separator : separators) {
        if (text.substr(stop).starts_with(separator)) return separated(text, end, stop + separator.size(), 1);
    }
    if (!bare || (stop == end && stop < text.size())) return {};
    return {text.substr(0, end), static_cast<std::uint32_t>(stop), 1};
}

constexpr std::array<std::string_view, 7> appendix_kinds{"Appendix ", "APPENDIX ", "Annex ",   "Annexe ",
                                                         "ANNEX ",    "Schedule ", "SCHEDULE "};
constexpr std::array<std::string_view, 7> caption_kinds{"Figure ", "Fig ",     "Fig. ", "Table ",
                                                        "Chart ",  "Diagram ", "Box "};

PrintedNumber appendix_number(std::string_view text) { return named_number(text, appendix_kinds, true); }

/// "2. Context", "2 Context", "A. Context"; not "20 July" and not "2021 plans".
PrintedNumber chapter_number(std::string_view text) {
    constexpr std::size_t most_digits = 2;
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool capital = text.size() > 2 && is_upper(text[0]) && text[1] == '.';
    if ((digits == 0 || digits > most_digits) && !capital) return {};
    const std::size_t end = capital ? 1 : digits;
    const bool stop = end < text.size() && (text[end] == '.' || text[end] == ')' || text[end] == ':');
    const PrintedNumber number = separated(text, end, end + (stop ? 1 : 0), 1);
    const auto rest = text.substr(std::min<std::size_t>(number.length, text.size()));
    if (!stop && (!begins_upper(rest) || is_month(rest.substr(0, rest.find(' '))))) return {};
    return number;
}

int value_of(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

}  // namespace

std::uint32_t depth_of(std::string_view number) {
    if (number.empty() || (!is_digit(number.front()) && !is_upper(number.front()))) return 0;
    while (number.ends_with(".0")) number.remove_suffix(2);
    return 1 + static_cast<std::uint32_t>(std::count(number.begin(), number.end(), '.'));
}

PrintedNumber caption_number(std::string_view text) { return named_number(text, caption_kinds, false); }

PrintedNumber point_number(std::string_view text) {
    const PrintedNumber dotted = dotted_number(text);
    return dotted.length > 0 ? dotted : letter_number(text);
}

PrintedNumber heading_number(std::string_view text) {
    for (const auto reader : {dotted_number, letter_number, appendix_number, chapter_number}) {
        if (const PrintedNumber number = reader(text); number.length > 0) return number;
    }
    return {};
}

bool follows(std::string_view first, std::string_view second) {
    const auto core = [](std::string_view number) {
        while (!number.empty() && (number.front() == '(' || number.front() == ')')) number.remove_prefix(1);
        while (!number.empty() && (number.back() == ')' || number.back() == '.')) number.remove_suffix(1);
        return number;
    };
    first = core(first);
    second = core(second);
    if (first.empty() || second.empty()) return false;
    if (first.size() == 1 && second.size() == 1 && !is_digit(first[0])) return second[0] == first[0] + 1;
    if (is_roman(first) && is_roman(second)) return true;
    const auto tail = [](std::string_view number) {
        const auto dot = number.rfind('.');
        return dot == std::string_view::npos ? 0 : dot + 1;
    };
    const bool same_chapter = first.substr(0, tail(first)) == second.substr(0, tail(second));
    return same_chapter && value_of(second.substr(tail(second))) == value_of(first.substr(tail(first))) + 1;
}

}  // namespace boardcheck::ingest
