// Whole numbers in figures and in words.
#pragma once

#include <cstdint>
#include <string_view>

namespace boardcheck::text {

/// Value of a token in lower case: "3", "1,250", "6th", "three", "third"; -1 where it is not a whole number.
std::int64_t number_of(std::string_view folded);

/// Length of the ordinal ending of figures ("st", "nd", "rd", "th") at the end of `folded`, or 0.
std::size_t ordinal_ending(std::string_view folded);

}  // namespace boardcheck::text
