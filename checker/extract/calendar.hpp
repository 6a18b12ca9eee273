// Arithmetic of the calendar, and the periods of which papers speak, each with its ISO value.
#pragma once

#include <string>

#include "extract/extract.hpp"

namespace boardcheck::extract {

/// A date that is resolved.
struct Period {
    std::string iso;
    Date first, last;  // both included
    Precision precision = Precision::day;
};

int days_in_month(int year, int month);
/// 0 is Monday.
int weekday_of(Date day);
Date add_days(Date day, int days);
/// Days from Monday to Friday; feasts are not known.
Date add_working_days(Date day, int days);
/// The same day of the month, or the last one where there is none.
Date add_months(Date day, int months);
/// The year in whose April the financial year of the day begins.
int financial_year_of(Date day);
Date easter(int year);

Period day_period(Date day);
Period week_of(Date day);
Period month_period(int year, int month);
/// `months` is 3 or 6; begins with the day's month.
Period months_from(Date day, int months);
/// Spring is 1; winter begins in December of its year.
Period season_period(int year, int season);
Period year_period(int year);
Period financial_year(int year);
/// From the beginning of one to the end of the other.
Period joined(const Period& from, const Period& to);

}  // namespace boardcheck::extract
