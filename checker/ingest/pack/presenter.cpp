#include "ingest/pack/presenter.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest::pack {

namespace {

constexpr std::array<std::string_view, 13> posts{"Chair",     "Chairman", "Executive", "Officer", "Director",
                                                 "Secretary", "Nurse",    "Manager",   "Lead",    "Leader",
                                                 "Treasurer", "Member",   "Clerk"};
constexpr std::array<std::string_view, 4> heads{"Director", "Head", "Chair", "Leader"};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        if (!word.empty()) words.push_back(word);
        text.remove_prefix(std::min(word.size() + 1, text.size()));
    }
    return words;
}

/// "Chair", "All", "Chief Finance Officer", "Director of Nursing", "Committee chair".
bool is_post(const std::vector<std::string_view>& words, std::size_t begin) {
    constexpr std::size_t longest = 3;
    constexpr std::size_t longest_with_of = 7;
    const std::size_t count = words.size() - begin;
    const bool head =
        count > 2 && count <= longest_with_of && words[begin + 1] == "of" && contains(heads, words[begin]);
    if (head || (count == 1 && words[begin] == "All")) return true;
    if (count > longest || !begins_upper(words[begin])) return false;
    const bool named = contains(posts, words.back()) || (count > 1 && words.back() == "chair");
    return named &&
           std::all_of(words.begin() + static_cast<std::ptrdiff_t>(begin), std::prev(words.end()), begins_upper);
}

}  // namespace

std::string_view without_presenter(std::string_view title) {
    const auto words = words_of(title);
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (!is_post(words, i)) continue;
        const auto before = words[i - 1];
        const auto end = static_cast<std::size_t>(before.data() + before.size() - title.data());
        // "Report of the Chief Executive" is no title without its end; "Joint Chief Officer" is one post.
        if (ends_in_mid_phrase(title.substr(0, end))) return title;
        return title.substr(0, end);
    }
    return title;
}

}  // namespace boardcheck::ingest::pack
