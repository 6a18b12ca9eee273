// Runs one pattern on one scope.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "catalogue/pattern.hpp"
#include "match/scopes.hpp"

namespace boardcheck::match {

/// One way in which a pattern matches: the positions it spans and those of its parts.
struct Match {
    static constexpr std::size_t most_parts = 8;
    std::uint32_t begin = 0, end = 0;
    bool own = false;                      // touches an own segment
    std::uint32_t size = 0;                // of parts; none where it holds for the whole scope, like a topic
    std::array<Placed, most_parts> parts;  // the mentions that it is made of; more than fit are left out
};

/// Whether what a pattern needs, as the plan has it, is there at all: cheap.
bool may_match(const catalogue::Need* need, const ScopeText& scope);

/// Runs one pattern after the other in the same room.
class Evaluator {
public:
    explicit Evaluator(const ScopeText& scope) : scope_(scope) {}

    /// The matches of `pattern` in the scope, whose mentions must be placed, at most a few; empty where it does not
    /// match; valid until the next run. Negation is looked at, scope kind is not.
    std::span<const Match> run(const catalogue::Pattern& pattern);

private:
    // Each of these leaves the matches of a node on top of the stack.
    void at(std::uint32_t index);
    void everywhere(bool holds);
    void mentions_of(catalogue::TermId term);
    void numbers(const catalogue::Node& node);
    void any(const catalogue::Node& node);
    void all(const catalogue::Node& node);
    void pairs(const catalogue::Node& node, bool in_order);
    void absent(const catalogue::Node& node);

    void unite_nearest(std::size_t first_part, std::size_t rarest);
    void replace_from(std::size_t first, std::size_t made);
    const Match& nearest(std::size_t part, const Match& anchor) const;
    bool may_hold(std::uint32_t index) const;
    bool fit(const Match& a, const Match& b, std::uint32_t most, bool in_order) const;
    bool negation_fits(const Match& match, catalogue::Negation wanted) const;

    /// Where the matches of a part lie on the stack.
    struct Part {
        std::size_t first = 0, last = 0;
    };
    const ScopeText& scope_;
    const catalogue::Pattern* pattern_ = nullptr;
    std::vector<Match> stack_;
    std::vector<Part> parts_;
};

}  // namespace boardcheck::match
