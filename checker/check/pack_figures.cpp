// Two papers of a meeting that give another figure for one thing.
#include <algorithm>
#include <cmath>
#include <map>

#include "check/pack_parts.hpp"

namespace boardcheck::check {

namespace {

constexpr double most_apart = 3.0;         // one figure for the same thing is not three times the other
constexpr double least_lone_value = 1000;  // smaller counts are told of many things with the same two words
constexpr std::size_t most_of_one_thing = 40, most_findings = 60;

struct Place {
    std::uint32_t paper = 0;
    const Figure* figure = nullptr;
};

/// What the figure is of, with whose it is.
std::string key_of(const Figure& figure) {
    std::string key = figure.unit;
    for (const std::string& stem : figure.of) key += ' ' + stem;
    return key;
}

/// Told well enough to be known again: by two words, or by one with whose it is.
bool is_known(const Figure& figure) {
    const bool large = figure.unit == "money" || figure.value >= least_lone_value;
    return figure.of.size() >= 2 || (!large && !figure.owner.empty());
}

bool is_apart(const Figure& one, const Figure& other) {
    if (!one.owner.empty() && !other.owner.empty() && one.owner != other.owner) return true;
    if (one.owner.empty() != other.owner.empty() && one.unit == "count") return true;
    return one.dated && other.dated && *one.dated != *other.dated;
}

bool differ(const Figure& one, const Figure& other) {
    const double apart = std::abs(one.value - other.value), step = std::max(one.step, other.step);
    const double ratio = std::max(one.value, other.value) / std::min(one.value, other.value);
    return 2 * apart > step && ratio < most_apart;
}

/// Papers that give several figures for it tell different things by the same words.
bool is_told_once(const std::vector<Place>& places, std::uint32_t paper) {
    const Figure* first = nullptr;
    for (const Place& place : places) {
        if (place.paper != paper) continue;
        if (first != nullptr && differ(*first, *place.figure)) return false;
        first = place.figure;
    }
    return true;
}

}  // namespace

void add_figures(Pack& pack) {
    std::map<std::string, std::vector<Place>> things;
    for (const std::uint32_t member : pack.members) {
        for (const Figure& figure : pack.paper(member).assessment.figures) {
            auto& places = things[key_of(figure)];
            if (is_known(figure) && places.size() < most_of_one_thing) places.push_back({member, &figure});
        }
    }
    std::size_t told = 0;
    for (const auto& [key, places] : things) {
        for (std::size_t i = 1; i < places.size() && told < most_findings; ++i) {
            const Place &here = places[i], &there = places.front();
            const bool same = here.paper == there.paper || is_apart(*here.figure, *there.figure) ||
                              !differ(*here.figure, *there.figure);
            if (same || !is_told_once(places, here.paper) || !is_told_once(places, there.paper)) continue;
            Finding* finding = pack.add(here.paper, "pack.figures", here.figure->evidence,
                                        {{"here", here.figure->says}, {"there", there.figure->says}});
            if (finding != nullptr)
                finding->others.push_back({there.figure->says, there.figure->evidence, there.paper});
            ++told;
        }
    }
}

}  // namespace boardcheck::check
