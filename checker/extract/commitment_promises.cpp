// Sentences that promise: who will do what, clause by clause, and the lists that a promise introduces.
#include <algorithm>
#include <array>

#include "extract/commitments.hpp"
#include "extract/date_pieces.hpp"
#include "extract/words.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

std::string property_of(const Marked& marked, std::string_view name) {
    const auto found = marked.marker->properties.find(name);
    return found == marked.marker->properties.end() ? std::string() : found->second;
}

constexpr std::uint32_t longest_opening = 7;  // tokens from "how" to its verb
constexpr std::uint32_t reach_of_that = 8;    // tokens from "the plan is that" to its subject
constexpr std::uint32_t deed_distance = 4;    // tokens from a promise to its verb

/// A promise in one clause.
struct Promise {
    TokenRange clause;
    TokenRange verb;
    std::string strength;
    bool passive = false;
    bool needs_date = false;
};

class Sentence {
public:
    Sentence(const Promising& promising, std::uint32_t index, const std::vector<Marked>& marks)
        : promising_(promising), paper_(promising.paper), index_(index), sentence_(promising.sentence(index)) {
        for (const Marked& mark : marks) add(mark);
        std::stable_sort(promises_.begin(), promises_.end(),
                         [](const Promise& a, const Promise& b) { return a.verb < b.verb; });
        const auto same_clause = [](const Promise& a, const Promise& b) { return a.clause == b.clause; };
        promises_.erase(std::unique(promises_.begin(), promises_.end(), same_clause), promises_.end());
    }

    bool empty() const { return promises_.empty(); }

    /// Drops what promises nothing to be done: visions, rules of how things are, and what needs a day and has none.
    void keep_deeds() {
        std::erase_if(promises_, [&](const Promise& promise) { return !is_deed(promise); });
    }

    /// The commitments of its clauses.
    void add_to(std::vector<Commitment>& commitments) const {
        std::string owner_before;
        for (std::size_t i = 0; i < promises_.size(); ++i) {
            const std::uint32_t begin = i == 0 ? sentence_.tokens.first : promises_[i].clause.first;
            const std::uint32_t end = i + 1 < promises_.size() ? promises_[i + 1].clause.first : sentence_.tokens.last;
            Commitment commitment = commitment_in(promises_[i], {begin, end});
            const bool goes_on = i > 0 && commitment.owner.empty() && !promises_[i].passive &&
                                 promises_[i].verb.first <= promises_[i].clause.first + 1;
            if (goes_on) commitment.owner = owner_before;
            owner_before = commitment.owner;
            commitments.push_back(std::move(commitment));
        }
    }

    /// The commitments of the items that the last promise introduces: "By April we will:".
    void add_items(const std::vector<std::uint32_t>& items, std::vector<bool>& taken,
                   std::vector<Commitment>& commitments) const {
        const Commitment whole = commitment_in(promises_.back(), sentence_.tokens);
        for (const std::uint32_t item : items) {
            if (taken[item]) continue;
            taken[item] = true;
            const TokenRange tokens = promising_.sentence(item).tokens;
            Commitment commitment = whole;
            // Without a day, and of others, lists tell what a body is for.
            const auto dates = promising_.dates.in(item, tokens);
            const bool dated = !whole.by.empty() || std::any_of(dates.begin(), dates.end(), [&](const auto& date) {
                return promising_.to_come(*date.value);
            });
            if (!dated && !(speaks_of_self() && begins_with_deed(item))) continue;
            set_deadline(promising_, item, tokens, tokens.first, commitment);
            commitment.action = paper_.words(tokens);
            commitment.evidence = paper_.evidence(item, tokens);
            if (commitment.action.empty()) continue;
            commitments.push_back(std::move(commitment));
        }
    }

    /// Whether its last words are those of a promise that items complete.
    bool introduces() const {
        const std::uint32_t last = sentence_.tokens.last;
        return last > sentence_.tokens.first && paper_.word(last - 1).surface == ":" &&
               promises_.back().clause.last >= last;
    }

private:
    bool speaks_of_self() const {
        const Promise& last = promises_.back();
        return subject_of(promising_, index_, last.clause.first, last.verb.first) == Subject::speaker;
    }
    bool begins_with_deed(std::uint32_t item) const {
        const auto mentions = paper_.mentions_in(item);
        return std::any_of(mentions.begin(), mentions.end(), [&](const match::Mention& mention) {
            return mention.tokens.first <= promising_.sentence(item).tokens.first + 1 &&
                   paper_.property(mention, "sense") == "deed";
        });
    }

    const text::Clause* clause_of(std::uint32_t token) const {
        const auto& clauses = sentence_.clauses;
        const auto clause = std::partition_point(clauses.begin(), clauses.end(),
                                                 [&](const text::Clause& each) { return each.tokens.last <= token; });
        return clause == clauses.end() ? nullptr : &*clause;
    }

