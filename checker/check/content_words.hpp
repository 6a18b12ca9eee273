// Words that say what a passage is about: what is left when the closed classes of English are taken away.
#pragma once

#include <string_view>
#include <vector>

#include "text/text.hpp"

namespace boardcheck::check {

/// An auxiliary, pronoun, determiner, preposition, conjunction or adverb of degree, by its stem.
bool is_closed_word(std::string_view stem);

bool is_content_word(const text::Text& text, std::uint32_t token);

/// Their stems, each once, sorted; views into `text`.
std::vector<std::string_view> content_stems(const text::Text& text, text::TokenRange tokens);

/// How many stems two sorted lists share.
std::size_t shared(const std::vector<std::string_view>& one, const std::vector<std::string_view>& other);

}  // namespace boardcheck::check
