// A Document in, sentences out: normalised text, tokens with their stems, sentences with their lead-ins, sections,
// clauses.
//
// `Text::text` is the document's text with spaces, quotation marks, dashes and compatibility characters made uniform
// (NFC; soft hyphens and zero-width characters dropped); `Text::document` leads back to Document::text. Every span here
// is in Text::text. Sentences are in reading order, do not overlap and never cross a block, except that one row of a
// table whose cells are short is one sentence; running heads, speaker notes and review comments have none. English
// only; the language's closed classes (negation, modals, conditionals) are known here, policy is not. Never fails.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "ingest/ingest.hpp"

namespace boardcheck::text {

/// Half-open range of indices into Text::tokens.
struct TokenRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    friend auto operator<=>(const TokenRange&, const TokenRange&) = default;
};

enum class TokenKind { word, number, punctuation };

struct Token {
    Span span;               // in Text::text
    std::uint32_t word = 0;  // index into Text::words: same index, same surface
    TokenKind kind = TokenKind::word;
};

/// A distinct surface form of the paper. Words keep inner hyphens and apostrophes apart: "co-production" is three
/// tokens
/// ("co", "-", "production"), "body's" is "body" and "'s".
struct Word {
    std::string surface;       // as written: "Boards"
    std::string stem;          // folded and stemmed (Snowball English): "board"; punctuation and numbers: folded only
    std::int64_t number = -1;  // value of "3", "1,250", "three", "third"; -1 where the word is not a whole number
    bool capitalised = false;  // begins with an upper-case letter
};

enum class Modality {
    none,
    must,
    expected,
    will,
    may
};  // "must/required to/shall", "should/expected to", "will/going to", "may/can/could/would"
enum class Tense { none, past, present, future };  // perfect ("has been approved") is past

/// A part of a sentence with a verb group of its own; the clauses of a sentence are in order and cover its tokens.
struct Clause {
    TokenRange tokens;
    bool negated = false;  // "not", "no", "never", "neither", "without", "unable to", ... governs the clause
    Modality modality = Modality::none;
    Tense tense = Tense::none;
    bool conditional = false;  // "if", "subject to", "unless", "once", "assuming", "provided that"
};

struct Sentence {
    Span span;
    TokenRange tokens;
    std::uint32_t block = 0;    // index into Document::blocks (of the first cell, for a table row)
    std::uint32_t section = 0;  // index into Text::sections
    std::vector<std::uint32_t>
        lead_ins;  // sentences that this one completes, outermost first: introductions of the lists it is an
                   // item of (also nested, also across a page), header row of its table, label of its row
    std::vector<Clause> clauses;
};

/// A node of the section tree; section 0 is the paper itself and has no heading.
struct Section {
    std::uint32_t parent = 0;
    std::uint32_t heading = no_heading;  // index into Text::sentences; headings are sentences too
    std::uint8_t level = 0;
    std::string number;  // as printed; may be empty
    static constexpr std::uint32_t no_heading = 0xffffffff;
};

struct Text {
    std::string text;
    OffsetMap document;  // text -> Document::text
    std::vector<Word> words;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    std::vector<Section> sections;
};

Text segment(const ingest::Document& document);

/// Splits `text` (normalised on the way) into words as `segment` does, without sentences: for the variants and patterns
/// of rules. One Word for each token, punctuation too, in order.
std::vector<Word> words_of(std::string_view text);

/// Headings above a sentence, outermost first, as indices into Text::sentences; without the sentence itself.
std::vector<std::uint32_t> headings_of(const Text& text, std::uint32_t sentence);

}  // namespace boardcheck::text
