#include "ingest/pdf/hyphen.hpp"
#include "ingest/characters.hpp"

#include <algorithm>
#include <array>

namespace boardcheck::ingest::pdf {

namespace {

constexpr std::string_view soft_hyphen = "\xC2\xAD";

bool is_word(char c) { return is_letter(c) || is_beyond_ascii(c); }

/// Letters, and hyphens between them, at the front.
std::size_t word_length(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size()) {
        const bool hyphen = text[end] == '-' && end > 0 && end + 1 < text.size() && is_word(text[end + 1]);
        if (!is_word(text[end]) && !hyphen) break;
        ++end;
    }
    return end;
}

/// What stands before the hyphen at the end of a line.
std::string_view broken_word(std::string_view text) {
    text.remove_suffix(1);
    std::size_t begin = text.size();
    while (begin > 0 && (is_word(text[begin - 1]) || text[begin - 1] == '-')) --begin;
    return text.substr(begin);
}

bool ends_broken(std::string_view text) {
    return text.size() > 1 && text.back() == '-' && is_word(text[text.size() - 2]);
}

/// "short- and long-term"
bool is_joining_word(std::string_view word) { return word == "and" || word == "or" || word == "to" || word == "und"; }

/// Prefixes that British papers write with a hyphen.
bool takes_hyphen(std::string_view first) {
    constexpr std::array<std::string_view, 14> prefixes{"co",   "non",   "self", "well",  "long", "short", "high",
                                                        "post", "multi", "semi", "cross", "ex",   "pre",   "re"};
    return std::find(prefixes.begin(), prefixes.end(), lower(first)) != prefixes.end();
}

}  // namespace

Hyphenation::Hyphenation(const std::vector<Page>& pages) {
    for (const Page& page : pages) {
        for (const Line& line : page.lines) learn(line.text);
    }
    int together = 0;
    int hyphened = 0;
    for (const Page& page : pages) {
        for (std::size_t i = 1; i < page.lines.size(); ++i) {
            const std::string_view before = page.lines[i - 1].text;
            const std::string_view after = page.lines[i].text;
            if (!ends_broken(before) || after.empty() || !is_lower(after.front())) continue;
            const Spelling known = spelling(broken_word(before), after.substr(0, word_length(after)));
            together += known == Spelling::together ? 1 : 0;
            hyphened += known == Spelling::hyphened ? 1 : 0;
        }
    }
    constexpr int enough = 3;
    breaks_words_ = together >= enough && together > 2 * hyphened;
}

void Hyphenation::learn(std::string_view line) {
    while (!line.empty()) {
        const std::size_t size = word_length(line);
        const bool broken = size + 1 == line.size() && line.back() == '-';
        if (size > 1 && !broken) ++words_[lower(line.substr(0, size))];
        line.remove_prefix(std::max<std::size_t>(size, 1));
    }
}

Hyphenation::Spelling Hyphenation::spelling(std::string_view first, std::string_view second) const {
    const auto count = [&](const std::string& word) {
        const auto known = words_.find(word);
        return known == words_.end() ? 0 : known->second;
    };
    const std::string before = lower(first);
    const std::string after = lower(second);
    const int together = count(before + after);
    const int hyphened = count(before + '-' + after);
    if (together == hyphened) return Spelling::unknown;
    return together > hyphened ? Spelling::together : Spelling::hyphened;
}

void Hyphenation::join(std::string& text, std::string_view line) const {
    if (text.ends_with(soft_hyphen)) {
        text.resize(text.size() - soft_hyphen.size());
        text += line;
        return;
    }
    const bool goes_on = !text.empty() && !line.empty() && text.size() > 1 && text.back() == '-' &&
                         text[text.size() - 2] != ' ' && text[text.size() - 2] != '-';
    if (!goes_on) {
        if (!text.empty()) text += ' ';
        text += line;
        return;
    }
    const std::string_view next = line.substr(0, word_length(line));
    if (is_joining_word(next)) text += ' ';
    const bool word = ends_broken(text) && is_lower(line.front()) && !is_joining_word(next);
    if (word) {
        const std::string_view first = broken_word(text);
        const Spelling known = spelling(first, next);
        const bool guess = known == Spelling::unknown && breaks_words_ && !takes_hyphen(first);
        if (known == Spelling::together || guess) text.pop_back();
    }
    text += line;
}

void Hyphenation::join_in_cell(std::string& text, std::string_view line) const {
    const auto count = [&](const std::string& word) {
        const auto known = words_.find(word);
        return known == words_.end() ? 0 : known->second;
    };
    std::size_t begin = text.size();
    while (begin > 0 && is_word(text[begin - 1])) --begin;
    const std::string first = lower(std::string_view(text).substr(begin));
    const std::string second = lower(line.substr(0, word_length(line)));
    const bool words = !first.empty() && !second.empty() && is_lower(line.front());
    // The two parts together are a word that the paper has more often than the first alone.
    const bool broken = words && count(first + second) > 1 && count(first + second) > count(first);
    if (broken) {
        text += line;
    } else {
        join(text, line);
    }
}

}  // namespace boardcheck::ingest::pdf
