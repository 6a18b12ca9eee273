#include "match/match.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "match/dates.hpp"
#include "match/evaluate.hpp"
#include "match/mentions.hpp"
#include "match/names.hpp"
#include "match/readings.hpp"
#include "match/scopes.hpp"
#include "match/topics.hpp"

namespace boardcheck::match {

namespace {

using catalogue::Catalogue;
using catalogue::PatternId;
using catalogue::Round;
using catalogue::Scope;
using catalogue::Triggers;
using text::Text;

constexpr std::array<Scope, 5> all_scopes{Scope::clause, Scope::sentence, Scope::block, Scope::list, Scope::section};

/// The patterns that some mention of a scope sets off, each once.
class Candidates {
public:
    explicit Candidates(const Material& material) : material_(material), seen_(material.catalogue.patterns.size(), 0) {}

    const std::vector<PatternId>& in(std::span<const Segment> segments, const Triggers& triggers) {
        ++round_;
        candidates_.clear();
        for (const Segment& segment : segments) {
            each_mention(material_, segment, [&](const Mention& mention) {
                if (triggers.sets_off[mention.term]) add(triggers.patterns.of(mention.term));
            });
        }
        return candidates_;
    }

private:
    void add(std::span<const PatternId> patterns) {
        for (const PatternId pattern : patterns) {
            if (seen_[pattern] == round_) continue;
            seen_[pattern] = round_;
            candidates_.push_back(pattern);
        }
    }

    const Material& material_;
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
    std::array<Share, Match::most_parts> shares;
    auto end = shares.begin();
    for (std::size_t i = 0; i < match.size; ++i) {
        if (!match.parts[i].own) continue;
        const auto [sentence, first] = scope.token_at(match.parts[i].begin);
        const std::uint32_t last = scope.token_at(match.parts[i].end - 1).second + 1;
        const auto share =
            std::find_if(shares.begin(), end, [s = sentence](const Share& other) { return other.sentence == s; });
        if (share == end) *end++ = {sentence, {first, last}, 0};
        share->tokens.first = std::min(share->tokens.first, first);
        share->tokens.last = std::max(share->tokens.last, last);
        ++share->parts;
    }
    const auto most =
        std::max_element(shares.begin(), end, [](const Share& a, const Share& b) { return a.parts < b.parts; });
    return {pattern, most->sentence, most->tokens};
}

/// Runs patterns on one scope after the other.
class Run {
public:
    explicit Run(const Material& material)
        : material_(material), scope_(material), candidates_(material), evaluator_(scope_) {}

    /// The scopes of one kind, with the patterns that each sets off.
    void on(const Scopes& scopes, const Triggers& triggers, std::vector<Hit>& hits) {
        for (std::size_t i = 0; i < scopes.size(); ++i) {
            const std::vector<PatternId>& set_off = candidates_.in(scopes[i], triggers);
            if (set_off.empty()) continue;
            scope_.fill(scopes[i]);
            for (const PatternId id : set_off) match(id, hits);
        }
    }

private:
    void match(PatternId id, std::vector<Hit>& hits) {
        const Catalogue& catalogue = material_.catalogue;
        if (!may_match(catalogue.index.needs, catalogue.index.need_of[id], scope_)) return;
        scope_.place_mentions();
        for (const Match& match : evaluator_.run(catalogue.patterns[id])) hits.push_back(hit_of(id, match, scope_));
    }

    const Material& material_;
    ScopeText scope_;
    Candidates candidates_;
    Evaluator evaluator_;
};

std::vector<Hit> find_hits(const Text& text, const Catalogue& catalogue, const std::vector<Mention>& mentions,
                           Round round) {
    const auto begins = index_by_sentence(mentions, text.sentences.size());
    const bool topical = catalogue.index.asks_for_topics[static_cast<std::size_t>(round)];
    const Topics topics = topical ? find_topics(text, mentions, catalogue, catalogue.index.kinds) : Topics{};
    const std::vector<std::uint32_t> words_before = count_words(text);
    const Material material{text, catalogue, mentions, begins, topics, words_before};
    std::vector<Hit> hits;
    Run run(material);
    for (const Scope kind : all_scopes) {
        const Triggers& triggers = catalogue.index.triggers_of(round, kind);
        if (!triggers.empty()) run.on(scopes_of(text, kind), triggers, hits);
    }
    std::sort(hits.begin(), hits.end());
    hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
    return hits;
}

std::vector<std::uint32_t> index_by_pattern(const std::vector<Hit>& hits, std::size_t patterns) {
    std::vector<std::uint32_t> begins(patterns + 1, 0);
    for (const Hit& hit : hits) ++begins[hit.pattern + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    return begins;
}

std::vector<Mention> mentions_of_dates(const std::vector<DateMention>& dates, const Catalogue& catalogue) {
    std::vector<Mention> mentions;
    const auto term = catalogue.term("date");
    if (!term) return mentions;
    for (const DateMention& date : dates) mentions.push_back({*term, date.tokens, date.sentence});
    return mentions;
}

}  // namespace

Matches match(const Text& text, const Catalogue& catalogue) {
    const TermKinds& kinds = catalogue.index.kinds;
    Matches matches;
    matches.dates = find_dates(text);
    auto [mentions, conditional] = find_mentions(text, catalogue);
    leave_out_parts(mentions, 0, text, kinds);
    merge(mentions, mentions_of_dates(matches.dates, catalogue), text, kinds);

    const Readings readings(text, catalogue, find_hits(text, catalogue, mentions, Round::readings));
    matches.readings = readings.of_paper();
    std::vector<Mention> read;
    for (const Conditional& each : conditional) {
        if (readings.hold(each.reading, each.mention.sentence)) read.push_back(each.mention);
    }
    merge(mentions, std::move(read), text, kinds);

    matches.aliases = find_aliases(text, mentions, kinds);
    matches.local_names = find_local_names(text, mentions, catalogue, kinds);
    std::vector<Mention> named = mentions_of_aliases(matches.aliases, text);
    const std::vector<Mention> local = mentions_of_local_names(matches.local_names, text, catalogue);
    named.insert(named.end(), local.begin(), local.end());
    merge(mentions, std::move(named), text, kinds);
    merge(mentions, short_forms(text, mentions, kinds), text, kinds);

    matches.hits = find_hits(text, catalogue, mentions, Round::rules);
    matches.hits_begin = index_by_pattern(matches.hits, catalogue.patterns.size());
    matches.mentions = std::move(mentions);
    return matches;
}

std::span<const Hit> hits_of(const Matches& matches, PatternId pattern) {
    return {matches.hits.data() + matches.hits_begin[pattern], matches.hits.data() + matches.hits_begin[pattern + 1]};
}

}  // namespace boardcheck::match
