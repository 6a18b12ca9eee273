// Clauses of sentences, and what governs each: negation, modality, tense, condition.
#pragma once

#include <vector>

#include "text/text.hpp"

namespace boardcheck::text {

/// Fills in Sentence::clauses; lead-ins must be known. `text` has words and tokens.
void find_clauses(const ingest::Document& document, const Text& text, std::vector<Sentence>& sentences);

}  // namespace boardcheck::text
