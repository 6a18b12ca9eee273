// The dates of a paper as tokens of its sentences.
#pragma once

#include "check/words.hpp"

namespace boardcheck::check {

/// The words of a piece of evidence, as tokens of its sentence.
text::TokenRange tokens_of(const text::Text& text, const extract::Evidence& evidence);

/// Whether a year of four digits is among the words.
bool has_year(const Words& words, text::TokenRange tokens);

/// A day is named, not only its month.
bool is_day(const extract::DateValue& date);

/// The last day that a date covers, or its first; of dates that are resolved.
std::optional<Date> end_of(const extract::DateValue& date);

/// Days from the beginning of the year 0, by which days can be subtracted.
int day_number(Date day);

}  // namespace boardcheck::check
