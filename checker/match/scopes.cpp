#include "match/scopes.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace boardcheck::match {

namespace {

using text::Sentence;
using text::Text;
using text::TokenRange;

/// Begins a scope with the lead-ins of a sentence and some tokens of it; what is added before the next one begins
/// belongs to it.
void begin(Scopes& scopes, const Text& text, std::uint32_t sentence, TokenRange tokens) {
    for (const std::uint32_t lead_in : text.sentences[sentence].lead_ins) {
        scopes.segments.push_back({lead_in, text.sentences[lead_in].tokens, false});
    }
    scopes.segments.push_back({sentence, tokens, true});
    scopes.ends.push_back(scopes.segments.size());
}

void add(Scopes& scopes, const Text& text, std::uint32_t sentence) {
    scopes.segments.push_back({sentence, text.sentences[sentence].tokens, true});
    scopes.ends.back() = scopes.segments.size();
}

Scopes sentences(const Text& text) {
    Scopes scopes;
    for (std::uint32_t i = 0; i < text.sentences.size(); ++i) begin(scopes, text, i, text.sentences[i].tokens);
    return scopes;
}

/// Runs of sentences that agree in `key`.
template <typename Key>
Scopes runs(const Text& text, Key key) {
    Scopes scopes;
    for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
        const bool goes_on = i > 0 && key(text.sentences[i]) == key(text.sentences[i - 1]);
        if (goes_on) {
            add(scopes, text, i);
        } else {
            begin(scopes, text, i, text.sentences[i].tokens);
        }
    }
    return scopes;
}

/// A lead-in with the sentences that it leads in.
Scopes lists(const Text& text) {
    std::vector<std::vector<std::uint32_t>> items(text.sentences.size());
    for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
        for (const std::uint32_t lead_in : text.sentences[i].lead_ins) items[lead_in].push_back(i);
    }
    Scopes scopes;
    for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
        if (items[i].empty()) continue;
        begin(scopes, text, i, text.sentences[i].tokens);
        for (const std::uint32_t item : items[i]) add(scopes, text, item);
    }
    return scopes;
}

}  // namespace

std::span<const Segment> Scopes::operator[](std::size_t i) const {
    const std::size_t first = i == 0 ? 0 : ends[i - 1];
    return {segments.data() + first, ends[i] - first};
}

Scopes scopes_of(const Text& text, Stretch stretch) {
    switch (stretch) {
        case Stretch::sentence:
            return sentences(text);
        case Stretch::block:
            return runs(text, [](const Sentence& sentence) { return sentence.block; });
        case Stretch::list:
            return lists(text);
        case Stretch::section:
            return runs(text, [](const Sentence& sentence) { return sentence.section; });
    }
    return {};
}

std::vector<std::uint32_t> count_words(const Text& text) {
    std::vector<bool> counts;
    for (const text::Word& word : text.words) counts.push_back(!catalogue::is_skipped(word.stem));
    std::vector<std::uint32_t> before(1, 0);
    before.reserve(text.tokens.size() + 1);
    for (const text::Token& token : text.tokens) {
        const bool word = token.kind != text::TokenKind::punctuation && counts[token.word];
        before.push_back(before.back() + (word ? 1 : 0));
    }
    return before;
}

std::vector<std::uint32_t> find_figures(const Text& text) {
    std::vector<std::uint32_t> figures;
    for (std::uint32_t token = 0; token < text.tokens.size(); ++token) {
        if (text.words[text.tokens[token].word].number >= 0) figures.push_back(token);
    }
    return figures;
}

std::vector<bool> find_headings(const Text& text) {
    std::vector<bool> headings(text.sentences.size(), false);
    for (const text::Section& section : text.sections) {
        if (section.heading != text::Section::no_heading) headings[section.heading] = true;
    }
    return headings;
}

std::span<const std::uint32_t> figures_in(const Material& material, TokenRange tokens) {
    const auto first = std::lower_bound(material.figures.begin(), material.figures.end(), tokens.first);
    const auto last = std::lower_bound(first, material.figures.end(), tokens.last);
    return {first, last};
}

