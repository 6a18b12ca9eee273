// Documents with pages, written in a few lines of text, for the tests of packs.
//
//   page 3 i        a page of the file, and its printed number where it has one
//   h1 Words        a heading of level 1; likewise p paragraph, b bold paragraph, l list item, n footnote
//   h2 4. Words     with a number, where the first word is one that ends with a stop
//   t               a table begins; cells follow
//   c 2.1 Words     the cell of row 2, column 1; C for one of a heading row
//   head Words      a running head that begins on this page; foot likewise
//   over Words      a paragraph whose second half, after a stroke, stands on the next page: "first half / second half"
//   mark 1 Words    a bookmark of level 1 to this page
//   note Words      a notice
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.hpp"

namespace boardcheck::test {

/// Throws where a line is of none of these kinds.
ingest::Document paged_document(std::string_view text);

/// One line for each paper: "3-7 [2] Declarations of interest"; "whole" where there is only one without a place.
std::string describe_papers(const std::vector<Result<ingest::Document>>& papers);

}  // namespace boardcheck::test
