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

/// The patterns that some term of the scope sets off, each once, in order.
void candidates_in(const ScopeText& scope, const Triggers& triggers, std::vector<PatternId>& candidates) {
    candidates.clear();
    for (std::size_t i = 0; i < scope.placed.size(); ++i) {
        if (i > 0 && scope.placed[i].term == scope.placed[i - 1].term) continue;
        const auto& set_off = triggers[scope.placed[i].term];
        candidates.insert(candidates.end(), set_off.begin(), set_off.end());
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
}

/// The match as a hit in the sentence that holds most of its own parts.
Hit hit_of(PatternId pattern, const Match& match, const ScopeText& scope) {
    std::vector<std::pair<std::uint32_t, text::TokenRange>> sentences;
    std::vector<int> counts;
    for (const Placed& part : match.parts) {
        if (!part.own) continue;
        const auto [sentence, first] = token_at(scope, part.begin);
        const std::uint32_t last = token_at(scope, part.end - 1).second + 1;
        const auto known = std::find_if(sentences.begin(), sentences.end(),
                                        [&, s = sentence](const auto& entry) { return entry.first == s; });
        if (known == sentences.end()) {
            sentences.push_back({sentence, {first, last}});
            counts.push_back(1);
            continue;
        }
        known->second.first = std::min(known->second.first, first);
        known->second.last = std::max(known->second.last, last);
        ++counts[static_cast<std::size_t>(known - sentences.begin())];
    }
    const auto most = std::max_element(counts.begin(), counts.end()) - counts.begin();
    const auto& [sentence, tokens] = sentences[static_cast<std::size_t>(most)];
    return {pattern, sentence, tokens};
}

void run_patterns(const Material& material, Scope kind, const std::vector<bool>& wanted, std::vector<Hit>& hits) {
    const Triggers triggers = triggers_of(material.catalogue, kind, wanted);
    const bool any =
        std::any_of(triggers.begin(), triggers.end(), [](const auto& patterns) { return !patterns.empty(); });
    if (!any) return;
    ScopeText scope;
    std::vector<PatternId> candidates;
    for (const auto& segments : scopes_of(material.text, kind)) {
        fill(scope, segments, material);
        candidates_in(scope, triggers, candidates);
        for (const PatternId pattern : candidates) {
            for (const Match& match : evaluate(material.catalogue.patterns[pattern], scope, material.text)) {
                hits.push_back(hit_of(pattern, match, scope));
            }
        }
    }
}

std::vector<Hit> find_hits(const Text& text, const Catalogue& catalogue, const std::vector<Mention>& mentions,
                           const std::vector<bool>& wanted) {
    const auto begins = index_by_sentence(mentions, text.sentences.size());
    const Topics topics = find_topics(text, mentions, catalogue);
    const Material material{text, catalogue, mentions, begins, topics};
    std::vector<Hit> hits;
    for (const Scope kind : all_scopes) run_patterns(material, kind, wanted, hits);
    std::sort(hits.begin(), hits.end());
    hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
    return hits;
}

void add_dates(std::vector<Mention>& mentions, const std::vector<DateMention>& dates, const Catalogue& catalogue) {
    const auto term = catalogue.term("date");
    if (!term) return;
    for (const DateMention& date : dates) mentions.push_back({*term, date.tokens, date.sentence});
}

/// Which readings the paper has: those with more sentences for them than against them.
std::vector<bool> find_readings(const Text& text, const Catalogue& catalogue, const std::vector<Mention>& mentions) {
    std::vector<bool> readings(catalogue.readings.size(), false);
    if (readings.empty()) return readings;
    std::vector<bool> wanted(catalogue.patterns.size(), false);
    for (const auto& reading : catalogue.readings) {
        for (const PatternId pattern : reading.pro) wanted[pattern] = true;
        for (const PatternId pattern : reading.contra) wanted[pattern] = true;
    }
    const std::vector<Hit> hits = find_hits(text, catalogue, mentions, wanted);
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
    Matches matches;
    matches.dates = find_dates(text);
    std::vector<Mention> mentions = find_mentions(text, catalogue, {});
    add_dates(mentions, matches.dates, catalogue);
    settle(mentions, text, catalogue);
    matches.readings = find_readings(text, catalogue, mentions);
    if (std::find(matches.readings.begin(), matches.readings.end(), true) != matches.readings.end()) {
        mentions = find_mentions(text, catalogue, matches.readings);
        add_dates(mentions, matches.dates, catalogue);
        settle(mentions, text, catalogue);
    }
    matches.aliases = find_aliases(text, mentions, catalogue);
    matches.local_names = find_local_names(text, mentions, catalogue);
    add_aliases(mentions, matches.aliases, text);
    add_local_names(mentions, matches.local_names, text, catalogue);
    settle(mentions, text, catalogue);
    add_short_forms(mentions, text, catalogue);
    settle(mentions, text, catalogue);

    std::vector<bool> wanted(catalogue.patterns.size(), true);
    for (const auto& reading : catalogue.readings) {
        for (const PatternId pattern : reading.pro) wanted[pattern] = false;
        for (const PatternId pattern : reading.contra) wanted[pattern] = false;
    }
    matches.hits = find_hits(text, catalogue, mentions, wanted);
    matches.mentions = std::move(mentions);
    return matches;
}

std::span<const Hit> hits_of(const Matches& matches, PatternId pattern) {
    const auto [first, last] = std::equal_range(matches.hits.begin(), matches.hits.end(), Hit{pattern, 0, {}},
                                                [](const Hit& a, const Hit& b) { return a.pattern < b.pattern; });
    return {first, last};
}

}  // namespace boardcheck::match
