// Matches in, Declarations out: what the paper says of itself, which bodies it declares, what it promises, what it asks
// for, what it refers to.
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

/// How finely a date is told. Of vague ("in due course") and unresolved ones ("by April" in a paper without a date) the
/// interval is empty.
enum class Precision { day, week, month, quarter, season, half_year, year, several_years, vague, unresolved };

/// A date or period as the paper names it, resolved against the date of the paper.
struct DateValue {
    std::string text;  // "by the end of Q2"
    std::string iso;   // "2021-07-20", "2021-07", "2021-Q3" (calendar quarter), "2021-autumn", "2021", "2021/2022"
                       // (financial year), "A/B" (a range of such); empty: not resolved
    std::optional<Date> first,
        last;  // the days that it covers, both included; "from May" has no last, "by May" no first
    Precision precision = Precision::unresolved;
    std::string fault;  // why it cannot be, or reads in two ways: "June has 30 days"; empty: none
    Evidence evidence;
};

struct Author {
    std::string name;
    std::string post;  // empty: not said
};

struct Meta {
    std::string title;
    std::optional<Date> date;  // of the meeting
    std::string body;          // to which the paper goes
    std::vector<Author> authors;
    std::string agenda_item;     // as printed: "7", "10.2"
    std::string classification;  // "public", "Official - Sensitive", as the paper says
    std::string format;          // "slides"; empty: none of its own
    std::string purpose;  // "decision", "information", "decision and assurance", ...; empty where neither the front
                          // says so nor anything is asked
    bool purpose_stated = false;        // on the front; else it is what the recommendations come to
    std::vector<std::string> contacts;  // each as printed: name, post, address
};

/// Who has a seat on a body.
struct Member {
    std::string role;  // "independent non-executive member", "Chief Executive of the trust"
    std::string name;  // of the person; empty: not said
    std::optional<std::int64_t> count;
    bool independent = false;
    Evidence evidence;
};

/// A body that the paper declares: one entry for each body, not for each mention.
struct Structure {
    std::string kind;                  // property `structure` of its term
    std::string name;                  // as the paper gives it
    std::vector<std::string> aliases;  // other names in the paper: short forms, local names
    std::string acronym;
    std::string level;       // "system", "place", "neighbourhood"; empty: not said, nor by its kind
    std::string legal_form;  // "statutory body", "committee", "joint committee", "informal", ...
    std::string parent;      // the body of which it is a part, or to which it reports
    std::optional<std::int64_t> count;
    std::vector<Member> members;
    std::string chair;                   // person or role
    std::vector<std::string> functions;  // what it is for, as the paper says
    std::string population;              // "230,000"
    std::string starts, closes;          // ISO, as in DateValue
    std::string standing;                // "in-place", "planned", "restated", "absent"
    Evidence evidence;
};

struct Commitment {
    std::string owner;  // resolved: "we" is the body whose paper it is; empty: no one is named
    std::string action;
    std::string by;                               // as DateValue::iso; empty: no date
    Precision precision = Precision::unresolved;  // of `by`; vague where only words like "in due course" are there
    std::string deadline;                         // the words of the deadline; empty: none
    std::string strength;                         // "will", "plans", "expects", "agreed", "action", "timetable"
    std::string condition;                        // empty: none
    bool awaits_decision = false;                 // rests on a decision for which the same paper asks
    Evidence evidence;
};

enum class PlaceInPaper { front, text, end };

struct Recommendation {
    std::string ask;  // "note", "approve", "agree", "endorse", "consider", "comment", "other"
    std::string body;
    std::string number;  // as printed: "(a)", "2.1"
    std::string item;    // what is to be noted, approved, ...
    PlaceInPaper place = PlaceInPaper::text;
    Evidence evidence;
};

/// How a document that is cited was known: by a name of the rules; by a name that they give as a wrong one; by a title
/// nearly the same as a known one; by the form of what is cited ("... Act 1998"); by its noun alone ("the framework of
/// July").
enum class KnownBy { name, wrong_name, likeness, form, noun };

/// One place where a document is cited, and what is said of it there.
struct CitedAt {
    std::string title;   // as the paper has it there
    std::string number;  // "CP 381"
    std::string date;  // of its publication, or the year of an Act: "2021-06-16", "2021-06", "2021"; "--06-17", "--06"
                       // where the year is not said; empty: none
    std::vector<std::string> publishers;  // labels of their terms
    KnownBy by = KnownBy::name;
    std::optional<catalogue::TermId> term;             // of which the title is a variant
    Evidence evidence;                                 // the title, and what is said with it
    Span title_at, number_at, date_at, publishers_at;  // where each stands; empty: nowhere
};

/// Guidance, a Bill, an Act, or a section of one, that the paper names.
struct Citation {
    std::string title;                  // as the paper has it
    std::string source;                 // id of a document that the rules know; empty: none
    std::string kind;                   // "guidance", "white-paper", "bill", "act", "regulations", ...
    std::string section, number, year;  // as the paper gives them
    Evidence evidence;                  // where it is cited first
    std::uint32_t times = 1;
    std::vector<CitedAt> places;  // all of them, in reading order
};

/// Whether a date as CitedAt has it can be this one; what either leaves open cannot be wrong.
bool can_be(std::string_view said, Date date);

struct Acronym {
    std::string acronym;
    std::vector<std::string> expansions;  // that the paper gives; none: never
    std::uint32_t times = 0;              // that it is used
    Evidence evidence;                    // where it is used or explained first
};

/// "see section 5.2", "Appendix B", "Table 3", "page 12".
struct CrossReference {
    std::string kind;    // "section", "paragraph", "appendix", "table", "figure", "page", "slide", "item"
    std::string number;  // "5.2", "B"
    std::string title;   // where the paper says what is there: "Appendix B (terms of reference)"
    std::optional<std::uint32_t> sentence;  // to which it leads; none: nothing of that number was found
    Evidence evidence;
};

/// A line of an agenda.
struct AgendaItem {
    std::string number;            // as printed: "7", "10.2"
    std::string title;             // as printed
    std::string purpose;           // as Meta::purpose; empty: not said
    std::optional<bool> enclosed;  // whether it says that there is a paper, or that there is none
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
    std::vector<DateValue> dates;
    std::vector<Citation> citations;
    std::vector<Acronym> acronyms;
    std::vector<CrossReference> references;
    std::vector<AgendaItem> agenda;  // of a paper that is the agenda of a meeting
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
