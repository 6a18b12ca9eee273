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
#include "match/plan.hpp"
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
    const Plan& plan;
    const std::vector<Mention>& mentions;
    const std::vector<std::uint32_t>& begins;  // of the mentions of each sentence
    const Topics& topics;
    const std::vector<std::uint32_t>& words_before;  // words, not articles or punctuation, before each token
    const std::vector<std::uint32_t>& figures;       // tokens that are whole numbers
};

/// Calls `use` for the mentions that lie in a segment.
template <typename Use>
void each_mention(const Material& material, const Segment& segment, Use use) {
    const auto last = material.mentions.begin() + material.begins[segment.sentence + 1];
    auto mention = material.mentions.begin() + material.begins[segment.sentence];
    while (mention != last && mention->tokens.first < segment.tokens.first) ++mention;
    for (; mention != last && mention->tokens.first < segment.tokens.last; ++mention) {
        if (mention->tokens.last <= segment.tokens.last) use(*mention);
    }
}

/// Words before each token of the paper, and after the last.
std::vector<std::uint32_t> count_words(const text::Text& text);

std::vector<std::uint32_t> find_figures(const text::Text& text);
std::vector<bool> find_headings(const text::Text& text);
/// Those among some tokens.
std::span<const std::uint32_t> figures_in(const Material& material, text::TokenRange tokens);

/// The segments of the scopes of one kind, one scope after the other.
struct Scopes {
    std::vector<Segment> segments;
    std::vector<std::size_t> ends;  // of each scope in `segments`

    std::size_t size() const { return ends.size(); }
    std::span<const Segment> operator[](std::size_t i) const;
};

/// Every stretch of one kind, in reading order.
Scopes scopes_of(const text::Text& text, Stretch stretch);

/// One scope at a time, with those terms mentioned in it that patterns ask for and, once they are placed, their
/// mentions. Filling it again costs what is in it, not the number of terms.
class ScopeText {
public:
    explicit ScopeText(const Material& material);
    /// `segments` must outlive the filling.
    void fill(std::span<const Segment> segments);
    /// Finds the place of each mention: few scopes have a pattern that needs to know.
    void place_mentions();

    const Material& material() const { return material_; }
    std::span<const Segment> segments() const { return segments_; }
    /// Position of the first token of a segment.
    std::uint32_t begin_of(std::size_t segment) const { return begins_[segment]; }
    /// The terms, as numbers of the plan, each once.
    const std::vector<std::uint32_t>& terms() const { return terms_; }
    bool has_number(std::uint32_t number) const { return (present_[number / 64] >> (number % 64) & 1) != 0; }
    bool has(catalogue::TermId term) const {
        const std::uint32_t number = material_.plan.number_of(term);
        return number != Plan::none && has_number(number);
    }
    /// What the whole paper is about, its statements are about; its headings are not, but only name a subject.
    bool is_about(catalogue::TermId term) const;
    bool has_figures() const;
    /// The mentions of a term, or of one narrower than it, in order, once they are placed; valid until the next
    /// filling.
    std::span<const Placed> mentions_of(catalogue::TermId term) const;
    /// Words between two positions.
    std::uint32_t words_between(std::uint32_t begin, std::uint32_t end) const;
    /// The sentence and token at a position; positions behind the end count as the last.
    std::pair<std::uint32_t, std::uint32_t> token_at(std::uint32_t position) const;

private:
    std::size_t segment_at(std::uint32_t position) const;
    std::uint32_t words_until(std::uint32_t position) const;

    const Material& material_;
    std::span<const Segment> segments_;
    std::vector<std::uint64_t> present_;  // a bit for each number
    std::vector<std::uint32_t> begins_;
    std::vector<std::uint32_t> words_;  // before each segment
    std::vector<std::uint32_t> terms_;
    std::vector<std::uint32_t> slot_;    // by number: where a term that is present stands in `terms_`
    std::vector<std::uint32_t> counts_;  // of the mentions of each of `terms_`
    std::vector<std::uint32_t> ends_;    // of each of `terms_`: behind its mentions in `placed_`
    std::vector<Placed> placed_;
    bool is_placed_ = false;
};

}  // namespace boardcheck::match
