// Finds the mentions of a catalogue's terms in a paper: one walk of the automaton from every token.
#pragma once

#include <vector>

#include "catalogue/catalogue.hpp"
#include "match/match.hpp"
#include "text/text.hpp"

namespace boardcheck::match {

using catalogue::TermKinds;

/// A mention that counts only in papers with a reading.
struct Conditional {
    Mention mention;
    std::uint32_t reading = 0;
};
struct Found {
    std::vector<Mention> mentions;  // by sentence, then first token, then longest first
    std::vector<Conditional> conditional;
};

/// Mentions of all variants of all terms, also those inside others.
Found find_mentions(const text::Text& text, const catalogue::Catalogue& catalogue);

/// Takes repetitions out of sorted mentions, from the one at `from` on, and entities that are only part of a longer
/// one: "executive director" in "non-executive director".
void leave_out_parts(std::vector<Mention>& mentions, std::size_t from, const text::Text& text, const TermKinds& kinds);

/// Adds mentions to sorted ones without such parts, and leaves them out where some come in.
void merge(std::vector<Mention>& mentions, std::vector<Mention> more, const text::Text& text, const TermKinds& kinds);

/// Where the mentions of each sentence begin in a sorted list of mentions; one more entry than there are sentences.
std::vector<std::uint32_t> index_by_sentence(const std::vector<Mention>& mentions, std::size_t sentences);

}  // namespace boardcheck::match
