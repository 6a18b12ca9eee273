#include "check/recommendation_pairs.hpp"

#include <algorithm>

#include "check/content_words.hpp"
#include "check/day_words.hpp"

namespace boardcheck::check {

namespace {

using extract::Recommendation;

constexpr std::uint32_t widest_gap = 6;  // sentences between two that are asked together
constexpr std::size_t most_asked = 60;   // of one place

/// Dates and whole numbers; those of the date are not told again.
std::vector<std::string> values_in(const Case& paper, std::uint32_t sentence, text::TokenRange tokens) {
    std::vector<std::string> values;
    std::uint32_t token = tokens.first;
    auto date = std::lower_bound(paper.matches.dates.begin(), paper.matches.dates.end(), sentence,
                                 [](const match::DateMention& each, std::uint32_t at) { return each.sentence < at; });
    while (token < tokens.last) {
        while (date != paper.matches.dates.end() && date->sentence == sentence && date->tokens.first < token) ++date;
        if (date != paper.matches.dates.end() && date->sentence == sentence && date->tokens.first == token) {
            if (!date->iso.empty()) values.push_back(date->iso);
            token = std::max(token + 1, date->tokens.last);
            continue;
        }
        const text::Word& word = paper.text.words[paper.text.tokens[token].word];
        if (word.number > 1 || (word.number == 1 && word.surface == "1")) values.push_back(std::to_string(word.number));
        ++token;
    }
    std::sort(values.begin(), values.end());
    return values;
}

std::vector<Asked> asked_in(const Case& paper, std::size_t first, std::size_t last) {
    std::vector<Asked> asked;
    for (std::size_t i = first; i < std::min(last, first + most_asked); ++i) {
        const Recommendation& each = paper.declarations.recommendations[i];
        Asked one{&each, tokens_of(paper.text, each.evidence), {}, {}};
        // Its verb is compared by what it asks, not as a word.
        const text::TokenRange object{std::min(one.tokens.first + 1, one.tokens.last), one.tokens.last};
        one.stems = content_stems(paper.text, object);
        one.values = values_in(paper, each.evidence.sentence, object);
        asked.push_back(std::move(one));
    }
    return asked;
}

/// Where the recommendations at the front end, and where those at the end begin; 0: they are given once.
std::pair<std::size_t, std::size_t> places_of(const std::vector<Recommendation>& all) {
    std::size_t front = 0, end = all.size();
    const auto together = [&](std::size_t one, std::size_t other) {
        return all[other].evidence.sentence - all[one].evidence.sentence <= widest_gap;
    };
    if (all.empty() || all.front().place != extract::PlaceInPaper::front) return {0, 0};
    for (front = 1; front < all.size() && together(front - 1, front);) ++front;
    while (end > front && (end == all.size() || together(end - 1, end))) --end;
    if (front >= all.size() || all[end].place != extract::PlaceInPaper::end) return {0, 0};
    return {front, end};
}

struct Likeness {
    double value = 0;
    std::size_t front = 0, end = 0;
};

/// The best first; each is matched once.
void match_all(Paired& paired) {
    std::vector<Likeness> all;
    for (std::size_t i = 0; i < paired.front.size(); ++i) {
        for (std::size_t j = 0; j < paired.end.size(); ++j) {
            const Asked &one = paired.front[i], &other = paired.end[j];
            const std::size_t same = shared(one.stems, other.stems);
            const std::size_t least = std::min(one.stems.size(), other.stems.size());
            if (same == 0 || 2 * same < least) continue;
            const bool alike = one.recommendation->ask == other.recommendation->ask;
            const bool numbered =
                !one.recommendation->number.empty() && one.recommendation->number == other.recommendation->number;
            const double share = static_cast<double>(same) / static_cast<double>(least);
            all.push_back({share + 0.02 * static_cast<double>(same) + (alike ? 0.3 : 0) + (numbered ? 0.2 : 0), i, j});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Likeness& a, const Likeness& b) { return a.value > b.value; });
    std::vector<bool> front(paired.front.size()), end(paired.end.size());
    for (const Likeness& each : all) {
        if (front[each.front] || end[each.end]) continue;
        front[each.front] = end[each.end] = true;
        paired.pairs.push_back({each.front, each.end});
    }
    for (std::size_t i = 0; i < front.size(); ++i) {
        if (!front[i]) paired.only_front.push_back(i);
    }
    for (std::size_t j = 0; j < end.size(); ++j) {
        if (!end[j]) paired.only_end.push_back(j);
    }
}

}  // namespace

Paired pair_recommendations(const Case& paper) {
    Paired paired;
    const auto& all = paper.declarations.recommendations;
    const auto [front, end] = places_of(all);
    if (front == 0) return paired;
    paired.front = asked_in(paper, 0, front);
    paired.end = asked_in(paper, end, all.size());
    match_all(paired);
    const auto& first = paired.front.front().recommendation->evidence;
    const auto& last = paired.front.back().recommendation->evidence;
    paired.prose = first.sentence == last.sentence && paired.front.front().recommendation->number.find('(') != 0;
    // Two sets of which not half is alike are two things: of a covering report, and of a report within it.
    if (2 * paired.pairs.size() < std::min(paired.front.size(), paired.end.size())) return {};
    return paired;
}

}  // namespace boardcheck::check
