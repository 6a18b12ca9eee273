#include "cli/suggestion.hpp"

#include <algorithm>
#include <cctype>
#include <numeric>

namespace boardcheck::cli {

namespace {

constexpr std::size_t most = 3;

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

/// How many letters must be changed, added or left out to make one word of the other; case does not count.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (lower(a[i]) == lower(b[j]) ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

}  // namespace

std::vector<std::string> similar(std::string_view word, const std::vector<std::string>& names) {
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const std::string& name : names) {
        const std::size_t away = distance(word, name);
        if (away <= std::max<std::size_t>(1, word.size() / 3)) near.emplace_back(away, name);
    }
    std::sort(near.begin(), near.end());
    std::vector<std::string> found;
    for (std::size_t i = 0; i < std::min(most, near.size()); ++i) found.push_back(near[i].second);
    return found;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& names) {
    const auto found = similar(word, names);
    if (found.empty()) return {};
    std::string text = "; did you mean " + found.front();
    for (std::size_t i = 1; i < found.size(); ++i) text += (i + 1 == found.size() ? " or " : ", ") + found[i];
    return text + "?";
}

}  // namespace boardcheck::cli
