// The section tree, from headings, slide titles and emphasised paragraphs that serve as headings.
#pragma once

#include <vector>

#include "text/layout.hpp"
#include "text/text.hpp"

namespace boardcheck::text {

/// Builds the tree and tells every sentence its section; a heading is in the section that it opens.
std::vector<Section> build_sections(const ingest::Document& document, const Text& text, const Layout& layout,
                                    std::vector<Sentence>& sentences);

}  // namespace boardcheck::text
