// What a sentence says of time, piece by piece, before anyone asks which day is meant: the dates of the match with the
// words around them ("by the end of", "next"), and the phrases that count from another day ("within six weeks of").
#pragma once

#include "extract/paper.hpp"

namespace boardcheck::extract {

enum class TimeUnit { day, working_day, week, month, quarter, year, financial_year };

/// Which side of a day is meant: "by", "before", "from", "after".
enum class Bound { none, until, before, from, after };

/// A stretch of a period: "early", "mid-", "late", "the end of", "later this", "earlier this".
enum class Stretch { none, early, middle, late, end, rest, elapsed };

/// What leads from the paper's day to the one that is meant: "last", "this", "next", "the following".
enum class Pointer { none, last, current, next, following, same };

enum class PieceKind {
    date,      // in `parts`
    unit,      // "next month", "the end of the year": `unit`, `pointer`
    span,      // "the next 12 months": `unit`, `count`, forward or not
    offset,    // "two weeks ago", "within six weeks", "tomorrow": `unit`, `count` (negative: back)
    weekday,   // "on Friday"
    feast,     // "Christmas"
    new_year,  // "the new year"
    vague,     // "in due course"
    anchored   // "within six weeks of Royal Assent"
};

struct Piece {
    PieceKind kind = PieceKind::date;
    text::TokenRange tokens;  // with all words that belong to it
    match::DateParts parts;
    TimeUnit unit = TimeUnit::day;
    int count = 0;
    bool forward = true;    // of a span
    bool within = false;    // of an offset: any day until then
    bool bare = false;      // of a unit: "the year", which is a date only as "the end of the year"
    bool doubtful = false;  // "year end": of which year?
    Pointer pointer = Pointer::none;
    Stretch stretch = Stretch::none;
    Bound bound = Bound::none;
    int portion = 0, portion_months = 0;  // "the first quarter of": 1, 3
    int weekday = -1;                     // that stands beside the day
    std::optional<bool> week_ends;        // "week commencing", "week ending"
    std::vector<int> earlier_days;        // 6 of "6-10 December"
    bool days_run = false;                // from the first of them to the last
    bool easter = false;
    bool between = false;  // "between this and the next"
    bool of_date = false;  // means something only before a date: "a week before 1 May"
    bool gone = false;     // into another piece
};

class PieceFinder {
public:
    explicit PieceFinder(const Paper& paper);
    /// The pieces of one sentence, in order, none inside another.
    std::vector<Piece> find(std::uint32_t sentence) const;

private:
    const Paper& paper_;
    std::vector<bool> ends_phrase_;  // by distinct word
};

/// A token's word in small letters; empty outside the range.
class LowerWords {
public:
    LowerWords(const Paper& paper, text::TokenRange range) : paper_(paper), range_(range) {}
    std::string at(std::int64_t token) const;
    std::int64_t number(std::int64_t token) const;
    bool mark(std::int64_t token) const;
    text::TokenRange range() const { return range_; }

private:
    bool inside(std::int64_t token) const { return token >= range_.first && token < range_.last; }
    const Paper& paper_;
    text::TokenRange range_;
};

/// Monday is 0; -1 for another word.
int weekday_named(std::string_view word);
/// Whether a phrase that counts from another day can end with the word, in small letters.
bool may_end_phrase(std::string_view word);
/// The phrase with its last word at `token`, where one ends there that counts from another day.
std::optional<Piece> counted_phrase(const LowerWords& words, std::uint32_t token);
/// Takes in the words before and after a piece that belong to it.
void take_in_surroundings(const LowerWords& words, Piece& piece);

}  // namespace boardcheck::extract
