#include "ingest/pack/plain_words.hpp"
#include "ingest/characters.hpp"

#include <algorithm>
#include <array>

namespace boardcheck::ingest::pack {

namespace {

constexpr std::array<std::string_view, 26> common_words{
    "a",  "an", "and", "as",    "at",     "by",  "for",   "from", "in", "into", "is",     "it",      "its",
    "of", "on", "or",  "paper", "report", "the", "their", "this", "to", "up",   "update", "updates", "with"};

bool is_common(std::string_view word) {
    return word.size() < 2 || std::binary_search(common_words.begin(), common_words.end(), word);
}

/// Punctuation beyond ASCII: no-break spaces and what stands in the block of general punctuation.
std::size_t wide_mark(std::string_view text) {
    if (text.starts_with("\xC2\xA0") || text.starts_with("\xC2\xB7")) return 2;
    return text.starts_with("\xE2\x80") || text.starts_with("\xE2\x97") || text.starts_with("\xEF\x82") ? 3 : 0;
}

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80) != 0;
}

TitleWords words_of(std::string_view plain_text, bool all) {
    TitleWords words;
    while (!plain_text.empty()) {
        const auto word = plain_text.substr(0, plain_text.find(' '));
        if (all || !is_common(word)) words.emplace_back(word);
        plain_text.remove_prefix(std::min(word.size() + 1, plain_text.size()));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

}  // namespace

std::string plain(std::string_view text, std::size_t longest) {
    text = text.substr(0, longest);
    std::string out;
    out.reserve(text.size());
    bool gap = false;
    while (!text.empty()) {
        const std::size_t mark = std::min(wide_mark(text), text.size());
        const char c = lower(text.front());
        text.remove_prefix(std::max<std::size_t>(mark, 1));
        if (mark > 0 || !is_word_byte(c)) {
            gap = true;
            continue;
        }
        if (gap && !out.empty()) out += ' ';
        gap = false;
        out += c;
    }
    return out;
}

std::string plain_letters(std::string_view text) {
    std::string out = plain(text);
    std::erase_if(out, [](char c) { return c >= '0' && c <= '9'; });
    return out;
}

bool has_several_letters(std::string_view text) { return std::count_if(text.begin(), text.end(), is_letter) > 2; }

TitleWords title_words(std::string_view text) {
    const std::string words = plain(text);
    auto telling = words_of(words, false);
    return telling.empty() ? words_of(words, true) : telling;
}

double likeness(const TitleWords& first, const TitleWords& second) {
    if (first.empty() || second.empty()) return 0;
    TitleWords shared;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(shared));
    const auto both = static_cast<double>(shared.size());
    const auto shorter = static_cast<double>(std::min(first.size(), second.size()));
    const double overlap = 2 * both / static_cast<double>(first.size() + second.size());
    // A long title that holds all of a short one: the agenda names the presenter too, or the cover the year.
    constexpr double holds = 0.8;
    return shared.size() > 1 && both >= shorter ? std::max(overlap, holds) : overlap;
}

}  // namespace boardcheck::ingest::pack
