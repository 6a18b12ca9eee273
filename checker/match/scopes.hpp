// The stretches of a paper in which the parts of a pattern must meet.
//
// A scope is a run of segments, read one after the other: the lead-ins of a sentence and then the sentence, or the
// sentences of a block, list or section. Positions in a scope count from its first token; `own` segments are those that
// a match must touch.
#pragma once

#include <vector>

#include "catalogue/pattern.hpp"
#include "match/match.hpp"
#include "match/topics.hpp"

namespace boardcheck::match {

struct Segment {
    std::uint32_t sentence = 0;
    text::TokenRange tokens;
    bool own = true;
};

/// A mention at its position in a scope, under one of its terms or their broader ones.
struct Placed {
    catalogue::TermId term = 0;
    std::uint32_t begin = 0, end = 0;  // positions in the scope
    bool own = true;
    friend auto operator<=>(const Placed&, const Placed&) = default;
};

struct ScopeText {
    std::vector<Segment> segments;
    std::vector<std::uint32_t> begins;     // position of each segment's first token
    std::vector<Placed> placed;            // by term, then position
    std::vector<catalogue::TermId> about;  // sorted
};

/// All a scope is cut from.
struct Material {
    const text::Text& text;
    const catalogue::Catalogue& catalogue;
    const std::vector<Mention>& mentions;
    const std::vector<std::uint32_t>& begins;  // of the mentions of each sentence
    const Topics& topics;
};

/// The segments of every scope of one kind, in reading order.
std::vector<std::vector<Segment>> scopes_of(const text::Text& text, catalogue::Scope kind);

/// Places the mentions of the segments; `into` is used again, so that its memory is.
void fill(ScopeText& into, const std::vector<Segment>& segments, const Material& material);

/// The sentence and token at a position; positions outside count as the nearest inside.
std::pair<std::uint32_t, std::uint32_t> token_at(const ScopeText& scope, std::uint32_t position);

}  // namespace boardcheck::match
