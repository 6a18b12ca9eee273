// Where sentences end: ICU's rules for candidates, our own for the abbreviations of British papers.
#pragma once

#include <vector>

#include "text/layout.hpp"
#include "text/text.hpp"

namespace boardcheck::text {

/// Sentences of all blocks, in order, without sections, lead-ins and clauses; fills in Layout::sentences.
std::vector<Sentence> split_sentences(const ingest::Document& document, const Text& text, Layout& layout);

}  // namespace boardcheck::text
