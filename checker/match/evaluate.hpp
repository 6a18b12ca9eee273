// Runs one pattern on one scope.
#pragma once

#include <array>
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

/// Whether the terms that a pattern needs are there at all; cheap, and true for few of the patterns that a scope sets
/// off.
bool may_match(const catalogue::Pattern& pattern, const ScopeText& scope);

/// The matches of `pattern` in `scope`, at most a few; empty where it does not match. Negation is looked at, scope kind
/// is not.
std::vector<Match> evaluate(const catalogue::Pattern& pattern, const ScopeText& scope);

}  // namespace boardcheck::match
