// Matches in, Declarations out: what the paper says of itself, which bodies it declares, what it promises, what it asks
// for.
//
// Each list is in reading order, and each entry has the place of its evidence. What is not said is left empty, never
// guessed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/base.hpp"
#include "catalogue/catalogue.hpp"
#include "ingest/ingest.hpp"
#include "match/match.hpp"
#include "text/text.hpp"

namespace boardcheck::extract {

/// Evidence: words of the paper, as a range of Text::text, in one sentence.
struct Evidence {
    std::uint32_t sentence = 0;
    Span span;
    friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

struct Meta {
    std::string title;
    std::optional<Date> date;  // of the meeting
    std::string body;          // to which the paper goes
    std::vector<std::string> authors;
    std::string purpose;  // "decision", "information", "decision and assurance", ...; empty where not said
};

struct Structure {
    std::string kind;  // property `structure` of its term
    std::string name;  // as the paper gives it
    std::optional<std::int64_t> count;
    std::string standing;  // "in-place", "planned", "restated", "absent"
    Evidence evidence;
};

struct Commitment {
    std::string owner;  // empty: no one is named
    std::string action;
    std::string by;         // "2022-04-01", "2022-01", "2021-Q3", "2021-autumn", "2022", "A/B"; empty: no date
    std::string strength;   // "will", "plans", "expects", "agreed", "action", "timetable"
    std::string condition;  // empty: none
    Evidence evidence;
};

struct Recommendation {
    std::string ask;  // "note", "approve", "agree", "endorse", "consider", "comment", "other"
    std::string body;
    Evidence evidence;
};

/// Who speaks in a sentence, and of when: the weights of the cues that matched in it, in the headings above it and in
/// the paper.
struct Stance {
    int local = 0, national = 0;
    int planned = 0, done = 0;
    bool row = false;                 // a row of a table: it has no verb, and is no mere heading of a thought for that
    std::vector<std::uint32_t> cues;  // indices into Catalogue::cues, for explanation
};

struct Declarations {
    std::vector<Stance> stances;  // one for each sentence of the paper
    Meta meta;
    std::vector<Structure> structures;
    std::vector<Commitment> commitments;
    std::vector<Recommendation> recommendations;
};

Declarations extract(const ingest::Document& document, const text::Text& text, const match::Matches& matches,
                     const catalogue::Catalogue& catalogue);

/// The stance of every sentence.
std::vector<Stance> stances(const text::Text& text, const match::Matches& matches,
                            const catalogue::Catalogue& catalogue);

/// Restated, planned or in-place, for words of a sentence with this stance: the tense of their clause weighs as well.
catalogue::Standing standing_of(const Stance& stance, const text::Sentence& sentence, text::TokenRange tokens);

}  // namespace boardcheck::extract
