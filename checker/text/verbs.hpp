// What single tokens say about their clause: finite verbs, negation, modality, tense, condition.
#pragma once

#include <algorithm>
#include <initializer_list>
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

/// One sentence at a time, seen word by word. Tokens up to `margin` outside the sentence may be asked for: they are
/// nothing.
class Phrase {
public:
    explicit Phrase(const Text& text) : text_(text), lexicon_(forms_of(text.words)) {}

    /// Turns to another sentence.
    void look_at(TokenRange tokens);
    TokenRange tokens() const { return tokens_; }

    Key key(std::uint32_t token) const { return at(token).key; }
    Classes classes(std::uint32_t token) const { return at(token).classes; }
    bool is(std::uint32_t token, Classes any) const { return (classes(token) & any) != 0; }
    bool is_word(std::uint32_t token) const { return is(token, any_word); }
    /// Compares with words from `token` on, whatever the case of the text.
    bool reads(std::uint32_t token, std::initializer_list<Key> words) const {
        return std::all_of(words.begin(), words.end(), [&](Key word) { return key(token++) == word; });
    }
    bool is_one_of(std::uint32_t token, std::initializer_list<Key> words) const {
        return std::find(words.begin(), words.end(), key(token)) != words.end();
    }
    /// The token after `token` that is not an adverb, at most three on.
    std::uint32_t past_adverbs(std::uint32_t token) const;

    Marks marks(std::uint32_t token) const;
    /// True where a finite verb stands, or begins.
    bool is_finite(std::uint32_t token) const;
    bool is_negation(std::uint32_t token) const;
    bool is_condition(std::uint32_t token) const;
    bool is_inversion(std::uint32_t token) const;
    /// "Guidance landed in August", but also "guidance issued in August": a past for want of any other verb.
    bool may_be_past(std::uint32_t token) const;

private:
    static constexpr std::uint32_t margin = 8;
    const WordForm& at(std::uint32_t token) const { return forms_[token + margin - tokens_.first]; }

    std::uint32_t subject_before(std::uint32_t token) const;
    bool is_modal(std::uint32_t token) const;
    bool is_lexical_past(std::uint32_t token) const;
    bool is_lexical_present(std::uint32_t token) const;
    bool is_auxiliary_before(std::uint32_t token) const;
    bool is_arranged(std::uint32_t token) const;
    bool is_bound(std::uint32_t token) const;
    Modality modality(std::uint32_t token) const;
    Modality verb_modality(std::uint32_t token) const;
    Tense tense(std::uint32_t token) const;

    const Text& text_;
    std::vector<WordForm> lexicon_;  // by word
    std::vector<WordForm> forms_;    // by token of the sentence, with its margins
    TokenRange tokens_;
};

}  // namespace boardcheck::text
