#include "catalogue/vocabulary.hpp"

namespace boardcheck::catalogue {

namespace {

constexpr std::uint64_t built_in_cost = 100;

/// A guess at the mentions of one variant in a long paper.
std::uint64_t cost_of(const Variant& variant, const WordKeys& words) {
    const auto& keys = variant.keys;
    if (keys.size() != 1) return keys.size() == 2 ? 3 : 1;
    return words.common(keys[0]) ? 300 : variant.exact ? 6 : 10;
}

}  // namespace

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

std::optional<TermId> Vocabulary::phrase(std::string_view text, bool exact) {
    auto& written = written_[exact ? 1 : 0];
    if (const auto known = written.find(text); known != written.end()) return known->second;
    auto keys = words.of(text, exact);
    if (keys.empty()) return {};
    const std::string joined(reinterpret_cast<const char*>(keys.data()), keys.size() * sizeof(keys[0]));
    const auto [place, fresh] = phrases_.emplace(joined, static_cast<TermId>(terms.size()));
    written.emplace(text, place->second);
    if (!fresh) return place->second;

    Term term;
    const bool bare = exact && text.find(' ') == std::string_view::npos;
    term.id = bare ? with_mark(text, exact) : with_mark("'", exact).append(text).append("'");
    term.label = text;
    term.variants.push_back({std::string(text), exact, {}, {}, {}, std::move(keys)});
    term.broader = {place->second};
    costs_.resize(terms.size() + 1);
    costs_.back() = cost_of(term.variants.front(), words);
    return add(std::move(term));
}

void Vocabulary::weigh() {
    costs_.assign(terms.size(), 0);
    for (std::size_t i = 0; i < terms.size(); ++i) {
        std::uint64_t own = built_in(static_cast<TermId>(i)) ? built_in_cost : 10 * terms[i].shorts.size();
        for (const auto& variant : terms[i].variants) own += cost_of(variant, words);
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
