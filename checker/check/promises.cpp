// Promises in sentences and items: which of them nobody could follow up.
//
// What readers raise of prose is of three kinds, and these are grave: words that give no day ("in due course"), a
// season that nobody answers for, and a thing to be made (a plan, a letter, a bid) that gets neither an owner nor a
// date anywhere near. The many other promises without an owner or a date ("members will share responsibility") tell how
// things will be, not what will be done; readers pass them over, and here they are notes.
#include "check/promises.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "check/look_up.hpp"

namespace boardcheck::check {

namespace {

using extract::Commitment;
using text::TokenRange;

/// A word that more promises share does not tell one from another.
constexpr std::size_t most_sentences = 50;

class Promises {
public:
    Promises(const Case& paper, std::vector<Finding>& findings) : paper_(paper), findings_(findings) {
        const auto& commitments = paper.declarations.commitments;
        for (std::size_t i = 0; i < commitments.size(); ++i) {
            const std::uint32_t sentence = commitments[i].evidence.sentence;
            auto& of_sentence = by_sentence_[sentence];
            of_sentence.push_back(i);
            const bool exact = commitments[i].precision <= extract::Precision::quarter;
            if (of_sentence.size() > 1 || commitments[i].by.empty() || !exact) continue;
            for (const std::string_view each : stems_of(tokens_of(sentence))) dated_[each].push_back(sentence);
        }
        for (const Finding& finding : findings) {
            if (finding.family == "commitment" && finding.evidence) told_.insert(finding.evidence->sentence);
        }
    }

    void add() {
        if (!is_standing_text(paper_)) add_grave();
        for (const Commitment& commitment : paper_.declarations.commitments) add_rest(commitment);
    }

private:
    void add_grave() {
        for (const match::Hit& hit : marked(paper_, "promise.vague")) add_vague(hit, "vague-deadline");
        for (const match::Hit& hit : marked(paper_, "promise.hasty")) {
            if (is_of_something(hit)) add_vague(hit, "hasty-deadline");
        }
        for (const match::Hit& hit : marked(paper_, "promise.loose")) {
            if (is_step(hit)) add_vague(hit, "loose-deadline");
        }
        for (const match::Hit& hit : marked(paper_, "promise.product")) add_product(hit);
    }

    /// National bodies are spoken of there, or in the heading above, and more than local ones.
    bool is_national(std::uint32_t sentence) const {
        const extract::Stance& stance = paper_.declarations.stances[sentence];
        if (stance.national <= stance.local) return false;
        const auto headings = text::headings_of(paper_.text, sentence);
        return names_national(sentence) || (!headings.empty() && names_national(headings.back()));
    }
    bool names_national(std::uint32_t sentence) const {
        const auto mentions = mentions_in(paper_, tokens_of(sentence));
        return std::any_of(mentions.begin(), mentions.end(), [&](const match::Mention& mention) {
            return property(paper_, mention, "kind").starts_with("national") ||
                   property(paper_, mention, "sense") == "anyone";
        });
    }
    bool is_told(std::uint32_t sentence) const { return told_.contains(sentence); }
    TokenRange tokens_of(std::uint32_t sentence) const { return paper_.text.sentences[sentence].tokens; }

    /// The commitment of which the words are a part, or the first one of the sentence.
    const Commitment* commitment_at(std::uint32_t sentence, TokenRange tokens) const {
        const auto found = by_sentence_.find(sentence);
        if (found == by_sentence_.end()) return nullptr;
        const auto& commitments = paper_.declarations.commitments;
        const std::uint32_t place = paper_.text.tokens[tokens.first].span.begin;
        for (const std::size_t i : found->second) {
            const Span span = commitments[i].evidence.span;
            if (span.begin <= place && place < span.end) return &commitments[i];
        }
        return &commitments[found->second.front()];
    }

    /// Whether the sentence gives a day or month besides.
    bool is_dated(std::uint32_t sentence) const {
        const auto dates = dates_in(paper_, tokens_of(sentence));
        return std::any_of(dates.begin(), dates.end(), [](const extract::DateValue* date) {
            return date->precision <= extract::Precision::quarter &&
                   date->text.find_first_of("0123456789") != std::string::npos;
        });
    }

    void say(std::string_view rule, const extract::Evidence& evidence, const Values& values) {
        if (told_.insert(evidence.sentence).second) check::add(paper_, findings_, rule, evidence, values);
    }

    /// Haste is promised of everything ("people will go home as soon as possible"): only of a thing to be made, or of
    /// what was found to be a commitment, it is a date that is missing.
    bool is_of_something(const match::Hit& hit) const {
        return by_sentence_.contains(hit.sentence) || first_with(paper_, tokens_of(hit.sentence), "sense", "product");
    }
    /// A commitment, or a step without a verb in a list or table: what will be so in the autumn is none.
    bool is_step(const match::Hit& hit) const {
        const ingest::BlockKind kind = block_of(paper_, hit.sentence).kind;
        return by_sentence_.contains(hit.sentence) || kind == ingest::BlockKind::list_item ||
               kind == ingest::BlockKind::table_cell;
    }

