// Which profile suits a paper, by the signs that the profiles name.
#include <algorithm>

#include <fmt/format.h>

#include "check/parts.hpp"

namespace boardcheck::check {

namespace {

using catalogue::Profile;
using catalogue::Sign;

/// The front of a paper: what stands before its matter, and its first words.
constexpr std::uint32_t front_sentences = 12;

std::vector<bool> headings_of(const text::Text& text) {
    std::vector<bool> headings(text.sentences.size(), false);
    for (const text::Section& section : text.sections) {
        if (section.heading != text::Section::no_heading) headings[section.heading] = true;
    }
    return headings;
}

/// The sentences at the place of a sign in which its patterns match.
std::size_t sentences_with(const Sign& sign, const match::Matches& matches, const std::vector<bool>& headings) {
    std::vector<std::uint32_t> sentences;
    for (const catalogue::PatternId pattern : sign.patterns) {
        for (const match::Hit& hit : match::hits_of(matches, pattern)) {
            const bool there = sign.where == Sign::Where::anywhere ||
                               (sign.where == Sign::Where::front && hit.sentence < front_sentences) ||
                               (sign.where == Sign::Where::heading && headings[hit.sentence]);
            if (there) sentences.push_back(hit.sentence);
        }
    }
    std::sort(sentences.begin(), sentences.end());
    return static_cast<std::size_t>(std::unique(sentences.begin(), sentences.end()) - sentences.begin());
}

bool shows(const Sign& sign, const match::Matches& matches, const extract::Meta& meta,
           const std::vector<bool>& headings) {
    if (!sign.format.empty()) return meta.format == sign.format;
    if (!sign.purpose.empty()) return meta.purpose == sign.purpose;
    return sentences_with(sign, matches, headings) >= static_cast<std::size_t>(sign.at_least);
}

}  // namespace

ChosenProfile choose_profile(const text::Text& text, const match::Matches& matches, const extract::Meta& meta,
                             const catalogue::Catalogue& catalogue) {
    const std::vector<bool> headings = headings_of(text);
    const Profile* best = nullptr;
    int most = 0;
    std::string why;
    for (const Profile& profile : catalogue.profiles) {
        int weight = 0;
        std::vector<std::string_view> reasons;
        for (const Sign& sign : profile.signs) {
            if (!shows(sign, matches, meta, headings)) continue;
            weight += sign.weight;
            reasons.push_back(sign.why);
        }
        if (weight <= most) continue;
        most = weight;
        best = &profile;
        why = fmt::format("{}", fmt::join(reasons, "; "));
    }
    if (best != nullptr && most >= least_weight) return {best, why};
    const Profile* any = catalogue.profile("default");
    return {any != nullptr ? any : &catalogue.profiles.front(), "no sign of a special kind of paper"};
}

}  // namespace boardcheck::check
