// The pieces that an HTML report is put together from.
#pragma once

#include <string>
#include <string_view>

#include "report/digest.hpp"
#include "report/escape/markup.hpp"
#include "report/report.hpp"

namespace boardcheck::report {

std::string_view style_sheet();

/// Everything that one paper's section is written from. `id` is the anchor of the section, unique in the page.
struct PaperView {
    const Paper& paper;
    const catalogue::Catalogue& catalogue;
    std::string id;
    Digest digest;
    Standings standings;
};

/// Anchor of a requirement's row in a paper's section.
std::string anchor_of(const PaperView& view, const catalogue::Requirement& requirement);

void write_badge(Markup& html, catalogue::Standing standing);
/// What each standing means.
void write_legend(Markup& html);
void write_severity(Markup& html, catalogue::Severity severity);
/// The words in their sentence, under their lead-in, with the place below.
void write_quote(Markup& html, const Paper& paper, const extract::Evidence& evidence);

void write_paper(Markup& html, const PaperView& view);
void write_requirements(Markup& html, const PaperView& view);

}  // namespace boardcheck::report
