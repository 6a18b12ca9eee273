// What a reader of one paper should see, in the order in which it matters.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace boardcheck::report {

/// Where something else is said on the same matter, in this paper or in another one of its pack.
struct Elsewhere {
    std::string says;  // in few words; may be empty
    const Paper* paper = nullptr;
    extract::Evidence evidence;
};

/// One thing to act on. `requirement` and `result` are null where it is not about a requirement; there are no findings
/// where the profile raises none, and several where one promise has several faults.
struct Point {
    catalogue::Severity severity = catalogue::Severity::none;
    const catalogue::Requirement* requirement = nullptr;
    const check::RequirementResult* result = nullptr;
    std::vector<const check::Finding*> findings = {};
    std::vector<Elsewhere> elsewhere = {};
};
/// What is wrong, in a line; how to put it right, or nothing; the words to show, the most telling first.
std::string title_of(const Point& point, const catalogue::Catalogue& catalogue);
std::string mend_of(const Point& point);
std::vector<extract::Evidence> evidence_of(const Point& point);

/// The points of each list are in order of severity; they borrow from the papers and the catalogue.
struct Digest {
    std::vector<Point> contradictions;
    std::vector<Point> gaps;      // silent, or said with parts missing
    std::vector<Point> quoted;    // restated: what must be done is reported, not answered
    std::vector<Point> promises;  // commitments without owner, date and the like
    std::vector<Point> references;
    std::vector<Point> consistency;
    std::vector<Point> across;  // other papers of the meeting say otherwise
    std::vector<Point> form;
    std::vector<Point> others;     // of families that are not known here
    std::size_t hidden_notes = 0;  // findings below the level that is shown
};
/// `papers` are all that were checked together with this one, and hold it. Points less severe than `level` are left
/// out.
Digest digest_of(const Paper& paper, const catalogue::Catalogue& catalogue, const std::vector<Outcome>& papers,
                 catalogue::Severity level);
/// Whether there is nothing to act on.
bool is_empty(const Digest& digest);
/// The other places of a finding of `paper`.
std::vector<Elsewhere> elsewhere(const check::Finding& finding, const Paper& paper, const std::vector<Outcome>& papers);

/// How many requirements have each standing, indexed by Standing.
using Standings = std::array<std::size_t, 6>;
Standings standings_of(const Paper& paper);
inline std::size_t count(const Standings& standings, catalogue::Standing standing) {
    return standings[static_cast<std::size_t>(standing)];
}

}  // namespace boardcheck::report
