// The stretches of a paper in which the parts of a pattern must meet.
//
// A scope is a run of segments, read one after the other: the lead-ins of a sentence and then the sentence, or the
// sentences of a block, list or section. Positions in a scope count from its first token; `own` segments are those that
// a match must touch.
#pragma once

#include <span>
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

/// A mention at its position in a scope.
struct Placed {
    std::uint32_t begin = 0, end = 0;  // positions in the scope
    bool own = true;
};

/// All a scope is cut from.
struct Material {
    const text::Text& text;
    const catalogue::Catalogue& catalogue;
    const std::vector<Mention>& mentions;
    const std::vector<std::uint32_t>& begins;  // of the mentions of each sentence
    const Topics& topics;
    const std::vector<std::uint32_t>& words_before;  // words, not articles or punctuation, before each token
};

/// Words before each token of the paper, and after the last.
std::vector<std::uint32_t> count_words(const text::Text& text);

/// The segments of the scopes of one kind, one scope after the other.
struct Scopes {
    std::vector<Segment> segments;
    std::vector<std::size_t> ends;  // of each scope in `segments`

    std::size_t size() const { return ends.size(); }
    std::span<const Segment> operator[](std::size_t i) const;
};

/// Every scope of one kind, in reading order.
Scopes scopes_of(const text::Text& text, catalogue::Scope kind);

/// One scope at a time, with the mentions in it by term. Filling it again costs what is in it, not the number of terms.
class ScopeText {
public:
    explicit ScopeText(const Material& material);
    void fill(std::span<const Segment> segments);

    const Material& material() const { return material_; }
    const std::vector<Segment>& segments() const { return segments_; }
    /// Position of the first token of a segment.
    std::uint32_t begin_of(std::size_t segment) const { return begins_[segment]; }
    /// The terms mentioned, each once, with their broader ones.
    const std::vector<catalogue::TermId>& terms() const { return terms_; }
    bool has(catalogue::TermId term) const { return first_[term].filling == filling_; }
    bool is_about(catalogue::TermId term) const;
    /// The mentions of a term, or of one narrower than it, in order; valid until the next filling.
    const std::vector<Placed>& mentions_of(catalogue::TermId term) const;
    /// Words between two positions.
    std::uint32_t words_between(std::uint32_t begin, std::uint32_t end) const;
    /// The sentence and token at a position; positions behind the end count as the last.
    std::pair<std::uint32_t, std::uint32_t> token_at(std::uint32_t position) const;

private:
    struct Mentions {
        std::uint32_t filling = 0;  // in which `placed` was last written
        std::vector<Placed> placed;
    };
    std::size_t segment_at(std::uint32_t position) const;
    std::uint32_t words_until(std::uint32_t position) const;
    void place(const Mention& mention, std::uint32_t begin, bool own);

    const Material& material_;
    std::vector<Segment> segments_;
    std::vector<std::uint32_t> begins_;
    std::vector<std::uint32_t> words_;  // before each segment
    std::vector<Mentions> first_;       // by term
    std::vector<catalogue::TermId> terms_;
    std::uint32_t filling_ = 0;
};

}  // namespace boardcheck::match
