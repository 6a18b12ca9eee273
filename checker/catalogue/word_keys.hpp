// The numbers by which words are compared when variants of terms are looked for in a text.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace boardcheck::catalogue {

/// `text`, with "=" before it where it is compared exactly.
std::string with_mark(std::string_view text, bool exact);

/// For maps that are asked by views.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

class WordKeys {
public:
    /// The keys of a variant's words in order, without those that a text may leave out or put in between; see
    /// is_skipped.
    std::vector<std::uint32_t> of(std::string_view words, bool exact);
    /// Whether nearly every sentence has the word.
    bool common(std::uint32_t key) const { return common_[key]; }

    std::unordered_map<std::string, std::uint32_t> numbers;  // becomes Catalogue::word_keys

private:
    struct Part {
        std::uint32_t key = 0;
        bool skipped = false;
        bool article = false;
    };
    std::vector<Part> parts_of(std::string_view chunk, bool exact);
    std::uint32_t number_of(std::string key, bool common);

    /// What stands between two spaces, compared by stem and compared exactly: most words occur in many variants, and
    /// stemming each once is what keeps loading short.
    std::array<TextMap<std::vector<Part>>, 2> chunks_;
    std::vector<bool> common_;
};

}  // namespace boardcheck::catalogue
