// Words that were broken at the end of a line. There is no dictionary: the paper's own words say how it spells them,
// and whether its producer breaks words at all or only ever breaks after a hyphen that belongs there.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/pdf/page.hpp"

namespace boardcheck::ingest::pdf {

class Hyphenation {
public:
    /// Learns from all pages of a paper.
    explicit Hyphenation(const std::vector<Page>& pages);
    /// Adds a paragraph's next line to its text.
    void join(std::string& text, std::string_view line) const;
    /// In a narrow cell, where words are also broken without a hyphen.
    void join_in_cell(std::string& text, std::string_view line) const;

private:
    enum class Spelling { unknown, together, hyphened };
    Spelling spelling(std::string_view first, std::string_view second) const;
    void learn(std::string_view line);
    std::unordered_map<std::string, int> words_;  // in small letters, with the hyphens inside of them
    bool breaks_words_ = false;
};

}  // namespace boardcheck::ingest::pdf
