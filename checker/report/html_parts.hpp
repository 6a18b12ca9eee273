// The pieces that an HTML report is put together from.
#pragma once

#include <string>
#include <string_view>

#include "report/digest.hpp"
#include "report/escape/markup.hpp"
#include "report/report.hpp"

namespace boardcheck::report {

std::string_view style_sheet();

/// The beginning of a page, with style and without script.
void write_head(Markup& html, std::string_view title);
void write_masthead(Markup& html, std::string_view brand, std::string_view title, std::string_view lead);
/// Papers that could not be read, and files that were left out, with the reasons.
void write_errors(Markup& html, const std::vector<Error>& errors);
void write_left_out(Markup& html, const std::vector<Notice>& notices);
/// " 2 papers could not be read."; nothing where all could.
std::string unread_in_words(const std::vector<Error>& errors);
/// How a paper was read.
void write_notices(Markup& html, const Paper& paper, const std::string& id);

/// A pair of a list of terms and what they stand for.
void write_pair(Markup& html, std::string_view term, std::string_view value);
/// What the paper says of itself, and its file.
void write_meta_pairs(Markup& html, const Paper& paper);

enum class Fold { open, closed };
/// The table of a kind, under a heading; `id` is the anchor of the paper.
void write_listing(Markup& html, const Paper& paper, const std::string& id, Kind kind, Fold fold);

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
