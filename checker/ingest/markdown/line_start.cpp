#include "ingest/markdown/line_start.hpp"
#include "ingest/characters.hpp"

#include <algorithm>
#include <array>

namespace boardcheck::ingest {

namespace {

/// Code point of the three-byte or two-byte sequence at the front, which is valid; 0 for others.
char32_t decode(std::string_view text, std::uint32_t& length) {
    const auto byte = [&text](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
    if (text.size() >= 3 && byte(0) >= 0xE0 && byte(0) < 0xF0) {
        length = 3;
        return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    }
    if (text.size() >= 2 && byte(0) >= 0xC2 && byte(0) < 0xE0) {
        length = 2;
        return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    }
    return 0;
}

bool is_private_use(char32_t point) { return point >= 0xE000 && point <= 0xF8FF; }

/// Glyphs that are bullets wherever they begin a line.
bool is_bullet_glyph(char32_t point) {
    static constexpr std::array<char32_t, 24> glyphs{0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25A0, 0x25A1,
                                                     0x25AA, 0x25AB, 0x25B6, 0x25B8, 0x25BA, 0x25C6, 0x25C7, 0x25CB,
                                                     0x25CF, 0x25D8, 0x25E6, 0x2756, 0x27A2, 0x27A4, 0x29BF, 0x00B7};
    return is_private_use(point) || std::find(glyphs.begin(), glyphs.end(), point) != glyphs.end();
}

/// Glyphs that are bullets where a space follows: dashes, ticks, a section sign out of Wingdings, a lost glyph.
bool is_bullet_before_space(char32_t point) {
    static constexpr std::array<char32_t, 8> glyphs{0x2012, 0x2013, 0x2014, 0x2015, 0x2713, 0x2714, 0x00A7, 0xFFFD};
    return std::find(glyphs.begin(), glyphs.end(), point) != glyphs.end();
}

}  // namespace

Marker bullet_at(std::string_view line) {
    if (line.empty()) return {};
    const char first = line.front();
    const bool spaced = line.size() == 1 || is_blank(line[1]);
    if (first == '-' || first == '*' || first == '+') return spaced ? Marker{1, '-', 0} : Marker{};
    if (first == 'o') {
        const auto word = line.find_first_not_of(" \t", 1);
        const bool bullet = word != std::string_view::npos && word > 1 && is_letter(line[word]);
        return bullet ? Marker{1, 'o', 0} : Marker{};
    }
    if ((static_cast<unsigned char>(first) & 0x80) == 0) return {};
    std::uint32_t length = 0;
    const char32_t point = decode(line, length);
    if (point == 0) return {};
    if (is_bullet_glyph(point)) return {length, point, 0};
    const auto word = line.find_first_not_of(" \t", length);
    const bool before_word =
        word != std::string_view::npos && word > length && (point != 0x00A7 || !is_digit(line[word]));
    return before_word && is_bullet_before_space(point) ? Marker{length, point, 0} : Marker{};
}

Marker list_number_at(std::string_view line) {
    constexpr std::size_t most_digits = 3;  // "2021." begins a sentence, not an item
    const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits == 0 || digits > most_digits || digits + 1 >= line.size()) return {};
    if ((line[digits] != '.' && line[digits] != ')') || !is_blank(line[digits + 1])) return {};
    std::uint32_t number = 0;
    for (const char c : line.substr(0, digits)) number = number * 10 + static_cast<std::uint32_t>(c - '0');
    return {static_cast<std::uint32_t>(digits) + 1, '1', number};
}

std::uint32_t parser_number(std::string_view text) {
    constexpr std::size_t most_digits = 9;
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > most_digits || digits >= text.size()) return 0;
    if (text[digits] != '.' && text[digits] != ')') return 0;
    return digits + 1 == text.size() || is_blank(text[digits + 1]) ? static_cast<std::uint32_t>(digits) + 1 : 0;
}

bool is_definition(std::string_view text) {
    constexpr std::size_t longest_label = 1000;
    const auto stop = text.starts_with('[') ? text.substr(0, longest_label).find(']') : std::string_view::npos;
    return stop != std::string_view::npos && stop + 1 < text.size() && text[stop + 1] == ':';
}

bool is_rule(std::string_view line) {
    std::size_t drawn = 0;
    for (const char c : line) {
        if (is_blank(c) || c == '|' || c == ':') continue;
        if (std::string_view("-_=*+~").find(c) == std::string_view::npos) return false;
        ++drawn;
    }
    return drawn >= 2 || (drawn == 1 && line.find_first_of("=|") != std::string_view::npos);
}

bool is_delimiter_row(std::string_view line) {
    return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
           line.find_first_not_of("-|: \t") == std::string_view::npos;
}

std::uint32_t count_cells(std::string_view line) {
    while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
    if (line.starts_with('|')) line.remove_prefix(1);
    std::uint32_t cells = line.empty() ? 0 : 1;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '\\') {
            ++at;
        } else if (line[at] == '|' && at + 1 < line.size()) {
            ++cells;
        }
    }
    return cells;
}

}  // namespace boardcheck::ingest
