// The examples of rules, and whether they behave.
#pragma once

#include <string>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "report/report.hpp"

namespace boardcheck::cli {

/// "match (planned)", "near-miss", "contradicting".
std::string title_of(const catalogue::Example& example);
/// The text as the rule file has it, with its <at> marks.
std::string marked(const catalogue::Example& example);

/// What came of an example, run through the whole pipeline as a paper of its own.
struct Verdict {
    std::vector<std::string> faults;    // what is not as the example says; empty: it behaves
    std::string outcome;                // standing, with what is missing: "planned, without: a chair"
    std::vector<std::string> evidence;  // quotes
};
/// `requirement` is an index into Catalogue::requirements.
Verdict judge(const catalogue::Catalogue& catalogue, std::uint32_t requirement, const catalogue::Example& example);

/// For an example of a marker: whether the marker matches in it or, for a marker that bears the name of a kind of
/// declaration ("commitment"), whether one is declared there.
Verdict judge(const catalogue::Catalogue& catalogue, const catalogue::Marker& marker,
              const catalogue::Example& example);

/// For an example of a finding: whether it is found there.
Verdict judge(const catalogue::Catalogue& catalogue, const catalogue::FindingRule& rule,
              const catalogue::Example& example);

/// An example as a paper of its own, judged by the rules of `catalogue`.
Result<report::Paper> paper_of(const catalogue::Example& example, const catalogue::Catalogue& catalogue);
/// Whether some of the evidence is where the example marks it; also where there is no evidence, or no mark.
bool stands_where_marked(const catalogue::Example& example, const report::Paper& paper,
                         const check::RequirementResult& result);

/// Indices into the catalogue, in its order.
struct Chosen {
    std::vector<std::uint32_t> requirements, markers, findings;
};
/// The requirements with these ids or of these themes, the markers with these names, and the findings with these ids or
/// of these families; all where none is named.
Result<Chosen> chosen(const std::vector<std::string>& ids, const catalogue::Catalogue& catalogue);

/// For an id that is not in the catalogue; a theme may be meant where `themes` is true.
Error unknown_requirement(const std::string& id, const catalogue::Catalogue& catalogue, bool themes);

}  // namespace boardcheck::cli
