// Titles that are nearly one that the rules know: "Integration and Improvement: working together to improve ...".
#include <algorithm>
#include <array>

#include "extract/citations.hpp"

namespace boardcheck::extract {

using text::TokenRange;

namespace {

constexpr std::uint32_t fewest_words = 6;  // of a title: shorter ones are like too much else
constexpr std::uint32_t most_hits = 400;   // of one title in one sentence
constexpr std::uint32_t share_other = 4;   // at most one word of so many is another

/// Whether a word tells titles apart.
bool counts(const text::Word& word) {
    constexpr std::array<std::string_view, 10> small{"and", "of", "for", "to", "in", "on", "the", "at", "a", "with"};
    const bool mark = word.stem.empty() || (word.stem.size() == 1 && !(word.stem[0] >= '0' && word.stem[0] <= '9'));
    return !mark && std::find(small.begin(), small.end(), word.stem) == small.end();
}

bool ends_title(std::string_view sign) {
    return sign == "." || sign == ";" || sign == "(" || sign == ")" || sign == "|";
}

}  // namespace

LikeTitles::LikeTitles(const Paper& paper) : paper_(paper) {
    const auto& sources = paper.catalogue.sources;
    for (std::uint32_t source = 0; source < sources.size(); ++source) {
        lengths_.push_back(0);
        std::vector<std::string> stems;
        for (const text::Word& word : text::words_of(sources[source].title))
            if (counts(word)) stems.push_back(word.stem);
        if (stems.size() < fewest_words) continue;
        lengths_[source] = static_cast<std::uint32_t>(stems.size());
        for (std::uint32_t position = 0; position < stems.size(); ++position)
            places_[stems[position]].push_back({source, position});
    }
}

void LikeTitles::add(std::uint32_t sentence, std::vector<Cited>& here) const {
    const TokenRange range = paper_.text.sentences[sentence].tokens;
    std::map<std::uint32_t, std::vector<Hit>> hits;
    for (std::uint32_t token = range.first; token < range.last; ++token) {
        const auto places = places_.find(paper_.stem(token));
        if (places == places_.end()) continue;
        for (const Place& place : places->second) {
            auto& of_source = hits[place.source];
            if (of_source.size() < most_hits) of_source.push_back({token, place.position});
        }
    }
    for (const auto& [source, of_source] : hits) {
        if (of_source.size() + lengths_[source] / share_other >= lengths_[source])
            add_title(sentence, source, of_source, here);
    }
}

/// The longest run of words that follow each other as in the title, with a word or two of its own.
void LikeTitles::add_title(std::uint32_t sentence, std::uint32_t source, const std::vector<Hit>& hits,
                           std::vector<Cited>& here) const {
    const std::uint32_t length = lengths_[source], others = length / share_other;
    for (std::size_t begin = 0; begin < hits.size(); ++begin) {
        if (hits[begin].position > others) continue;
        std::vector<Hit> run{hits[begin]};
        for (std::size_t next = begin + 1; next < hits.size() && hits[next].token < hits[begin].token + 3 * length;
             ++next)
            if (hits[next].position > run.back().position && hits[next].position <= run.back().position + 1 + others)
                run.push_back(hits[next]);
        const auto matched = static_cast<std::uint32_t>(run.size());
        if (matched == length) return;  // it is the title, with other signs at most
        if (matched + others < length) continue;
        // The other words at the ends of the title are told by their number alone.
        TokenRange title{run.front().token, run.back().token + 1};
        const TokenRange range = paper_.text.sentences[sentence].tokens;
        for (std::uint32_t left = run.front().position; left > 0 && title.first > range.first; --title.first) {
            if (ends_title(paper_.stem(title.first - 1))) break;
            left -= counts(paper_.word(title.first - 1)) ? 1 : 0;
        }
        for (std::uint32_t left = length - 1 - run.back().position; left > 0 && title.last < range.last; ++title.last) {
            if (ends_title(paper_.stem(title.last))) break;
            left -= counts(paper_.word(title.last)) ? 1 : 0;
        }
        std::uint32_t words = 0;
        for (std::uint32_t token = title.first; token < title.last; ++token)
            words += counts(paper_.word(token)) ? 1 : 0;
        const bool same_length = words == length;
        if (!same_length || !paper_.word(title.first).capitalised || is_taken(here, title.first)) continue;
        Cited cited;
        cited.source = paper_.catalogue.sources[source].id;
        cited.tokens = title;
        cited.at.title = paper_.words(title);
        cited.at.by = KnownBy::likeness;
        cited.at.evidence = paper_.evidence(sentence, title);
        here.push_back(std::move(cited));
        return;
    }
}

}  // namespace boardcheck::extract
