// Deadlines that are over when the paper is read, or come before what they wait for.
#include <algorithm>
#include <array>
#include <set>

#include "check/look_up.hpp"
#include "check/promises.hpp"

namespace boardcheck::check {

namespace {

using extract::Commitment;
using extract::DateValue;
using text::TokenRange;

bool is_exact(const DateValue& date) { return date.precision <= extract::Precision::month && date.last.has_value(); }

/// "by then": on the day of which the sentence spoke before.
bool says_by_then(const Case& paper, TokenRange tokens) {
    const auto stem = [&](std::uint32_t token) { return stem_at(paper, token); };
    for (std::uint32_t token = tokens.first; token + 1 < tokens.last; ++token) {
        if (stem(token) == "by" && stem(token + 1) == "then") return true;
    }
    return false;
}

/// "Complete", but not "to complete".
bool says_done(const Case& paper, TokenRange tokens) {
    const auto done = first_with(paper, tokens, "sense", "done");
    if (!done || done->tokens.first == tokens.first) return done.has_value();
    return stem_at(paper, done->tokens.first - 1) != "to";
}

/// The deadline that is over, where the sentence has none to come.
const DateValue* passed(const Case& paper, const Commitment& commitment) {
    const TokenRange tokens = paper.text.sentences[commitment.evidence.sentence].tokens;
    const bool then = says_by_then(paper, tokens);
    const DateValue* over = nullptr;
    for (const DateValue* date : dates_in(paper, tokens)) {
        if (!is_exact(*date)) continue;
        if (!(*date->last < *paper.as_at)) return nullptr;
        if (then || date->text.starts_with("by ") || date->text.starts_with("before ")) over = date;
    }
    return over;
}

void add_passed(const Case& paper, const Commitment& commitment, std::vector<Finding>& findings) {
    const std::uint32_t sentence = commitment.evidence.sentence;
    const bool promise =
        commitment.strength == "will" || commitment.strength == "action" || commitment.strength == "plans";
    if (!promise || paper.declarations.stances[sentence].narrated || block_of(paper, sentence).table != 0) return;
    const DateValue* date = passed(paper, commitment);
    if (date == nullptr || says_done(paper, paper.text.sentences[sentence].tokens)) return;
    const Values values{{"action", commitment.action},
                        {"owner", commitment.owner},
                        {"by", date->text},
                        {"date", to_string(*paper.as_at)}};
    add(paper, findings, "commitment.date-passed", commitment.evidence, values);
}

/// From "if", "once" or "subject to" to the next comma.
TokenRange condition_in(const Case& paper, TokenRange tokens) {
    constexpr std::array<std::string_view, 6> openers{"if", "onc", "subject", "provid", "when", "after"};
    constexpr std::array<std::string_view, 3> ends{",", ";", "."};
    const auto is_one_of = [&](const auto& words, std::uint32_t token) {
        const std::string_view stem = stem_at(paper, token);
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return word == stem; });
    };
    TokenRange found{tokens.last, tokens.last};
    for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
        const bool inside = found.first < tokens.last;
        if (inside && is_one_of(ends, token)) return {found.first, token};
        if (!inside && is_one_of(openers, token)) found.first = token;
    }
    return found;
}

/// What the promise waits for has a day that is later than the deadline.
void add_too_early(const Case& paper, const Commitment& commitment, std::vector<Finding>& findings) {
    if (commitment.deadline.empty()) return;
    const TokenRange tokens = paper.text.sentences[commitment.evidence.sentence].tokens;
    const TokenRange condition = condition_in(paper, tokens);
    const auto dates = dates_in(paper, tokens);
    const auto due = std::find_if(dates.begin(), dates.end(),
                                  [&](const DateValue* date) { return date->text == commitment.deadline; });
    if (due == dates.end() || !is_exact(**due) || block_of(paper, commitment.evidence.sentence).table != 0) return;
    for (const DateValue* date : dates_in(paper, condition)) {
        const bool later = date != *due && is_exact(*date) && date->first && *(*due)->last < *date->first;
        if (!later) continue;
        const Values values{{"action", commitment.action}, {"by", (*due)->text}, {"condition", date->text}};
        if (Finding* finding = add(paper, findings, "commitment.before-condition", (*due)->evidence, values))
            finding->others.push_back({date->text, date->evidence, {}});
        return;
    }
}

}  // namespace

void add_deadlines(const Case& paper, std::vector<Finding>& findings) {
    std::set<std::uint32_t> seen;
    for (const Commitment& commitment : paper.declarations.commitments) {
        if (paper.as_at && seen.insert(commitment.evidence.sentence).second) add_passed(paper, commitment, findings);
        add_too_early(paper, commitment, findings);
    }
}

}  // namespace boardcheck::check
