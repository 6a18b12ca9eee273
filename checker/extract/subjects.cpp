// Of which body a place in the paper speaks.
#include <algorithm>

#include "extract/details.hpp"
#include "extract/name_words.hpp"
#include "extract/words.hpp"

namespace boardcheck::extract {

namespace {

/// A paragraph goes on speaking of a body for this many sentences without naming it.
constexpr std::uint32_t reach_of_subject = 3;

}  // namespace

Subjects::Subjects(const Paper& paper, const std::vector<Body>& bodies)
    : paper_(paper), places_(paper.text.sentences.size()) {
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        for (const BodyPhrase& phrase : bodies[i].phrases) places_[phrase.sentence].push_back({phrase.tokens, i});
    }
    for (auto& places : places_) {
        std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.tokens < b.tokens; });
    }
}

std::optional<std::size_t> Subjects::last_in(std::uint32_t sentence, std::uint32_t before) const {
    const Place* last = nullptr;
    std::uint32_t end = 0;
    for (const Place& place : places_[sentence]) {
        if (place.tokens.first >= before) break;
        // What is said after "the board of the trust (the Trust)" is said of the board.
        if (last == nullptr || !is_aside({end, place.tokens.first})) last = &place;
        end = place.tokens.last;
    }
    return last == nullptr ? std::nullopt : std::optional(last->body);
}

bool Subjects::is_aside(text::TokenRange between) const {
    const std::uint32_t length = between.last > between.first ? between.last - between.first : 0;
    if (length == 0 || length > 2) return false;
    const bool article = length == 1 || paper_.stem(between.first + 1) == "the";
    return article && (paper_.stem(between.first) == "of" || paper_.is_sign(between.first, "("));
}

std::optional<std::size_t> Subjects::first_in(std::uint32_t sentence) const {
    if (places_[sentence].empty()) return {};
    return places_[sentence].front().body;
}

std::optional<std::size_t> Subjects::subject_at(std::uint32_t sentence, std::uint32_t token, Reach reach) const {
    if (const auto body = last_in(sentence, token)) return body;
    const text::Sentence& here = paper_.text.sentences[sentence];
    // "It reports to the Board": of what the sentence before is about.
    const std::string opening =
        here.tokens.first < here.tokens.last ? lower(paper_.word(here.tokens.first).surface) : "";
    const bool goes_on = opening == "it" || opening == "its" || opening == "they" || opening == "their";
    const bool same_block = sentence > 0 && paper_.text.sentences[sentence - 1].block == here.block;
    if (reach == Reach::sentence) return goes_on && same_block ? first_in(sentence - 1) : std::nullopt;
    for (auto lead_in = here.lead_ins.rbegin(); lead_in != here.lead_ins.rend(); ++lead_in) {
        if (const auto body = first_in(*lead_in)) return body;
    }
    for (std::uint32_t back = 1; back <= reach_of_subject && back <= sentence; ++back) {
        const text::Sentence& before = paper_.text.sentences[sentence - back];
        if (before.section != here.section || before.block != here.block) break;
        if (const auto body = first_in(sentence - back)) return body;
    }
    const auto headings = text::headings_of(paper_.text, sentence);
    if (headings.empty()) return {};
    return first_in(headings.back());
}

std::optional<std::size_t> Subjects::named_from(std::uint32_t sentence, std::uint32_t token, std::uint32_t end) const {
    for (const Place& place : places_[sentence]) {
        if (place.tokens.first >= token && place.tokens.first < end) return place.body;
    }
    return {};
}

std::vector<Said> Subjects::said(std::string_view marker, Reach reach) const {
    std::vector<Said> said;
    for (const Marked& marked : paper_.marked(marker)) {
        if (const auto body = subject_at(marked.hit.sentence, marked.hit.tokens.last, reach))
            said.push_back({*body, marked});
    }
    return said;
}

}  // namespace boardcheck::extract
