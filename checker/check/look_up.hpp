// What stands in a range of tokens: mentions, dates, words. All look-ups are by halving.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/parts.hpp"

namespace boardcheck::check {

inline const text::Word& word_at(const Case& paper, std::uint32_t token) {
    return paper.text.words[paper.text.tokens[token].word];
}
inline std::string_view stem_at(const Case& paper, std::uint32_t token) { return word_at(paper, token).stem; }

/// Mentions that begin in the range, in order.
std::vector<match::Mention> mentions_in(const Case& paper, text::TokenRange tokens);
/// A property of a mention's term; empty: it has none.
std::string_view property(const Case& paper, const match::Mention& mention, std::string_view name);
/// The first mention in the range whose term has this value of the property; any value, where none is given.
std::optional<match::Mention> first_with(const Case& paper, text::TokenRange tokens, std::string_view name,
                                         std::string_view value = {});
/// Dates that begin in the range, in order.
std::vector<const extract::DateValue*> dates_in(const Case& paper, text::TokenRange tokens);

/// Whether something stands there that is no sign.
bool has_words(const Case& paper, text::TokenRange tokens);
/// The words of the range as the paper has them, on one line.
std::string words_of(const Case& paper, text::TokenRange tokens);
extract::Evidence evidence_of(const Case& paper, std::uint32_t sentence, text::TokenRange tokens);
const ingest::Block& block_of(const Case& paper, std::uint32_t sentence);
bool is_heading(const Case& paper, std::uint32_t sentence);

/// Terms of reference and the like, told by the title, which nobody brings as a report: they ask for nothing.
bool is_standing_text(const Case& paper);

/// Matches of all markers with this name, by sentence.
std::vector<match::Hit> marked(const Case& paper, std::string_view marker);

}  // namespace boardcheck::check
