// Owners that the paper names once, for a promise, and nowhere else: a slip, or someone whom no reader can place.
//
// Only of papers that say who their people are: where most owners are met once, that tells nothing.
#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/look_up.hpp"
#include "check/promises.hpp"

namespace boardcheck::check {

namespace {

using text::TokenRange;

constexpr std::uint32_t longest_owner = 6;  // tokens
constexpr std::size_t most_places = 60;     // of one word that are looked at
constexpr std::uint32_t widest_gap = 3;     // tokens between the words of one name: "Director of the Governance team"
constexpr std::size_t least_known = 3;      // owners that are met elsewhere

struct Owner {
    std::uint32_t sentence = 0;
    TokenRange tokens;
};

class Names {
public:
    explicit Names(const Case& paper) : paper_(paper) {
        for (std::uint32_t token = 0; token < paper.text.tokens.size(); ++token) {
            if (paper.text.tokens[token].kind == text::TokenKind::word)
                places_[stem_at(paper_, token)].push_back(token);
        }
    }

    /// Its words stand together once more somewhere else; of a person the last name is enough.
    bool is_known(const Owner& owner) const {
        std::vector<std::string_view> words;
        for (std::uint32_t token = owner.tokens.first; token < owner.tokens.last; ++token) {
            if (word_at(paper_, token).capitalised && places_.contains(stem_at(paper_, token)))
                words.push_back(stem_at(paper_, token));
        }
        if (words.empty()) return true;
        const bool person = first_with(paper_, owner.tokens, "role", "given-name") ||
                            first_with(paper_, owner.tokens, "role", "honorific");
        if (person) words.erase(words.begin(), words.end() - 1);
        const auto rarest = std::min_element(
            words.begin(), words.end(), [&](auto a, auto b) { return places_.at(a).size() < places_.at(b).size(); });
        const std::vector<std::uint32_t>& places = places_.at(*rarest);
        if (places.size() > most_places) return true;
        return std::any_of(places.begin(), places.end(), [&](std::uint32_t place) {
            const bool own = place >= owner.tokens.first && place < owner.tokens.last;
            return !own && stand_around(place, words);
        });
    }

private:
    bool stand_around(std::uint32_t place, const std::vector<std::string_view>& words) const {
        const auto reach = static_cast<std::uint32_t>(words.size()) + widest_gap;
        const std::uint32_t first = std::max(place, reach) - reach;
        const auto last =
            std::min<std::uint32_t>(place + reach + 1, static_cast<std::uint32_t>(paper_.text.tokens.size()));
        return std::all_of(words.begin(), words.end(), [&](std::string_view word) {
            for (std::uint32_t token = first; token < last; ++token) {
                if (stem_at(paper_, token) == word) return true;
            }
            return false;
        });
    }

    const Case& paper_;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> places_;
};

/// The name with which the sentence begins, before "will", "is to" or "to": "The Governance Director is to ...".
std::optional<Owner> owner_at(const Case& paper, const match::Hit& hit) {
    const auto word = [&](std::uint32_t token) -> const text::Word& { return word_at(paper, token); };
    TokenRange tokens{paper.text.sentences[hit.sentence].tokens.first, hit.tokens.first};
    while (tokens.first < tokens.last && (word(tokens.first).stem == "the" || word(tokens.first).surface == "-"))
        ++tokens.first;
    const std::uint32_t length = tokens.last - tokens.first;
    // "Workstreams W1 to W9": no verb follows.
    const std::uint32_t verb = hit.tokens.last;
    if (verb >= paper.text.tokens.size() || word(verb).capitalised || word(verb).number >= 0) return {};
    if (length < 2 || tokens.last < tokens.first || length > longest_owner) return {};
    for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
        constexpr std::array<std::string_view, 4> joints{"of", "and", "the", "for"};
        const bool joint = std::find(joints.begin(), joints.end(), word(token).stem) != joints.end();
        const bool part = word(token).capitalised || joint || word(token).surface == ".";
        if (!part || word(token).number >= 0) return {};
    }
    return word(tokens.first).capitalised && word(tokens.last - 1).capitalised
               ? std::optional(Owner{hit.sentence, tokens})
               : std::nullopt;
}

/// Bodies and posts that need no introduction: the rules know them.
bool is_of_rules(const Case& paper, TokenRange tokens) {
    const auto mentions = mentions_in(paper, tokens);
    return std::any_of(mentions.begin(), mentions.end(), [&](const match::Mention& mention) {
        const bool whole = mention.tokens.first <= tokens.first + 1 && mention.tokens.last >= tokens.last;
        const std::string_view kind = property(paper, mention, "kind");
        return whole && (kind == "post" || kind == "national" || !property(paper, mention, "structure").empty());
    });
}

}  // namespace

void add_unknown_owners(const Case& paper, std::vector<Finding>& findings) {
    std::vector<Owner> unknown;
    std::size_t known = 0;
    const Names names(paper);
    for (const match::Hit& hit : marked(paper, "promise.owned")) {
        const auto owner = owner_at(paper, hit);
        if (!owner || is_heading(paper, hit.sentence) || is_of_rules(paper, owner->tokens)) continue;
        if (names.is_known(*owner))
            ++known;
        else
            unknown.push_back(*owner);
    }
    if (known < least_known || 2 * unknown.size() > known) return;
    for (const Owner& owner : unknown) {
        const TokenRange tokens{owner.tokens.first, paper.text.sentences[owner.sentence].tokens.last};
        add(paper, findings, "commitment.unknown-owner", evidence_of(paper, owner.sentence, tokens),
            {{"owner", words_of(paper, owner.tokens)}});
    }
}

}  // namespace boardcheck::check
