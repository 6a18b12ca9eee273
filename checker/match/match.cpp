#include "match/match.hpp"

#include <algorithm>
#include <array>

#include "match/dates.hpp"
#include "match/evaluate.hpp"
#include "match/mentions.hpp"
#include "match/names.hpp"
#include "match/scopes.hpp"
#include "match/topics.hpp"

namespace boardcheck::match {

namespace {

using catalogue::Catalogue;
using catalogue::PatternId;
using catalogue::Scope;
using text::Text;

constexpr std::array<Scope, 5> all_scopes{Scope::clause, Scope::sentence, Scope::block, Scope::list, Scope::section};

/// For each term, the patterns of one kind of scope that it can set off.
using Triggers = std::vector<std::vector<PatternId>>;

Triggers triggers_of(const Catalogue& catalogue, Scope kind, const std::vector<bool>& wanted) {
    Triggers triggers(catalogue.terms.size());
    for (PatternId i = 0; i < catalogue.patterns.size(); ++i) {
        if (catalogue.patterns[i].scope != kind || !wanted[i]) continue;
        for (const catalogue::TermId term : catalogue.patterns[i].triggers) triggers[term].push_back(i);
    }
    return triggers;
}

/// The patterns that some term of a scope sets off, each once.
class Candidates {
public:
    explicit Candidates(std::size_t patterns) : seen_(patterns, 0) {}

