// Phrases that count from another day: "next month", "over the next 12 months", "within six weeks", "tomorrow".
#include <algorithm>
#include <array>

#include "extract/date_pieces.hpp"
#include "extract/words.hpp"

namespace boardcheck::extract {

namespace {

struct UnitWord {
    std::string_view word;
    TimeUnit unit;
    bool plural;
};
constexpr std::array<UnitWord, 11> unit_words{{{"day", TimeUnit::day, false},
                                               {"days", TimeUnit::day, true},
                                               {"week", TimeUnit::week, false},
                                               {"weeks", TimeUnit::week, true},
                                               {"fortnight", TimeUnit::week, false},
                                               {"month", TimeUnit::month, false},
                                               {"months", TimeUnit::month, true},
                                               {"quarter", TimeUnit::quarter, false},
                                               {"quarters", TimeUnit::quarter, true},
                                               {"year", TimeUnit::year, false},
                                               {"years", TimeUnit::year, true}}};

const UnitWord* unit_word(std::string_view word) {
    const auto found =
        std::find_if(unit_words.begin(), unit_words.end(), [&](const UnitWord& unit) { return unit.word == word; });
    return found == unit_words.end() ? nullptr : &*found;
}

/// Reads backwards from a word of a unit.
class Phrase {
public:
    Phrase(const LowerWords& words, std::uint32_t token, const UnitWord& unit)
        : words_(words), unit_(unit), at_(static_cast<std::int64_t>(token) - 1) {
        piece_.tokens = {token, token + 1};
        piece_.unit = unit.unit;
    }

    std::optional<Piece> read() {
        read_kind_of_year();
        if (unit_.plural) return read_plural();
        if (auto piece = read_one()) return piece;
        return read_singular();
    }

private:
    std::string word(std::int64_t token) const { return words_.at(token); }

    Piece done(PieceKind kind) {
        piece_.kind = kind;
        piece_.tokens.first = static_cast<std::uint32_t>(at_ + 1);
        return piece_;
    }

    void read_kind_of_year() {
        static constexpr std::array<std::string_view, 6> financial{"financial", "fiscal",   "municipal",
                                                                   "budget",    "planning", "council"};
        if (unit_.unit == TimeUnit::year && is_one_of(financial, word(at_))) {
            piece_.unit = TimeUnit::financial_year;
            --at_;
        } else if (word(at_) == "calendar") {
            --at_;
        } else if (word(at_) == "working" && unit_.unit == TimeUnit::day) {
            piece_.unit = TimeUnit::working_day;
            --at_;
        }
    }

    /// "a month ago", "within a fortnight", "in a year's time"
    std::optional<Piece> read_one() {
        const std::string before = word(at_);
        if (before != "a" && before != "one") return {};
        piece_.count = unit_.word == "fortnight" ? 2 : 1;
        --at_;
        return read_offset();
    }

    /// The count and what stands around it: "within six weeks", "three months ago", "two weeks' time".
    std::optional<Piece> read_offset() {
        const std::uint32_t after = piece_.tokens.last;
        if (word(after) == "ago") {
            piece_.tokens.last = after + 1;
            piece_.count = -piece_.count;
            return done(PieceKind::offset);
        }
        const std::uint32_t time = word(after) == "'" || word(after) == "'s" ? after + 1 : after;
        if (word(time) == "time") {
            piece_.tokens.last = time + 1;
            if (word(at_) == "in") --at_;
            return done(PieceKind::offset);
        }
        const bool within = word(at_) == "within";
        if (within) --at_;
        piece_.within = within;
        static constexpr std::array<std::string_view, 5> counts_from{"of", "after", "following", "from", "before"};
        const std::string next = word(after);
        if (next == "from" && word(after + 1) == "now") {
            piece_.tokens.last = after + 2;
            return done(PieceKind::offset);
        }
        const bool anchored = is_one_of(counts_from, next) && (within || (next != "of" && next != "from"));
        if (anchored) {
            if (next == "before") {
                piece_.count = -piece_.count;
                piece_.of_date = true;
            }
            piece_.tokens.last = after + 1;
            return done(PieceKind::anchored);
        }
        return within ? std::optional(done(PieceKind::offset)) : std::nullopt;
    }

