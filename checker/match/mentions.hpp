// Finds the mentions of a catalogue's terms in a paper: one walk of the automaton from every token.
#pragma once

#include <vector>

#include "catalogue/catalogue.hpp"
#include "match/match.hpp"
#include "text/text.hpp"

namespace boardcheck::match {

/// Whether a token may stand between the words of a variant without being one of them: hyphens, slashes, quotation
/// marks, articles, "'s".
bool may_be_skipped(const text::Word& word);
/// Whether a token counts as a word when the distance between two mentions is measured.
bool counts_as_word(const text::Text& text, std::uint32_t token);

/// Mentions of all variants whose reading holds in `readings` (all conditional variants are left out where it is
/// empty), by sentence, then first token, then longest first. Entities inside a longer entity ("executive director" in
/// "non-executive director") are left out.
std::vector<Mention> find_mentions(const text::Text& text, const catalogue::Catalogue& catalogue,
                                   const std::vector<bool>& readings);

/// Sorts by sentence, token and length, and leaves out repetitions and entities that are only part of a longer one.
void settle(std::vector<Mention>& mentions, const text::Text& text, const catalogue::Catalogue& catalogue);

/// Where the mentions of each sentence begin in a sorted list of mentions; one more entry than there are sentences.
std::vector<std::uint32_t> index_by_sentence(const std::vector<Mention>& mentions, std::size_t sentences);

}  // namespace boardcheck::match
