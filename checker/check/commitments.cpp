// Promises that nobody can follow up.
#include "check/parts.hpp"

namespace boardcheck::check {

void add_commitments(const Case& paper, std::vector<Finding>& findings) {
    for (const extract::Commitment& commitment : paper.declarations.commitments) {
        const Values values{{"action", commitment.action}, {"owner", commitment.owner}, {"by", commitment.by}};
        const auto note = [&](std::string_view rule) { add(paper, findings, rule, commitment.evidence, values); };
        if (commitment.owner.empty()) note("commitment.no-owner");
        if (commitment.by.empty()) note("commitment.no-date");
        const bool season = commitment.by.size() > 5 && commitment.by.find_first_of("aeiou") != std::string::npos;
        if (season) note("commitment.vague-date");
    }
}

}  // namespace boardcheck::check
