// The pieces that the page of the catalogue is put together from.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "report/escape/markup.hpp"

namespace boardcheck::report {

std::string_view catalogue_style_sheet();
std::string_view catalogue_script();

/// The requirements of one theme; they are in the order of their ids.
struct ThemeView {
    std::string id, title;
    std::vector<const catalogue::Requirement*> requirements;
};

void write_catalogue_requirement(Markup& html, const catalogue::Catalogue& catalogue,
                                 const catalogue::Requirement& requirement);

/// A pattern as written. A term is a link to the glossary where it stands first; `linked` are those that have one
/// already: most patterns of a requirement name the same terms, and a link for each would be a tenth of the page.
void write_pattern(Markup& html, const catalogue::Catalogue& catalogue, const catalogue::Pattern& pattern,
                   std::set<std::string_view>& linked);
/// Every term that the lexicon names, with its variants.
void write_glossary(Markup& html, const catalogue::Catalogue& catalogue);

}  // namespace boardcheck::report