    void add_vague(const match::Hit& hit, std::string_view sense) {
        if (is_told(hit.sentence) || is_national(hit.sentence) || is_dated(hit.sentence)) return;
        const auto words = first_with(paper_, hit.tokens, "sense", sense);
        // "Put off to later in the year": nothing is to be done there.
        if (!words || (words->tokens.first == hit.tokens.first + 1 && words->tokens.last == hit.tokens.last)) return;
        const Commitment* commitment = commitment_at(hit.sentence, hit.tokens);
        const bool owned = commitment != nullptr && !commitment->owner.empty();
        const extract::Evidence evidence = evidence_of(paper_, hit.sentence, hit.tokens);
        const Values values{{"action", commitment ? commitment->action : words_of(paper_, hit.tokens)},
                            {"owner", commitment ? commitment->owner : ""},
                            {"by", words_of(paper_, words->tokens)}};
        const bool season = sense == "loose-deadline";
        say(season && owned ? "commitment.season-only" : "commitment.vague-date", evidence, values);
    }

    /// Neither owner nor date in its sentence, nor in those beside it, nor where the same thing is promised once more.
    void add_product(const match::Hit& hit) {
        if (is_told(hit.sentence) || is_national(hit.sentence) || recurs(hit.sentence)) return;
        const Commitment* commitment = commitment_at(hit.sentence, hit.tokens);
        if (commitment != nullptr && (!commitment->owner.empty() || !commitment->deadline.empty())) return;
        if (commitment != nullptr && !commitment->condition.empty()) return;
        if (answered_beside(hit.sentence) || answered_elsewhere(hit)) {
            told_.insert(hit.sentence);
            return;
        }
        const Values values{{"action", commitment ? commitment->action : words_of(paper_, hit.tokens)}};
        say("commitment.open", evidence_of(paper_, hit.sentence, hit.tokens), values);
    }

    bool recurs(std::uint32_t sentence) const {
        return first_with(paper_, tokens_of(sentence), "sense", "recurrence").has_value();
    }

    bool answered_beside(std::uint32_t sentence) const {
        const std::uint32_t block = paper_.text.sentences[sentence].block;
        const std::uint32_t last =
            std::min<std::uint32_t>(sentence + 1, static_cast<std::uint32_t>(paper_.text.sentences.size()) - 1);
        for (std::uint32_t i = sentence == 0 ? 0 : sentence - 1; i <= last; ++i) {
            const auto to_come = [&](const extract::DateValue* date) {
                return date->precision != extract::Precision::vague && date->last && paper_.as_at &&
                       !(*date->last < *paper_.as_at);
            };
            const auto dates = dates_in(paper_, tokens_of(i));
            const bool near = paper_.text.sentences[i].block == block;
            if (near && std::any_of(dates.begin(), dates.end(), to_come)) return true;
        }
        return false;
    }

    /// Another promise with a day shares two words of the thing: "Version 2 of the decisions map by 30 November".
    bool answered_elsewhere(const match::Hit& hit) const {
        std::map<std::uint32_t, int> shared;  // words by sentence
        for (const std::string_view each : stems_of(product_of(hit))) {
            const auto found = dated_.find(each);
            if (found == dated_.end() || found->second.size() > most_sentences) continue;
            for (const std::uint32_t sentence : found->second) {
                if (sentence != hit.sentence && ++shared[sentence] >= 2) return true;
            }
        }
        return false;
    }

    /// The thing with the words that tell it from others: "functions and decisions map".
    TokenRange product_of(const match::Hit& hit) const {
        constexpr std::uint32_t before = 4;
        TokenRange thing = hit.tokens;
        // Up to the verb, which tells nothing of it.
        const auto is_verb = [&](std::uint32_t token) {
            return stem_at(paper_, token) == "will" || stem_at(paper_, token) == "shall";
        };
        for (std::uint32_t token = thing.first; token < thing.last; ++token) {
            if (is_verb(token)) thing.last = token;
        }
        thing.first = std::max(tokens_of(hit.sentence).first + before, thing.first) - before;
        return thing;
    }

    std::set<std::string_view> stems_of(TokenRange tokens) const {
        constexpr std::size_t shortest = 3;
        constexpr std::array<std::string_view, 20> grammar{"the", "and", "for", "not",  "our",  "its", "has",
                                                           "are", "was", "all", "any",  "but",  "who", "how",
                                                           "out", "one", "two", "will", "with", "this"};
        std::set<std::string_view> stems;
        for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
            const bool word =
                paper_.text.tokens[token].kind == text::TokenKind::word && stem_at(paper_, token).size() >= shortest;
            const bool tells = std::find(grammar.begin(), grammar.end(), stem_at(paper_, token)) == grammar.end();
            if (word && tells) stems.insert(stem_at(paper_, token));
        }
        return stems;
    }

    void add_rest(const Commitment& commitment) {
        const std::uint32_t sentence = commitment.evidence.sentence;
        const bool meant =
            commitment.strength != "timetable" && commitment.strength != "expects" && commitment.strength != "must";
        if (!meant || is_told(sentence) || block_of(paper_, sentence).table != 0 || recurs(sentence)) return;
        const Values values{{"action", commitment.action}, {"owner", commitment.owner}, {"by", commitment.deadline}};
        const bool dated = !commitment.by.empty() || !commitment.deadline.empty();
        if (commitment.owner.empty() && !dated) say("commitment.no-owner-no-date", commitment.evidence, values);
        if (commitment.owner.empty() && dated) say("commitment.no-owner", commitment.evidence, values);
        if (!commitment.owner.empty() && !dated) say("commitment.no-date", commitment.evidence, values);
    }

    const Case& paper_;
    std::vector<Finding>& findings_;
    std::map<std::uint32_t, std::vector<std::size_t>> by_sentence_;
    std::map<std::string_view, std::vector<std::uint32_t>> dated_;  // sentences of promises with a day, by their words
    std::set<std::uint32_t> told_;
};

}  // namespace

void add_promises(const Case& paper, std::vector<Finding>& findings) { Promises(paper, findings).add(); }

}  // namespace boardcheck::check
