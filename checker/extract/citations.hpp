// The pieces of find_citations: names, forms and likenesses of titles in one sentence, and what is said beside them.
#pragma once

#include <map>

#include "extract/paper.hpp"

namespace boardcheck::extract {

/// A document cited at one place.
struct Cited {
    std::string source, kind, section;
    CitedAt at;
    text::TokenRange tokens;  // of the title
    text::TokenRange extent;  // with what is said of it; empty: no more than the title
};

constexpr std::size_t most_in_sentence = 100;

/// Whether a token lies in a title that is known already, or in what is said beside it.
bool is_taken(const std::vector<Cited>& here, std::uint32_t token);
/// Whether a new column or line begins at a token: no title goes on over it.
bool is_apart(const Paper& paper, std::uint32_t token);
/// "2012", not "two thousand" nor "20,12".
bool is_year(const Paper& paper, std::uint32_t token);

/// Documents that the rules know, by their names.
class KnownNames {
public:
    explicit KnownNames(const Paper& paper);
    /// Of names that begin at one place the longest, and none inside another.
    void add(std::uint32_t sentence, std::vector<Cited>& here) const;

private:
    const Paper& paper_;
    std::map<std::string, std::uint32_t, std::less<>> by_id_;  // sources

    bool has_case(const match::Mention& mention) const;
    bool is_in(text::TokenRange title, const text::Word& word) const;
    bool is_end_of_longer(text::TokenRange title, text::TokenRange range) const;
    bool join_last(std::uint32_t sentence, const Cited& next, std::vector<Cited>& here) const;
    void add_source(std::uint32_t sentence, const match::Mention& mention, std::vector<Cited>& here) const;
};

/// Titles nearly the same as one that the rules know: a word or two are others.
class LikeTitles {
public:
    explicit LikeTitles(const Paper& paper);
    void add(std::uint32_t sentence, std::vector<Cited>& here) const;

private:
    struct Place {
        std::uint32_t source, position;
    };
    struct Hit {
        std::uint32_t token, position;
    };
    const Paper& paper_;
    std::map<std::string, std::vector<Place>, std::less<>> places_;  // of stems in titles
    std::vector<std::uint32_t> lengths_;                             // of titles, in words that count

    void add_title(std::uint32_t sentence, std::uint32_t source, const std::vector<Hit>& hits,
                   std::vector<Cited>& here) const;
};

/// Legislation and numbered documents, by their form.
void add_legislation(const Paper& paper, std::uint32_t sentence, std::vector<Cited>& here);
void add_numbered(const Paper& paper, std::uint32_t sentence, std::vector<Cited>& here);
/// "section 75 of the" before an Act.
void add_parts(const Paper& paper, std::uint32_t sentence, std::vector<Cited>& here);
/// Where the number of a document that begins here ends: "CP 381", "PAR642"; the same token where none begins.
std::uint32_t number_end(const Paper& paper, std::uint32_t sentence, std::uint32_t token);

/// Number, date and publishers that are said of the documents of a sentence; these are in order.
void add_details(const Paper& paper, std::uint32_t sentence, std::vector<Cited>& here);

}  // namespace boardcheck::extract
