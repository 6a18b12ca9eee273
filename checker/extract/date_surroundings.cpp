// The words around a date that belong to it: its weekday, "the end of", "next", "by".
#include <algorithm>
#include <array>

#include "extract/date_pieces.hpp"
#include "extract/words.hpp"

namespace boardcheck::extract {

namespace {

/// Walks to the left from a piece, word by word; each step takes in what it knows.
class Surroundings {
public:
    Surroundings(const LowerWords& words, Piece& piece)
        : words_(words), piece_(piece), at_(static_cast<std::int64_t>(piece.tokens.first) - 1) {}

    void take_in() {
        const bool day = piece_.kind == PieceKind::date && piece_.parts.unit == match::DateUnit::day;
        if (day) {
            take_earlier_days();
            take_weekday();
        }
        take_year_label();
        take_article();
        if (day) take_week();
        take_pointer();
        for (int i = 0; i < 3 && take_stretch(); ++i) take_article();
        take_portion();
        piece_.tokens.first = static_cast<std::uint32_t>(at_ + 1);
        take_bound();
    }

private:
    std::string word(std::int64_t token) const { return words_.at(token); }
    bool is(std::int64_t token, std::string_view wanted) const { return words_.at(token) == wanted; }

    /// 6 of "6-10 December", of "6th to 10th", of "Tuesday 6 and Wednesday 7".
    void take_earlier_days() {
        static constexpr std::array<std::string_view, 6> links{"-", "to", "and", ",", "&", "/"};
        if (!named_by_words()) return;
        std::int64_t at = at_;
        int later = piece_.parts.day;
        bool run = false;
        while (piece_.earlier_days.size() < 10) {
            std::int64_t link = at;
            if (weekday_named(word(link)) >= 0) --link;
            const std::string joint = word(link);
            if (!is_one_of(links, joint)) break;
            std::int64_t number = link - 1;
            if (is_tail(word(number))) --number;
            const std::int64_t day = day_number(number);
            if (day < 1 || day >= later) break;
            run = run || joint == "-" || joint == "to";
            piece_.earlier_days.insert(piece_.earlier_days.begin(), static_cast<int>(day));
            later = static_cast<int>(day);
            at = number - 1;
            at_ = at;
        }
        piece_.days_run = run;
        if (piece_.earlier_days.empty()) return;
        bool consecutive = true;
        for (std::size_t i = 0; i < piece_.earlier_days.size(); ++i) {
            const int next = i + 1 < piece_.earlier_days.size() ? piece_.earlier_days[i + 1] : piece_.parts.day;
            consecutive = consecutive && next == piece_.earlier_days[i] + 1;
        }
        piece_.days_run = run || consecutive;
    }
    /// "10 December", not "2021-12-10"
    bool named_by_words() const {
        std::int64_t next = piece_.tokens.first + 1;
        if (is_tail(word(next))) ++next;
        const std::string after = word(next);
        return day_number(piece_.tokens.first) > 0 && !after.empty() && after.front() >= 'a' && after.front() <= 'z';
    }
    static bool is_tail(std::string_view word) { return word == "st" || word == "nd" || word == "rd" || word == "th"; }
    /// 6 of "6" and "6th", in figures only.
    std::int64_t day_number(std::int64_t token) const {
        const std::string figure = word(token);
        if (figure.empty() || figure.front() < '0' || figure.front() > '9' || figure.size() > 4) return -1;
        std::size_t digits = 0;
        while (digits < figure.size() && figure[digits] >= '0' && figure[digits] <= '9') ++digits;
        const bool plain = digits <= 2 && (digits == figure.size() || is_tail(std::string_view(figure).substr(digits)));
        return plain ? std::stoi(figure.substr(0, digits)) : -1;
    }

    void take_weekday() {
        std::int64_t at = at_;
        if (is(at, "the")) --at;
        if (is(at, ",") || is(at, ".")) --at;
        if (is(at, ".")) --at;
        const int weekday = weekday_named(word(at));
        if (weekday < 0) return;
        piece_.weekday = weekday;
        at_ = at - 1;
    }