    /// "if it will", "how it will", "to expect": what is said in passing, or not for sure.
    bool is_aside(const text::Clause& clause, std::uint32_t verb) const {
        static constexpr std::array<std::string_view, 13> openers{"where",  "when",     "while",   "if",  "unless",
                                                                  "until",  "because",  "whether", "how", "what",
                                                                  "though", "although", "so"};
        if (verb > sentence_.tokens.first && (lower(verb - 1) == "to" || lower(verb - 1) == "that")) return true;
        const std::uint32_t from = std::max(clause.tokens.first + longest_opening, verb) - longest_opening;
        for (std::uint32_t at = from; at < verb; ++at) {
            if (is_one_of(openers, lower(at)) && !comma_between(at, verb)) return true;
        }
        return false;
    }
    /// "will not begin until", "no change will be made before": what is not done has its day as well.
    bool holds_back(const text::Clause& clause) const {
        for (std::uint32_t at = clause.tokens.first; at < std::min(clause.tokens.last + 1, sentence_.tokens.last);
             ++at) {
            if (lower(at) == "until" || lower(at) == "before") return true;
        }
        return false;
    }
    bool comma_between(std::uint32_t from, std::uint32_t to) const {
        for (std::uint32_t at = from; at < to; ++at) {
            if (lower(at) == ",") return true;
        }
        return false;
    }
    /// "which will report by May" promises by its day only.
    bool is_relative(const text::Clause& clause) const {
        const std::uint32_t first = clause.tokens.first;
        const std::string word = lower(lower(first) == "," || lower(first) == "and" ? first + 1 : first);
        return word == "which" || word == "who" || word == "whose";
    }

    std::string lower(std::uint32_t token) const { return LowerWords(paper_, sentence_.tokens).at(token); }

    void add(const Marked& mark) {
        const TokenRange verb = mark.hit.tokens;
        const text::Clause* clause = clause_of(verb.first);
        if (clause == nullptr || is_aside(*clause, verb.first)) return;
        if (clause->negated && !holds_back(*clause)) return;
        // "has proposed to" tells what was done.
        const bool perfect = verb.first > clause->tokens.first && lower(verb.first - 1).starts_with("ha");
        if (perfect && property_of(mark, "strength") == "plans") return;
        const Promise promise{part_of(clause->tokens, verb.first), verb, property_of(mark, "strength"),
                              is_passive(verb), property_of(mark, "needs") == "date" || is_relative(*clause)};
        const Subject subject = subject_of(promising_, index_, clause->tokens.first, verb.first);
        if (subject == Subject::national) return;
        const Stance& stance = promising_.stances[index_];
        const bool agreed = promise.strength == "agreed" && stance.local >= stance.national;
        const bool own = subject == Subject::speaker || subject == Subject::person;
        if (!own && !agreed && !promising_.is_local(index_, verb, has_date(promise.clause))) return;
        promises_.push_back(promise);
    }

    /// What of a clause is between semicolons.
    TokenRange part_of(TokenRange clause, std::uint32_t verb) const {
        for (std::uint32_t at = clause.first; at < clause.last; ++at) {
            if (paper_.word(at).surface != ";") continue;
            if (at < verb) clause.first = at + 1;
            if (at > verb) clause.last = at;
        }
        return clause;
    }

    bool has_date(TokenRange tokens) const {
        const auto dates = promising_.dates.in(index_, tokens);
        return std::any_of(dates.begin(), dates.end(),
                           [&](const DateIndex::Placed& date) { return promising_.to_come(*date.value); });
    }

    bool is_deed(const Promise& promise) const {
        const bool alone = promises_.size() == 1 && !promise.needs_date;
        if (has_date(alone ? sentence_.tokens : promise.clause)) return true;
        if (promise.needs_date) return false;
        if (promise.strength == "agreed") return true;
        const Subject subject = subject_of(promising_, index_, promise.clause.first, promise.verb.first);
        const bool own = subject == Subject::speaker || subject == Subject::person;
        if (own && promise.strength != "will") return true;
        bool deed = false, state = false;
        for (const match::Mention& mention : paper_.mentions_in(index_)) {
            const bool after = mention.tokens.first >= promise.verb.first &&
                               mention.tokens.last > promise.verb.first + 1 &&
                               mention.tokens.first < promise.verb.last + deed_distance;
            if (!after) continue;
            const auto role = paper_.property(mention, "sense");
            deed = deed || role == "deed";
            state = state || (role == "state" && !deed);
        }
        if (subject == Subject::speaker) return !state && (promise.passive || !is_copula(promise.verb));
        return deed && !state && (promise.passive || !is_copula(promise.verb));
    }

    /// "will be a committee"
    bool is_copula(TokenRange verb) const {
        for (std::uint32_t at = verb.first; at < std::min(verb.last + 3, sentence_.tokens.last); ++at) {
            if (lower(at) == "be") return true;
        }
        return false;
    }

