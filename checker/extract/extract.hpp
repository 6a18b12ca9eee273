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
    std::string format;   // "slides"; empty: none of its own
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
    /// What a cue adds that matches only in the sentence itself: what is said before it may have another speaker.
    struct Own {
        std::uint32_t token = 0;  // where it begins
        int local = 0, planned = 0, done = 0;
    };
    int local = 0, national = 0;
    int planned = 0, done = 0;
    std::vector<Own> own;
    std::vector<std::uint32_t> to_come;  // tokens at which bodies are mentioned that do not exist yet
    bool narrated = false;               // stands in minutes and the like, which tell the present in the past
    bool row = false;  // a row of a table: it has no verb, and is no mere heading of a thought for that
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

/// The stance of every sentence of a paper of this date.
std::vector<Stance> stances(const text::Text& text, const match::Matches& matches,
                            const catalogue::Catalogue& catalogue, const std::optional<Date>& date);

/// Restated, planned or in-place. What is only told in the present, without a word that says it is done, is not sure:
/// "the Board has ten members" stands in plans as well.
struct Judgement {
    catalogue::Standing standing = catalogue::Standing::restated;
    bool sure = true;
};

/// For words of a sentence with this stance: the tense of their clause weighs as well.
Judgement standing_of(const Stance& stance, const text::Sentence& sentence, text::TokenRange tokens);

}  // namespace boardcheck::extract
