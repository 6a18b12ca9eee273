// What the recommendations ask for against what the paper says of itself: money that it says there is none of, and
// decisions in a paper for information.
#include <algorithm>

#include "check/attachments.hpp"
#include "check/parts.hpp"

namespace boardcheck::check {

namespace {

using extract::Recommendation;

constexpr std::uint32_t most_between = 4;  // tokens: "Financial implications: there are"

std::string words_of(const Case& paper, const extract::Evidence& evidence) {
    std::string words(slice(paper.text.text, evidence.span));
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
}

bool only_hears(const Recommendation& recommendation) {
    return recommendation.ask == "note" || recommendation.ask == "consider" || recommendation.ask == "comment";
}

/// The first recommendation to decide on a sum of money.
const Recommendation* asks_for_money(const Case& paper) {
    for (const Recommendation& each : paper.declarations.recommendations) {
        const std::string words = words_of(paper, each.evidence);
        const std::size_t pound = words.find("£");
        const std::size_t digit = pound + std::string_view("£").size();
        if (pound == std::string::npos || only_hears(each) || digit >= words.size()) continue;
        if (words[digit] >= '0' && words[digit] <= '9') return &each;
    }
    return nullptr;
}

class NoMoney {
public:
    explicit NoMoney(const Case& paper) : paper_(paper), text_(paper.text) {}

    /// "Financial. None directly from this report", "Financial implications | None".
    std::optional<extract::Evidence> find() const {
        for (const match::Mention& mention : paper_.matches.mentions) {
            const auto& properties = paper_.catalogue.terms[mention.term].properties;
            const auto role = properties.find("role");
            if (role == properties.end() || role->second != "money-implications") continue;
            if (mention.tokens.first != text_.sentences[mention.sentence].tokens.first) continue;
            if (const auto denied = denied_after(mention)) return denied;
        }
        return {};
    }

private:
    const std::string& stem(std::uint32_t token) const { return text_.words[text_.tokens[token].word].stem; }

    std::optional<extract::Evidence> denied_after(const match::Mention& mention) const {
        std::uint32_t sentence = mention.sentence;
        std::uint32_t token = mention.tokens.last;
        const std::uint32_t block = text_.sentences[sentence].block;
        for (std::uint32_t passed = 0; passed < most_between; ++token, ++passed) {
            if (token >= text_.sentences[sentence].tokens.last) {
                const bool more = sentence + 1 < text_.sentences.size() && text_.sentences[sentence + 1].block == block;
                if (!more) return {};
                token = text_.sentences[++sentence].tokens.first;
            }
            if (denies(token, text_.sentences[sentence].tokens.last)) {
                const Span first = text_.sentences[mention.sentence].span, last = text_.sentences[sentence].span;
                return extract::Evidence{mention.sentence, {first.begin, last.end}};
            }
            const bool leads = text_.tokens[token].kind == text::TokenKind::punctuation || stem(token) == "implic" ||
                               stem(token) == "there" || stem(token) == "is" || stem(token) == "are";
            if (!leads) return {};
        }
        return {};
    }

    /// "none", "no direct", "no additional cost": not "none of the delegations", "no new money until 2023".
    bool denies(std::uint32_t token, std::uint32_t last) const {
        if (stem(token) == "nil") return true;
        if (stem(token) == "none") return token + 1 >= last || stem(token + 1) != "of";
        if (stem(token) != "no" || token + 1 >= last) return false;
        const std::string& next = stem(token + 1);
        return next == "direct" || next == "financi" || next == "implic" || next == "cost" || next == "addit";
    }

    const Case& paper_;
    const text::Text& text_;
};

}  // namespace

void add_implications(const Case& paper, std::vector<Finding>& findings) {
    if (const Recommendation* asked = asks_for_money(paper)) {
        if (const auto denied = NoMoney(paper).find()) {
            const std::string ask = words_of(paper, asked->evidence);
            Finding* finding = add(paper, findings, "consistency.money-denied", denied, {{"ask", ask}});
            if (finding != nullptr) finding->others.push_back({ask, asked->evidence, {}});
        }
    }
    if (paper.declarations.meta.purpose != "information") return;
    const auto& all = paper.declarations.recommendations;
    const auto decides = std::find_if(all.begin(), all.end(), [](const Recommendation& each) {
        return each.ask == "approve" || each.ask == "agree" || each.ask == "endorse";
    });
    if (decides != all.end())
        add(paper, findings, "consistency.purpose-decides", decides->evidence,
            {{"ask", words_of(paper, decides->evidence)}});
}

}  // namespace boardcheck::check