    static bool is_being(std::string_view word) {
        return word == "be" || word == "is" || word == "are" || word == "being";
    }
    static bool is_adverb(std::string_view word) {
        return word.ends_with("ly") || word == "also" || word == "then" || word == "not" || word == "now";
    }

    /// "will be published", "is planned": its subject is not who does it.
    bool is_passive(TokenRange verb) const {
        static constexpr std::array<std::string_view, 24> irregular{
            "made", "set", "held", "given", "taken", "brought", "built", "put",  "sent", "written", "drawn", "chosen",
            "led",  "run", "paid", "found", "kept",  "sought",  "begun", "done", "told", "shown",   "met",   "drafted"};
        const LowerWords words(paper_, sentence_.tokens);
        std::uint32_t at = verb.first;
        const std::uint32_t end = std::min(verb.last + 4, sentence_.tokens.last);
        while (at < end && !is_being(words.at(at)) && (at < verb.last || is_adverb(words.at(at)))) ++at;
        if (!is_being(words.at(at))) return false;
        for (std::uint32_t next = at + 1; next < end + 1; ++next) {
            const std::string word = words.at(next);
            if (is_adverb(word) || word == "being") continue;
            return word.ends_with("ed") || is_one_of(irregular, word);
        }
        return false;
    }

    /// "the expectation is that from January we will"
    bool we_follow(std::uint32_t token) const {
        for (std::uint32_t at = token; at < std::min(token + reach_of_that, sentence_.tokens.last); ++at) {
            if (lower(at) == "we") return true;
        }
        return false;
    }

    /// "it is for the place boards to": who stands within the words that promise.
    std::string inside_of(TokenRange verb) const {
        if (verb.last - verb.first < 5 || lower(verb.first + 2) != "for") return {};
        return leading_actor(promising_, index_, {verb.first + 3, verb.last});
    }

    Commitment commitment_in(const Promise& promise, TokenRange tokens) const {
        Commitment commitment;
        const TokenRange own{promise.clause.first, tokens.last};
        commitment.owner = promise.passive ? agent_in(promising_, index_, {promise.verb.last, tokens.last})
                                           : owner_of(promising_, index_, promise.clause.first, promise.verb.first);
        if (commitment.owner.empty() && !promise.passive && we_follow(promise.verb.last)) {
            commitment.owner = promising_.own_body;
        }
        if (commitment.owner.empty() && !promise.passive) commitment.owner = inside_of(promise.verb);
        if (commitment.owner.empty()) commitment.owner = owner_in_brackets(promising_, index_, tokens);
        commitment.action = paper_.words({promise.passive ? tokens.first : promise.verb.first, tokens.last});
        set_deadline(promising_, index_, own, promise.verb.first, commitment);
        if (commitment.deadline.empty()) set_deadline(promising_, index_, tokens, promise.verb.first, commitment);
        commitment.strength = promise.strength;
        commitment.condition = condition_in(promising_, index_, tokens);
        commitment.evidence = paper_.evidence(index_, own);
        return commitment;
    }

    const Promising& promising_;
    const Paper& paper_;
    std::uint32_t index_;
    const text::Sentence& sentence_;
    std::vector<Promise> promises_;
};

bool may_promise(const Promising& promising, std::uint32_t sentence) {
    const TokenRange tokens = promising.sentence(sentence).tokens;
    if (promising.block(sentence).kind == ingest::BlockKind::heading) return false;
    return tokens.first < tokens.last && promising.paper.word(tokens.last - 1).surface != "?";
}

}  // namespace

void add_promises(const Promising& promising, std::vector<bool>& taken, std::vector<Commitment>& commitments) {
    std::vector<Marked> marks = promising.paper.marked("commitment");
    std::vector<bool> reported(promising.paper.text.sentences.size(), false);
    for (const Marked& marked : promising.paper.marked("commitment.reports")) reported[marked.hit.sentence] = true;
    for (const Marked& marked : promising.paper.marked("commitment.narrated")) {
        const std::uint32_t sentence = marked.hit.sentence;
        if (promising.stances[sentence].narrated || reported[sentence]) marks.push_back(marked);
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Marked& a, const Marked& b) { return a.hit.sentence < b.hit.sentence; });
    for (std::size_t i = 0; i < marks.size();) {
        const std::uint32_t index = marks[i].hit.sentence;
        std::vector<Marked> own;
        while (i < marks.size() && marks[i].hit.sentence == index) own.push_back(marks[i++]);
        if (taken[index] || !may_promise(promising, index)) continue;
        Sentence sentence(promising, index, own);
        if (sentence.empty()) continue;
        const auto items = promising.paper.items_of(index);
        if (!items.empty() && sentence.introduces()) {
            taken[index] = true;
            sentence.add_items(items, taken, commitments);
            continue;
        }
        sentence.keep_deeds();
        if (sentence.empty()) continue;
        taken[index] = true;
        sentence.add_to(commitments);
    }
}

}  // namespace boardcheck::extract
