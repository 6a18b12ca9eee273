// The values of the earlier rooms side by side, with the look-ups that every kind of declaration needs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/extract.hpp"

namespace boardcheck::extract {

/// A marker's match.
struct Marked {
    const catalogue::Marker* marker = nullptr;
    match::Hit hit;
};

class Paper {
public:
    Paper(const ingest::Document& document, const text::Text& text, const match::Matches& matches,
          const catalogue::Catalogue& catalogue);

    const ingest::Document& document;
    const text::Text& text;
    const match::Matches& matches;
    const catalogue::Catalogue& catalogue;

    /// Mentions of one sentence, in order.
    std::vector<match::Mention> mentions_in(std::uint32_t sentence) const;
    /// Dates of one sentence, in order.
    std::vector<match::DateMention> dates_in(std::uint32_t sentence) const;
    /// Matches of all markers with this name, by sentence.
    std::vector<Marked> marked(std::string_view name) const;
    /// A property of a mention's term, or nothing.
    std::optional<std::string> property(const match::Mention& mention, std::string_view name) const;
    /// The first mention of the sentence, from `token` on, whose term has the property.
    std::optional<match::Mention> first_with(std::uint32_t sentence, std::string_view property_name,
                                             std::uint32_t token = 0) const;
    /// The sentences whose innermost lead-in is this one.
    std::vector<std::uint32_t> items_of(std::uint32_t lead_in) const;

    const text::Word& word(std::uint32_t token) const { return text.words[text.tokens[token].word]; }
    std::string_view stem(std::uint32_t token) const { return word(token).stem; }
    bool is_sign(std::uint32_t token, std::string_view sign) const { return word(token).surface == sign; }
    bool is_punctuation(std::uint32_t token) const { return text.tokens[token].kind == text::TokenKind::punctuation; }
    /// Where the sentence stands.
    const ingest::Block& block_of(std::uint32_t sentence) const {
        return document.blocks[text.sentences[sentence].block];
    }
    bool is_heading(std::uint32_t sentence) const { return block_of(sentence).kind == ingest::BlockKind::heading; }
    Span span_of(text::TokenRange tokens) const;
    /// The words of a range, on one line, without quotation marks or separators of table cells at its ends.
    std::string words(text::TokenRange tokens) const;
    /// Evidence: the range, at most some thirty words of it.
    Evidence evidence(std::uint32_t sentence, text::TokenRange tokens) const;

private:
    std::vector<std::uint32_t> mention_begins_, date_begins_;
    std::vector<std::vector<std::uint32_t>> items_;
};

Meta find_meta(const Paper& paper, const std::vector<Recommendation>& recommendations);
std::vector<DateValue> find_dates(const Paper& paper, const std::optional<Date>& date_of_paper);
std::vector<Structure> find_structures(const Paper& paper, const std::vector<Stance>& stances,
                                       const std::vector<DateValue>& dates);
std::vector<Recommendation> find_recommendations(const Paper& paper);
std::vector<Commitment> find_commitments(const Paper& paper, const std::vector<Stance>& stances,
                                         const std::vector<Recommendation>& recommendations, const Meta& meta,
                                         const std::vector<DateValue>& dates);
std::vector<Citation> find_citations(const Paper& paper);
std::vector<Acronym> find_acronyms(const Paper& paper);
std::vector<CrossReference> find_references(const Paper& paper);
std::vector<AgendaItem> find_agenda(const Paper& paper);

}  // namespace boardcheck::extract