    const std::vector<PatternId>& in(const ScopeText& scope, const Triggers& triggers) {
        ++round_;
        candidates_.clear();
        for (const catalogue::TermId term : scope.terms()) {
            for (const PatternId pattern : triggers[term]) {
                if (seen_[pattern] == round_) continue;
                seen_[pattern] = round_;
                candidates_.push_back(pattern);
            }
        }
        return candidates_;
    }

private:
    std::vector<std::uint32_t> seen_;  // the round in which each pattern was last a candidate
    std::uint32_t round_ = 0;
    std::vector<PatternId> candidates_;
};

/// The match as a hit in the sentence that holds most of its own parts.
Hit hit_of(PatternId pattern, const Match& match, const ScopeText& scope) {
    struct Share {
        std::uint32_t sentence = 0;
        text::TokenRange tokens;
        int parts = 0;
    };
    std::vector<Share> shares;
    for (std::size_t i = 0; i < match.size; ++i) {
        if (!match.parts[i].own) continue;
        const auto [sentence, first] = scope.token_at(match.parts[i].begin);
        const std::uint32_t last = scope.token_at(match.parts[i].end - 1).second + 1;
        auto share = std::find_if(shares.begin(), shares.end(),
                                  [s = sentence](const Share& other) { return other.sentence == s; });
        if (share == shares.end()) share = shares.insert(shares.end(), {sentence, {first, last}, 0});
        share->tokens.first = std::min(share->tokens.first, first);
        share->tokens.last = std::max(share->tokens.last, last);
        ++share->parts;
    }
    const auto most = std::max_element(shares.begin(), shares.end(),
                                       [](const Share& a, const Share& b) { return a.parts < b.parts; });
    return {pattern, most->sentence, most->tokens};
}

/// The terms of which a mention sets some pattern off, as itself or as a broader one.
std::vector<bool> setting_off(const Catalogue& catalogue, const Triggers& triggers) {
    std::vector<bool> sets_off;
    for (const catalogue::Term& term : catalogue.terms) {
        sets_off.push_back(std::any_of(term.broader.begin(), term.broader.end(),
                                       [&](catalogue::TermId broader) { return !triggers[broader].empty(); }));
    }
    return sets_off;
}

bool can_set_off(std::span<const Segment> segments, const Material& material, const std::vector<bool>& sets_off) {
    return std::any_of(segments.begin(), segments.end(), [&](const Segment& segment) {
        const auto first = material.mentions.begin() + material.begins[segment.sentence];
        const auto last = material.mentions.begin() + material.begins[segment.sentence + 1];
        return std::any_of(first, last, [&](const Mention& mention) { return sets_off[mention.term]; });
    });
}

void run_patterns(const Material& material, Scope kind, const std::vector<bool>& wanted, std::vector<Hit>& hits) {
    const Triggers triggers = triggers_of(material.catalogue, kind, wanted);
    const bool any =
        std::any_of(triggers.begin(), triggers.end(), [](const auto& patterns) { return !patterns.empty(); });
    if (!any) return;
    const std::vector<bool> sets_off = setting_off(material.catalogue, triggers);
    ScopeText scope(material);
    Candidates candidates(material.catalogue.patterns.size());
    const Scopes scopes = scopes_of(material.text, kind);
    for (std::size_t i = 0; i < scopes.size(); ++i) {
        const std::span<const Segment> segments = scopes[i];
        if (!can_set_off(segments, material, sets_off)) continue;
        scope.fill(segments);
        for (const PatternId id : candidates.in(scope, triggers)) {
            const catalogue::Pattern& pattern = material.catalogue.patterns[id];
            if (!may_match(pattern, scope)) continue;
            for (const Match& match : evaluate(pattern, scope)) hits.push_back(hit_of(id, match, scope));
        }
    }
}

std::vector<Hit> find_hits(const Text& text, const Catalogue& catalogue, const std::vector<Mention>& mentions,
                           const TermKinds& kinds, const std::vector<bool>& wanted) {
    const auto begins = index_by_sentence(mentions, text.sentences.size());
    const Topics topics = find_topics(text, mentions, catalogue, kinds);
    const std::vector<std::uint32_t> words_before = count_words(text);
    const Material material{text, catalogue, mentions, begins, topics, words_before};
    std::vector<Hit> hits;
    for (const Scope kind : all_scopes) run_patterns(material, kind, wanted, hits);
    std::sort(hits.begin(), hits.end());
    hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
    return hits;
}

std::vector<Mention> mentions_of_dates(const std::vector<DateMention>& dates, const Catalogue& catalogue) {
    std::vector<Mention> mentions;
    const auto term = catalogue.term("date");
    if (!term) return mentions;
    for (const DateMention& date : dates) mentions.push_back({*term, date.tokens, date.sentence});
    return mentions;
}

/// Which readings the paper has: those with more sentences for them than against them.
std::vector<bool> find_readings(const Text& text, const Catalogue& catalogue, const std::vector<Mention>& mentions,
                                const TermKinds& kinds) {
    std::vector<bool> readings(catalogue.readings.size(), false);
    if (readings.empty()) return readings;
    std::vector<bool> wanted(catalogue.patterns.size(), false);
    for (const auto& reading : catalogue.readings) {
        for (const PatternId pattern : reading.pro) wanted[pattern] = true;
        for (const PatternId pattern : reading.contra) wanted[pattern] = true;
    }
    const std::vector<Hit> hits = find_hits(text, catalogue, mentions, kinds, wanted);
    const auto sentences_with = [&](const std::vector<PatternId>& patterns) {
        std::vector<std::uint32_t> sentences;
        for (const Hit& hit : hits) {
            if (std::find(patterns.begin(), patterns.end(), hit.pattern) != patterns.end())
                sentences.push_back(hit.sentence);
        }
        std::sort(sentences.begin(), sentences.end());
        return std::unique(sentences.begin(), sentences.end()) - sentences.begin();
    };
    for (std::size_t i = 0; i < readings.size(); ++i) {
        readings[i] = sentences_with(catalogue.readings[i].pro) > sentences_with(catalogue.readings[i].contra);
    }
    return readings;
}

}  // namespace

Matches match(const Text& text, const Catalogue& catalogue) {
    const TermKinds kinds = kinds_of(catalogue);
    Matches matches;
    matches.dates = find_dates(text);
    auto [mentions, conditional] = find_mentions(text, catalogue);
    merge(mentions, mentions_of_dates(matches.dates, catalogue), text, kinds);

    matches.readings = find_readings(text, catalogue, mentions, kinds);
    std::vector<Mention> read;
    for (const Conditional& each : conditional) {
        if (matches.readings[each.reading]) read.push_back(each.mention);
    }
    merge(mentions, std::move(read), text, kinds);

    matches.aliases = find_aliases(text, mentions, kinds);
    matches.local_names = find_local_names(text, mentions, catalogue, kinds);
    std::vector<Mention> named = mentions_of_aliases(matches.aliases, text);
    const std::vector<Mention> local = mentions_of_local_names(matches.local_names, text, catalogue);
    named.insert(named.end(), local.begin(), local.end());
    merge(mentions, std::move(named), text, kinds);
    merge(mentions, short_forms(text, mentions, catalogue, kinds), text, kinds);

    std::vector<bool> wanted(catalogue.patterns.size(), true);
    for (const auto& reading : catalogue.readings) {
        for (const PatternId pattern : reading.pro) wanted[pattern] = false;
        for (const PatternId pattern : reading.contra) wanted[pattern] = false;
    }
    matches.hits = find_hits(text, catalogue, mentions, kinds, wanted);
    matches.mentions = std::move(mentions);
    return matches;
}

std::span<const Hit> hits_of(const Matches& matches, PatternId pattern) {
    const auto [first, last] = std::equal_range(matches.hits.begin(), matches.hits.end(), Hit{pattern, 0, {}},
                                                [](const Hit& a, const Hit& b) { return a.pattern < b.pattern; });
    return {first, last};
}

}  // namespace boardcheck::match
