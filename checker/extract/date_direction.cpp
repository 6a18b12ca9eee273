// Which way the words around a date lead: tense, "since", "by".
#include <algorithm>
#include <array>

#include "extract/date_resolver.hpp"
#include "extract/words.hpp"

namespace boardcheck::extract {

namespace {

constexpr std::uint32_t longest_reach = 12;  // tokens from a date back to the verb that it dates

/// "to meet", but not "to the", "to 12" or "to Cabinet"
bool is_infinitive(const Paper& paper, const LowerWords& words, std::uint32_t to) {
    static constexpr std::array<std::string_view, 9> no_verbs{"the",   "a",    "an",  "our", "its",
                                                              "their", "this", "all", "both"};
    if (words.at(to) != "to" || words.mark(to + 1) || words.number(to + 1) >= 0) return false;
    return !paper.word(to + 1).capitalised && !is_one_of(no_verbs, words.at(to + 1));
}

/// The nearest word before the date that tells its time: "was told in May that this must be put right" dates the
/// telling.
Direction direction_before(const Paper& paper, const LowerWords& words, std::uint32_t from, std::uint32_t date) {
    static constexpr std::array<std::string_view, 11> ahead{"will",  "'ll", "shall", "would",   "should",   "must",
                                                            "could", "can", "due",   "planned", "scheduled"};
    static constexpr std::array<std::string_view, 4> back{"was", "were", "had", "did"};
    const std::uint32_t nearest = std::max(from + longest_reach, date) - longest_reach;
    for (std::uint32_t at = date; at > nearest; --at) {
        const std::string word = words.at(at - 1);
        if (is_one_of(ahead, word) || (word == "may" && !paper.word(at - 1).capitalised)) return Direction::ahead;
        if (at < date && is_infinitive(paper, words, at - 1)) return Direction::ahead;
        if (is_one_of(back, word)) return Direction::back;
    }
    return Direction::none;
}

const text::Clause* clause_at(const text::Sentence& sentence, std::uint32_t token) {
    const auto clause = std::partition_point(sentence.clauses.begin(), sentence.clauses.end(),
                                             [&](const text::Clause& each) { return each.tokens.last <= token; });
    return clause == sentence.clauses.end() ? nullptr : &*clause;
}

bool comes_under_promise(const Paper& paper, const text::Sentence& sentence) {
    if (sentence.lead_ins.empty()) return false;
    const auto& clauses = paper.text.sentences[sentence.lead_ins.back()].clauses;
    return !clauses.empty() && clauses.back().modality != text::Modality::none;
}

}  // namespace

Direction direction_of(const Paper& paper, const text::Sentence& sentence, const Piece& piece) {
    const LowerWords words(paper, sentence.tokens);
    if (words.at(piece.tokens.first) == "since" || piece.stretch == Stretch::elapsed) return Direction::back;
    const text::Clause* clause = clause_at(sentence, piece.tokens.first);
    const std::uint32_t from = clause == nullptr ? sentence.tokens.first : clause->tokens.first;
    const bool row = paper.document.blocks[sentence.block].table != 0;
    if (const Direction before = direction_before(paper, words, from, piece.tokens.first);
        before == Direction::ahead || (before == Direction::back && !row))
        return before;
    const bool tells =
        clause != nullptr && (clause->modality != text::Modality::none || clause->tense != text::Tense::none);
    if (!tells && comes_under_promise(paper, sentence)) return Direction::ahead;
    if (tells && (clause->modality != text::Modality::none || clause->tense == text::Tense::future))
        return Direction::ahead;
    // "Started in June": a participle right before it dates what is done.
    const std::string link = words.at(static_cast<std::int64_t>(piece.tokens.first) - 1);
    const bool done = words.at(static_cast<std::int64_t>(piece.tokens.first) - 2).ends_with("ed");
    if (!tells && !row && done && (link == "in" || link == "on")) return Direction::back;
    // A row of a table tells its plans in participles: "terms agreed, January".
    if (tells && clause->tense == text::Tense::past && !row) return Direction::back;
    return piece.bound == Bound::until || piece.bound == Bound::before ? Direction::ahead : Direction::none;
}

}  // namespace boardcheck::extract
