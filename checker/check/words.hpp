// The words of a paper one token at a time, as the checks of values read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/parts.hpp"

namespace boardcheck::check {

class Words {
public:
    explicit Words(const text::Text& text);

    const text::Text& text() const { return *text_; }
    /// In lower case; empty beyond the last token.
    std::string_view lower(std::uint32_t token) const;
    std::string_view surface(std::uint32_t token) const;
    std::string_view stem(std::uint32_t token) const;
    bool is(std::uint32_t token, std::string_view lower_case) const { return lower(token) == lower_case; }
    bool is_any(std::uint32_t token, std::initializer_list<std::string_view> lower_case) const;
    bool is_mark(std::uint32_t token) const;
    bool is_capitalised(std::uint32_t token) const;
    bool is_figure(std::uint32_t token) const { return !lower(token).empty() && is_digit(lower(token).front()); }
    /// Begins with a letter and is of no closed class: not "the", "of", "which", "will".
    bool is_content(std::uint32_t token) const;
    /// Nothing, not even a space, stands between the token and the next one.
    bool is_joined(std::uint32_t token) const;
    /// A line ends between the token and the next one.
    bool ends_line(std::uint32_t token) const;

    Span span(text::TokenRange tokens) const;
    /// As written, on one line.
    std::string said(text::TokenRange tokens) const;
    extract::Evidence evidence(std::uint32_t sentence, text::TokenRange tokens) const;

    static bool is_digit(char c) { return c >= '0' && c <= '9'; }

private:
    const text::Word& word(std::uint32_t token) const { return text_->words[text_->tokens[token].word]; }

    const text::Text* text_;
    std::vector<std::string> lower_;  // of each distinct word
    std::vector<bool> closed_;
};

}  // namespace boardcheck::check
