// What the meeting is asked to do: "The Board is asked to:" with its items, or one sentence that asks.
#include <algorithm>

#include "extract/paper.hpp"

namespace boardcheck::extract {

namespace {

/// The words right before the asking: "The Governing Body" of "The Governing Body is asked to".
std::string asked_body(const Paper& paper, const match::Hit& lead) {
    const auto structure = [&]() -> std::optional<match::Mention> {
        std::optional<match::Mention> last;
        for (const match::Mention& mention : paper.mentions_in(lead.sentence)) {
            if (mention.tokens.first <= lead.tokens.first && paper.property(mention, "structure")) last = mention;
        }
        return last;
    }();
    std::uint32_t first = lead.tokens.first;
    const std::uint32_t begin = paper.text.sentences[lead.sentence].tokens.first;
    while (first > begin && paper.text.tokens[first - 1].kind == text::TokenKind::word) --first;
    const std::string words = paper.words({first, lead.tokens.first});
    if (!words.empty() && words.size() < 80) return words;
    return structure ? paper.words(structure->tokens) : std::string();
}

/// What is asked for, by the first asking verb from `token` on.
std::optional<Recommendation> asked(const Paper& paper, std::uint32_t sentence, std::uint32_t token,
                                    const std::string& body) {
    const auto verb = paper.first_with(sentence, "ask", token);
    const text::TokenRange range{token, paper.text.sentences[sentence].tokens.last};
    if (range.first >= range.last) return {};
    const std::string ask = verb ? *paper.property(*verb, "ask") : std::string("other");
    Recommendation recommendation;
    recommendation.ask = ask;
    recommendation.body = body;
    recommendation.evidence = paper.evidence(sentence, range);
    return recommendation;
}

}  // namespace

std::vector<Recommendation> find_recommendations(const Paper& paper) {
    std::vector<Recommendation> recommendations;
    std::vector<bool> seen(paper.text.sentences.size(), false);
    for (const Marked& marked : paper.marked("recommendation.lead")) {
        const match::Hit& lead = marked.hit;
        if (seen[lead.sentence]) continue;
        seen[lead.sentence] = true;
        const std::string body = asked_body(paper, lead);
        const std::vector<std::uint32_t> items = paper.items_of(lead.sentence);
        if (items.empty()) {
            if (auto one = asked(paper, lead.sentence, lead.tokens.last, body))
                recommendations.push_back(std::move(*one));
            continue;
        }
        std::uint32_t block = 0xffffffff;
        for (const std::uint32_t item : items) {
            const bool first_of_item = paper.text.sentences[item].block != block;
            block = paper.text.sentences[item].block;
            if (!first_of_item) continue;
            if (auto one = asked(paper, item, paper.text.sentences[item].tokens.first, body)) {
                recommendations.push_back(std::move(*one));
            }
        }
    }
    for (const Marked& marked : paper.marked("recommendation")) {
        if (seen[marked.hit.sentence]) continue;
        seen[marked.hit.sentence] = true;
        if (auto one = asked(paper, marked.hit.sentence, paper.text.sentences[marked.hit.sentence].tokens.first, "")) {
            recommendations.push_back(std::move(*one));
        }
    }
    std::stable_sort(recommendations.begin(), recommendations.end(),
                     [](const Recommendation& a, const Recommendation& b) { return a.evidence < b.evidence; });
    return recommendations;
}

}  // namespace boardcheck::extract
