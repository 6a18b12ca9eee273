// Documents for tests, built from a few lines: each line is a block, "kind: words".
//
//   h1: Heading          h2 4.1: Numbered heading     title: Slide title      p: Paragraph      p (a): Lettered
//   paragraph b: Bold paragraph    d: Doubtful paragraph        i1: Item                i2: Sub-item      footer: Page
//   2 header: a | b        row: a | b                   (consecutive rows are one table)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.hpp"
#include "text/text.hpp"

namespace boardcheck::test {

class Paper {
public:
    Paper& add(ingest::Block block, std::string_view words);
    ingest::Document document() const { return document_; }

private:
    ingest::Document document_;
};

/// Reads the notation above; throws on a line that it does not know.
ingest::Document paper(std::string_view lines);

std::vector<std::string> lines_of(std::string_view text);
std::string trim(std::string_view text);
std::vector<std::string> split(std::string_view text, std::string_view mark);

/// The words of each sentence.
std::vector<std::string> sentences_of(const text::Text& text);

}  // namespace boardcheck::test