ScopeText::ScopeText(const Material& material)
    : material_(material), present_(material.plan.size() / 64 + 1), slot_(material.plan.size()) {}

void ScopeText::fill(std::span<const Segment> segments) {
    segments_ = segments;
    is_placed_ = false;
    for (const std::uint32_t number : terms_) present_[number / 64] = 0;
    terms_.clear();
    counts_.clear();
    for (const Segment& segment : segments) {
        each_mention(material_, segment, [this](const Mention& mention) {
            for (const std::uint32_t number : material_.plan.asked_by(material_.plan.number_of(mention.term))) {
                if (has_number(number)) {
                    ++counts_[slot_[number]];
                    continue;
                }
                present_[number / 64] |= std::uint64_t{1} << (number % 64);
                slot_[number] = static_cast<std::uint32_t>(terms_.size());
                terms_.push_back(number);
                counts_.push_back(1);
            }
        });
    }
}

void ScopeText::place_mentions() {
    if (is_placed_) return;
    is_placed_ = true;
    ends_.resize(terms_.size());
    std::exclusive_scan(counts_.begin(), counts_.end(), ends_.begin(), std::uint32_t{0});
    placed_.resize(terms_.empty() ? 0 : ends_.back() + counts_.back());
    begins_.clear();
    words_.clear();
    std::uint32_t position = 0, words = 0;
    for (const Segment& segment : segments_) {
        begins_.push_back(position);
        words_.push_back(words);
        each_mention(material_, segment, [&](const Mention& mention) {
            const std::uint32_t begin = position + mention.tokens.first - segment.tokens.first;
            const std::uint32_t end = begin + mention.tokens.last - mention.tokens.first;
            for (const std::uint32_t number : material_.plan.asked_by(material_.plan.number_of(mention.term)))
                placed_[ends_[slot_[number]]++] = {begin, end, segment.own};
        });
        position += segment.tokens.last - segment.tokens.first;
        words += material_.words_before[segment.tokens.last] - material_.words_before[segment.tokens.first];
    }
}

bool ScopeText::is_about(catalogue::TermId term) const {
    return std::any_of(segments_.begin(), segments_.end(), [&](const Segment& segment) {
        if (!segment.own) return false;
        const auto& about = material_.topics[segment.sentence];
        return std::binary_search(about.begin(), about.end(), term);
    });
}

bool ScopeText::has_figures() const {
    return std::any_of(segments_.begin(), segments_.end(),
                       [&](const Segment& segment) { return !figures_in(material_, segment.tokens).empty(); });
}

std::span<const Placed> ScopeText::mentions_of(catalogue::TermId term) const {
    if (!has(term)) return {};
    const std::uint32_t slot = slot_[material_.plan.number_of(term)];
    return {placed_.data() + ends_[slot] - counts_[slot], counts_[slot]};
}

std::size_t ScopeText::segment_at(std::uint32_t position) const {
    const auto after = std::upper_bound(begins_.begin(), begins_.end(), position);
    return static_cast<std::size_t>(after - begins_.begin()) - 1;
}

std::uint32_t ScopeText::words_until(std::uint32_t position) const {
    const std::size_t i = segment_at(position);
    const std::uint32_t first = segments_[i].tokens.first;
    const std::uint32_t token = std::min(first + position - begins_[i], segments_[i].tokens.last);
    return words_[i] + material_.words_before[token] - material_.words_before[first];
}

std::uint32_t ScopeText::words_between(std::uint32_t begin, std::uint32_t end) const {
    return words_until(end) - words_until(begin);
}

std::pair<std::uint32_t, std::uint32_t> ScopeText::token_at(std::uint32_t position) const {
    const std::size_t i = segment_at(position);
    const Segment& segment = segments_[i];
    return {segment.sentence, std::min(segment.tokens.first + position - begins_[i], segment.tokens.last - 1)};
}

}  // namespace boardcheck::match
