#include "match/topics.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "match/mentions.hpp"

namespace boardcheck::match {

namespace {

using catalogue::TermId;
using Terms = std::vector<TermId>;

/// How many sentences without a topic of their own stay about what was mentioned before them.
constexpr int longest_carry = 4;

void unite(Terms& into, const Terms& other) {
    Terms united;
    std::set_union(into.begin(), into.end(), other.begin(), other.end(), std::back_inserter(united));
    into = std::move(united);
}

/// The topics that each sentence itself mentions, with their broader terms, sorted.
std::vector<Terms> own_topics(const text::Text& text, const std::vector<Mention>& mentions,
                              const catalogue::Catalogue& catalogue, const TermKinds& kinds) {
    std::vector<Terms> own(text.sentences.size());
    for (const Mention& mention : mentions) {
        if (!kinds.topic[mention.term]) continue;
        const catalogue::Term& term = catalogue.terms[mention.term];
        own[mention.sentence].insert(own[mention.sentence].end(), term.broader.begin(), term.broader.end());
    }
    for (Terms& terms : own) {
        std::sort(terms.begin(), terms.end());
        terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    }
    return own;
}

/// A topic that begins within this many words of a sentence is taken for its subject.
constexpr std::uint32_t subject_words = 6;

/// What the headings above each section, its own among them, mention.
std::vector<Terms> heading_topics(const text::Text& text, const std::vector<Terms>& own) {
    std::vector<Terms> headings(text.sections.size());
    for (std::size_t i = 0; i < text.sections.size(); ++i) {
        const text::Section& section = text.sections[i];
        if (i > 0 && section.parent < i) headings[i] = headings[section.parent];
        if (section.heading != text::Section::no_heading) unite(headings[i], own[section.heading]);
    }
    return headings;
}

/// "It will include trusts": a sentence that opens with a pronoun stays about what came before, whatever else it names.
bool refers_back(const text::Text& text, const text::Sentence& sentence) {
    static constexpr std::array<std::string_view, 5> pronouns{"it", "they", "their", "these",
                                                              "this"};  // stems: "its" is "it"
    if (sentence.tokens.first == sentence.tokens.last) return false;
    const std::string& stem = text.words[text.tokens[sentence.tokens.first].word].stem;
    return std::find(pronouns.begin(), pronouns.end(), stem) != pronouns.end();
}

bool has_verb(const text::Sentence& sentence) {
    return std::any_of(sentence.clauses.begin(), sentence.clauses.end(), [](const text::Clause& clause) {
        return clause.tense != text::Tense::none || clause.modality != text::Modality::none;
    });
}

/// A line without a verb, and the next row of a table or item of a list, speak of something of their own: rows of a
/// calendar, names in a list.
bool stands_alone(const text::Sentence& sentence, const text::Sentence& before) {
    if (sentence.block == before.block) return false;
    const bool sibling = !sentence.lead_ins.empty() && sentence.lead_ins == before.lead_ins;
    return sibling || !has_verb(sentence);
}

/// What a sentence mentioned, and how many sentences ago.
struct Carried {
    Terms terms;
    int age = 0;
};

/// Sentences that have a topic among their first words, where the subject stands.
std::vector<bool> opens_with_topic(const text::Text& text, const std::vector<Mention>& mentions,
                                   const TermKinds& kinds) {
    std::vector<bool> opens(text.sentences.size(), false);
    for (const Mention& mention : mentions) {
        const std::uint32_t first = text.sentences[mention.sentence].tokens.first;
        if (kinds.topic[mention.term] && mention.tokens.first < first + subject_words) opens[mention.sentence] = true;
    }
    return opens;
}

}  // namespace

Topics find_topics(const text::Text& text, const std::vector<Mention>& mentions, const catalogue::Catalogue& catalogue,
                   const TermKinds& kinds) {
    const std::vector<Terms> own = own_topics(text, mentions, catalogue, kinds);
    const std::vector<Terms> headings = heading_topics(text, own);
    const std::vector<bool> opens = opens_with_topic(text, mentions, kinds);
    Topics topics(text.sentences.size());
    std::vector<Carried> carried;
    Terms opening;  // what the paragraph opened with: it stays about that when another subject comes in
    for (std::size_t i = 0; i < text.sentences.size(); ++i) {
        const text::Sentence& sentence = text.sentences[i];
        const bool new_section = i > 0 && text.sentences[i - 1].section != sentence.section;
        const bool new_subject = opens[i] && !refers_back(text, sentence);
        const bool alone = i > 0 && stands_alone(sentence, text.sentences[i - 1]);
        if (new_section || new_subject) carried.clear();
        if (i == 0 || text.sentences[i - 1].block != sentence.block) opening = opens[i] ? own[i] : Terms{};
        Terms terms = own[i];
        unite(terms, opening);
        for (const std::uint32_t lead_in : sentence.lead_ins)
            unite(terms, lead_in < i ? topics[lead_in] : own[lead_in]);
        for (const Carried& before : carried) {
            if (!alone) unite(terms, before.terms);
        }
        unite(terms, headings[sentence.section]);
        topics[i] = std::move(terms);
        std::erase_if(carried, [](Carried& before) { return ++before.age > longest_carry; });
        if (!own[i].empty()) carried.push_back({own[i], 1});
    }
    return topics;
}

}  // namespace boardcheck::match