    /// "financial year 2021/22", "the academic year 2021/22"; after it: "the 2021/22 financial year".
    void take_year_label() {
        if (piece_.kind != PieceKind::date || piece_.parts.unit != match::DateUnit::year) return;
        static constexpr std::array<std::string_view, 6> kinds{"financial", "fiscal",   "academic",
                                                               "municipal", "planning", "calendar"};
        if (is(at_, "year")) {
            --at_;
            if (is_one_of(kinds, word(at_))) --at_;
        }
        const std::uint32_t after = piece_.tokens.last;
        if (is_one_of(kinds, word(after)) && is(after + 1, "year")) piece_.tokens.last = after + 2;
    }

    void take_article() {
        if (is(at_, "the")) --at_;
    }

    /// "week commencing 6 September", "w/c 6 September", "week of 6 September"
    void take_week() {
        const std::string before = word(at_);
        const bool letters = is(at_ - 1, "/") && is(at_ - 2, "w");
        if (letters && (before == "c" || before == "b" || before == "e")) {
            piece_.week_ends = before == "e";
            at_ -= 3;
        } else if (is(at_ - 1, "week")) {
            if (before == "commencing" || before == "beginning" || before == "starting" || before == "of")
                piece_.week_ends = false;
            if (before == "ending" || before == "ended") piece_.week_ends = true;
            if (piece_.week_ends) at_ -= 2;
        } else if (before == "wc" || before == "we") {
            if (before == "wc") piece_.week_ends = false;
            if (piece_.week_ends) --at_;
        }
        take_article();
    }

    /// "next", "last", "this" before a month, a season, a weekday or a feast.
    void take_pointer() {
        if (piece_.pointer != Pointer::none || piece_.kind == PieceKind::unit || piece_.kind == PieceKind::span) return;
        const std::string before = word(at_);
        if (before == "next" || before == "coming") piece_.pointer = Pointer::next;
        if (before == "last") piece_.pointer = Pointer::last;
        if (before == "this") piece_.pointer = Pointer::current;
        if (before == "following") piece_.pointer = Pointer::following;
        if (before == "same") piece_.pointer = Pointer::same;
        if (piece_.pointer == Pointer::none) return;
        --at_;
        take_article();
        if (is(at_, "this")) --at_;
    }

    /// "early", "mid-", "the end of", "later".
    bool take_stretch() {
        const std::string before = word(at_);
        const bool dash = before == "-" && (is(at_ - 1, "mid") || is(at_ - 1, "end"));
        const std::int64_t at = dash ? at_ - 1 : at_;
        const std::string name = word(at);
        Stretch stretch = Stretch::none;
        std::int64_t taken = 1;
        if (name == "early") stretch = Stretch::early;
        if (name == "mid") stretch = Stretch::middle;
        if (name == "late") stretch = Stretch::late;
        if (name == "end") stretch = Stretch::end;
        if (name == "later" && counts_from_now()) stretch = Stretch::rest;
        if (name == "earlier" && counts_from_now()) stretch = Stretch::elapsed;
        if (name == "of" || name == "in") {
            stretch = stretch_of_noun(word(at - 1), name == "in");
            taken = 2;
        }
        if (stretch == Stretch::none) return false;
        if (piece_.stretch == Stretch::none) piece_.stretch = stretch;
        at_ = at - taken;
        // "mid-to-late"
        if (is(at_, "-") && is(at_ - 1, "to") && is(at_ - 2, "-") && is(at_ - 3, "mid")) at_ -= 4;
        return true;
    }
    bool counts_from_now() const { return piece_.kind == PieceKind::unit || piece_.pointer != Pointer::none; }
    static Stretch stretch_of_noun(std::string_view noun, bool in) {
        if (in)
            return noun == "early" ? Stretch::early : noun == "late" || noun == "later" ? Stretch::late : Stretch::none;
        if (noun == "end" || noun == "close") return Stretch::end;
        if (noun == "start" || noun == "beginning") return Stretch::early;
        if (noun == "middle") return Stretch::middle;
        if (noun == "rest" || noun == "remainder") return Stretch::rest;
        return Stretch::none;
    }

