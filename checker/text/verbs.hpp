// What single tokens say about their clause: finite verbs, negation, modality, tense, condition.
#pragma once

#include <vector>

#include "text/grammar.hpp"
#include "text/text.hpp"

namespace boardcheck::text {

/// What a run of tokens says; runs add up.
struct Marks {
    bool finite = false;  // it has a finite verb
    bool negated = false;
    bool conditional = false;
    Modality modality = Modality::none;
    Tense tense = Tense::none;

    /// Adds what follows: the strongest modality and the first tense, but a future anywhere, win.
    void add(const Marks& later);
    friend bool operator==(const Marks&, const Marks&) = default;
};

/// One sentence, seen word by word.
class Phrase {
public:
    Phrase(const Text& text, const std::vector<Classes>& classes, TokenRange tokens)
        : text_(text), classes_(classes), tokens_(tokens) {}

    TokenRange tokens() const { return tokens_; }
    /// Surface and classes of a token; empty and 0 outside the sentence.
    std::string_view surface(std::uint32_t token) const;
    Classes classes(std::uint32_t token) const;
    bool is(std::uint32_t token, Classes any) const { return (classes(token) & any) != 0; }
    /// Compares with lower-case words, from `token` on, whatever the case of the text.
    bool reads(std::uint32_t token, std::initializer_list<std::string_view> words) const;
    bool is_word(std::uint32_t token) const;
    bool is_number(std::uint32_t token) const;
    /// The token after `token` that is not an adverb, at most three on.
    std::uint32_t past_adverbs(std::uint32_t token) const;

    Marks marks(std::uint32_t token) const;
    /// True where a finite verb stands, or begins.
    bool is_finite(std::uint32_t token) const;
    bool is_negation(std::uint32_t token) const;
    bool is_condition(std::uint32_t token) const;

private:
    bool is_modal(std::uint32_t token) const;
    bool is_lexical_past(std::uint32_t token) const;
    bool is_lexical_present(std::uint32_t token) const;
    bool is_auxiliary_before(std::uint32_t token) const;
    bool is_bound(std::uint32_t token) const;
    Modality modality(std::uint32_t token) const;
    Modality verb_modality(std::uint32_t token) const;
    Tense tense(std::uint32_t token) const;

    const Text& text_;
    const std::vector<Classes>& classes_;
    TokenRange tokens_;
};

}  // namespace boardcheck::text
