// What the matcher asks of the rules for every sentence, laid out for that: made once, when a catalogue is there.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "catalogue/pattern.hpp"

namespace boardcheck::catalogue {

struct Catalogue;

/// Patterns of readings run before all others: what they find decides which mentions count.
enum class Round { readings, rules };

/// Ids by a number (of a term, of a pattern), one list behind the other.
struct Lists {
    std::vector<std::uint32_t> begins;  // in `ids`, by number, and one more
    std::vector<std::uint32_t> ids;

    std::span<const std::uint32_t> of(std::uint32_t number) const {
        return {ids.data() + begins[number], ids.data() + begins[number + 1]};
    }
};

/// A part of what must be in a scope before a pattern is worth running; the parts of a whole stand right behind it.
struct Need {
    enum class Kind : std::uint32_t { term, topic, number, any, all };
    Kind kind = Kind::all;
    TermId term = 0;         // term, topic
    std::uint32_t size = 1;  // with all its parts
};

/// What is asked of each term again and again, by term id.
struct TermKinds {
    std::vector<bool> structure;                   // names a body
    std::vector<bool> topic;                       // what sentences can be about: a body, or a matter that is none
    std::vector<bool> entity;                      // a body, a post or a sector
    std::vector<bool> names_place;                 // the name of a place may stand before it
    std::vector<std::vector<std::string>> shorts;  // stems of its short forms
};

struct Index {
    std::array<Lists, 2> patterns;  // by Round: the patterns that a term sets off
    std::vector<Need> needs;
    std::vector<std::uint32_t> need_of;     // by pattern: the index of what it needs
    Lists terms_of;                         // by pattern: the terms whose mentions it asks for, each once
    std::array<bool, 2> asks_for_topics{};  // by Round: whether some pattern does
    Lists broader;                          // by term: the terms that a mention of this one is a mention of
    TermKinds kinds;
    std::vector<std::vector<TermId>> of_papers;  // by reading: what all sentences of papers with it are about
};

/// Of all else in a catalogue.
Index index_of(const Catalogue& catalogue);

}  // namespace boardcheck::catalogue
