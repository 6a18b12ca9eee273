// Rules weakened in one place each: what the examples of a rule do not notice, they do not test.
//
// A weakened rule is a requirement with patterns like any other, so the whole pipeline runs it like any other.
#pragma once

#include <string>
#include <vector>

#include "catalogue/catalogue.hpp"

namespace boardcheck::cli {

/// Which ways to weaken a rule are tried.
enum class Weakening { parts, parts_and_distances };

/// A requirement that was weakened in one place.
struct Mutant {
    catalogue::Requirement requirement;  // without examples
    std::vector<std::uint32_t> lines;    // of the patterns that were changed; at least one
    std::string part;                    // "pattern", "facet role", "contradiction appointed"
    std::string change;                  // "without the alternative {appoint}"
    std::string remedy;                  // the kind of example that would tell
};

/// Every way to weaken the requirement: without one alternative of a `|`, without one of several patterns, without one
/// `!` and, where distances are asked for, with one `~` or `>` of any distance. What several patterns of one part have
/// in common is weakened in all of them. The changed patterns are added to `patterns`, which are those of the
/// requirement's catalogue.
std::vector<Mutant> mutants_of(const catalogue::Requirement& requirement, Weakening weakening,
                               std::vector<catalogue::Pattern>& patterns);

}  // namespace boardcheck::cli
