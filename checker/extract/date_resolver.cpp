#include "extract/date_resolver.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/format.h>

namespace boardcheck::extract {

namespace {

using match::DateParts;
using match::DateUnit;

constexpr int longest_delay = 31;  // days by which a day that is promised may be gone
constexpr int weight_of_past = 3;  // what is only named, without a tense, is mostly to come
constexpr std::string_view no_paper_date = "the paper has no date to count from";
constexpr std::string_view no_named_date = "it counts from a date that is not named";
constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekday_names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                        "Friday", "Saturday", "Sunday"};

std::string_view month_name(int month) { return month_names[static_cast<std::size_t>(month - 1)]; }

int days_between(Date from, Date to) {
    const auto days = [](Date date) {
        return std::chrono::sys_days(std::chrono::year(date.year) / std::chrono::month(date.month) /
                                     std::chrono::day(date.day));
    };
    return static_cast<int>((days(to) - days(from)).count());
}

Precision precision_of(DateUnit unit) {
    switch (unit) {
        case DateUnit::day:
            return Precision::day;
        case DateUnit::month:
            return Precision::month;
        case DateUnit::quarter:
            return Precision::quarter;
        case DateUnit::half_year:
            return Precision::half_year;
        case DateUnit::season:
            return Precision::season;
        case DateUnit::year:
            return Precision::year;
    }
    return Precision::unresolved;
}

/// Why there is no such day or month in any year; empty where there may be.
std::string impossible(const DateParts& parts) {
    if (parts.unit != DateUnit::day && parts.unit != DateUnit::month) return {};
    if (parts.number < 1 || parts.number > 12) return fmt::format("there is no month {}", parts.number);
    if (parts.unit == DateUnit::month) return {};
    if (parts.day < 1) return fmt::format("there is no day {}", parts.day);
    const int days = days_in_month(parts.year == 0 ? 2000 : parts.year, parts.number);
    if (parts.day <= days) return {};
    if (parts.number == 2 && parts.year != 0) return fmt::format("February {} has {} days", parts.year, days);
    return fmt::format("{} has {} days", month_name(parts.number), days);
}

/// The period of the parts in this year; for quarters and halves of a financial year, in the one that begins in it.
Period period_in(const DateParts& parts, int year, bool financial) {
    const Date april{static_cast<std::int16_t>(year), 4, 1}, january{static_cast<std::int16_t>(year), 1, 1};
    const Date begin = financial ? april : january;
    switch (parts.unit) {
        case DateUnit::day: {
            const int day = std::min(parts.day, days_in_month(year, parts.number));
            return day_period({static_cast<std::int16_t>(year), static_cast<std::uint8_t>(parts.number),
                               static_cast<std::uint8_t>(day)});
        }
        case DateUnit::month:
            return month_period(year, parts.number);
        case DateUnit::quarter:
            return months_from(add_months(begin, 3 * (parts.number - 1)), 3);
        case DateUnit::half_year:
            return months_from(add_months(begin, 6 * (parts.number - 1)), 6);
        case DateUnit::season:
            return season_period(year, parts.number);
        case DateUnit::year:
            break;
    }
    return financial ? financial_year(year) : year_period(year);
}

using InYear = std::function<Period(int)>;

/// The one that ends on the day or later, soonest.
Period first_from(Date day, const InYear& in_year) {
    for (int year = day.year - 1;; ++year) {
        const Period period = in_year(year);
        if (period.last >= day || year > day.year) return period;
    }
}

/// The one that begins on the day or earlier, latest.
Period last_until(Date day, const InYear& in_year) {
    for (int year = day.year + 1;; --year) {
        const Period period = in_year(year);
        if (period.first <= day || year < day.year) return period;
    }
}

/// The one nearest to the day; what is gone counts `weight` times as far.
Period nearest(Date day, int weight, const InYear& in_year) {
    Period best = in_year(day.year);
    int least = -1;
    for (int year = day.year - 1; year <= day.year + 1; ++year) {
        const Period period = in_year(year);
        int distance = 0;
        if (period.first > day) distance = days_between(day, period.first);
        if (period.last < day) distance = weight * days_between(period.last, day);
        if (least < 0 || distance < least) {
            least = distance;
            best = period;
        }
    }
    return best;
}

/// Which of the years is meant, by a pointer ("last April"), the other end of a range, or the sentence.
std::optional<Period> choose(const Piece& piece, const DateContext& context, const InYear& in_year) {
    if (context.not_before) return first_from(context.not_before->first, in_year);
    if (context.not_after) return last_until(context.not_after->last, in_year);
    if (piece.pointer == Pointer::following && context.named)
        return first_from(add_days(context.named->last, 1), in_year);
    if (!context.today) {
        if (context.dated) return first_from(context.dated->first, in_year);
        return {};
    }
    const Date today = *context.today;
    if (piece.pointer == Pointer::last) {
        const Period period = last_until(today, in_year);
        return period.last < today ? period : last_until(add_days(period.first, -1), in_year);
    }
    if (piece.pointer == Pointer::next) {
        const Period period = first_from(today, in_year);
        return period.first > today ? period : first_from(add_days(period.last, 1), in_year);
    }
    if (piece.pointer == Pointer::current) return nearest(today, 1, in_year);
    if (context.direction == Direction::ahead) {
        // Who means a day nearly a year away gives its year: "will be open from 1 November", told on the 16th.
        const Period just_gone = last_until(today, in_year);
        const bool day = piece.kind == PieceKind::date && piece.parts.unit == DateUnit::day;
        if (day && days_between(just_gone.last, today) <= longest_delay) return just_gone;
        const bool later = context.dated && context.dated->first > today;
        return first_from(later ? context.dated->first : today, in_year);
    }
    if (context.direction == Direction::back) {
        if (context.dated && context.dated->first < today) {
            const Period after = first_from(context.dated->first, in_year);
            if (after.first <= today) return after;
        }
        return last_until(today, in_year);
    }
    return context.dated ? first_from(context.dated->first, in_year) : nearest(today, weight_of_past, in_year);
}

/// The period of a quarter or half without a year: of the financial year, unless that leads the wrong way.
std::optional<Period> choose_part(const Piece& piece, const DateContext& context) {
    const auto in_year = [&](int year) { return period_in(piece.parts, year, true); };
    if (context.not_before || context.not_after || piece.pointer != Pointer::none)
        return choose(piece, context, in_year);
    if (!context.today) return choose(piece, context, in_year);
    int year = financial_year_of(*context.today);
    if (context.direction == Direction::ahead && in_year(year).last < *context.today) ++year;
    if (context.direction == Direction::back && in_year(year).first > *context.today) --year;
    return in_year(year);
}

int steps_of(Pointer pointer) {
    if (pointer == Pointer::last) return -1;
    return pointer == Pointer::next || pointer == Pointer::following ? 1 : 0;
}

/// The day from which the pointer counts: the paper's, or the one named last.
std::optional<Date> origin(const Piece& piece, const DateContext& context) {
    const bool from_named = piece.pointer == Pointer::following || piece.pointer == Pointer::same;
    if (!from_named) return context.today;
    return context.named ? std::optional(context.named->first) : std::nullopt;
}

Resolved unknown(const Piece& piece) {
    const bool from_named = piece.pointer == Pointer::following || piece.pointer == Pointer::same;
    return {{}, Precision::unresolved, std::string(from_named ? no_named_date : no_paper_date)};
}

Resolved resolve_unit(const Piece& piece, const DateContext& context) {
    const auto from = origin(piece, context);
    if (!from) return unknown(piece);
    const int steps = steps_of(piece.pointer);
    const bool financial = piece.unit == TimeUnit::financial_year ||
                           (piece.pointer == Pointer::following && context.named->iso.size() == 9);
    Period period;
    if (financial) {
        // A new year of that kind is the one whose beginning is near.
        period = financial_year(financial_year_of(*from) + steps);
    } else if (piece.unit == TimeUnit::year) {
        period = year_period(from->year + steps);
    } else if (piece.unit == TimeUnit::quarter) {
        const Date first{from->year, static_cast<std::uint8_t>((from->month - 1) / 3 * 3 + 1), 1};
        period = months_from(add_months(first, 3 * steps), 3);
    } else if (piece.unit == TimeUnit::month) {
        const Date month = add_months({from->year, from->month, 1}, steps);
        period = month_period(month.year, month.month);
    } else {
        period = week_of(add_days(*from, 7 * steps));
    }
    std::string fault = piece.doubtful ? "the end of the calendar year, or of the financial one" : "";
    return {period, period.precision, std::move(fault)};
}

Date moved(Date day, TimeUnit unit, int count) {
    switch (unit) {
        case TimeUnit::day:
            return add_days(day, count);
        case TimeUnit::working_day:
            return count < 0 ? add_days(day, count) : add_working_days(day, count);
        case TimeUnit::week:
            return add_days(day, 7 * count);
        case TimeUnit::month:
            return add_months(day, count);
        case TimeUnit::quarter:
            return add_months(day, 3 * count);
        case TimeUnit::year:
        case TimeUnit::financial_year:
            break;
    }
    return add_months(day, 12 * count);
}

std::string iso_to_month(Date day) { return to_string(Date{day.year, day.month, 0}); }

Resolved resolve_span(const Piece& piece, const DateContext& context) {
    if (!context.today) return unknown(piece);
    const Date other = moved(*context.today, piece.unit, piece.forward ? piece.count : -piece.count);
    const Date first = std::min(*context.today, other), last = std::max(*context.today, other);
    Period period{to_string(first) + "/" + to_string(last), first, last, Precision::day};
    if (piece.unit == TimeUnit::week) period.precision = Precision::week;
    const bool years = piece.unit == TimeUnit::year || piece.unit == TimeUnit::financial_year;
    if (piece.unit == TimeUnit::month || piece.unit == TimeUnit::quarter || (years && piece.count == 1)) {
        period.iso = iso_to_month(first) + "/" + iso_to_month(last);
        period.precision = years ? Precision::year : Precision::month;
    } else if (years) {
        period.iso = fmt::format("{:04}/{:04}", first.year, last.year);
        period.precision = Precision::several_years;
    }
    return {period, period.precision, {}};
}

Resolved resolve_offset(const Piece& piece, const DateContext& context) {
    std::optional<Date> from = context.today;
    if (piece.parts.number != 0) {
        Piece anchor;
        anchor.parts = piece.parts;
        const Resolved date = resolve(anchor, context);
        from = date.period ? std::optional(date.period->first) : std::nullopt;
    }
    if (!from) return unknown(piece);
    const Date day = moved(*from, piece.unit, piece.count);
    Period period = day_period(day);
    if (piece.unit == TimeUnit::week) period.precision = Precision::week;
    if (piece.unit == TimeUnit::month || piece.unit == TimeUnit::quarter) period = month_period(day.year, day.month);
    if (piece.unit == TimeUnit::year || piece.unit == TimeUnit::financial_year) period = year_period(day.year);
    if (piece.within) period.last = day;
    return {period, period.precision, {}};
}

Resolved resolve_weekday(const Piece& piece, const DateContext& context) {
    if (!context.today) return unknown(piece);
    const int ahead = (piece.weekday - weekday_of(*context.today) + 7) % 7;
    const bool back =
        piece.pointer == Pointer::last || (piece.pointer == Pointer::none && context.direction == Direction::back);
    int days = ahead == 0 && piece.pointer == Pointer::next ? 7 : ahead;
    if (back) days = ahead - 7;
    return {day_period(add_days(*context.today, days)), Precision::day, {}};
}

/// What may be wrong with a day that there is: the weekday beside it, its order, its year.
std::string doubt(const Piece& piece, const Period& period) {
    const bool day = piece.parts.unit == DateUnit::day;
    if (day && piece.weekday >= 0 && piece.parts.year != 0 && piece.earlier_days.empty() &&
        weekday_of(period.first) != piece.weekday) {
        return fmt::format("{} {} {} is a {}", piece.parts.day, month_name(piece.parts.number), period.first.year,
                           weekday_names[static_cast<std::size_t>(weekday_of(period.first))]);
    }
    if (piece.parts.month_first) return "the month is before the day, as in American English";
    if (piece.parts.two_ways) return "a month of a year, or a day of a month";
    return {};
}

/// "April last year", "Q3 of this financial year"
std::optional<Period> in_pointed_year(const Piece& piece, const DateContext& context) {
    const auto from = origin(piece, context);
    if (!from) return {};
    const bool part = piece.parts.unit == DateUnit::quarter || piece.parts.unit == DateUnit::half_year;
    const int steps = steps_of(piece.pointer);
    if (piece.unit != TimeUnit::financial_year) return period_in(piece.parts, from->year + steps, part);
    const int year = financial_year_of(*from) + steps;
    if (part) return period_in(piece.parts, year, true);
    return first_from(financial_year(year).first, [&](int in) { return period_in(piece.parts, in, false); });
}

Resolved resolve_date(const Piece& piece, const DateContext& context) {
    const DateParts& parts = piece.parts;
    if (std::string fault = impossible(parts); !fault.empty()) return {{}, precision_of(parts.unit), std::move(fault)};
    const bool part = parts.unit == DateUnit::quarter || parts.unit == DateUnit::half_year;
    std::optional<Period> period;
    if (parts.year != 0) {
        period = period_in(parts, parts.year, parts.financial);
    } else if (piece.count == 1 && piece.pointer != Pointer::none) {
        period = in_pointed_year(piece, context);
    } else if (part) {
        period = choose_part(piece, context);
    } else {
        period = choose(piece, context, [&](int year) { return period_in(parts, year, false); });
    }
    if (!period) return unknown(piece);
    return {period, period->precision, doubt(piece, *period)};
}

Resolved resolve_feast(const Piece& piece, const DateContext& context) {
    const auto in_year = [&](int year) {
        if (piece.kind == PieceKind::new_year) return month_period(year, 1);
        return day_period(piece.easter ? easter(year) : Date{static_cast<std::int16_t>(year), 12, 25});
    };
    std::optional<Period> period;
    if (piece.parts.year != 0) period = in_year(piece.parts.year);
    if (!period) period = choose(piece, context, in_year);
    if (!period) return unknown(piece);
    return {period, period->precision, {}};
}

}  // namespace

Resolved resolve(const Piece& piece, const DateContext& context) {
    switch (piece.kind) {
        case PieceKind::date:
            return resolve_date(piece, context);
        case PieceKind::unit:
            return resolve_unit(piece, context);
        case PieceKind::span:
            return resolve_span(piece, context);
        case PieceKind::offset:
            return resolve_offset(piece, context);
        case PieceKind::weekday:
            return resolve_weekday(piece, context);
        case PieceKind::feast:
        case PieceKind::new_year:
            return resolve_feast(piece, context);
        case PieceKind::vague:
            return {{}, Precision::vague, {}};
        case PieceKind::anchored:
            break;
    }
    return {{}, Precision::unresolved, "it counts from what has no date"};
}

}  // namespace boardcheck::extract
