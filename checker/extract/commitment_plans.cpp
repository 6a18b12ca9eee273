// Items of plans: phrases without a verb that have a day to come ("Shadow meeting 18 January"), what takes place on
// such a day, and actions ("JD to write to the CCG").
#include <algorithm>
#include <array>

#include "extract/commitments.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::uint32_t longest_item = 40;  // tokens
constexpr std::uint32_t longest_name = 10;

class Plans {
public:
    Plans(const Promising& promising, std::uint32_t index)
        : promising_(promising), paper_(promising.paper), index_(index), sentence_(promising.sentence(index)) {}

    std::optional<Commitment> read() const {
        if (auto action = read_action()) return action;
        return read_dated();
    }

private:
    bool has_verb() const {
        return std::any_of(sentence_.clauses.begin(), sentence_.clauses.end(), [](const text::Clause& clause) {
            return clause.tense != text::Tense::none || clause.modality != text::Modality::none;
        });
    }

    bool is_local() const {
        const Stance& stance = promising_.stances[index_];
        return stance.local >= stance.national;
    }

    Commitment commitment(TokenRange action, std::string strength) const {
        Commitment commitment;
        commitment.action = paper_.words(action);
        commitment.strength = std::move(strength);
        commitment.condition = condition_in(promising_, index_, sentence_.tokens);
        commitment.evidence = paper_.evidence(index_, sentence_.tokens);
        commitment.owner = owner_in_brackets(promising_, index_, sentence_.tokens);
        if (commitment.owner.empty()) commitment.owner = owner_of_list(promising_, index_);
        set_deadline(promising_, index_, sentence_.tokens, sentence_.tokens.first, commitment);
        return commitment;
    }

    /// "JD to write to the CCG", "Terms of reference: to be agreed by both".
    std::optional<Commitment> read_action() const {
        if (sentence_.tokens.last - sentence_.tokens.first > longest_item) return {};
        const std::uint32_t until = std::min(sentence_.tokens.first + longest_name, sentence_.tokens.last - 1);
        for (std::uint32_t at = sentence_.tokens.first + 1; at < until; ++at) {
            if (paper_.word(at).surface != "to") continue;
            if (paper_.word(at + 1).surface == "be") return to_be(at);
            const std::string owner = owner_of(promising_, index_, sentence_.tokens.first, at);
            const bool infinitive = !paper_.word(at + 1).capitalised && paper_.stem(at + 1) != "the";
            if (!infinitive || finite_before(at)) return {};
            if (owner.empty()) return begins_on_day(at);
            const Subject subject = subject_of(promising_, index_, sentence_.tokens.first, at);
            if (subject != Subject::person && !has_later_date()) return {};
            Commitment found = commitment({at + 1, sentence_.tokens.last}, "action");
            found.owner = owner;
            return found;
        }
        return {};
    }

    /// A verb of its own stands before the "to": "is to", "have to", "needs to".
    bool finite_before(std::uint32_t to) const {
        static constexpr std::array<std::string_view, 16> finite{"is",   "are",   "was",  "were",  "will",  "has",
                                                                 "have", "had",   "need", "needs", "ought", "likely",
                                                                 "able", "would", "want", "and"};
        for (std::uint32_t at = sentence_.tokens.first; at < to; ++at) {
            const std::string& word = paper_.word(at).surface;
            if (std::find(finite.begin(), finite.end(), word) != finite.end()) return true;
        }
        return false;
    }

    /// "Preparation to begin in the autumn"
    std::optional<Commitment> begins_on_day(std::uint32_t to) const {
        const bool deed = has_sense(to + 1, "deed");
        if (!deed || has_verb_before(to) || !has_later_date() || !is_local()) return {};
        return commitment(sentence_.tokens, "timetable");
    }
    bool has_verb_before(std::uint32_t token) const {
        return std::any_of(sentence_.clauses.begin(), sentence_.clauses.end(), [&](const text::Clause& clause) {
            return clause.tokens.last <= token && clause.tense != text::Tense::none;
        });
    }
    bool has_sense(std::uint32_t token, std::string_view sense) const {
        const auto mentions = paper_.mentions_in(index_);
        return std::any_of(mentions.begin(), mentions.end(), [&](const match::Mention& mention) {
            return mention.tokens.first == token && paper_.property(mention, "sense") == sense;
        });
    }

    std::optional<Commitment> to_be(std::uint32_t to) const {
        if (finite_before(to) || has_verb_before(to)) return {};
        const std::string verb = to + 2 < sentence_.tokens.last ? paper_.word(to + 2).surface : std::string();
        if (!verb.ends_with("ed") && !verb.ends_with("en") && !verb.ends_with("t")) return {};
        if (!is_local()) return {};
        return commitment(sentence_.tokens, "action");
    }

    bool has_later_date() const {
        const auto dates = promising_.dates.in(index_, sentence_.tokens);
        return std::any_of(dates.begin(), dates.end(),
                           [&](const DateIndex::Placed& date) { return is_later(*date.value); });
    }

