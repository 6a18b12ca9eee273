// Findings whose rules say by patterns where they are.
#include <set>

#include "check/parts.hpp"

namespace boardcheck::check {

void add_patterns(const Case& paper, std::vector<Finding>& findings) {
    for (const catalogue::FindingRule& rule : paper.catalogue.findings) {
        std::set<extract::Evidence> seen;
        for (const catalogue::PatternId pattern : rule.patterns) {
            for (const match::Hit& hit : match::hits_of(paper.matches, pattern)) {
                const auto& tokens = paper.text.tokens;
                const extract::Evidence evidence{
                    hit.sentence, {tokens[hit.tokens.first].span.begin, tokens[hit.tokens.last - 1].span.end}};
                if (!seen.insert(evidence).second) continue;
                const std::string words(slice(paper.text.text, evidence.span));
                add(paper, findings, rule.id, evidence, {{"words", words}});
            }
        }
    }
}

}  // namespace boardcheck::check
