// What local people promise: sentences that say so in their own voice, rows of action tables and timetables, and items
// of plans.
#include "extract/commitments.hpp"

#include <algorithm>
#include <set>

namespace boardcheck::extract {

namespace {

constexpr std::size_t most_decisions = 50;  // that commitments are compared with
constexpr std::size_t least_shared = 3;     // words that a decision shares with what rests on it

using Stems = std::set<std::string>;

/// The words of a text that carry meaning, by their first letters, so that "establish" and "established" are one.
Stems stems_of(const std::string& words) {
    Stems stems;
    for (const text::Word& word : text::words_of(words)) {
        if (word.stem.size() > 3) stems.insert(word.stem);
    }
    return stems;
}

/// What the meeting is asked to agree, and what rests on it.
void mark_awaiting(const std::vector<Recommendation>& recommendations, std::vector<Commitment>& commitments) {
    std::vector<Stems> decisions;
    for (const Recommendation& recommendation : recommendations) {
        const bool decides = recommendation.ask == "approve" || recommendation.ask == "agree" ||
                             recommendation.ask == "endorse" || recommendation.ask == "other";
        if (decides && decisions.size() < most_decisions) decisions.push_back(stems_of(recommendation.item));
    }
    if (decisions.empty()) return;
    for (Commitment& commitment : commitments) {
        const Stems action = stems_of(commitment.action);
        commitment.awaits_decision = std::any_of(decisions.begin(), decisions.end(), [&](const Stems& decision) {
            const auto shared = static_cast<std::size_t>(std::count_if(
                action.begin(), action.end(), [&](const std::string& stem) { return decision.contains(stem); }));
            return shared >= least_shared && 2 * shared >= std::min(action.size(), decision.size());
        });
    }
}

}  // namespace

std::vector<Commitment> find_commitments(const Paper& paper, const std::vector<Stance>& stances,
                                         const std::vector<Recommendation>& recommendations, const Meta& meta,
                                         const std::vector<DateValue>& dates) {
    const Promising promising{
        paper, stances, meta, DateIndex(paper, dates), meta.date, own_body(paper, meta), proper_names(paper)};
    std::vector<Commitment> commitments;
    std::vector<bool> taken(paper.text.sentences.size(), false);
    for (const Recommendation& recommendation : recommendations) taken[recommendation.evidence.sentence] = true;
    for (const Marked& marked : paper.marked("commitment.not")) taken[marked.hit.sentence] = true;
    add_rows(promising, taken, commitments);
    add_promises(promising, taken, commitments);
    add_plans(promising, taken, commitments);
    std::stable_sort(commitments.begin(), commitments.end(),
                     [](const Commitment& a, const Commitment& b) { return a.evidence < b.evidence; });
    name_owners(promising, commitments);
    mark_awaiting(recommendations, commitments);
    return commitments;
}

}  // namespace boardcheck::extract
