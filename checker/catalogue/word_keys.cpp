#include "catalogue/word_keys.hpp"

#include <algorithm>
#include <array>

#include "catalogue/catalogue.hpp"
#include "catalogue/split.hpp"
#include "text/text.hpp"

namespace boardcheck::catalogue {

namespace {

/// Poor triggers. English, not policy.
constexpr std::array<std::string_view, 48> common_words{
    "a",    "all",  "also",  "an",   "and",  "any", "are",  "as", "at",   "be",    "been", "by",
    "can",  "each", "for",   "from", "had",  "has", "have", "if", "in",   "is",    "it",   "its",
    "may",  "more", "must",  "new",  "no",   "not", "of",   "on", "one",  "or",    "our",  "than",
    "that", "the",  "their", "they", "this", "to",  "was",  "we", "were", "which", "will", "with"};
static_assert(std::is_sorted(common_words.begin(), common_words.end()));

bool is_article(std::string_view stem) { return stem == "the" || stem == "a" || stem == "an"; }

}  // namespace

bool is_skipped(std::string_view stem) {
    constexpr std::array<std::string_view, 8> marks{"-", "/", "'", "\"", "'s", "*", "_", "`"};
    return is_article(stem) || std::find(marks.begin(), marks.end(), stem) != marks.end();
}

std::string with_mark(std::string_view text, bool exact) {
    std::string out;
    if (exact) out += '=';
    return out.append(text);
}

std::vector<std::uint32_t> WordKeys::of(std::string_view words, bool exact) {
    std::vector<std::uint32_t> keys;
    for (const auto chunk : split(words)) {
        auto& chunks = chunks_[exact ? 1 : 0];
        auto known = chunks.find(chunk);
        if (known == chunks.end()) known = chunks.emplace(chunk, parts_of(chunk, exact)).first;
        for (const auto& part : known->second)
            if (!part.skipped || (part.article && keys.empty())) keys.push_back(part.key);
    }
    return keys;
}

std::vector<WordKeys::Part> WordKeys::parts_of(std::string_view chunk, bool exact) {
    std::vector<Part> parts;
    for (const auto& word : text::words_of(chunk)) {
        Part part;
        part.skipped = is_skipped(word.stem);
        part.article = is_article(word.stem);
        if (!part.skipped || part.article) {
            const bool common = std::binary_search(common_words.begin(), common_words.end(), word.stem);
            part.key = number_of(with_mark(exact ? word.surface : word.stem, exact), common);
        }
        parts.push_back(part);
    }
    return parts;
}

std::uint32_t WordKeys::number_of(std::string key, bool common) {
    const auto [place, fresh] = numbers.emplace(std::move(key), static_cast<std::uint32_t>(numbers.size()));
    if (fresh) common_.push_back(common);
    return place->second;
}

}  // namespace boardcheck::catalogue
