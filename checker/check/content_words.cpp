#include "check/content_words.hpp"

#include <algorithm>
#include <array>

namespace boardcheck::check {

namespace {

constexpr std::array<std::string_view, 147> closed{
    "a",       "about",  "abov",  "across", "after",    "again",   "against", "all",     "also",    "although",
    "am",      "among",  "an",    "and",    "ani",      "any",     "anyth",   "are",     "as",      "at",
    "be",      "becaus", "been",  "befor",  "behind",   "being",   "below",   "besid",   "between", "both",
    "but",     "by",     "can",   "could",  "did",      "do",      "doe",     "done",    "down",    "dure",
    "each",    "either", "els",   "ever",   "everi",    "everyth", "few",     "for",     "from",    "further",
    "had",     "has",    "have",  "he",     "her",      "here",    "him",     "his",     "how",     "howev",
    "i",       "if",     "in",    "into",   "is",       "it",      "its",     "itself",  "just",    "least",
    "less",    "mani",   "may",   "me",     "might",    "more",    "most",    "much",    "must",    "my",
    "neither", "no",     "nor",   "not",    "noth",     "now",     "of",      "off",     "on",      "one",
    "onli",    "or",     "other", "our",    "out",      "over",    "own",     "per",     "same",    "shall",
    "she",     "should", "sinc",  "so",     "some",     "still",   "such",    "than",    "that",    "the",
    "their",   "them",   "then",  "there",  "therefor", "these",   "they",    "this",    "those",   "though",
    "through", "thus",   "to",    "too",    "toward",   "under",   "until",   "up",      "upon",    "us",
    "veri",    "was",    "we",    "were",   "what",     "when",    "where",   "whether", "which",   "while",
    "who",     "whose",  "whi",   "will",   "with",     "without", "would"};

}  // namespace

bool is_closed_word(std::string_view stem) { return std::find(closed.begin(), closed.end(), stem) != closed.end(); }

bool is_content_word(const text::Text& text, std::uint32_t token) {
    if (text.tokens[token].kind != text::TokenKind::word) return false;
    const std::string& stem = text.words[text.tokens[token].word].stem;
    return stem.size() > 1 && !is_closed_word(stem);
}

std::vector<std::string_view> content_stems(const text::Text& text, text::TokenRange tokens) {
    std::vector<std::string_view> stems;
    for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
        if (is_content_word(text, token)) stems.push_back(text.words[text.tokens[token].word].stem);
    }
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    return stems;
}

std::size_t shared(const std::vector<std::string_view>& one, const std::vector<std::string_view>& other) {
    std::size_t count = 0;
    for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
        if (*a == *b) {
            ++count;
            ++a;
            ++b;
        } else if (*a < *b) {
            ++a;
        } else {
            ++b;
        }
    }
    return count;
}

}  // namespace boardcheck::check
