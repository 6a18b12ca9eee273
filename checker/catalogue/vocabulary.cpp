#include "catalogue/vocabulary.hpp"

#include <algorithm>
#include <array>

#include "text/text.hpp"

namespace boardcheck::catalogue {

namespace {

/// Words so common that nearly every sentence has one: poor triggers. English, not policy.
constexpr std::array<std::string_view, 49> common_words{
    "a",    "all",  "also", "an",  "and", "any",  "are",   "as",   "at",   "be",   "been", "by",  "can",
    "each", "for",  "from", "had", "has", "have", "if",    "in",   "is",   "it",   "its",  "may", "more",
    "must", "new",  "no",   "not", "of",  "on",   "one",   "or",   "our",  "than", "that", "the", "their",
    "they", "this", "to",   "was", "we",  "were", "which", "will", "with", "would"};
static_assert(std::is_sorted(common_words.begin(), common_words.end()));

constexpr std::uint64_t built_in_cost = 100;

/// A guess at the mentions of one variant in a long paper.
std::uint64_t cost_of(const Variant& variant) {
    const auto keys = keys_of(variant.text, variant.exact);
    if (keys.size() != 1) return keys.size() == 2 ? 3 : 1;
    std::string_view word = keys[0];
    if (variant.exact) word.remove_prefix(1);
    const bool common = std::binary_search(common_words.begin(), common_words.end(), word);
    return common ? 300 : variant.exact ? 6 : 10;
}

}  // namespace

bool is_skipped(std::string_view stem) {
    constexpr std::array<std::string_view, 12> skipped{"-", "/", "'", "\"", "'s", "‘", "’", "“", "”", "’s", "–", "—"};
    constexpr std::array<std::string_view, 3> articles{"the", "a", "an"};
    return std::find(skipped.begin(), skipped.end(), stem) != skipped.end() ||
           std::find(articles.begin(), articles.end(), stem) != articles.end();
}

std::string_view stem_key(std::string_view stem) { return stem == "&" ? "and" : stem; }

std::vector<std::string> keys_of(std::string_view words, bool exact) {
    const auto is_article = [](std::string_view stem) { return stem == "the" || stem == "a" || stem == "an"; };
    std::vector<std::string> keys;
    for (const auto& word : text::words_of(words)) {
        const bool kept_article = keys.empty() && is_article(word.stem);
        if (is_skipped(word.stem) && !kept_article) continue;
        keys.push_back(exact ? "=" + word.surface : std::string(stem_key(word.stem)));
    }
    return keys;
}

Vocabulary::Vocabulary() {
    const auto add_built_in = [&](const char* id, const char* label) {
        Term term;
        term.id = id;
        term.label = label;
        term.broader = {static_cast<TermId>(terms.size())};
        add(std::move(term));
    };
    add_built_in("date", "date");
    add_built_in("number", "number");
    add_built_in("local-name", "name of a place");
}

std::optional<TermId> Vocabulary::find(std::string_view id) const {
    const auto found = ids.find(std::string(id));
    if (found == ids.end()) return {};
    return found->second;
}

TermId Vocabulary::add(Term term) {
    const auto id = static_cast<TermId>(terms.size());
    ids.emplace(term.id, id);
    terms.push_back(std::move(term));
    return id;
}

std::optional<TermId> Vocabulary::phrase(std::string_view words, bool exact) {
    const std::string as_written = (exact ? "=" : "") + std::string(words);
    if (const auto known = written_.find(as_written); known != written_.end()) return known->second;
    const auto keys = keys_of(words, exact);
    if (keys.empty()) return {};
    std::string joined;
    for (const auto& key : keys) joined += key + '\n';
    const auto [place, fresh] = phrases_.emplace(joined, static_cast<TermId>(terms.size()));
    written_.emplace(as_written, place->second);
    if (!fresh) return place->second;

    Term term;
    const bool bare = exact && words.find(' ') == std::string_view::npos;
    term.id = bare ? as_written : (exact ? "='" : "'") + std::string(words) + "'";
    term.label = words;
    term.variants.push_back({std::string(words), exact, {}, {}, {}});
    term.broader = {place->second};
    costs_.resize(terms.size() + 1);
    costs_.back() = cost_of(term.variants.front());
    return add(std::move(term));
}

void Vocabulary::weigh() {
    costs_.assign(terms.size(), 0);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        std::uint64_t own = built_in(static_cast<TermId>(i)) ? built_in_cost : 10 * terms[i].shorts.size();
        for (const auto& variant : terms[i].variants) own += cost_of(variant);
        for (const auto broader : terms[i].broader) costs_[broader] += own;
    }
}

std::vector<std::string_view> Vocabulary::names() const {
    std::vector<std::string_view> out;
    for (const auto& term : terms)
        if (term.id[0] != '\'' && term.id[0] != '=') out.push_back(term.id);
    return out;
}

}  // namespace boardcheck::catalogue
