// What a piece of text consists of: white space, digits, letters. Bytes of other alphabets count as letters.
#pragma once

#include <algorithm>
#include <string_view>

namespace boardcheck::ingest {

inline bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

inline bool has_letters(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
    });
}

inline bool has_words(std::string_view text) {
    return has_letters(text) || text.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace boardcheck::ingest
