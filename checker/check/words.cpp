#include "check/words.hpp"

#include <algorithm>
#include <array>

namespace boardcheck::check {

namespace {

/// Words that tie others together and name nothing themselves.
constexpr auto closed_class = std::to_array<std::string_view>(
    {"a",     "about",  "above",  "across",  "after",      "against",   "all",      "along",   "also",   "although",
     "among", "an",     "and",    "any",     "are",        "around",    "as",       "at",      "be",     "because",
     "been",  "before", "behind", "being",   "below",      "beside",    "between",  "both",    "but",    "by",
     "can",   "could",  "did",    "do",      "does",       "during",    "each",     "either",  "every",  "except",
     "for",   "from",   "had",    "has",     "have",       "having",    "he",       "her",     "hers",   "him",
     "his",   "how",    "i",      "if",      "in",         "including", "into",     "is",      "it",     "its",
     "may",   "might",  "more",   "most",    "must",       "my",        "near",     "neither", "no",     "nor",
     "not",   "now",    "of",     "off",     "on",         "only",      "onto",     "or",      "other",  "our",
     "out",   "over",   "per",    "shall",   "she",        "should",    "since",    "so",      "some",   "such",
     "than",  "that",   "the",    "their",   "theirs",     "them",      "then",     "there",   "these",  "they",
     "this",  "those",  "though", "through", "throughout", "to",        "together", "too",     "toward", "towards",
     "under", "unless", "until",  "up",      "upon",       "us",        "via",      "was",     "we",     "were",
     "what",  "when",   "where",  "whether", "which",      "while",     "who",      "whom",    "whose",  "why",
     "will",  "with",   "within", "without", "would",      "you",       "your",     "'s"});

}  // namespace

Words::Words(const text::Text& text) : text_(&text) {
    lower_.reserve(text.words.size());
    for (const text::Word& word : text.words) {
        std::string lower = word.surface;
        for (char& c : lower) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        closed_.push_back(std::find(closed_class.begin(), closed_class.end(), lower) != closed_class.end());
        lower_.push_back(std::move(lower));
    }
}

std::string_view Words::lower(std::uint32_t token) const {
    return token < text_->tokens.size() ? std::string_view(lower_[text_->tokens[token].word]) : std::string_view();
}

std::string_view Words::surface(std::uint32_t token) const {
    return token < text_->tokens.size() ? std::string_view(word(token).surface) : std::string_view();
}

std::string_view Words::stem(std::uint32_t token) const {
    return token < text_->tokens.size() ? std::string_view(word(token).stem) : std::string_view();
}

bool Words::is_any(std::uint32_t token, std::initializer_list<std::string_view> lower_case) const {
    return std::find(lower_case.begin(), lower_case.end(), lower(token)) != lower_case.end();
}

bool Words::is_mark(std::uint32_t token) const {
    return token >= text_->tokens.size() || text_->tokens[token].kind == text::TokenKind::punctuation;
}

bool Words::is_capitalised(std::uint32_t token) const {
    return token < text_->tokens.size() && word(token).capitalised;
}

bool Words::is_content(std::uint32_t token) const {
    return !is_mark(token) && !is_figure(token) && !closed_[text_->tokens[token].word];
}

bool Words::is_joined(std::uint32_t token) const {
    return token + 1 < text_->tokens.size() && text_->tokens[token].span.end == text_->tokens[token + 1].span.begin;
}

bool Words::ends_line(std::uint32_t token) const {
    if (token + 1 >= text_->tokens.size()) return true;
    const Span gap{text_->tokens[token].span.end, text_->tokens[token + 1].span.begin};
    return slice(text_->text, gap).find('\n') != std::string_view::npos;
}

Span Words::span(text::TokenRange tokens) const {
    if (tokens.first >= tokens.last) return {};
    return {text_->tokens[tokens.first].span.begin, text_->tokens[tokens.last - 1].span.end};
}

std::string Words::said(text::TokenRange tokens) const {
    std::string said;
    for (const char c : slice(text_->text, span(tokens))) {
        const bool space = c == '\n' || c == '\t' || c == '\r' || c == ' ';
        if (!space)
            said += c;
        else if (!said.empty() && said.back() != ' ')
            said += ' ';
    }
    return said;
}

extract::Evidence Words::evidence(std::uint32_t sentence, text::TokenRange tokens) const {
    return {sentence, span(tokens)};
}

}  // namespace boardcheck::check
