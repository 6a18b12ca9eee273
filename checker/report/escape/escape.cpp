#include "report/escape/escape.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace boardcheck::report {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct Character {
    char32_t code = 0;
    std::size_t length = 1;
    bool valid = false;
};

bool continues(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

std::size_t length_of(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    if (lead >= 0xF0 && lead < 0xF5) return 4;
    return 0;
}

Character read(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = length_of(lead);
    if (length == 0) return {};
    if (length == 1) return {lead, 1, true};
    char32_t code = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (!continues(text, at + i)) return {};
        code = (code << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < least[length] || surrogate || code > 0x10FFFF) return {};
    return {code, length, true};
}

bool turns_direction(char32_t code) { return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069); }

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

bool is_space(char32_t code) { return code == '\t' || code == '\n' || code == '\r'; }

/// Rewrites `text` character by character; `special` appends what stands for a character and says so, or leaves it.
template <typename Special>
std::string rewrite(std::string_view text, Special special) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character character = read(text, at);
        if (!character.valid) {
            out += replacement;
        } else if (!special(character.code, out)) {
            out += text.substr(at, character.length);
        }
        at += character.length;
    }
    return out;
}

/// With what formulas begin, the full-width forms among them.
bool begins_formula(std::string_view field) {
    constexpr std::array<std::string_view, 8> signs{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    const std::size_t first = std::min(field.find_first_not_of(' '), field.size());
    return std::any_of(signs.begin(), signs.end(),
                       [&](std::string_view sign) { return field.substr(first).starts_with(sign); });
}

/// Whether `field` is a number that would be shown otherwise: zeros dropped at either end, or rounded.
bool changes_as_number(std::string_view field) {
    constexpr std::size_t kept_digits = 15;
    if (field.empty() || field.find_first_not_of("0123456789.") != std::string_view::npos) return false;
    const std::size_t point = field.find('.');
    if (point != field.rfind('.')) return false;
    const bool leading_zero = field.size() > 1 && field[0] == '0' && field[1] != '.';
    const bool trailing_zero = point != std::string_view::npos && field.ends_with('0');
    return leading_zero || trailing_zero || field.size() > kept_digits;
}

}  // namespace

std::string csv_field(std::string_view text) {
    const std::string field = printable(text);
    const bool guarded = begins_formula(field) || changes_as_number(field);
    const bool plain =
        field.find_first_of(",\"") == std::string::npos && !field.starts_with(' ') && !field.ends_with(' ');
    if (plain) return (guarded ? "'" : "") + field;
    std::string out = guarded ? "\"'" : "\"";
    for (const char c : field) out.append(c == '"' ? 2 : 1, c);
    return out + '"';
}

std::string escape_html(std::string_view text) {
    return rewrite(text, [](char32_t code, std::string& out) {
        switch (code) {
            case '&':
                out += "&amp;";
                return true;
            case '<':
                out += "&lt;";
                return true;
            case '>':
                out += "&gt;";
                return true;
            case '"':
                out += "&quot;";
                return true;
            case '\'':
                out += "&#39;";
                return true;
            default:
                break;
        }
        if (!is_control(code) || is_space(code)) return false;
        out += replacement;
        return true;
    });
}

std::string printable(std::string_view text) {
    return rewrite(text, [](char32_t code, std::string& out) {
        if (is_space(code)) {
            out += ' ';
            return true;
        }
        if (!is_control(code) && !turns_direction(code)) return false;
        out += replacement;
        return true;
    });
}

std::string valid_utf8(std::string_view text) {
    return rewrite(text, [](char32_t, std::string&) { return false; });
}

}  // namespace boardcheck::report
