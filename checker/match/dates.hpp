// Finds the dates that a paper names: days, months, quarters, seasons and years, with their ISO values.
#pragma once

#include <vector>

#include "match/match.hpp"

namespace boardcheck::match {

/// In reading order. "20 July 2021", "20th July", "July 2021", "Q3 2021/22", "autumn 2021", "2021/22", "early March
/// 2022" (the month), "2021". A day or month without a year takes the year of the date named before it in the paper;
/// without one it has no value.
std::vector<DateMention> find_dates(const text::Text& text);

}  // namespace boardcheck::match
