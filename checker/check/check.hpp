// Declarations in, Assessment out: the standing of every requirement, and the findings that someone should act on.
//
// Requirements are in the order of the catalogue, one entry for each, also for the silent ones. Findings are in order
// of severity, then place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "extract/extract.hpp"

namespace boardcheck::check {

/// Asks for the profile whose signs weigh most in the paper; "default" where it has none.
constexpr std::string_view automatic = "auto";

struct Options {
    std::string profile = std::string(automatic);  // or the id of one of the catalogue's
    std::optional<Date> as_at;                     // judge as of this day; default: the paper's own date
};

struct RequirementResult {
    std::uint32_t requirement = 0;  // index into Catalogue::requirements
    catalogue::Standing standing = catalogue::Standing::silent;
    std::vector<std::string> missing;         // labels of facets
    std::vector<extract::Evidence> evidence;  // the strongest first
    std::string why;                          // contradicted, not-applicable: the reason
};

/// Another place that a finding is about: where the paper, or another one of its pack, says otherwise.
struct OtherPlace {
    std::string says;  // what is there, in few words: "30,000 to 50,000"; may be empty
    extract::Evidence evidence;
    std::optional<std::uint32_t> paper;  // of the pack; none: the same paper
};

struct Finding {
    std::string family;  // "requirement", "commitment", "form", ...
    std::string rule;    // requirement id, or id of a finding's rule: "commitment.no-owner"
    catalogue::Severity severity = catalogue::Severity::warning;
    catalogue::Confidence confidence = catalogue::Confidence::medium;
    std::string message, mend;
    std::optional<extract::Evidence> evidence;  // none where something is missing from the whole paper
    std::vector<OtherPlace> others;
    std::string source;              // id of the document that says otherwise; empty: none
    std::vector<std::string> twins;  // ids of near-twins of the requirement that stand alike, and are no findings of
                                     // their own
};

/// A figure that a paper gives without reserve for something, to be held against other papers of its meeting.
struct Figure {
    std::string unit;             // "count", "money"
    std::vector<std::string> of;  // stems of the noun and what describes it, sorted
    std::string owner;            // place or body named before it; may be empty
    double value = 0, step = 1;   // and how finely it is told
    std::string says;             // as written
    std::optional<Date> dated;    // a day or month said beside it
    extract::Evidence evidence;
};

struct Assessment {
    std::string profile;
    std::string profile_why;  // the signs by which it was chosen; empty where it was named
    std::optional<Date> as_at;
    std::vector<RequirementResult> requirements;
    std::vector<Finding> findings;
    std::vector<Figure> figures;
};

/// A paper as all rooms know it, when it is held against the others of its meeting.
struct Known {
    const ingest::Document& document;
    const text::Text& text;
    const extract::Declarations& declarations;
    const Assessment& assessment;
};

/// The papers of each meeting, as indices: those in one zip or one PDF; those in a folder with an agenda; and those in
/// a folder that go to the same body on the same day. A paper that is alone is in none.
std::vector<std::vector<std::uint32_t>> packs_of(const std::vector<Known>& papers);

/// A finding across papers, at the one where it should be put right; other places name papers by index.
struct PackFinding {
    std::uint32_t paper = 0;
    Finding finding;
};
/// What the papers of one meeting say differently, and where they are not those of their agenda.
std::vector<PackFinding> check_packs(const std::vector<Known>& papers, const catalogue::Catalogue& catalogue);

/// How severe a standing of a requirement is to a profile, in a paper that takes its theme up, or not.
catalogue::Severity severity_of(const catalogue::Profile& profile, const catalogue::Requirement& requirement,
                                catalogue::Standing standing, bool taken_up);

/// `options.profile` must be one of the catalogue's, or automatic.
Assessment check(const ingest::Document& document, const text::Text& text, const match::Matches& matches,
                 const extract::Declarations& declarations, const catalogue::Catalogue& catalogue,
                 const Options& options);

}  // namespace boardcheck::check
