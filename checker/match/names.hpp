// What a paper calls things itself: its own abbreviations, the names of its places, and short forms of what it has
// introduced.
#pragma once

#include <string>
#include <vector>

#include "match/match.hpp"
#include "match/mentions.hpp"

namespace boardcheck::match {

/// "Acute Provider Alliance (APA)", "the Acute Alliance (the Alliance)", "... known locally as the Care Alliance".
std::vector<Alias> find_aliases(const text::Text& text, const std::vector<Mention>& mentions, const TermKinds& kinds);
/// Where the aliases stand, from where they are introduced on.
std::vector<Mention> mentions_of_aliases(const std::vector<Alias>& aliases, const text::Text& text);

/// Names of places, from the capitalised words before terms that carry one ("Pellshire County Council"): most frequent
/// first.
std::vector<std::string> find_local_names(const text::Text& text, const std::vector<Mention>& mentions,
                                          const catalogue::Catalogue& catalogue, const TermKinds& kinds);
/// Where the names stand, as mentions of the built-in term `local-name`.
std::vector<Mention> mentions_of_local_names(const std::vector<std::string>& names, const text::Text& text,
                                             const catalogue::Catalogue& catalogue);

/// What short forms ("the Partnership") mean: the structure with that short form that was mentioned last.
std::vector<Mention> short_forms(const text::Text& text, const std::vector<Mention>& mentions, const TermKinds& kinds);

}  // namespace boardcheck::match
