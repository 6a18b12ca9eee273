// Text into what stands between its white space.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace boardcheck::catalogue {

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Views into `text`, in order; none is empty.
std::vector<std::string_view> split(std::string_view text);

/// `text` with every run of white space as one space, none at its ends.
std::string single_spaced(std::string_view text);

}  // namespace boardcheck::catalogue
