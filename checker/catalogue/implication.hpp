// Which parts of a pattern hold wherever another part holds. What is said here is certain; what is not said may still
// be so.
#pragma once

#include <vector>

#include "catalogue/catalogue.hpp"

namespace boardcheck::catalogue {

class Implication {
public:
    explicit Implication(const Catalogue& catalogue);

    /// Whether every scope in which the node `given` matches also has a match of `wanted`. Both are of one pattern.
    bool between(const Pattern& pattern, std::uint32_t given, std::uint32_t wanted) const;
    /// Whether everything that the node `given` can match, `wanted` matches too, at the same words.
    bool covers(const Pattern& pattern, std::uint32_t wanted, std::uint32_t given) const;

private:
    enum class Extent { within, whole };
    bool between(TermId given, TermId wanted, Extent extent) const;
    bool holds(const Term& outer, const Variant& variant, TermId wanted, Extent extent) const;

    const Catalogue& catalogue_;
    std::vector<std::vector<TermId>> narrower_;  // of each term, with itself
    std::vector<std::uint32_t> stems_;           // for the key of an exact word, that of its stem; else the key
};

/// Whether two nodes say the same, whatever the order of parts that may stand in any order.
bool same(const Pattern& a, std::uint32_t node_a, const Pattern& b, std::uint32_t node_b);
/// Whether two patterns find the same.
bool same(const Pattern& a, const Pattern& b);

/// Terms of a kind of thing: of two that are one inside the other in a text, only the longer is mentioned.
bool is_entity(const Term& term);
bool is_broader(TermId broader, const Term& term);

}  // namespace boardcheck::catalogue
