// Recommendations at the front of a paper against those at its end, and against its purpose.
#include <algorithm>
#include <array>

#include "check/content_words.hpp"
#include "check/recommendation_pairs.hpp"

namespace boardcheck::check {

namespace {

using extract::Recommendation;

constexpr std::size_t least_left_over = 2;  // words on either side that make another thing of it

enum class Weight { hears, backs, decides, directs };  // what the meeting does

Weight weight_of(std::string_view ask) {
    if (ask == "note" || ask == "consider" || ask == "comment") return Weight::hears;
    if (ask == "endorse") return Weight::backs;
    return ask == "approve" || ask == "agree" ? Weight::decides : Weight::directs;
}

std::string words_of(const Case& paper, const Recommendation& recommendation) {
    std::string words(slice(paper.text.text, recommendation.evidence.span));
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
}

/// Numbers and dates that are on one side only, on both sides.
bool values_differ(const Asked& one, const Asked& other) {
    std::vector<std::string> left, right;
    std::set_difference(one.values.begin(), one.values.end(), other.values.begin(), other.values.end(),
                        std::back_inserter(left));
    std::set_difference(other.values.begin(), other.values.end(), one.values.begin(), one.values.end(),
                        std::back_inserter(right));
    return !left.empty() && !right.empty();
}

std::string_view verb_of(const Case& paper, const Asked& asked) {
    return paper.text.words[paper.text.tokens[asked.tokens.first].word].stem;
}

/// Another authority to another person: "delegate A to B", "authorise C to do A".
bool directs_otherwise(const Case& paper, const Asked& one, const Asked& other) {
    const std::size_t same = shared(one.stems, other.stems);
    return verb_of(paper, one) != verb_of(paper, other) && one.stems.size() >= same + least_left_over &&
           other.stems.size() >= same + least_left_over;
}

bool asks_differ(const Case& paper, const Asked& one, const Asked& other) {
    const Weight front = weight_of(one.recommendation->ask), end = weight_of(other.recommendation->ask);
    if (front == Weight::directs && end == Weight::directs) return directs_otherwise(paper, one, other);
    if (front == Weight::hears || end == Weight::hears) return front != end;
    if (front == Weight::backs || end == Weight::backs) return front == Weight::decides || end == Weight::decides;
    return false;
}

void add_different(const Case& paper, const Asked& front, const Asked& end, std::vector<Finding>& findings) {
    const std::string at_front = words_of(paper, *front.recommendation), at_end = words_of(paper, *end.recommendation);
    Finding* finding = add(paper, findings, "consistency.recommendation-differs", end.recommendation->evidence,
                           {{"front", at_front}, {"end", at_end}});
    if (finding != nullptr) finding->others.push_back({at_front, front.recommendation->evidence, {}});
}

/// What is merely to be heard may be left out without harm.
void add_alone(const Case& paper, const Asked& asked, const Paired& paired, bool at_front,
               std::vector<Finding>& findings) {
    const bool grave = weight_of(asked.recommendation->ask) != Weight::hears && (at_front || !paired.prose);
    const std::string_view rule = !grave     ? "consistency.recommendation-left-out"
                                  : at_front ? "consistency.recommendation-only-front"
                                             : "consistency.recommendation-only-end";
    const auto& others = at_front ? paired.end : paired.front;
    Finding* finding =
        add(paper, findings, rule, asked.recommendation->evidence, {{"ask", words_of(paper, *asked.recommendation)}});
    if (finding != nullptr) finding->others.push_back({"", others.front().recommendation->evidence, {}});
}

/// A paper for information asks for no decision.
void add_against_purpose(const Case& paper, std::vector<Finding>& findings) {
    const extract::Meta& meta = paper.declarations.meta;
    if (!meta.purpose_stated || meta.purpose != "information") return;
    for (const Recommendation& each : paper.declarations.recommendations) {
        const Weight weight = weight_of(each.ask);
        if (weight != Weight::decides && weight != Weight::backs) continue;
        add(paper, findings, "consistency.purpose-decides", each.evidence, {{"ask", words_of(paper, each)}});
        return;
    }
}

}  // namespace

void add_recommendations(const Case& paper, std::vector<Finding>& findings) {
    add_against_purpose(paper, findings);
    const Paired paired = pair_recommendations(paper);
    for (const auto& [front, end] : paired.pairs) {
        const Asked &one = paired.front[front], &other = paired.end[end];
        if (asks_differ(paper, one, other) || values_differ(one, other)) add_different(paper, one, other, findings);
    }
    for (const std::size_t each : paired.only_front) add_alone(paper, paired.front[each], paired, true, findings);
    for (const std::size_t each : paired.only_end) add_alone(paper, paired.end[each], paired, false, findings);
}

}  // namespace boardcheck::check
