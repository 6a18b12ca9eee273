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

/// Ids by term, one list behind the other.
struct ByTerm {
    std::vector<std::uint32_t> begins;  // in `ids`, by term, and one more; empty where no term has any
    std::vector<std::uint32_t> ids;

    std::span<const std::uint32_t> of(TermId term) const {
        return {ids.data() + begins[term], ids.data() + begins[term + 1]};
    }
};

/// The patterns of one round and one kind of scope, by the terms that set them off.
struct Triggers {
    ByTerm patterns;             // also by the terms that are narrower
    std::vector<bool> sets_off;  // by term: whether it sets any off

    bool empty() const { return patterns.ids.empty(); }
};

/// A part of what must be in a scope before a pattern is worth running; the parts of a whole stand right behind it.
struct Need {
    enum class Kind : std::uint32_t { term, topic, any, all };
    Kind kind = Kind::all;
    TermId term = 0;        // term, topic
    std::uint32_t end = 0;  // index behind its last part
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
    std::array<std::array<Triggers, 5>, 2> triggers;  // by Round and Scope
    std::vector<Need> needs;
    std::vector<std::uint32_t> need_of;     // by pattern: the index of what it needs
    std::array<bool, 2> asks_for_topics{};  // by Round: whether some pattern does
    ByTerm broader;                         // the terms that a mention of this one is a mention of
    TermKinds kinds;

    const Triggers& triggers_of(Round round, Scope scope) const {
        return triggers[static_cast<std::size_t>(round)][static_cast<std::size_t>(scope)];
    }
};

/// Of all else in a catalogue.
Index index_of(const Catalogue& catalogue);

}  // namespace boardcheck::catalogue
