#include <algorithm>

#include "extract/extract.hpp"

namespace boardcheck::extract {

namespace {

using catalogue::Cue;
using catalogue::Place;
using text::Text;

/// A section with fewer sentences that have a speaker does not tell whose it is.
constexpr int telling_sentences = 3;

/// What a manner of speaking weighs for national policy.
constexpr int weight_of_norm = 1;
constexpr int weight_of_bare_phrase = 3;

/// What the tense of a clause alone may weigh.
constexpr int most_by_tense = 1;

/// Cues that stand for the whole paper are looked for at its front.
constexpr std::uint32_t front_sentences = 12;

void weigh(Stance& stance, const Cue& cue, std::uint32_t index) {
    if (std::find(stance.cues.begin(), stance.cues.end(), index) != stance.cues.end()) return;  // a cue weighs once
    stance.cues.push_back(index);
    if (cue.voice) (*cue.voice == catalogue::Voice::local ? stance.local : stance.national) += cue.weight;
    if (cue.time) (*cue.time == catalogue::Time::planned ? stance.planned : stance.done) += cue.weight;
}

void add(Stance& stance, const Stance& from, const std::vector<Cue>& cues) {
    for (const std::uint32_t cue : from.cues) weigh(stance, cues[cue], cue);
}

/// Only the cues that say who speaks.
Stance voices_of(const Stance& stance, const std::vector<Cue>& cues) {
    Stance voices;
    for (const std::uint32_t cue : stance.cues) {
        if (cues[cue].voice) weigh(voices, cues[cue], cue);
    }
    return voices;
}

/// The cues of one place that match in each sentence.
std::vector<Stance> matching(const Text& text, const match::Matches& matches, const std::vector<Cue>& cues,
                             Place place) {
    std::vector<Stance> stances(text.sentences.size());
    for (std::uint32_t i = 0; i < cues.size(); ++i) {
        if (cues[i].place != place) continue;
        for (const catalogue::PatternId pattern : cues[i].patterns) {
            for (const match::Hit& hit : match::hits_of(matches, pattern)) weigh(stances[hit.sentence], cues[i], i);
        }
    }
    return stances;
}

/// What the headings above each section say, the nearest first, so that a cue weighs once.
std::vector<Stance> of_sections(const Text& text, const std::vector<Stance>& headings, const std::vector<Cue>& cues) {
    std::vector<Stance> sections(text.sections.size());
    // The title stands above everything; it says whose paper this is, not who speaks in each sentence.
    const std::uint32_t first_heading = text.sections.size() > 1 ? text.sections[1].heading : text::Section::no_heading;
    for (std::size_t i = 0; i < text.sections.size(); ++i) {
        const text::Section& section = text.sections[i];
        const bool title = section.heading == first_heading;
        if (section.heading != text::Section::no_heading && !title) add(sections[i], headings[section.heading], cues);
        // A heading of its own that speaks for someone speaks against what the ones above it say.
        const bool speaks = sections[i].local != 0 || sections[i].national != 0;
        if (i > 0 && section.parent < i && !speaks) add(sections[i], sections[section.parent], cues);
    }
    return sections;
}

}  // namespace

namespace {

/// "The White Paper proposes a Partnership. It will write a strategy." Who is quoted goes on being quoted, through the
/// sentences of the paragraph that name no speaker of their own.
void carry_attribution(const Text& text, std::vector<Stance>& own, const std::vector<Cue>& cues) {
    Stance quoted;
    for (std::size_t i = 0; i < own.size(); ++i) {
        const bool goes_on = i > 0 && text.sentences[i].block == text.sentences[i - 1].block;
        if (!goes_on || own[i].local > 0) quoted = {};
        const bool speaks = own[i].local > 0 || own[i].national > 0;
        if (own[i].national > own[i].local) quoted = voices_of(own[i], cues);
        if (!speaks) add(own[i], quoted, cues);
    }
}

/// Sentences in which each side speaks.
struct Voices {
    int local = 0, national = 0;
};

void count(Voices& voices, const Stance& stance) {
    if (stance.local > stance.national) ++voices.local;
    if (stance.national > stance.local) ++voices.national;
}

int prevailing(int ours, int theirs) { return 2 * ours > 3 * theirs ? 2 : 0; }

/// Where one side speaks in most sentences that have a speaker, those without one are its as well: first in their
/// section, then in the paper.
void add_prevailing_voice(const Text& text, const std::vector<Stance>& own, const std::vector<Stance>& by_headings,
                          std::vector<Stance>& stances) {
    Voices paper;
    std::vector<Voices> sections(text.sections.size());
    for (std::size_t i = 0; i < own.size(); ++i) {
        const bool quoting = by_headings[text.sentences[i].section].national > 0;
        if (!quoting) count(paper, own[i]);
        count(sections[text.sentences[i].section], own[i]);
    }
    for (std::size_t i = 0; i < stances.size(); ++i) {
        const Stance& heading = by_headings[text.sentences[i].section];
        const bool spoken_for = own[i].local + own[i].national + heading.local + heading.national > 0;
        if (spoken_for) continue;
        const Voices& section = sections[text.sentences[i].section];
        const Voices& voices = section.local + section.national >= telling_sentences ? section : paper;
        stances[i].local += prevailing(voices.local, voices.national);
        stances[i].national += prevailing(voices.national, voices.local);
    }
}

}  // namespace

std::vector<Stance> stances(const Text& text, const match::Matches& matches, const catalogue::Catalogue& catalogue) {
    const auto& cues = catalogue.cues;
    std::vector<Stance> own = matching(text, matches, cues, Place::sentence);
    carry_attribution(text, own, cues);
    const std::vector<Stance> sections = of_sections(text, matching(text, matches, cues, Place::heading), cues);
    const std::vector<Stance> papers = matching(text, matches, cues, Place::paper);
    Stance paper;
    for (std::uint32_t i = 0; i < papers.size(); ++i) {
        if (i < front_sentences) add(paper, papers[i], cues);
    }
    std::vector<Stance> stances = own;
    for (std::size_t i = 0; i < stances.size(); ++i) {
        for (const std::uint32_t lead_in : text.sentences[i].lead_ins) add(stances[i], own[lead_in], cues);
        add(stances[i], sections[text.sentences[i].section], cues);
        add(stances[i], paper, cues);
        stances[i].row = slice(text.text, text.sentences[i].span).find('\n') != std::string_view::npos;
    }
    add_prevailing_voice(text, own, sections, stances);
    return stances;
}

catalogue::Standing standing_of(const Stance& stance, const text::Sentence& sentence, text::TokenRange tokens) {
    int planned = stance.planned, done = stance.done;
    bool bare = true;      // no verb at all
    bool reports = false;  // says what is or was, not what is to be
    for (const text::Clause& clause : sentence.clauses) {
        const bool holds = clause.tokens.first < tokens.last && tokens.first < clause.tokens.last;
        if (!holds) continue;
        const bool to_come =
            clause.tense == text::Tense::future || clause.modality != text::Modality::none || clause.conditional;
        bare = bare && !to_come && clause.tense == text::Tense::none;
        if (to_come)
            ++planned;
        else if (clause.tense != text::Tense::none)
            ++done, reports = true;
    }
    // Norms are policy's own manner of speaking, and a phrase without a verb names a matter without saying who does it:
    // they take more to be local.
    const int national = stance.national + (reports ? 0 : bare && !stance.row ? weight_of_bare_phrase : weight_of_norm);
    if (stance.local <= national) return catalogue::Standing::restated;
    // Present tense alone tells nothing of bodies that do not exist yet: to be in place takes a cue that says so.
    return done >= planned + most_by_tense + 1 ? catalogue::Standing::in_place : catalogue::Standing::planned;
}

}  // namespace boardcheck::extract
