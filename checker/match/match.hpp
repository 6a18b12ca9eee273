// Sentences and a Catalogue in, Matches out: where terms are mentioned, what each sentence is about, where patterns
// match.
//
// Mentions are found by one automaton over all variants, in one pass over the tokens; then come the paper's own
// abbreviations, its local names, its readings of ambiguous words, and short forms. Patterns run only on scopes that
// hold one of their triggers, so that the time grows with the text and hardly with the number of rules. Mentions and
// hits are in reading order. Never fails.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/base.hpp"
#include "catalogue/catalogue.hpp"
#include "text/text.hpp"

namespace boardcheck::match {

struct Mention {
    catalogue::TermId term = 0;
    text::TokenRange tokens;
    std::uint32_t sentence = 0;
    friend auto operator<=>(const Mention&, const Mention&) = default;
};

/// A pattern's match. The quoted words of a list or section may span several sentences; `sentence` is the one that
/// holds most of the match.
struct Hit {
    catalogue::PatternId pattern = 0;
    std::uint32_t sentence = 0;
    text::TokenRange tokens;  // of the words of this sentence that matched, first to last
    friend auto operator<=>(const Hit&, const Hit&) = default;
};

/// A name by which the paper itself calls a term: "Acute Provider Alliance (APA)", "(the Alliance)".
struct Alias {
    std::string name;
    catalogue::TermId term = 0;
    std::uint32_t sentence = 0;  // where it is introduced
};

enum class DateUnit { day, month, quarter, half_year, season, year };

/// What the words of one date say, before anyone asks whether there is such a day, and in which year.
struct DateParts {
    DateUnit unit = DateUnit::year;
    int year = 0;            // 0: not said
    bool financial = false;  // `year` begins in April: 2021 of "2021/22"
    int number = 0;          // of the month, quarter or half; of the season, from spring as 1
    int day = 0;
    bool month_first = false;  // "09/23/2021", "September 23, 2021"
    bool two_ways = false;     // "April 22": a day or a year
};

/// A date as the paper names it: a day, month, quarter, half, season or year.
struct DateMention {
    std::string iso;  // "2021-07-20", "2021-07", "2021-Q3" (calendar quarter), "2021-autumn", "2021", "2021/2022"
                      // (financial year); empty: unknown year, or no such day
    text::TokenRange tokens;
    std::uint32_t sentence = 0;
    DateParts parts;
};

struct Matches {
    std::vector<Mention> mentions;          // by sentence, then token
    std::vector<Hit> hits;                  // by pattern, then sentence
    std::vector<std::uint32_t> hits_begin;  // where those of each pattern begin, and one more
    std::vector<DateMention> dates;         // in reading order
    std::vector<Alias> aliases;
    std::vector<std::string> local_names;  // "Pellshire", most frequent first
    std::vector<bool> readings;            // for each of Catalogue::readings
};

Matches match(const text::Text& text, const catalogue::Catalogue& catalogue);

/// The hits of one pattern, by sentence; a view into `matches`.
std::span<const Hit> hits_of(const Matches& matches, catalogue::PatternId pattern);

}  // namespace boardcheck::match
