// The table of a paper's distinct words: each surface form is folded, stemmed and valued once.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "text/text.hpp"

struct sb_stemmer;

namespace boardcheck::text {

class WordTable {
public:
    WordTable();
    /// Index of the word with this surface; equal surfaces have equal indices.
    std::uint32_t index_of(std::string_view surface, TokenKind kind);
    std::vector<Word> take() && { return std::move(words_); }

private:
    struct Release {
        void operator()(sb_stemmer* stemmer) const;
    };
    Word make(std::string_view surface, TokenKind kind);
    std::string stem_of(std::string_view folded);
    void grow();

    std::unique_ptr<sb_stemmer, Release> stemmer_;
    std::vector<Word> words_;
    std::vector<std::uint32_t> hashes_;  // of each word
    std::vector<std::uint32_t> slots_;   // open addressing: index + 1, 0 where free; the size is a power of two
};

/// Lower-case form of a word, for comparison.
std::string fold(std::string_view surface);

}  // namespace boardcheck::text
