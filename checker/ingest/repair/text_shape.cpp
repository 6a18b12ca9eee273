#include "ingest/repair/text_shape.hpp"
#include "ingest/characters.hpp"

#include <algorithm>
#include <array>

namespace boardcheck::ingest {

namespace {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 22> finite_verbs{
    "is",     "are", "was",    "were",  "will", "would", "has", "have", "had", "shall", "must",
    "should", "can", "cannot", "could", "may",  "might", "do",  "does", "did", "am",    "asks"};
constexpr std::array<std::string_view, 46> unfinished{
    "a",   "an",    "the",  "of",    "to",   "with", "for",   "in",   "by",      "from",    "that",  "which",
    "who", "whose", "on",   "at",    "as",   "is",   "are",   "was",  "were",    "will",    "be",    "been",
    "has", "have",  "its",  "their", "our",  "this", "these", "into", "between", "through", "under", "via",
    "per", "than",  "such", "both",  "each", "any",  "not",   "but",  "if",      "should"};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_word(char c) { return is_letter_or_digit(c) || is_beyond_ascii(c); }

/// The next word of `text`, which loses it; empty at the end.
std::string_view next_word(std::string_view& text) {
    const auto begin = static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_word) - text.begin());
    text.remove_prefix(begin);
    const auto length = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_word) - text.begin());
    const auto word = text.substr(0, length);
    text.remove_prefix(length);
    return word;
}

std::string_view last_word(std::string_view text) {
    auto begin = text.size();
    while (begin > 0 && is_word(text[begin - 1])) --begin;
    return text.substr(begin);
}

template <typename Predicate>
bool any_word(std::string_view text, Predicate predicate) {
    for (auto word = next_word(text); !word.empty(); word = next_word(text)) {
        if (predicate(word)) return true;
    }
    return false;
}

/// Without closing quotation marks and brackets.
std::string_view without_closers(std::string_view text) {
    constexpr std::array<std::string_view, 7> closers{"\"", "'", ")", "]", "\xE2\x80\x99", "\xE2\x80\x9D", "*"};
    for (bool found = true; found;) {
        found = false;
        for (const auto closer : closers) {
            if (!text.ends_with(closer)) continue;
            text.remove_suffix(closer.size());
            found = true;
        }
    }
    return text;
}

std::string_view without_openers(std::string_view text) {
    constexpr std::array<std::string_view, 6> openers{"\"", "'", "(", "[", "\xE2\x80\x98", "\xE2\x80\x9C"};
    for (const auto opener : openers) {
        if (text.starts_with(opener)) text.remove_prefix(opener.size());
    }
    return text;
}

bool is_date_word(std::string_view word) {
    const auto digits = word.find_first_not_of("0123456789");
    if (digits == std::string_view::npos) return true;
    const auto ending = word.substr(digits);
    if (digits > 0) return ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
    return contains(months, word) || contains(weekdays, word) || word == "of";
}

}  // namespace

bool is_month(std::string_view word) { return contains(months, word); }

bool ends_open(std::string_view text) {
    text = without_closers(text);
    return !text.empty() && std::string_view(".:;?!").find(text.back()) == std::string_view::npos &&
           !text.ends_with("\xE2\x80\xA6");
}

bool ends_in_mid_phrase(std::string_view text) { return text.ends_with(',') || contains(unfinished, last_word(text)); }

bool ends_with_conjunction(std::string_view text) {
    const auto word = last_word(text);
    return word == "and" || word == "or";
}

bool begins_lower(std::string_view text) {
    text = without_openers(text);
    return !text.empty() && is_lower(text.front());
}

bool begins_upper(std::string_view text) {
    text = without_openers(text);
    return !text.empty() && is_upper(text.front());
}

bool has_finite_verb(std::string_view text) {
    return any_word(text, [](std::string_view word) { return contains(finite_verbs, word); });
}

bool is_date(std::string_view text) {
    const bool number_or_month =
        any_word(text, [](std::string_view word) { return is_date_word(word) && word != "of"; });
    return number_or_month && !any_word(text, [](std::string_view word) { return !is_date_word(word); });
}

bool is_name_and_post(std::string_view text) {
    const auto comma = text.find(", ");
    return comma != std::string_view::npos && comma + 2 < text.size() && is_upper(text[comma + 2]);
}

bool is_capitals(std::string_view text) {
    constexpr std::ptrdiff_t fewest = 6;  // fewer may be an abbreviation
    return std::none_of(text.begin(), text.end(), is_lower) &&
           std::count_if(text.begin(), text.end(), is_upper) >= fewest;
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    any_word(text, [&words](std::string_view) {
        ++words;
        return false;
    });
    return words;
}

std::size_t label_length(std::string_view text) {
    constexpr std::size_t longest = 40;
    constexpr std::size_t most_words = 5;
    const auto colon = text.substr(0, longest).find(':');
    if (colon == std::string_view::npos || colon < 2 || !is_upper(text.front())) return 0;
    if (colon + 1 < text.size() && text[colon + 1] != ' ' && text[colon + 1] != '\t') return 0;
    const auto label = text.substr(0, colon);
    const bool plain = label.find_first_of(".;,?!0123456789") == std::string_view::npos;
    return plain && count_words(label) <= most_words && !has_finite_verb(label) ? colon + 1 : 0;
}

bool is_page_number(std::string_view text) {
    const bool marked = text.starts_with("Page ") || text.starts_with("page ");
    if (marked) text.remove_prefix(5);
    constexpr std::size_t longest = 14;
    if (text.empty() || text.size() > longest || !is_digit(text.front())) return false;
    return !any_word(text, [marked](std::string_view word) {
        return !std::all_of(word.begin(), word.end(), is_digit) && !(marked && word == "of");
    }) && (marked || text.find_first_not_of("0123456789") == std::string_view::npos);
}

bool is_numbered_title(std::string_view text) {
    constexpr std::size_t longest = 90;
    constexpr std::size_t most_words = 12;
    if (text.size() < 3 || text.size() > longest || !begins_upper(text)) return false;
    if (std::string_view(".;,!").find(without_closers(text).back()) != std::string_view::npos) return false;
    if (text.find_first_of("@\t|") != std::string_view::npos || text.find("www.") != std::string_view::npos)
        return false;
    if (text.find("://") != std::string_view::npos || text.find(". ") != std::string_view::npos) return false;
    return count_words(text) <= most_words && !is_date(text);
}

bool is_title(std::string_view text) {
    return is_numbered_title(text) && text.find(": ") == std::string_view::npos && !is_name_and_post(text) &&
           !ends_in_mid_phrase(text) && !ends_with_conjunction(text) && (text.ends_with('?') || !has_finite_verb(text));
}

}  // namespace boardcheck::ingest
