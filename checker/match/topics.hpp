// What each sentence is about: the topics (bodies, and terms with `topic`) that it, its lead-ins, the headings above it
// or the sentences just before it mention.
#pragma once

#include <vector>

#include "match/match.hpp"
#include "match/mentions.hpp"

namespace boardcheck::match {

/// For each sentence the terms it is about, with their broader terms, sorted.
using Topics = std::vector<std::vector<catalogue::TermId>>;

Topics find_topics(const text::Text& text, const std::vector<Mention>& mentions, const catalogue::Catalogue& catalogue,
                   const TermKinds& kinds);

}  // namespace boardcheck::match