    std::optional<Piece> read_plural() {
        static constexpr std::array<std::string_view, 2> several{"few", "several"};
        if (is_one_of(several, word(at_))) {
            --at_;
            if (word(at_) == "a") --at_;
            return read_vague();
        }
        if (word(at_) == "of" && word(at_ - 1) == "couple") {
            at_ -= 2;
            return read_vague();
        }
        const std::int64_t count = words_.number(at_);
        if (count < 1 || count > 999) return read_vague();
        piece_.count = static_cast<int>(count);
        --at_;
        const std::string link = word(at_);
        if ((link == "to" || link == "-" || link == "or") && words_.number(at_ - 1) > 0) at_ -= 2;
        if (auto span = read_span()) return span;
        return read_offset();
    }

    /// "the next", "the last", before a count.
    std::optional<Piece> read_span() {
        const Pointer pointer = read_pointer();
        if (pointer == Pointer::none) return {};
        piece_.forward = pointer == Pointer::next || pointer == Pointer::following;
        if (word(at_) == "within") {
            --at_;
            piece_.within = true;
            return done(PieceKind::offset);
        }
        return done(PieceKind::span);
    }

    /// "the coming weeks", "recent months", "the next few years"
    std::optional<Piece> read_vague() {
        const std::string before = word(at_);
        if (before == "recent" || before == "coming" || before == "ensuing") {
            --at_;
        } else if (read_pointer() == Pointer::none) {
            return {};
        }
        if (word(at_) == "the") --at_;
        static constexpr std::array<std::string_view, 6> prepositions{"in",     "over", "within",
                                                                      "during", "for",  "across"};
        if (is_one_of(prepositions, word(at_))) --at_;
        const bool another = word(piece_.tokens.last) == "and" && unit_word(word(piece_.tokens.last + 1)) != nullptr;
        if (another) piece_.tokens.last += 2;
        return done(PieceKind::vague);
    }

    Pointer read_pointer() {
        const std::string before = word(at_);
        Pointer pointer = Pointer::none;
        if (before == "last" || before == "past" || before == "previous" || before == "preceding")
            pointer = Pointer::last;
        if (before == "next" || before == "coming") pointer = Pointer::next;
        if (before == "new" && piece_.unit == TimeUnit::financial_year) pointer = Pointer::next;
        if (before == "following") pointer = Pointer::following;
        if (before == "this" || before == "current" || before == "present") pointer = Pointer::current;
        if (before == "that" || before == "same") pointer = Pointer::same;
        if (pointer == Pointer::none) return pointer;
        --at_;
        const std::string article = word(at_);
        article_ = article == "the" || article == "this" || article == "our";
        if (article_) --at_;
        return pointer;
    }

    std::optional<Piece> read_singular() {
        if (unit_.unit == TimeUnit::day || unit_.word == "fortnight") return {};
        const std::string next = word(piece_.tokens.last), before = word(at_);
        const bool year_end =
            unit_.unit == TimeUnit::year && (next == "end" || (next == "-" && word(piece_.tokens.last + 1) == "end"));
        if (year_end) return read_year_end(next == "-" ? 2 : 1);
        // "the last quarter of 2021" is a part of that year.
        if (unit_.unit == TimeUnit::quarter && next == "of") return {};
        const Pointer pointer = read_pointer();
        if (pointer == Pointer::none) {
            if (before != "the") return {};
            --at_;
            piece_.bare = true;
            piece_.pointer = Pointer::current;
            return done(PieceKind::unit);
        }
        piece_.pointer = pointer;
        // "the coming year", "the past year": twelve months, not a year of the calendar.
        const bool span =
            before == "coming" || before == "past" || (before == "next" && article_) || (before == "last" && article_);
        if (span && unit_.unit == TimeUnit::year && piece_.unit == TimeUnit::year) {
            piece_.count = 1;
            piece_.forward = pointer == Pointer::next;
            return done(PieceKind::span);
        }
        return done(PieceKind::unit);
    }

