#include "check/look_up.hpp"

#include <algorithm>
#include <tuple>

namespace boardcheck::check {

using text::TokenRange;

namespace {

constexpr std::size_t longest_quote = 160;  // bytes of words in a message

}  // namespace

std::vector<match::Mention> mentions_in(const Case& paper, TokenRange tokens) {
    const auto& all = paper.matches.mentions;
    auto mention =
        std::lower_bound(all.begin(), all.end(), tokens.first,
                         [](const match::Mention& each, std::uint32_t first) { return each.tokens.first < first; });
    std::vector<match::Mention> found;
    for (; mention != all.end() && mention->tokens.first < tokens.last; ++mention) found.push_back(*mention);
    return found;
}

std::string_view property(const Case& paper, const match::Mention& mention, std::string_view name) {
    const auto& properties = paper.catalogue.terms[mention.term].properties;
    const auto found = properties.find(name);
    return found == properties.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<match::Mention> first_with(const Case& paper, TokenRange tokens, std::string_view name,
                                         std::string_view value) {
    for (const match::Mention& mention : mentions_in(paper, tokens)) {
        const std::string_view has = property(paper, mention, name);
        if (!has.empty() && (value.empty() || has == value)) return mention;
    }
    return {};
}

std::vector<const extract::DateValue*> dates_in(const Case& paper, TokenRange tokens) {
    if (tokens.first >= tokens.last) return {};
    const Span span{paper.text.tokens[tokens.first].span.begin, paper.text.tokens[tokens.last - 1].span.end};
    const auto& all = paper.declarations.dates;
    auto date = std::lower_bound(
        all.begin(), all.end(), span.begin,
        [](const extract::DateValue& each, std::uint32_t begin) { return each.evidence.span.begin < begin; });
    std::vector<const extract::DateValue*> found;
    for (; date != all.end() && date->evidence.span.begin < span.end; ++date) found.push_back(&*date);
    return found;
}

bool has_words(const Case& paper, TokenRange tokens) {
    for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
        if (paper.text.tokens[token].kind != text::TokenKind::punctuation) return true;
    }
    return false;
}

std::string words_of(const Case& paper, TokenRange tokens) {
    if (tokens.first >= tokens.last) return {};
    const Span span{paper.text.tokens[tokens.first].span.begin, paper.text.tokens[tokens.last - 1].span.end};
    std::string words;
    for (const char c : slice(paper.text.text, span)) {
        const bool space = c == ' ' || c == '\n' || c == '\t';
        if (!space) words += c;
        if (space && !words.empty() && words.back() != ' ') words += ' ';
    }
    if (words.size() <= longest_quote) return words;
    return words.substr(0, words.rfind(' ', longest_quote)) + " ...";
}

extract::Evidence evidence_of(const Case& paper, std::uint32_t sentence, TokenRange tokens) {
    return {sentence, {paper.text.tokens[tokens.first].span.begin, paper.text.tokens[tokens.last - 1].span.end}};
}

const ingest::Block& block_of(const Case& paper, std::uint32_t sentence) {
    return paper.document.blocks[paper.text.sentences[sentence].block];
}

bool is_heading(const Case& paper, std::uint32_t sentence) {
    const text::Section& section = paper.text.sections[paper.text.sentences[sentence].section];
    return section.heading == sentence || block_of(paper, sentence).kind == ingest::BlockKind::heading;
}

bool is_standing_text(const Case& paper) {
    constexpr std::size_t title_sentences = 3;
    if (!paper.declarations.recommendations.empty() || paper.declarations.meta.purpose_stated) return false;
    for (std::uint32_t i = 0; i < std::min(paper.text.sentences.size(), title_sentences); ++i) {
        const bool title = i == 0 || is_heading(paper, i);
        if (title && first_with(paper, paper.text.sentences[i].tokens, "sense", "standing-text")) return true;
    }
    return false;
}

std::vector<match::Hit> marked(const Case& paper, std::string_view marker) {
    std::vector<match::Hit> hits;
    for (const catalogue::Marker& each : paper.catalogue.markers) {
        if (each.name != marker) continue;
        for (const catalogue::PatternId pattern : each.patterns) {
            const auto of_pattern = match::hits_of(paper.matches, pattern);
            hits.insert(hits.end(), of_pattern.begin(), of_pattern.end());
        }
    }
    std::sort(hits.begin(), hits.end(), [](const match::Hit& a, const match::Hit& b) {
        return std::tie(a.sentence, a.tokens) < std::tie(b.sentence, b.tokens);
    });
    return hits;
}

}  // namespace boardcheck::check
