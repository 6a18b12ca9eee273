#include "ingest/pdf/marker.hpp"

#include <algorithm>
#include <string>

#include "ingest/pdf/glyphs.hpp"
#include "ingest/repair/printed_number.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest::pdf {

namespace {

/// "1. ", "12) ": at most three digits.
Marker plain_number(std::string_view text) {
    constexpr std::size_t longest = 3;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > longest || digits == text.size()) return {};
    if (text[digits] != '.' && text[digits] != ')') return {};
    const std::size_t end = std::min(text.find_first_not_of(' ', digits + 1), text.size());
    if (end == digits + 1 && end < text.size()) return {};
    return {text.substr(0, digits), end, false, false};
}

/// "A. ", "B) "
Marker capital(std::string_view text) {
    const bool letter = text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && text[1] == ')';
    if (!letter) return {};
    const std::size_t end = std::min(text.find_first_not_of(' ', 2), text.size());
    return {text.substr(0, 1), end, false, false};
}

}  // namespace

Marker marker_of(std::string_view text) {
    if (const std::size_t bullet = bullet_length(text); bullet > 0) return {{}, bullet, true, false};
    if (const Marker plain = plain_number(text); plain.length > 0) return plain;
    if (const PrintedNumber point = point_number(text); point.length > 0) {
        return {point.number, point.length, false, point.depth > 1};
    }
    return capital(text);
}

bool is_label(std::string_view text) {
    const Marker marker = marker_of(text);
    // "5.12" is a number where there is a text behind it.
    constexpr std::size_t deepest = 12;
    if (text.size() < deepest && point_number(std::string(text) + " X").length == text.size() + 1) return true;
    if (marker.length == text.size() && !text.empty()) return true;
    constexpr std::size_t longest = 3;
    return text.size() <= longest && !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace boardcheck::ingest::pdf
