#include "match/scopes.hpp"

#include <algorithm>
#include <iterator>

namespace boardcheck::match {

namespace {

using text::Sentence;
using text::Text;
using text::TokenRange;
using Scopes = std::vector<std::vector<Segment>>;

std::vector<Segment> with_lead_ins(const Text& text, std::uint32_t sentence, TokenRange tokens) {
    std::vector<Segment> segments;
    for (const std::uint32_t lead_in : text.sentences[sentence].lead_ins) {
        segments.push_back({lead_in, text.sentences[lead_in].tokens, false});
    }
    segments.push_back({sentence, tokens, true});
    return segments;
}

Scopes sentences(const Text& text) {
    Scopes scopes;
    for (std::uint32_t i = 0; i < text.sentences.size(); ++i)
        scopes.push_back(with_lead_ins(text, i, text.sentences[i].tokens));
    return scopes;
}

Scopes clauses(const Text& text) {
    Scopes scopes;
    for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
        for (const text::Clause& clause : text.sentences[i].clauses)
            scopes.push_back(with_lead_ins(text, i, clause.tokens));
    }
    return scopes;
}

/// Runs of sentences that agree in `key`.
template <typename Key>
Scopes runs(const Text& text, Key key) {
    Scopes scopes;
    for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
        const bool goes_on = i > 0 && key(text.sentences[i]) == key(text.sentences[i - 1]);
        if (!goes_on)
            scopes.push_back(with_lead_ins(text, i, text.sentences[i].tokens));
        else
            scopes.back().push_back({i, text.sentences[i].tokens, true});
    }
    return scopes;
}

/// A lead-in with the sentences that it leads in.
Scopes lists(const Text& text) {
    std::vector<std::vector<Segment>> items(text.sentences.size());
    for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
        for (const std::uint32_t lead_in : text.sentences[i].lead_ins)
            items[lead_in].push_back({i, text.sentences[i].tokens, true});
    }
    Scopes scopes;
    for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
        if (items[i].empty()) continue;
        std::vector<Segment> segments = with_lead_ins(text, i, text.sentences[i].tokens);
        segments.insert(segments.end(), items[i].begin(), items[i].end());
        scopes.push_back(std::move(segments));
    }
    return scopes;
}

}  // namespace

Scopes scopes_of(const Text& text, catalogue::Scope kind) {
    switch (kind) {
        case catalogue::Scope::clause:
            return clauses(text);
        case catalogue::Scope::sentence:
            return sentences(text);
        case catalogue::Scope::block:
            return runs(text, [](const Sentence& sentence) { return sentence.block; });
        case catalogue::Scope::list:
            return lists(text);
        case catalogue::Scope::section:
            return runs(text, [](const Sentence& sentence) { return sentence.section; });
    }
    return {};
}

void fill(ScopeText& into, const std::vector<Segment>& segments, const Material& material) {
    into.segments.assign(segments.begin(), segments.end());
    into.begins.clear();
    into.placed.clear();
    into.about.clear();
    std::uint32_t position = 0;
    for (const Segment& segment : segments) {
        into.begins.push_back(position);
        for (std::uint32_t i = material.begins[segment.sentence]; i < material.begins[segment.sentence + 1]; ++i) {
            const Mention& mention = material.mentions[i];
            if (mention.tokens.first < segment.tokens.first || mention.tokens.last > segment.tokens.last) continue;
            const std::uint32_t begin = position + mention.tokens.first - segment.tokens.first;
            const std::uint32_t end = begin + mention.tokens.last - mention.tokens.first;
            for (const catalogue::TermId term : material.catalogue.terms[mention.term].broader) {
                into.placed.push_back({term, begin, end, segment.own});
            }
        }
        if (segment.own) {
            const auto& about = material.topics[segment.sentence];
            into.about.insert(into.about.end(), about.begin(), about.end());
        }
        position += segment.tokens.last - segment.tokens.first;
    }
    std::sort(into.placed.begin(), into.placed.end());
    std::sort(into.about.begin(), into.about.end());
    into.about.erase(std::unique(into.about.begin(), into.about.end()), into.about.end());
}

std::pair<std::uint32_t, std::uint32_t> token_at(const ScopeText& scope, std::uint32_t position) {
    const auto after = std::upper_bound(scope.begins.begin(), scope.begins.end(), position);
    const auto index = static_cast<std::size_t>(std::distance(scope.begins.begin(), after)) - 1;
    const Segment& segment = scope.segments[index];
    const std::uint32_t token =
        std::min(segment.tokens.first + position - scope.begins[index], segment.tokens.last - 1);
    return {segment.sentence, token};
}

}  // namespace boardcheck::match
