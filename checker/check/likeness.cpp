#include "check/likeness.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "check/content_words.hpp"

namespace boardcheck::check {

namespace {

/// Words that many items share tell nothing of which belong together: they are weighed, but bring none together.
constexpr std::size_t most_sharers = 30;

void sort_once(Bag& bag) {
    std::sort(bag.begin(), bag.end());
    bag.erase(std::unique(bag.begin(), bag.end()), bag.end());
}

using Weights = std::unordered_map<std::string_view, double>;

/// The rarer a word among all items, the more it weighs.
Weights weights_of(const std::vector<Bag>& ones, const std::vector<Bag>& others) {
    Weights counts;
    for (const auto* bags : {&ones, &others}) {
        for (const Bag& bag : *bags) {
            for (const std::string& stem : bag) ++counts[stem];
        }
    }
    const double all = static_cast<double>(ones.size() + others.size());
    for (auto& [stem, count] : counts) count = std::log(1 + all / count);
    return counts;
}

double weight_of(const Bag& bag, const Weights& weights) {
    double sum = 0;
    for (const std::string& stem : bag) sum += weights.at(stem);
    return sum;
}

/// Twice the weight of what both have, as a share of the weight of each.
double likeness(const Bag& one, const Bag& other, const Weights& weights) {
    Bag common;
    std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(common));
    const double all = weight_of(one, weights) + weight_of(other, weights);
    return all > 0 ? 2 * weight_of(common, weights) / all : 0;
}

/// The items of `others` that have some word of few sharers in common with the bag.
std::vector<std::uint32_t> candidates(const Bag& bag,
                                      const std::map<std::string_view, std::vector<std::uint32_t>>& by_stem) {
    std::vector<std::uint32_t> found;
    for (const std::string& stem : bag) {
        const auto sharers = by_stem.find(stem);
        if (sharers == by_stem.end() || sharers->second.size() > most_sharers) continue;
        found.insert(found.end(), sharers->second.begin(), sharers->second.end());
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace

Bag bag_of(const text::Text& text, Span span) {
    Bag bag;
    const auto first =
        std::lower_bound(text.tokens.begin(), text.tokens.end(), span.begin,
                         [](const text::Token& token, std::uint32_t at) { return token.span.begin < at; });
    for (auto token = first; token != text.tokens.end() && token->span.begin < span.end; ++token) {
        const std::string& stem = text.words[token->word].stem;
        if (token->kind != text::TokenKind::punctuation && !is_closed_word(stem)) bag.push_back(stem);
    }
    sort_once(bag);
    return bag;
}

Bag bag_of(std::string_view words) {
    Bag bag;
    for (const text::Word& word : text::words_of(words)) {
        const bool is_word = !word.stem.empty() && (std::isalnum(static_cast<unsigned char>(word.stem.front())) != 0 ||
                                                    static_cast<unsigned char>(word.stem.front()) >= 0x80);
        if (is_word && !is_closed_word(word.stem)) bag.push_back(word.stem);
    }
    sort_once(bag);
    return bag;
}

std::vector<Pair> alike(const std::vector<Bag>& ones, const std::vector<Bag>& others, double least) {
    const Weights weights = weights_of(ones, others);
    std::map<std::string_view, std::vector<std::uint32_t>> by_stem;
    for (std::uint32_t i = 0; i < others.size(); ++i) {
        for (const std::string& stem : others[i]) by_stem[stem].push_back(i);
    }
    std::vector<Pair> pairs;
    for (std::uint32_t i = 0; i < ones.size(); ++i) {
        for (const std::uint32_t other : candidates(ones[i], by_stem)) {
            const double alike = likeness(ones[i], others[other], weights);
            if (alike >= least) pairs.push_back({i, other, alike});
        }
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.likeness > b.likeness; });
    return pairs;
}

std::vector<Pair> pair_up(const std::vector<Bag>& ones, const std::vector<Bag>& others, double least) {
    std::vector<Pair> pairs = alike(ones, others, least);
    std::vector<bool> used_one(ones.size()), used_other(others.size());
    std::erase_if(pairs, [&](const Pair& pair) {
        if (used_one[pair.one] || used_other[pair.other]) return true;
        used_one[pair.one] = used_other[pair.other] = true;
        return false;
    });
    return pairs;
}

}  // namespace boardcheck::check
