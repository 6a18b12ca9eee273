// Which bookmarks of a PDF are its papers, and which are chapters inside of a paper.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.hpp"

namespace boardcheck::ingest::pack {

/// The title that a bookmark gives a paper: "04. Finance report.pdf" is "Finance report".
std::string paper_title(std::string_view bookmark);
/// The agenda item that it begins with: "8.1 Constitution", "Item 4 - Finance"; empty where there is none.
std::string paper_item(std::string_view bookmark);

/// The outline's entries that are papers, in the order of their pages, one for a page; empty where its entries are not.
/// `support` says for each page of the file how much else speaks for a paper that begins there (from `enough` on, it
/// does) and below 0 how much speaks against it.
std::vector<const Bookmark*> paper_bookmarks(const Document& document, const std::vector<double>& support,
                                             double enough);

}  // namespace boardcheck::ingest::pack
