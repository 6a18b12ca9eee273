// Case files in parts: a line "== name" begins a part, what stands before the first one is a remark.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "ingest/ingest.hpp"
#include "text/text.hpp"

namespace boardcheck::test {

using Parts = std::map<std::string, std::string>;

Parts parts_of(const std::filesystem::path& path);
/// The .case files of a folder in the order of their names; throws where there are none, so that no test passes by
/// running nothing.
std::vector<std::filesystem::path> cases_in(const std::filesystem::path& folder);

/// A catalogue from the parts "lexicon" and "extraction" (what goes between the root elements) and "requirements",
/// "findings", "profile" (whole); throws with all faults.
catalogue::Catalogue catalogue_of(const Parts& parts);
/// The project's own rules, loaded once; throws with all faults.
const catalogue::Catalogue& real_catalogue();
/// The part "paper", read as a file of this name.
ingest::Document document_of(const Parts& parts, const std::string& name = "paper.md");

/// Compares every part that the case has of those that were found; at least one must be compared.
void compare(const Parts& expected, const Parts& found, const std::filesystem::path& path);

/// The words of a range of tokens, as the paper has them.
std::string words_of(const text::Text& text, text::TokenRange range);

}  // namespace boardcheck::test
