// The examples of rules, and whether they behave.
#pragma once

#include <string>
#include <vector>

#include "catalogue/catalogue.hpp"

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

/// For an id that is not in the catalogue; a theme may be meant where `themes` is true.
Error unknown_requirement(const std::string& id, const catalogue::Catalogue& catalogue, bool themes);

}  // namespace boardcheck::cli
