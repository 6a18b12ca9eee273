// Where a paper speaks of bodies, and which of these places speak of the same one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/paper.hpp"

namespace boardcheck::extract {

/// What stands before a name.
enum class Article { none, definite, indefinite, each };

/// A phrase that names a body, or bodies of a kind.
struct BodyPhrase {
    std::string kind;                       // as in Structure
    const catalogue::Term* term = nullptr;  // the body that the rules know; null: known by its words alone
    std::uint32_t sentence = 0;
    text::TokenRange tokens;  // all that belongs to it
    text::TokenRange name;    // without article, number and owner
    text::TokenRange noun;    // its last part: the variant of the term, or the noun that heads it
    text::TokenRange place;   // capitalised words before a term's variant: "Pellshire and Ostbridge"
    text::TokenRange owner;   // "the CCG's", "Thornsea Council's"; empty: none
    std::optional<std::int64_t> count;
    Article article = Article::none;
    bool plural = false;
    bool proper = false;      // written with capitals
    bool former = false;      // "the former CCGs"
    bool vague = false;       // no word of it tells which: "a new board"
    bool short_form = false;  // stands for a body that was introduced: "the Board"
    bool tailed = false;      // its name goes on after the noun: "joint committee of the two councils"
    bool described = false;   // by a marker, without a name: "a board of twelve"
    std::string implied;      // the noun that the header of a table gives to a name without one
    std::string heads;        // the noun's class, where there is no term: "committee"
};

/// In reading order.
std::vector<BodyPhrase> find_body_phrases(const Paper& paper);
/// Those that markers describe, and those that tables list; both are a part of the former.
std::vector<BodyPhrase> marked_phrases(const Paper& paper);
std::vector<BodyPhrase> listed_phrases(const Paper& paper);

/// One body with the places that speak of it.
struct Body {
    std::string kind, name, acronym;
    std::vector<std::string> aliases;
    std::vector<BodyPhrase> phrases;  // in reading order; those found by an alias have no noun of their own
    const catalogue::Term* term = nullptr;
    std::string place;   // stems of the words of its place, with spaces around each
    std::string words;   // by which it is told from others of its term: "acut"
    bool named = false;  // has a name of its own: a proper name, or the name of its place
    bool several = false;
    bool optional = false;  // known only by what follows its noun: where policy alone speaks of it, it is an option
};

std::vector<Body> bring_together(const Paper& paper, const std::vector<BodyPhrase>& phrases);

}  // namespace boardcheck::extract
