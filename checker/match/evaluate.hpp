// Runs one pattern on one scope.
#pragma once

#include <vector>

#include "catalogue/pattern.hpp"
#include "match/scopes.hpp"

namespace boardcheck::match {

/// One way in which a pattern matches: the positions it spans and those of its parts.
struct Match {
    std::uint32_t begin = 0, end = 0;
    bool own = false;           // touches an own segment
    std::vector<Placed> parts;  // the mentions that it is made of, at most a handful
};

/// The matches of `pattern` in `scope`, at most a few; empty where it does not match. Negation is looked at, scope kind
/// is not.
std::vector<Match> evaluate(const catalogue::Pattern& pattern, const ScopeText& scope, const text::Text& text);

}  // namespace boardcheck::match
