// What became of the promises of a paper in its next version.
#include <algorithm>

#include "check/compare_parts.hpp"

namespace boardcheck::check {

namespace {

using extract::Commitment;

constexpr double least_alike_promises = 0.4;
constexpr double least_alike_report = 0.45;  // of what is told as done

/// The last day of a deadline; nothing where there is none, or where it is no day.
std::optional<Date> day_of(const Known& paper, const Commitment& promise) {
    for (const extract::DateValue& date : paper.declarations.dates) {
        const bool here = date.evidence.sentence == promise.evidence.sentence && date.iso == promise.by;
        if (here && !promise.by.empty()) return date.last ? date.last : date.first;
    }
    return parse_date(promise.by);
}

Fate fate_of(const Known& before, const Commitment& was, const Known& after, const Commitment& is) {
    const auto then = day_of(before, was), now = day_of(after, is);
    if (!then || !now || was.by == is.by) return Fate::kept;
    if (*then < *now) return Fate::slipped;
    return *now < *then ? Fate::brought_forward : Fate::kept;
}

/// Whether two names have no word in common: "the Director" and "The Director of Care" are taken for one.
bool is_other(const std::string& one, const std::string& other) {
    if (one.empty() || other.empty()) return one.empty() != other.empty();
    const Bag a = bag_of(one), b = bag_of(other);
    return std::none_of(a.begin(), a.end(),
                        [&](const auto& stem) { return std::binary_search(b.begin(), b.end(), stem); });
}

std::vector<Bag> actions_of(const Known& paper) {
    std::vector<Bag> actions;
    for (const Commitment& promise : paper.declarations.commitments) actions.push_back(action_of(paper.text, promise));
    return actions;
}

/// Whether a sentence tells something as done: a clause in the past, and none that is to come or denied.
bool is_report(const text::Sentence& sentence) {
    const auto& clauses = sentence.clauses;
    const bool past = std::any_of(clauses.begin(), clauses.end(),
                                  [](const text::Clause& clause) { return clause.tense == text::Tense::past; });
    return past && std::none_of(clauses.begin(), clauses.end(), [](const text::Clause& clause) {
               return clause.negated || clause.modality == text::Modality::will;
           });
}

/// For promises that no promise of the new paper answers to: the sentence that tells them as done.
void find_reports(const Known& before, const Known& after, std::vector<PromiseChange>& changes) {
    std::vector<Bag> actions, reports;
    std::vector<std::uint32_t> change_of, sentence_of;
    for (std::uint32_t i = 0; i < changes.size(); ++i) {
        if (changes[i].fate != Fate::dropped) continue;
        actions.push_back(action_of(before.text, before.declarations.commitments[*changes[i].before]));
        change_of.push_back(i);
    }
    for (std::uint32_t i = 0; i < after.text.sentences.size(); ++i) {
        if (!is_report(after.text.sentences[i])) continue;
        reports.push_back(bag_of(after.text, after.text.sentences[i].span));
        sentence_of.push_back(i);
    }
    for (const Pair& pair : pair_up(actions, reports, least_alike_report)) {
        PromiseChange& change = changes[change_of[pair.one]];
        const std::uint32_t sentence = sentence_of[pair.other];
        change.fate = Fate::done;
        change.told = extract::Evidence{sentence, after.text.sentences[sentence].span};
    }
}

}  // namespace

Bag action_of(const text::Text& text, const Commitment& promise) {
    Bag action = bag_of(text, promise.evidence.span);
    for (const std::string* aside : {&promise.owner, &promise.deadline}) {
        const Bag words = bag_of(*aside);
        std::erase_if(action,
                      [&](const std::string& stem) { return std::binary_search(words.begin(), words.end(), stem); });
    }
    return action;
}

std::vector<PromiseChange> promise_changes(const Known& before, const Known& after) {
    const auto &old_ones = before.declarations.commitments, &new_ones = after.declarations.commitments;
    std::vector<PromiseChange> changes(old_ones.size());
    for (std::uint32_t i = 0; i < changes.size(); ++i) {
        changes[i].before = i;
        changes[i].fate = Fate::dropped;
    }
    std::vector<bool> known(new_ones.size());
    for (const Pair& pair : pair_up(actions_of(before), actions_of(after), least_alike_promises)) {
        const Commitment &was = old_ones[pair.one], &is = new_ones[pair.other];
        known[pair.other] = true;
        changes[pair.one] = {fate_of(before, was, after, is), is_other(was.owner, is.owner), pair.one, pair.other, {}};
    }
    find_reports(before, after, changes);
    for (std::uint32_t i = 0; i < new_ones.size(); ++i)
        if (!known[i]) changes.push_back({Fate::added, false, {}, i, {}});
    return changes;
}

}  // namespace boardcheck::check
