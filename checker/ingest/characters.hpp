// What a piece of text consists of. Letters with a case are those of ASCII; bytes of other alphabets count as letters
// where a text is asked for letters or words.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace boardcheck::ingest {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_lower(c) || is_upper(c); }
constexpr bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }
constexpr bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
    return out;
}

inline bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

inline bool has_letters(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_beyond_ascii(c); });
}

inline bool has_words(std::string_view text) {
    return has_letters(text) || std::any_of(text.begin(), text.end(), is_digit);
}

/// The line with every number the same, so that "Page 3" is "Page 4".
inline std::string without_numbers(std::string_view line) {
    std::string out;
    for (const char c : line) {
        if (!is_digit(c) || !out.ends_with('0')) out += is_digit(c) ? '0' : c;
    }
    return out;
}

}  // namespace boardcheck::ingest