    std::optional<Commitment> read_dated() const {
        const auto dates = promising_.dates.in(index_, sentence_.tokens);
        for (const DateIndex::Placed& date : dates) {
            if (!is_later(*date.value) || !stands_in_plan(date.tokens)) continue;
            Commitment found = commitment(sentence_.tokens, "timetable");
            set_deadline(*date.value, found);
            if (!has_verb() && found.owner.empty()) found.owner = name_before(date.tokens.first);
            if (found.owner.empty()) found.owner = agent_in(promising_, index_, sentence_.tokens);
            if (found.owner.empty()) found.owner = has_verb() ? first_actor_in(promising_, index_) : before_deed();
            return found;
        }
        return {};
    }

    /// "Business case Tom Redfearn December 2021": a row of a table that lost its lines.
    std::string name_before(std::uint32_t date) const {
        std::uint32_t end = date;
        while (end > sentence_.tokens.first && !paper_.word(end - 1).capitalised && date - end < 3) --end;
        static constexpr std::array<std::string_view, 8> links{"to", "with", "by", "for", "of", "from", "the", "and"};
        for (std::uint32_t first = end > sentence_.tokens.first + 5 ? end - 5 : sentence_.tokens.first + 1;
             first + 1 < end; ++first) {
            const std::string& before = paper_.word(first - 1).surface;
            if (!paper_.word(first).capitalised || std::find(links.begin(), links.end(), before) != links.end())
                continue;
            if (std::string name = person_in(promising_, index_, {first, end}); !name.empty()) return name;
        }
        return {};
    }

    /// "Both councils meet on 5 October": plain verbs are not always seen as such.
    std::string before_deed() const {
        const std::uint32_t end = std::min(sentence_.tokens.first + longest_name, sentence_.tokens.last);
        for (std::uint32_t at = sentence_.tokens.first + 1; at < end; ++at) {
            if (!paper_.word(at).capitalised && has_sense(at, "deed"))
                return owner_of(promising_, index_, sentence_.tokens.first, at);
        }
        return {};
    }

    /// Later than the paper, and a day or at most a season: what is only of a year is its budget, its plan.
    bool is_later(const DateValue& date) const {
        if (!promising_.today || date.iso.empty() || date.precision > Precision::season) return false;
        const auto last = date.last ? date.last : date.first;
        return last && *last > *promising_.today;
    }

    /// The clause of the date has a verb of the present, or the whole item has none.
    bool stands_in_plan(TokenRange date) const {
        if (!is_local()) return false;
        if (!has_verb()) {
            const std::uint32_t length = sentence_.tokens.last - sentence_.tokens.first;
            return length <= longest_item && length > date.last - date.first + 1;
        }
        const auto clause =
            std::partition_point(sentence_.clauses.begin(), sentence_.clauses.end(),
                                 [&](const text::Clause& each) { return each.tokens.last <= date.first; });
        if (clause == sentence_.clauses.end() || clause->negated || clause->conditional) return false;
        if (clause->modality != text::Modality::none) return false;
        if (clause->tense != text::Tense::present && !begins_anew(*clause, date)) return false;
        return !lasts_until(date) && !tells_state(*clause, date);
    }

    /// After a semicolon, and with no word of the past: the clause before it lent its tense.
    bool begins_anew(const text::Clause& clause, TokenRange date) const {
        static constexpr std::array<std::string_view, 6> past{"was", "were", "had", "has", "have", "been"};
        for (std::uint32_t at = date.first; at > clause.tokens.first; --at) {
            const std::string& word = paper_.word(at - 1).surface;
            if (word == ";") return true;
            if (word.ends_with("ed") || std::find(past.begin(), past.end(), word) != past.end()) return false;
        }
        return false;
    }

    /// What goes on until a day is no promise for it.
    bool lasts_until(TokenRange date) const {
        const std::string& word = paper_.word(date.first).surface;
        return word == "until" || word == "till" || word == "since";
    }

    /// "is £1.1m", but not "is on 5 May", "is being drafted"
    bool tells_state(const text::Clause& clause, TokenRange date) const {
        for (std::uint32_t at = clause.tokens.first; at + 1 < date.first; ++at) {
            const std::string& word = paper_.word(at).surface;
            if (word != "is" && word != "are") continue;
            const bool date_follows = at + 3 >= date.first;
            const std::string& next = paper_.word(at + 1).surface;
            return !date_follows && !next.ends_with("ing") && !next.ends_with("ed");
        }
        return false;
    }

    const Promising& promising_;
    const Paper& paper_;
    std::uint32_t index_;
    const text::Sentence& sentence_;
};

}  // namespace

void add_plans(const Promising& promising, std::vector<bool>& taken, std::vector<Commitment>& commitments) {
    for (std::uint32_t i = 0; i < taken.size(); ++i) {
        const ingest::BlockKind kind = promising.block(i).kind;
        const bool title = kind == ingest::BlockKind::heading || kind == ingest::BlockKind::slide_title;
        if (taken[i] || title || promising.block(i).table != 0) continue;
        auto found = Plans(promising, i).read();
        if (!found || found->action.empty()) continue;
        taken[i] = true;
        commitments.push_back(std::move(*found));
    }
}

}  // namespace boardcheck::extract
