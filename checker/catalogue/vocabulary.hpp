// The terms of a catalogue while it is being built: those the lexicon names, those that every catalogue has, and those
// that patterns make by writing words.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "catalogue/word_keys.hpp"

namespace boardcheck::catalogue {

class Vocabulary {
public:
    /// With the built-in terms.
    Vocabulary();

    std::optional<TermId> find(std::string_view id) const;
    /// Adds a named term; its id must be new.
    TermId add(Term term);
    /// The term without a name for these words: the same one for the same keys. Nothing where there are no words.
    std::optional<TermId> phrase(std::string_view text, bool exact);

    /// To be called when all named terms are complete, before the first cost is asked for.
    void weigh();
    /// A guess at how often the term is mentioned, to choose good triggers by.
    std::uint64_t cost(TermId term) const { return costs_[term]; }

    bool built_in(TermId term) const { return term < built_in_terms; }
    /// {number} is no term that a text mentions, but any whole number.
    bool is_number(TermId term) const { return term == number_term; }
    /// Ids of the named terms.
    std::vector<std::string_view> names() const;

    std::vector<Term> terms;
    std::unordered_map<std::string, TermId> ids;
    WordKeys words;

private:
    static constexpr TermId number_term = 1, built_in_terms = 3;
    std::array<TextMap<TermId>, 2> written_;           // phrases as written, compared by stem and exactly
    std::unordered_map<std::string, TermId> phrases_;  // the keys of a phrase, byte by byte
    std::vector<std::uint64_t> costs_;
};

}  // namespace boardcheck::catalogue
