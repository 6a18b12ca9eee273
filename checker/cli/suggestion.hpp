// "Did you mean ...?"
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace boardcheck::cli {

/// The names most like `word`, nearest first, at most three; none where nothing is near.
std::vector<std::string> similar(std::string_view word, const std::vector<std::string>& names);
/// "; did you mean A, B or C?", or nothing.
std::string suggestion(std::string_view word, const std::vector<std::string>& names);

}  // namespace boardcheck::cli