    /// "the first quarter of", "the second half of"
    void take_portion() {
        if (!is(at_, "of") && !is(at_, "in")) return;
        const std::string noun = word(at_ - 1), which = word(at_ - 2);
        if (noun != "quarter" && noun != "half" && noun != "part") return;
        static constexpr std::array<std::string_view, 4> ordinals{"first", "second", "third", "fourth"};
        const int most = noun == "quarter" ? 4 : 2;
        int number = 0;
        for (int i = 0; i < most; ++i) {
            if (which == ordinals[static_cast<std::size_t>(i)]) number = i + 1;
        }
        if (which == "last" || which == "final" || which == "latter") number = most;
        if (which == "early" || which == "opening") number = 1;
        if (number == 0) return;
        at_ -= 3;
        if (noun == "part") {
            piece_.stretch = number == 1 ? Stretch::early : Stretch::late;
        } else {
            piece_.portion = number;
            piece_.portion_months = noun == "quarter" ? 3 : 6;
        }
        take_article();
        piece_.bare = false;
    }

    /// "5pm on", "noon on", "close of business on"
    std::int64_t step_over_hour(std::int64_t at) const {
        std::int64_t hour = is(at, "on") || is(at, ",") ? at - 1 : at;
        const std::string name = word(hour);
        if (name == "noon" || name == "midday" || name == "midnight") return hour - (is(hour - 1, "12") ? 2 : 1);
        if (name == "business" || name == "play") return is(hour - 2, "close") ? hour - 3 : at;
        if (name == "am" || name == "pm") return hour - 2;
        const bool figure = !name.empty() && name.front() >= '0' && name.front() <= '9';
        return figure && (name.ends_with("am") || name.ends_with("pm")) ? hour - 1 : at;
    }

    /// "by", "no later than", "with effect from"; what is only between is stepped over.
    void take_bound() {
        std::int64_t at = step_over_hour(at_);
        static constexpr std::array<std::string_view, 9> between{"the",  "about",    "around", "approximately", "at",
                                                                 "noon", "midnight", "later",  "least"};
        for (int i = 0; i < 2 && is_one_of(between, word(at)); ++i) --at;
        const std::string before = word(at);
        Bound bound = Bound::none;
        std::int64_t taken = 1;
        if (before == "by" || before == "until" || before == "till") bound = Bound::until;
        if (before == "before") bound = Bound::before;
        if (before == "from" || before == "since" || before == "starting") bound = Bound::from;
        if (before == "after" || before == "following" || before == "beyond") bound = Bound::after;
        if (before == "than" && is(at - 1, "later") && (is(at - 2, "no") || is(at - 2, "not"))) {
            bound = Bound::until;
            taken = 3;
        }
        if (before == "to" && (is(at - 1, "up") || is(at - 1, "prior"))) {
            bound = is(at - 1, "up") ? Bound::until : Bound::before;
            taken = 2;
        }
        if (before == "of" && (is(at - 1, "ahead") || is(at - 1, "advance"))) {
            bound = Bound::before;
            taken = 2;
        }
        if (before == "between") piece_.between = true;
        if (bound == Bound::none) return;
        if (before == "until" && is(at - 1, "up")) taken = 2;
        if (before == "from" && is(at - 1, "as")) taken = 2;
        if (before == "from" && is(at - 1, "effect") && is(at - 2, "with")) taken = 3;
        piece_.bound = bound;
        piece_.tokens.first = static_cast<std::uint32_t>(at - taken + 1);
    }

    const LowerWords& words_;
    Piece& piece_;
    std::int64_t at_;  // the token before all that was taken in
};

}  // namespace

void take_in_surroundings(const LowerWords& words, Piece& piece) { Surroundings(words, piece).take_in(); }

}  // namespace boardcheck::extract
