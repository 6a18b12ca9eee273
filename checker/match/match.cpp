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
using text::Text;

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

/// Runs patterns on one stretch after the other.
class Run {
public:
    explicit Run(const Material& material)
        : material_(material),
          scope_(material),
          evaluator_(scope_),
          seen_(material.catalogue.patterns.size(), 0),
          sets_off_(stretches_of_sentences(material)) {}

    /// The stretches of one kind, with the patterns that each sets off.
    void on(Stretch stretch, std::vector<Hit>& hits) {
        const Scopes scopes = scopes_of(material_.text, stretch);
        for (std::size_t i = 0; i < scopes.size(); ++i) {
            if (!sets_off(stretch, scopes[i])) continue;
            scope_.fill(scopes[i]);
            for (const PatternId id : candidates_in(stretch)) match(id, hits);
            if (!of_clauses_.empty()) match_clauses(scopes[i], hits);
        }
    }

private:
    /// By sentence, a bit for each kind of stretch in which one of its mentions sets something off.
    static std::vector<std::uint8_t> stretches_of_sentences(const Material& material) {
        std::vector<std::uint8_t> stretches(material.text.sentences.size(), 0);
        for (const Mention& mention : material.mentions) {
            const std::uint8_t more = material.plan.stretches_of(material.plan.number_of(mention.term));
            stretches[mention.sentence] = static_cast<std::uint8_t>(stretches[mention.sentence] | more);
        }
        return stretches;
    }

    bool sets_off(Stretch stretch, std::span<const Segment> segments) const {
        return std::any_of(segments.begin(), segments.end(), [&](const Segment& segment) {
            return (sets_off_[segment.sentence] >> static_cast<unsigned>(stretch) & 1u) != 0;
        });
    }

    /// The patterns that the scope's mentions set off, each once, if all terms that they need are there.
    const std::vector<PatternId>& candidates_in(Stretch stretch) {
        ++round_;
        candidates_.clear();
        of_clauses_.clear();
        for (const std::uint32_t number : scope_.terms()) {
            for (const PatternId id : material_.plan.set_off(stretch, number)) {
                if (seen_[id] == round_) continue;
                seen_[id] = round_;
                if (!may_match(material_.plan.need_of(id), scope_)) continue;
                const bool of_clause = material_.catalogue.patterns[id].scope == catalogue::Scope::clause;
                (of_clause ? of_clauses_ : candidates_).push_back(id);
            }
        }
        return candidates_;
    }

    /// What may match in a sentence, in each of its clauses with the lead-ins.
    void match_clauses(std::span<const Segment> sentence, std::vector<Hit>& hits) {
        clause_.assign(sentence.begin(), sentence.end());
        for (const text::Clause& clause : material_.text.sentences[clause_.back().sentence].clauses) {
            clause_.back().tokens = clause.tokens;
            scope_.fill(clause_);
            for (const PatternId id : of_clauses_) {
                if (may_match(material_.plan.need_of(id), scope_)) match(id, hits);
            }
        }
    }

    void match(PatternId id, std::vector<Hit>& hits) {
        scope_.place_mentions();
        for (const Match& match : evaluator_.run(material_.catalogue.patterns[id]))
            hits.push_back(hit_of(id, match, scope_));
    }

    const Material& material_;
    ScopeText scope_;
    Evaluator evaluator_;
    std::vector<std::uint32_t> seen_;  // the round in which each pattern was last set off
    std::uint32_t round_ = 0;
    std::vector<std::uint8_t> sets_off_;
    std::vector<PatternId> candidates_, of_clauses_;
    std::vector<Segment> clause_;
};

/// What a paper with these readings is about as a whole.
std::vector<catalogue::TermId> of_paper(const Readings& readings, const Catalogue& catalogue) {
    std::vector<catalogue::TermId> terms;
    for (std::size_t i = 0; i < readings.of_paper().size(); ++i) {
        const auto& of_reading = catalogue.index.of_papers[i];
        if (readings.of_paper()[i]) terms.insert(terms.end(), of_reading.begin(), of_reading.end());
    }
    return terms;
}

/// Adds that to the topics of the sentences at which the readings hold; headings name their own.
void add_of_paper(Topics& topics, const Readings& readings, const std::vector<bool>& headings,
                  const Catalogue& catalogue) {
    for (std::uint32_t reading = 0; reading < readings.of_paper().size(); ++reading) {
        for (const catalogue::TermId term : catalogue.index.of_papers[reading]) {
            for (std::uint32_t i = 0; i < topics.size(); ++i) {
                if (headings[i] || !readings.hold(reading, i)) continue;
                const auto place = std::lower_bound(topics[i].begin(), topics[i].end(), term);
                if (place == topics[i].end() || *place != term) topics[i].insert(place, term);
            }
        }
    }
}

/// What both rounds ask of the text.
struct Counts {
    std::vector<std::uint32_t> words_before, figures;
    std::vector<bool> headings;
};

std::vector<Hit> find_hits(const Text& text, const Catalogue& catalogue, const std::vector<Mention>& mentions,
                           const Counts& counts, Round round, const Readings& readings) {
    const bool topical = catalogue.index.asks_for_topics[static_cast<std::size_t>(round)];
    Topics topics = topical ? find_topics(text, mentions, catalogue, catalogue.index.kinds) : Topics{};
    add_of_paper(topics, readings, counts.headings, catalogue);
    const Plan plan(catalogue, round, mentions, of_paper(readings, catalogue));
    const std::vector<Mention> asked = plan.asked_of(mentions);
    const auto begins = index_by_sentence(asked, text.sentences.size());
    const Material material{text, catalogue, plan, asked, begins, topics, counts.words_before, counts.figures};
    std::vector<Hit> hits;
    Run run(material);
    for (const Stretch stretch : all_stretches) {
        if (plan.has_any(stretch)) run.on(stretch, hits);
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

    const Counts counts{count_words(text), find_figures(text), find_headings(text)};
    const Readings readings(text, catalogue, find_hits(text, catalogue, mentions, counts, Round::readings, {}));
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

    matches.hits = find_hits(text, catalogue, mentions, counts, Round::rules, readings);
    matches.hits_begin = index_by_pattern(matches.hits, catalogue.patterns.size());
    matches.mentions = std::move(mentions);
    return matches;
}

std::span<const Hit> hits_of(const Matches& matches, PatternId pattern) {
    return {matches.hits.data() + matches.hits_begin[pattern], matches.hits.data() + matches.hits_begin[pattern + 1]};
}

}  // namespace boardcheck::match
