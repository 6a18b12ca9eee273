// Which date of a sentence is the deadline of what it promises.
#include <algorithm>

#include "extract/commitments.hpp"

namespace boardcheck::extract {

namespace {

constexpr int lead_of_national = 2;  // by which national words may outweigh local ones beside a day to come

bool is_vague(const DateValue& date) { return date.iso.empty(); }

/// A month or year of the same name as the paper's may still be to come.
bool ends_before(const DateValue& date, Date day) {
    if (day.day == 0) day.day = 1;
    if (date.last) return *date.last < day;
    return date.first && *date.first < day;
}

}  // namespace

DateIndex::DateIndex(const Paper& paper, const std::vector<DateValue>& dates)
    : paper_(paper), dates_(dates), begins_(paper.text.sentences.size() + 1, 0) {
    for (const DateValue& date : dates) ++begins_[date.evidence.sentence + 1];
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
}

std::vector<DateIndex::Placed> DateIndex::in(std::uint32_t sentence, text::TokenRange tokens) const {
    std::vector<Placed> placed;
    std::uint32_t token = tokens.first;
    for (std::uint32_t i = begins_[sentence]; i < begins_[sentence + 1]; ++i) {
        const Span span = dates_[i].evidence.span;
        while (token < tokens.last && paper_.text.tokens[token].span.begin < span.begin) ++token;
        if (token >= tokens.last) break;
        if (paper_.text.tokens[token].span.begin != span.begin) continue;
        std::uint32_t last = token;
        while (last < tokens.last && paper_.text.tokens[last].span.begin < span.end) ++last;
        placed.push_back({&dates_[i], {token, last}});
    }
    return placed;
}

bool Promising::to_come(const DateValue& date) const {
    if (date.iso.empty()) return false;
    return !today || !ends_before(date, *today);
}

bool Promising::is_local(std::uint32_t index, text::TokenRange tokens, bool dated) const {
    if (standing_of(stances[index], sentence(index), tokens).standing != catalogue::Standing::restated) return true;
    const Stance& stance = stances[index];
    return dated && stance.local > 0 && stance.local + lead_of_national >= stance.national;
}

void set_deadline(const DateValue& date, Commitment& commitment) {
    commitment.by = date.iso;
    commitment.precision = date.precision;
    commitment.deadline = date.text;
}

void set_deadline(const Promising& promising, std::uint32_t sentence, text::TokenRange tokens, std::uint32_t verb,
                  Commitment& commitment) {
    const DateValue *after = nullptr, *before = nullptr, *vague = nullptr;
    for (const DateIndex::Placed& date : promising.dates.in(sentence, tokens)) {
        if (is_vague(*date.value)) {
            if (vague == nullptr) vague = date.value;
        } else if (!promising.to_come(*date.value)) {
            continue;
        } else if (date.tokens.first < verb) {
            before = date.value;
        } else if (after == nullptr) {
            after = date.value;
        }
    }
    const DateValue* chosen = after != nullptr ? after : before != nullptr ? before : vague;
    if (chosen != nullptr) set_deadline(*chosen, commitment);
}

}  // namespace boardcheck::extract
