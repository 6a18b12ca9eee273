// Restated, planned or in place: a match in a sentence with its stance.
#include <algorithm>

#include "extract/extract.hpp"

namespace boardcheck::extract {

namespace {

using catalogue::Standing;

/// What a manner of speaking weighs for national policy.
constexpr int weight_of_norm = 1;
constexpr int weight_of_bare_phrase = 3;

/// What is past is done; what is said in the present is, of things that exist.
constexpr int weight_of_past = 2;
constexpr int weight_of_present = 1;
constexpr int lead_of_done = 2;

/// A body that begins within this many words of a sentence is taken for its subject.
constexpr std::uint32_t subject_words = 8;

/// Says what is to be, may be or would be.
bool is_norm(const text::Clause& clause) {
    return clause.tense == text::Tense::future || clause.modality != text::Modality::none || clause.conditional;
}

/// How the clauses speak in which a match stands.
struct Manner {
    int planned = 0, done = 0;
    bool bare = true;        // no verb at all
    bool reports = false;    // says what is or was, not what is to be
    std::uint32_t last = 0;  // the end of the clauses
};

/// Whether the clauses of a match are about a body that does not exist yet.
bool is_to_come(const Stance& stance, const text::Sentence& sentence, text::TokenRange tokens) {
    return std::any_of(stance.to_come.begin(), stance.to_come.end(), [&](std::uint32_t token) {
        return token < sentence.tokens.first + subject_words || (tokens.first <= token && token < tokens.last);
    });
}

Manner manner_of(const Stance& stance, const text::Sentence& sentence, text::TokenRange tokens) {
    const bool to_come = is_to_come(stance, sentence, tokens);
    Manner manner{0, 0, true, false, tokens.last};
    for (const text::Clause& clause : sentence.clauses) {
        const bool holds = clause.tokens.first < tokens.last && tokens.first < clause.tokens.last;
        const bool norm = is_norm(clause);
        // "We will set up a board on which all members share ..."
        if (!holds && norm && clause.tokens.last <= tokens.first) ++manner.planned;
        if (!holds) continue;
        manner.last = std::max(manner.last, clause.tokens.last);
        manner.bare = manner.bare && !norm && clause.tense == text::Tense::none;
        if (norm) {
            ++manner.planned;
        } else if (clause.tense != text::Tense::none) {
            manner.reports = true;
            const bool past = clause.tense == text::Tense::past && !stance.narrated;
            manner.done += past ? weight_of_past : to_come ? 0 : weight_of_present;
        }
    }
    return manner;
}

}  // namespace

Judgement standing_of(const Stance& stance, const text::Sentence& sentence, text::TokenRange tokens) {
    const Manner manner = manner_of(stance, sentence, tokens);
    int local = stance.local, planned = stance.planned + manner.planned, done = stance.done + manner.done;
    // "Whitehall will decide; in 2017 we did": what comes after the clause does not say who speaks in it. A row is one.
    for (const Stance::Own& cue : stance.own) {
        if (stance.row || cue.token < manner.last) continue;
        local -= cue.local;
        planned -= cue.planned;
        done -= cue.done;
    }
    // Norms are policy's own manner of speaking, and a phrase without a verb names a matter without saying who does it:
    // they take more to be local.
    const bool phrase = manner.bare && !stance.row;
    const int national = stance.national + (manner.reports ? 0 : phrase ? weight_of_bare_phrase : weight_of_norm);
    if (local <= national) return {Standing::restated, true};
    if (done >= planned + lead_of_done) return {Standing::in_place, true};
    const bool told = manner.reports && manner.done > 0 && planned == 0;
    return told ? Judgement{Standing::in_place, false} : Judgement{Standing::planned, true};
}

}  // namespace boardcheck::extract
