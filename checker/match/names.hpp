// What a paper calls things itself: its own abbreviations, the names of its places, and short forms of what it has
// introduced.
#pragma once

#include <string>
#include <vector>

#include "match/match.hpp"

namespace boardcheck::match {

/// "Integrated Care Board (ICB)", "the Acute Collaborative (the Collaborative)", "... known locally as the Care
/// Alliance".
std::vector<Alias> find_aliases(const text::Text& text, const std::vector<Mention>& mentions,
                                const catalogue::Catalogue& catalogue);
/// Appends the mentions of the aliases, from where they are introduced on.
void add_aliases(std::vector<Mention>& mentions, const std::vector<Alias>& aliases, const text::Text& text);

/// Names of places, from the capitalised words before terms that carry one ("Pellshire County Council"): most frequent
/// first.
std::vector<std::string> find_local_names(const text::Text& text, const std::vector<Mention>& mentions,
                                          const catalogue::Catalogue& catalogue);
/// Appends a mention of the built-in term `local-name` wherever one of the names stands.
void add_local_names(std::vector<Mention>& mentions, const std::vector<std::string>& names, const text::Text& text,
                     const catalogue::Catalogue& catalogue);

/// Appends what short forms ("the Partnership") mean: the structure with that short form that was mentioned last.
void add_short_forms(std::vector<Mention>& mentions, const text::Text& text, const catalogue::Catalogue& catalogue);

}  // namespace boardcheck::match
