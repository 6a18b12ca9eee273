// Assessed papers in, one report out, as bytes: for people (human, html) and for other tools (json, csv).
//
// Same input, same bytes. Papers are in the order given. Nothing is printed here.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "check/check.hpp"
#include "check/compare.hpp"
#include "extract/extract.hpp"
#include "ingest/ingest.hpp"
#include "text/text.hpp"

namespace boardcheck::report {

/// One paper with all that is known of it, or the reason why it could not be read.
struct Paper {
    ingest::Document document;
    text::Text text;
    extract::Declarations declarations;
    check::Assessment assessment;
};
using Outcome = std::variant<Paper, Error>;

/// Where a quote stands, for people and machines.
struct Place {
    std::uint32_t line = 0, page = 0, slide = 0;  // 0: unknown or none
    std::string page_label;                       // as printed, where it is not `page`; empty: none known
    std::vector<std::string> section;             // headings above, outermost first
    std::string paragraph;                        // number as printed
    Span source;                                  // bytes of the file
    bool doubtful = false;                        // the layout there is unclear: the words may belong elsewhere
};
Place place_of(const Paper& paper, const extract::Evidence& evidence);
/// The paper's file; of a paper in a pack that is one file, with its item and pages: "pack.pdf, item 7, pp. 12-25".
std::string name_of_file(const ingest::Document& document);
/// The words as the paper has them (Document::text), on one line.
std::string quote_of(const Paper& paper, const extract::Evidence& evidence);

struct Options {
    std::string version = {};
    bool colour = false;                                    // human only
    std::size_t width = 100;                                // human only: columns to wrap at
    catalogue::Severity level = catalogue::Severity::none;  // what is less severe is counted, and not shown
    std::vector<Notice> notices = {};  // on the papers as a whole: files of a folder that were left out
};

/// What was read: a line for each block, or JSON with all that is known of it. What could not be read is left to the
/// caller in the first, and listed in the second.
std::string reading_human(const std::vector<Result<ingest::Document>>& papers);
std::string reading_json(const std::vector<Result<ingest::Document>>& papers);

std::string human(const std::vector<Outcome>& papers, const catalogue::Catalogue& catalogue, const Options& options);
std::string json(const std::vector<Outcome>& papers, const catalogue::Catalogue& catalogue, const Options& options);
/// The catalogue itself as a page to read, search, print and correct.
std::string catalogue_page(const catalogue::Catalogue& catalogue, const std::string& version);
std::string html(const std::vector<Outcome>& papers, const catalogue::Catalogue& catalogue, const Options& options);

/// Two versions, and what became of the one in the other: indices of papers are those of the outcomes.
struct Compared {
    const std::vector<Outcome>& before;
    const std::vector<Outcome>& after;
    std::vector<check::PaperChange> changes;
};
std::string compared_human(const Compared& compared, const catalogue::Catalogue& catalogue, const Options& options);
std::string compared_json(const Compared& compared, const catalogue::Catalogue& catalogue, const Options& options);

/// What a paper declares, by kind; each is a table of its own.
enum class Kind {
    meta,
    structures,
    members,
    commitments,
    recommendations,
    citations,
    acronyms,
    cross_references,
    dates
};
inline constexpr std::array kinds{Kind::meta,        Kind::structures,       Kind::members,
                                  Kind::commitments, Kind::recommendations,  Kind::citations,
                                  Kind::acronyms,    Kind::cross_references, Kind::dates};
std::string_view to_string(Kind kind);  // "cross-references"

/// The declarations alone, of the kinds that are chosen; papers need not be assessed.
std::string declared_human(const std::vector<Outcome>& papers, const std::vector<Kind>& chosen, const Options& options);
/// Members stand within their structures: both are written where one of them is chosen.
std::string declared_json(const std::vector<Outcome>& papers, const std::vector<Kind>& chosen, const Options& options);
std::string declared_html(const std::vector<Outcome>& papers, const std::vector<Kind>& chosen, const Options& options);
/// One table, made for spreadsheets: a row for each declaration of that kind in any of the papers.
std::string declared_csv(const std::vector<Outcome>& papers, Kind kind);

}  // namespace boardcheck::report