    std::optional<Piece> read_year_end(std::uint32_t more) {
        const std::string before = word(at_);
        static constexpr std::array<std::string_view, 7> may_precede{"by",   "at",    "before", "the",
                                                                     "this", "until", "to"};
        if (!is_one_of(may_precede, before) && piece_.unit == TimeUnit::year) return {};
        if (before == "the" || before == "this") --at_;
        piece_.tokens.last += more;
        piece_.pointer = Pointer::current;
        piece_.stretch = Stretch::end;
        piece_.doubtful = piece_.unit == TimeUnit::year;
        return done(PieceKind::unit);
    }

    const LowerWords& words_;
    const UnitWord& unit_;
    std::int64_t at_;  // the token before all that was read
    bool article_ = false;
    Piece piece_;
};

/// "tomorrow", "Christmas", "the new year", "on Friday"
std::optional<Piece> named_day(const LowerWords& words, std::uint32_t token) {
    static constexpr std::array<std::string_view, 10> before_days{"on",   "by",   "until", "before", "next",
                                                                  "last", "this", "from",  "since",  "after"};
    static constexpr std::array<std::string_view, 14> before_feasts{
        "by", "until", "before", "after", "since", "over", "at", "this", "next", "last", "for", "from", "to", "of"};
    const std::string word = words.at(token);
    const std::string before = words.at(static_cast<std::int64_t>(token) - 1);
    Piece piece;
    piece.tokens = {token, token + 1};
    if (word == "today" || word == "tomorrow" || word == "yesterday") {
        piece.kind = PieceKind::offset;
        piece.count = word == "tomorrow" ? 1 : word == "yesterday" ? -1 : 0;
        return piece;
    }
    if (word == "year" && before == "new" && words.at(token + 1) != "'s") {
        piece.kind = PieceKind::new_year;
        --piece.tokens.first;
        if (words.at(static_cast<std::int64_t>(token) - 2) == "the") --piece.tokens.first;
        return piece;
    }
    const bool feast = word == "christmas" || word == "easter";
    const bool year_follows = words.number(token + 1) >= 1900 && words.number(token + 1) < 2100;
    if (feast && (year_follows || is_one_of(before_feasts, before))) {
        piece.kind = PieceKind::feast;
        piece.easter = word == "easter";
        if (year_follows) {
            piece.parts.year = static_cast<int>(words.number(token + 1));
            ++piece.tokens.last;
        }
        return piece;
    }
    const int weekday = word.size() > 4 ? weekday_named(word) : -1;
    if (weekday < 0 || !is_one_of(before_days, before)) return {};
    piece.kind = PieceKind::weekday;
    piece.weekday = weekday;
    return piece;
}

}  // namespace

int weekday_named(std::string_view word) {
    static constexpr std::array<std::string_view, 7> days{"monday", "tuesday",  "wednesday", "thursday",
                                                          "friday", "saturday", "sunday"};
    if (word == "weds") return 2;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const bool short_form = word.size() >= 3 && word.size() <= 5 && days[i].starts_with(word);
        if (word == days[i] || short_form) return static_cast<int>(i);
    }
    return -1;
}

bool may_end_phrase(std::string_view word) {
    static constexpr std::array<std::string_view, 5> named{"today", "tomorrow", "yesterday", "christmas", "easter"};
    return unit_word(word) != nullptr || is_one_of(named, word) || (word.size() > 4 && weekday_named(word) >= 0);
}

std::optional<Piece> counted_phrase(const LowerWords& words, std::uint32_t token) {
    const std::string word = words.at(token);
    if (auto piece = named_day(words, token)) return piece;
    const UnitWord* unit = unit_word(word);
    return unit == nullptr ? std::nullopt : Phrase(words, token, *unit).read();
}

}  // namespace boardcheck::extract
