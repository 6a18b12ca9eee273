// Words of English, compared in lower case.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace boardcheck::extract {

/// ASCII letters only.
std::string lower(std::string_view words);

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace boardcheck::extract
