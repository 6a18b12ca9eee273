// The closed classes of English: what a word can do in a sentence, as far as a list of words can tell.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/text.hpp"

namespace boardcheck::text {

/// A set of these describes a word.
enum Class : std::uint32_t {
    be_present = 1u << 0,           // "is", "are"
    be_past = 1u << 1,              // "was", "were"
    be_other = 1u << 2,             // "be", "been", "being"
    have_present = 1u << 3,         // "has", "have"
    have_past = 1u << 4,            // "had"
    do_present = 1u << 5,           // "do", "does"
    do_past = 1u << 6,              // "did"
    modal_must = 1u << 7,           // "must", "shall"
    modal_expected = 1u << 8,       // "should", "ought"
    modal_will = 1u << 9,           // "will"
    modal_may = 1u << 10,           // "may", "can", "could", "would"
    negator = 1u << 11,             // "not", "no", "never"
    coordinator = 1u << 12,         // "and", "but", "or"
    subordinator = 1u << 13,        // "because", "while": a clause with a finite verb follows
    relative = 1u << 14,            // "which", "who"
    determiner = 1u << 15,          // "the", "its", "all"
    subject_pronoun = 1u << 16,     // "we", "it", "who"
    preposition = 1u << 17,         // "of", "with"
    simple_past = 1u << 18,         // irregular, and never a participle: "took"
    past_or_participle = 1u << 19,  // irregular: "made", "led"; regular: "-ed"
    participle = 1u << 20,          // irregular, never finite: "taken"
    adverb = 1u << 21,              // "also", "already", "-ly"
    ends_in_s = 1u << 22,           // may be a verb of the third person, or a plural
    gerund = 1u << 23,              // "-ing"
    lower_case = 1u << 24,          // begins with a small letter
    conditional = 1u << 25,         // "if", "unless"
    linking = 1u << 26,             // "remains": finite, unless an auxiliary stands before it
    closed_class = 1u << 29,        // any of the words that we know by name
    any_word = 1u << 27,            // not punctuation
    number = 1u << 28,              // in figures
};
using Classes = std::uint32_t;

constexpr Classes modals = modal_must | modal_expected | modal_will | modal_may;
constexpr Classes be_finite = be_present | be_past;
constexpr Classes do_finite = do_present | do_past;
constexpr Classes have_finite = have_present | have_past;
constexpr Classes auxiliaries = modals | be_finite | be_other | do_finite | have_finite;

/// A word of a closed class, written in lower case, as a number that compares fast.
class Key {
public:
    constexpr Key() = default;
    template <std::size_t size>
    consteval Key(const char (&word)[size]) : hash_(hash_of({word, size - 1})) {}
    static constexpr Key of(std::string_view folded) {
        Key key;
        key.hash_ = hash_of(folded);
        return key;
    }
    friend constexpr bool operator==(const Key&, const Key&) = default;

private:
    static constexpr std::uint64_t hash_of(std::string_view word) {
        std::uint64_t hash = 0xcbf29ce484222325u;
        for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
        return hash;
    }
    std::uint64_t hash_ = 0;
};

struct WordForm {
    Key key;  // of the word in lower case
    Classes classes = 0;
};

/// The form of each word of the table.
std::vector<WordForm> forms_of(const std::vector<Word>& words);

/// True for words that often begin a sentence and never a name: "the", "it", "this". `folded` is in lower case.
bool is_sentence_opener(std::string_view folded);

}  // namespace boardcheck::text
