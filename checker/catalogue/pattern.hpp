// Patterns over terms, as rules write them and as the matcher runs them. The language is described in rules/README.md.
//
//   {term}            the term, or one narrower than it, in the scope        [3] [2..] [..4]  a number in that range
//   @{term}           the scope is about the term: mentioned in it, in a heading above it, or just before it
//   word  'two words' these words (by stem); =Word by exact spelling        !x               x is not in the scope
//   a b               both, in any order                                     a | b            either
//   a ~5 b            both, at most 5 words between, in any order            a >5 b, a > b    a before b, at most 5
//   words between
//
// `|` binds loosest, then juxtaposition, then ~ and > (left to right, equal), then ! and @. Words and quoted phrases
// are terms without a name.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/base.hpp"

namespace boardcheck::catalogue {

/// Index into Catalogue::terms.
using TermId = std::uint32_t;
/// Index into Catalogue::patterns.
using PatternId = std::uint32_t;

enum class NodeKind { term, topic, number, all, any, near, ordered, absent };

struct Node {
    NodeKind kind = NodeKind::term;
    TermId term = 0;                      // term, topic
    std::int64_t low = 0, high = 0;       // number: inclusive bounds
    std::uint32_t distance = 0;           // near, ordered: the most words between; unlimited where a rule gives none
    std::vector<std::uint32_t> children;  // indices into Pattern::nodes; near and ordered have two, absent one
    static constexpr std::uint32_t unlimited = 0xffffffff;
    friend bool operator==(const Node&, const Node&) = default;
};

/// What must hold the pattern's parts: one clause; one sentence with its lead-ins; one block; a lead-in with all its
/// items; a section.
enum class Scope { clause, sentence, block, list, section };
/// Whether the clause of the match may, must or must not be negated.
enum class Negation { forbidden, allowed, required };

struct Pattern {
    std::string text;  // as written
    std::string file;
    std::uint32_t line = 0;
    Scope scope = Scope::sentence;
    Negation negation = Negation::forbidden;
    std::vector<Node> nodes;
    std::uint32_t root = 0;
    std::vector<TermId> triggers;  // a scope without any of these cannot match; never empty
    std::vector<Span> written;     // each node's words in `text`; not kept in caches
};

}  // namespace boardcheck::catalogue
