// Findings whose rules say by patterns where they are.
#include <iterator>
#include <set>

#include "check/look_up.hpp"

namespace boardcheck::check {

namespace {

/// One place is found once, however many words more or less its pattern takes.
bool overlaps(const std::set<extract::Evidence>& seen, const extract::Evidence& evidence) {
    const auto next = seen.lower_bound(evidence);
    const auto shares = [&](const extract::Evidence& other) {
        return other.sentence == evidence.sentence && other.span.begin < evidence.span.end &&
               evidence.span.begin < other.span.end;
    };
    return (next != seen.end() && shares(*next)) || (next != seen.begin() && shares(*std::prev(next)));
}

}  // namespace

void add_patterns(const Case& paper, std::vector<Finding>& findings) {
    for (const catalogue::FindingRule& rule : paper.catalogue.findings) {
        std::set<extract::Evidence> seen;
        for (const catalogue::PatternId pattern : rule.patterns) {
            for (const match::Hit& hit : match::hits_of(paper.matches, pattern)) {
                const extract::Evidence evidence = evidence_of(paper, hit.sentence, hit.tokens);
                if (overlaps(seen, evidence)) continue;
                seen.insert(evidence);
                const std::string words(slice(paper.text.text, evidence.span));
                add(paper, findings, rule.id, evidence, {{"words", words}});
            }
        }
    }
}

}  // namespace boardcheck::check
