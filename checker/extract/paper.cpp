#include "extract/paper.hpp"

#include <algorithm>

namespace boardcheck::extract {

namespace {

constexpr std::uint32_t longest_evidence = 40;  // tokens

/// Mentions and dates of one sentence that are looked at. What has more is no sentence but text that has lost its
/// stops, and each of its verbs would look through all of them.
constexpr std::uint32_t most_in_sentence = 300;

template <typename Item>
std::vector<std::uint32_t> begins_of(const std::vector<Item>& items, std::size_t sentences) {
    std::vector<std::uint32_t> begins(sentences + 1, 0);
    for (const Item& item : items) ++begins[item.sentence + 1];
    for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
    return begins;
}

}  // namespace

Paper::Paper(const ingest::Document& document_in, const text::Text& text_in, const match::Matches& matches_in,
             const catalogue::Catalogue& catalogue_in)
    : document(document_in),
      text(text_in),
      matches(matches_in),
      catalogue(catalogue_in),
      mention_begins_(begins_of(matches.mentions, text.sentences.size())),
      date_begins_(begins_of(matches.dates, text.sentences.size())),
      items_(text.sentences.size()) {
    for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
        if (!text.sentences[i].lead_ins.empty()) items_[text.sentences[i].lead_ins.back()].push_back(i);
    }
}

std::vector<match::Mention> Paper::mentions_in(std::uint32_t sentence) const {
    const std::uint32_t first = mention_begins_[sentence];
    const std::uint32_t last = std::min(mention_begins_[sentence + 1], first + most_in_sentence);
    return {matches.mentions.begin() + first, matches.mentions.begin() + last};
}

std::vector<match::DateMention> Paper::dates_in(std::uint32_t sentence) const {
    const std::uint32_t first = date_begins_[sentence];
    const std::uint32_t last = std::min(date_begins_[sentence + 1], first + most_in_sentence);
    return {matches.dates.begin() + first, matches.dates.begin() + last};
}

std::vector<Marked> Paper::marked(std::string_view name) const {
    std::vector<Marked> marked;
    for (const catalogue::Marker& marker : catalogue.markers) {
        if (marker.name != name) continue;
        for (const catalogue::PatternId pattern : marker.patterns) {
            for (const match::Hit& hit : match::hits_of(matches, pattern)) marked.push_back({&marker, hit});
        }
    }
    std::stable_sort(marked.begin(), marked.end(),
                     [](const Marked& a, const Marked& b) { return a.hit.sentence < b.hit.sentence; });
    return marked;
}

std::optional<std::string> Paper::property(const match::Mention& mention, std::string_view name) const {
    const auto& properties = catalogue.terms[mention.term].properties;
    const auto found = properties.find(name);
    if (found == properties.end()) return {};
    return found->second;
}

std::optional<match::Mention> Paper::first_with(std::uint32_t sentence, std::string_view property_name,
                                                std::uint32_t token) const {
    for (const match::Mention& mention : mentions_in(sentence)) {
        if (mention.tokens.first >= token && property(mention, property_name)) return mention;
    }
    return {};
}

std::vector<std::uint32_t> Paper::items_of(std::uint32_t lead_in) const { return items_[lead_in]; }

Span Paper::span_of(text::TokenRange tokens) const {
    if (tokens.first >= tokens.last) return {};
    return {text.tokens[tokens.first].span.begin, text.tokens[tokens.last - 1].span.end};
}

std::string Paper::words(text::TokenRange tokens) const {
    const auto is_edge = [&](std::uint32_t token) { return text.tokens[token].kind == text::TokenKind::punctuation; };
    while (tokens.first < tokens.last && is_edge(tokens.first)) ++tokens.first;
    while (tokens.last > tokens.first && is_edge(tokens.last - 1) && stem(tokens.last - 1) != ")") --tokens.last;
    std::string words;
    for (const char c : slice(text.text, span_of(tokens))) {
        const bool space = c == '\n' || c == '\t' || c == '\r' || c == ' ';
        if (!space)
            words += c;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    }
    return words;
}

Evidence Paper::evidence(std::uint32_t sentence, text::TokenRange tokens) const {
    if (tokens.last - tokens.first > longest_evidence) tokens.last = tokens.first + longest_evidence;
    return {sentence, span_of(tokens)};
}

}  // namespace boardcheck::extract
