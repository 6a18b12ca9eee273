// The text of a pattern in, its nodes out. The language is described in rules/README.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/pattern.hpp"
#include "catalogue/vocabulary.hpp"

namespace boardcheck::catalogue {

struct ExpressionFault {
    std::size_t offset = 0;  // in the text of the pattern
    std::string message, mend;
};

struct Expression {
    std::vector<Node> nodes;
    std::vector<Span> written;  // of each node, in the text of the pattern
    std::uint32_t root = 0;
    std::vector<ExpressionFault> faults;  // the nodes are of use only where this is empty
};

/// Reads a pattern; words of it become terms of `vocabulary`. Names that lead nowhere are faults only where
/// `names_are_complete`: after a lexicon that could not be read, they would hide what is wrong.
Expression parse_expression(std::string_view text, Vocabulary& vocabulary, bool names_are_complete);

/// The terms without one of which no scope can match, as few and as rare as can be chosen; empty where there are none.
std::vector<TermId> triggers_of(const std::vector<Node>& nodes, std::uint32_t root, const Vocabulary& vocabulary);

}  // namespace boardcheck::catalogue
