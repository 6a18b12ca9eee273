// Numbers as office programs write them in front of headings and points: "4", "iv", "D".
#pragma once

#include <string>
#include <string_view>

namespace boardcheck::ingest {

enum class Numerals { arabic, letters_small, letters_capital, roman_small, roman_capital };

/// Letters go on with "aa", "bb" after "z", as Word, PowerPoint and Writer write them. Numbers below 1, and those too
/// large for their kind of numerals, are written in arabic numerals.
std::string numeral(int number, Numerals kind);

/// "5" for " 5. ": how a printed number is kept in Block::number.
std::string without_stop(std::string_view printed);
/// "5.2": the number of a clause, which is a paragraph; "5" and "(a)" are those of points in a list.
bool numbers_clause(std::string_view number);

}  // namespace boardcheck::ingest
