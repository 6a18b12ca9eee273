#include "extract/calendar.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/format.h>

namespace boardcheck::extract {

namespace {

namespace chrono = std::chrono;

chrono::sys_days to_days(Date date) {
    return chrono::year(date.year) / chrono::month(date.month) / chrono::day(date.day);
}

Date to_date(chrono::sys_days days) {
    const chrono::year_month_day day(days);
    return {static_cast<std::int16_t>(static_cast<int>(day.year())),
            static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
            static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

Date make(int year, int month, int day) {
    return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

bool is_one_year(const Period& period) { return period.iso.size() == 4; }
bool is_financial_year(const Period& period) { return period.iso.size() == 9 && period.precision == Precision::year; }

}  // namespace

int days_in_month(int year, int month) {
    const auto last = chrono::year(year) / chrono::month(static_cast<unsigned>(month)) / chrono::last;
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

int weekday_of(Date day) { return static_cast<int>(chrono::weekday(to_days(day)).iso_encoding()) - 1; }

Date add_days(Date day, int days) { return to_date(to_days(day) + chrono::days(days)); }

Date add_working_days(Date day, int days) {
    day = add_days(day, days / 5 * 7);
    for (int left = days % 5; left > 0;) {
        day = add_days(day, 1);
        if (weekday_of(day) < 5) --left;
    }
    return day;
}

Date add_months(Date day, int months) {
    const int index = day.year * 12 + day.month - 1 + months;
    const int year = index / 12, month = index % 12 + 1;
    return make(year, month, std::min<int>(day.day, days_in_month(year, month)));
}

int financial_year_of(Date day) { return day.month >= 4 ? day.year : day.year - 1; }

// The Gregorian computus, after Oudin.
Date easter(int year) {
    const int century = year / 100, golden = year % 19;
    const int moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    const int full = moon - moon / 28 * (1 - 29 / (moon + 1) * ((21 - golden) / 11));
    const int sunday = full - (year + year / 4 + full + 2 - century + century / 4) % 7;
    const int month = 3 + (sunday + 40) / 44;
    return make(year, month, sunday + 28 - 31 * (month / 4));
}

Period day_period(Date day) { return {to_string(day), day, day, Precision::day}; }

Period week_of(Date day) {
    const Date monday = add_days(day, -weekday_of(day)), sunday = add_days(monday, 6);
    return {to_string(monday) + "/" + to_string(sunday), monday, sunday, Precision::week};
}

Period month_period(int year, int month) {
    return {fmt::format("{:04}-{:02}", year, month), make(year, month, 1),
            make(year, month, days_in_month(year, month)), Precision::month};
}

Period months_from(Date day, int months) {
    const Period from = month_period(day.year, day.month);
    const Date end = add_months(from.first, months - 1);
    const Period to = month_period(end.year, end.month);
    if (months == 3 && day.month % 3 == 1) {
        return {fmt::format("{:04}-Q{}", day.year, day.month / 3 + 1), from.first, to.last, Precision::quarter};
    }
    return {from.iso + "/" + to.iso, from.first, to.last, months == 3 ? Precision::quarter : Precision::half_year};
}

Period season_period(int year, int season) {
    static constexpr std::array<std::string_view, 4> names{"spring", "summer", "autumn", "winter"};
    Period period = months_from(make(year, season * 3, 1), 3);
    period.iso = fmt::format("{:04}-{}", year, names[static_cast<std::size_t>(season - 1)]);
    period.precision = Precision::season;
    return period;
}

Period year_period(int year) {
    return {fmt::format("{:04}", year), make(year, 1, 1), make(year, 12, 31), Precision::year};
}

Period financial_year(int year) {
    return {fmt::format("{:04}/{:04}", year, year + 1), make(year, 4, 1), make(year + 1, 3, 31), Precision::year};
}

Period joined(const Period& from, const Period& to) {
    Period period{from.iso + "/" + to.iso, from.first, to.last, std::max(from.precision, to.precision)};
    const bool financial = is_financial_year(from) && is_financial_year(to);
    if (financial) period.iso = fmt::format("{:04}/{:04}", from.first.year, to.last.year);
    if (financial || (is_one_year(from) && is_one_year(to))) period.precision = Precision::several_years;
    return period;
}

}  // namespace boardcheck::extract
