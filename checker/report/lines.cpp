#include "report/lines.hpp"

#include <algorithm>
#include <array>

#include "report/escape/escape.hpp"

namespace boardcheck::report {

namespace {

constexpr std::size_t narrowest = 40, rule_width = 100;

constexpr std::string_view code(Ink ink) {
    switch (ink) {
        case Ink::plain:
            return "";
        case Ink::bold:
            return "\x1b[1m";
        case Ink::faint:
            return "\x1b[2m";
        case Ink::red:
            return "\x1b[1;31m";
        case Ink::yellow:
            return "\x1b[33m";
        case Ink::blue:
            return "\x1b[34m";
    }
    return "";
}

struct Range {
    char32_t first, last;
};

/// Blocks of characters that are set above or within others, or are not seen.
constexpr std::array<Range, 7> without_width{{{0x300, 0x36F},
                                              {0x1AB0, 0x1AFF},
                                              {0x1DC0, 0x1DFF},
                                              {0x200B, 0x200F},
                                              {0x20D0, 0x20FF},
                                              {0xFE00, 0xFE0F},
                                              {0xFE20, 0xFE2F}}};
/// Blocks of East Asian writing and pictures.
constexpr std::array<Range, 9> of_double_width{{{0x1100, 0x115F},
                                                {0x2E80, 0x303E},
                                                {0x3041, 0xA4CF},
                                                {0xAC00, 0xD7A3},
                                                {0xF900, 0xFAFF},
                                                {0xFE30, 0xFE6F},
                                                {0xFF00, 0xFF60},
                                                {0x1F300, 0x1FAFF},
                                                {0x20000, 0x3FFFD}}};

template <std::size_t size>
bool within(const std::array<Range, size>& ranges, char32_t character) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [character](Range range) { return range.first <= character && character <= range.last; });
}

struct Character {
    std::size_t bytes, columns;
};

/// The character that begins at `at` of valid UTF-8.
Character character_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80U) return {1, 1};
    const std::size_t bytes = std::min<std::size_t>(lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2, text.size() - at);
    char32_t value = lead & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    return {bytes, within(without_width, value) ? 0U : within(of_double_width, value) ? 2U : 1U};
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; (at = text.find_first_not_of(' ', at)) < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end;
    }
    return words;
}

/// The bytes at the beginning of `word` that fit into `width` columns; one character at least.
std::size_t fitting(std::string_view word, std::size_t width) {
    std::size_t at = 0;
    for (std::size_t taken = 0; at < word.size();) {
        const Character next = character_at(word, at);
        taken += next.columns;
        if (taken > width && at > 0) break;
        at += next.bytes;
    }
    return at;
}

/// The lines of a cell, wrapped.
std::vector<std::string> lines_of(std::string_view cell, std::size_t width) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at <= cell.size();) {
        const std::size_t end = std::min(cell.find('\n', at), cell.size());
        for (std::string& line : wrapped(printable(cell.substr(at, end - at)), width, LongWords::broken))
            lines.push_back(std::move(line));
        at = end + 1;
    }
    return lines;
}

}  // namespace

std::size_t columns(std::string_view text) {
    std::size_t taken = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character next = character_at(text, at);
        taken += next.columns;
        at += next.bytes;
    }
    return taken;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width, LongWords long_words) {
    std::vector<std::string> lines(1);
    std::size_t column = 0;
    for (std::string_view word : words_of(text)) {
        if (column > 0 && column + 1 + columns(word) > width) {
            lines.emplace_back();
            column = 0;
        }
        const std::size_t whole = long_words == LongWords::kept ? word.size() : 0;
        for (std::size_t bytes; column == 0 && (bytes = std::max(whole, fitting(word, width))) < word.size();) {
            lines.back() = word.substr(0, bytes);
            lines.emplace_back();
            word.remove_prefix(bytes);
        }
        if (column > 0) lines.back() += ' ';
        lines.back() += word;
        column = columns(lines.back());
    }
    return lines;
}

Lines::Lines(const Options& options) : colour_(options.colour), width_(std::max(options.width, narrowest)) {}

void Lines::rule() { out_ += std::string(std::min(width_, rule_width), '-') + "\n"; }

void Lines::write(std::size_t indent, std::string_view lead, std::string_view text, Ink lead_ink, Ink ink) {
    const std::size_t margin = indent + columns(lead);
    out_ += std::string(indent, ' ') + inked(lead, lead_ink);
    bool first = true;
    for (const std::string& line : wrapped(printable(text), width_ > margin ? width_ - margin : 1, LongWords::kept)) {
        if (!first) out_ += std::string(margin, ' ');
        out_ += inked(line, ink) + "\n";
        first = false;
    }
}

void Lines::row(std::size_t indent, const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                Ink ink) {
    constexpr std::size_t gap = 2;
    std::vector<std::vector<std::string>> wrapped_cells;
    std::size_t height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        wrapped_cells.push_back(lines_of(cells[i], widths[i]));
        height = std::max(height, wrapped_cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
        std::size_t column = 0, place = indent;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (line < wrapped_cells[i].size() && !wrapped_cells[i][line].empty()) {
                out_ += std::string(place - column, ' ') + inked(wrapped_cells[i][line], ink);
                column = place + columns(wrapped_cells[i][line]);
            }
            place += widths[i] + gap;
        }
        out_ += '\n';
    }
}

std::string Lines::inked(std::string_view text, Ink ink) const {
    if (!colour_ || ink == Ink::plain || text.empty()) return std::string(text);
    return std::string(code(ink)) + std::string(text) + "\x1b[0m";
}

}  // namespace boardcheck::report
