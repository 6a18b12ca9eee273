// Who speaks in each sentence, and of when: cues in it, in its lead-ins, in the headings above it and in the paper.
#include <algorithm>

#include "extract/extract.hpp"

namespace boardcheck::extract {

namespace {

using catalogue::Cue;
using catalogue::Place;
using catalogue::Voice;
using text::Text;

/// A section with fewer sentences that have a speaker does not tell whose it is.
constexpr int telling_sentences = 3;

/// Cues that stand for the whole paper are looked for at its front.
constexpr std::uint32_t front_sentences = 12;

/// What a date before or after the paper's weighs.
constexpr int weight_of_date = 1;

/// The cues that match somewhere, each once, with what they weigh together.
struct Heard {
    std::vector<std::uint32_t> cues;
    int local = 0, national = 0, planned = 0, done = 0;

    bool has(std::uint32_t cue) const { return std::find(cues.begin(), cues.end(), cue) != cues.end(); }
    /// Only to say that something must be does not say who wants it.
    bool speaks() const { return local > 0 || national > 1; }

    void add(std::uint32_t index, const Cue& cue) {
        if (has(index)) return;
        cues.push_back(index);
        if (cue.voice) (*cue.voice == Voice::local ? local : national) += cue.weight;
        if (cue.time) (*cue.time == catalogue::Time::planned ? planned : done) += cue.weight;
    }
    void add(const Heard& other, const std::vector<Cue>& all) {
        for (const std::uint32_t cue : other.cues) add(cue, all[cue]);
    }
};

/// What of `heard` `keep` holds for.
template <typename Keep>
Heard only(const Heard& heard, const std::vector<Cue>& cues, Keep keep) {
    Heard kept;
    for (const std::uint32_t cue : heard.cues) {
        if (keep(cues[cue])) kept.add(cue, cues[cue]);
    }
    return kept;
}

/// A cue where it first matches in a sentence.
struct Placed {
    std::uint32_t cue = 0, token = 0;
};

/// The cues of one place in each sentence.
struct Found {
    std::vector<Heard> heard;
    std::vector<std::vector<Placed>> placed;
};

Found matching(const Text& text, const match::Matches& matches, const std::vector<Cue>& cues, Place place) {
    Found found{std::vector<Heard>(text.sentences.size()), std::vector<std::vector<Placed>>(text.sentences.size())};
    const auto add = [&](std::uint32_t cue, const match::Hit& hit) {
        found.heard[hit.sentence].add(cue, cues[cue]);
        auto& placed = found.placed[hit.sentence];
        const auto known =
            std::find_if(placed.begin(), placed.end(), [&](const Placed& other) { return other.cue == cue; });
        if (known == placed.end())
            placed.push_back({cue, hit.tokens.first});
        else
            known->token = std::min(known->token, hit.tokens.first);
    };
    for (std::uint32_t i = 0; i < cues.size(); ++i) {
        if (cues[i].place != place) continue;
        for (const catalogue::PatternId pattern : cues[i].patterns) {
            for (const match::Hit& hit : match::hits_of(matches, pattern)) add(i, hit);
        }
    }
    return found;
}

/// The first heading, where most sections stand below it: it says whose paper this is, not who speaks in each sentence.
std::uint32_t title_of(const Text& text) {
    std::vector<bool> below(text.sections.size(), false);
    std::size_t count = 0;
    for (std::size_t i = 2; i < text.sections.size(); ++i) {
        const std::uint32_t parent = text.sections[i].parent;
        below[i] = parent < i && (parent == 1 || below[parent]);
        count += below[i] ? 1 : 0;
    }
    const bool above_most = text.sections.size() > 1 && 2 * count + 2 >= text.sections.size();
    return above_most ? text.sections[1].heading : text::Section::no_heading;
}

/// What the headings above each section say, the nearest first.
std::vector<Heard> of_sections(const Text& text, const std::vector<Heard>& headings, const std::vector<Cue>& cues) {
    std::vector<Heard> sections(text.sections.size());
    const std::uint32_t title = title_of(text);
    for (std::size_t i = 0; i < text.sections.size(); ++i) {
        const text::Section& section = text.sections[i];
        const bool heading = section.heading != text::Section::no_heading && section.heading != title;
        if (heading) sections[i].add(headings[section.heading], cues);
        // A heading of its own that speaks for someone speaks against what the ones above it say.
        if (i > 0 && section.parent < i && !sections[i].speaks()) sections[i].add(sections[section.parent], cues);
    }
    return sections;
}

/// "The White Paper proposes a Partnership. It will write a strategy." Who is quoted goes on being quoted, through the
/// sentences of the paragraph that name no speaker of their own.
void carry_attribution(const Text& text, std::vector<Heard>& own, const std::vector<Cue>& cues) {
    Heard quoted;
    for (std::size_t i = 0; i < own.size(); ++i) {
        const bool goes_on = i > 0 && text.sentences[i].block == text.sentences[i - 1].block;
        if (!goes_on || own[i].local > 0) quoted = {};
        const bool speaks = own[i].speaks();
        if (own[i].national > own[i].local)
            quoted = only(own[i], cues, [](const Cue& cue) { return cue.voice.has_value(); });
        if (!speaks) own[i].add(quoted, cues);
    }
}

/// What the lead-ins of a sentence add: an item that speaks for us answers what its lead-in quotes.
Heard of_lead_ins(const text::Sentence& sentence, const std::vector<Heard>& own, const Heard& item,
                  const std::vector<Cue>& cues) {
    Heard heard;
    for (const std::uint32_t lead_in : sentence.lead_ins) heard.add(own[lead_in], cues);
    const bool answers = item.local > item.national;
    return only(heard, cues, [&](const Cue& cue) { return !answers || cue.voice != Voice::national; });
}

/// Sentences in which each side speaks.
struct Voices {
    int local = 0, national = 0;
};

void count(Voices& voices, const Heard& heard) {
    if (heard.local > heard.national) ++voices.local;
    if (heard.national > heard.local) ++voices.national;
}

/// What it weighs that a side prevails: more, the clearer it does.
int prevailing(int ours, int theirs) { return ours > 4 * theirs ? 3 : 2 * ours > 3 * theirs ? 2 : 0; }

/// Where one side speaks in most sentences that have a speaker, those without one are its as well: in their section,
/// and where it does not tell, in the paper.
void add_prevailing_voice(const Text& text, const std::vector<Heard>& own, const std::vector<Heard>& by_headings,
                          std::vector<Stance>& stances) {
    Voices paper;
    std::vector<Voices> sections(text.sections.size());
    for (std::size_t i = 0; i < own.size(); ++i) {
        const bool quoting = by_headings[text.sentences[i].section].national > 0;
        if (!quoting) count(paper, own[i]);
        count(sections[text.sentences[i].section], own[i]);
    }
    for (std::size_t i = 0; i < stances.size(); ++i) {
        if (own[i].speaks() || by_headings[text.sentences[i].section].speaks()) continue;
        const Voices& section = sections[text.sentences[i].section];
        const Voices& voices = section.local + section.national >= telling_sentences ? section : paper;
        stances[i].local += prevailing(voices.local, voices.national);
        stances[i].national += prevailing(voices.national, voices.local);
    }
}

enum class Existence { untold, there, to_come };

/// Of each term, whether it names a body that exists at a day; where the day is not known, what begins is to come.
std::vector<Existence> existence_of_terms(const catalogue::Catalogue& catalogue, const std::optional<Date>& day) {
    std::vector<Existence> existence;
    for (const catalogue::Term& term : catalogue.terms) {
        const auto starts = term.properties.find("starts");
        if (starts == term.properties.end())
            existence.push_back(Existence::untold);
        else
            existence.push_back(!day || *day < parse_date(starts->second) ? Existence::to_come : Existence::there);
    }
    return existence;
}

/// Mentions of bodies that are to come, but for those whose name says that they are there: "the shadow board".
std::vector<match::Mention> mentions_to_come(const match::Matches& matches, const std::vector<Existence>& existence) {
    std::vector<match::Mention> to_come;
    std::uint32_t there_until = 0;  // tokens before this one belong to a body that is there
    for (const match::Mention& mention : matches.mentions) {
        const Existence exists = existence[mention.term];
        if (exists == Existence::there) there_until = std::max(there_until, mention.tokens.last);
        if (exists == Existence::to_come && mention.tokens.first >= there_until) to_come.push_back(mention);
    }
    return to_come;
}

/// Whether a paper tells most of what it tells in the past, as minutes do: their past is a present.
bool is_narrated(const Text& text) {
    int past = 0, present = 0;
    for (const text::Sentence& sentence : text.sentences) {
        for (const text::Clause& clause : sentence.clauses) {
            if (clause.modality != text::Modality::none) continue;
            past += clause.tense == text::Tense::past ? 1 : 0;
            present += clause.tense == text::Tense::present ? 1 : 0;
        }
    }
    return past > 2 * present;
}

/// Where each sentence speaks of bodies that are to come: where it mentions them; or, where it names no body, from its
/// beginning, if the sentence before it, a lead-in or a heading does.
void mark_what_is_to_come(const Text& text, const match::Matches& matches, const catalogue::Catalogue& catalogue,
                          const std::optional<Date>& day, std::vector<Stance>& stances) {
    std::vector<bool> names_body(text.sentences.size(), false);
    for (const match::Mention& mention : matches.mentions) {
        if (catalogue.terms[mention.term].properties.contains("structure")) names_body[mention.sentence] = true;
    }
    for (const match::Mention& mention : mentions_to_come(matches, existence_of_terms(catalogue, day))) {
        stances[mention.sentence].to_come.push_back(mention.tokens.first);
    }
    const auto speaks_of_it = [&](std::uint32_t sentence) { return !stances[sentence].to_come.empty(); };
    for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
        if (names_body[i]) continue;
        const text::Sentence& sentence = text.sentences[i];
        const auto headings = text::headings_of(text, i);
        const bool goes_on = i > 0 && sentence.block == text.sentences[i - 1].block && speaks_of_it(i - 1);
        if (goes_on || std::any_of(sentence.lead_ins.begin(), sentence.lead_ins.end(), speaks_of_it) ||
            std::any_of(headings.begin(), headings.end(), speaks_of_it))
            stances[i].to_come.push_back(sentence.tokens.first);
    }
}

/// A date later than the paper's speaks of what is planned, an earlier one of what is done.
void weigh_dates(const match::Matches& matches, const Date& day, std::vector<Stance>& stances) {
    for (const match::DateMention& mention : matches.dates) {
        auto date = parse_date(mention.iso);
        if (!date) continue;
        Date of_paper = day;  // compared as far as the date is told
        if (date->month == 0) of_paper.month = 0;
        if (date->day == 0) of_paper.day = 0;
        Stance& stance = stances[mention.sentence];
        Stance::Own own{mention.tokens.first, 0, of_paper < *date ? weight_of_date : 0,
                        *date < of_paper ? weight_of_date : 0};
        stance.planned += own.planned;
        stance.done += own.done;
        stance.own.push_back(own);
    }
}

/// What a sentence's own cues weigh, with their places, but for those that hold for it by other ways as well.
std::vector<Stance::Own> own_cues(const std::vector<Placed>& placed, const Heard& elsewhere,
                                  const std::vector<Cue>& cues) {
    std::vector<Stance::Own> own;
    for (const Placed& each : placed) {
        if (elsewhere.has(each.cue)) continue;
        Heard heard;
        heard.add(each.cue, cues[each.cue]);
        own.push_back({each.token, heard.local, heard.planned, heard.done});
    }
    return own;
}

}  // namespace

std::vector<Stance> stances(const Text& text, const match::Matches& matches, const catalogue::Catalogue& catalogue,
                            const std::optional<Date>& date) {
    const auto& cues = catalogue.cues;
    auto [own, placed] = matching(text, matches, cues, Place::sentence);
    carry_attribution(text, own, cues);
    const std::vector<Heard> sections = of_sections(text, matching(text, matches, cues, Place::heading).heard, cues);
    const std::vector<Heard> papers = matching(text, matches, cues, Place::paper).heard;
    Heard paper;
    for (std::uint32_t i = 0; i < papers.size() && i < front_sentences; ++i) paper.add(papers[i], cues);
    const bool narrated = is_narrated(text);
    const auto promises = [&](std::uint32_t lead_in) {
        const auto& clauses = text.sentences[lead_in].clauses;
        return std::any_of(clauses.begin(), clauses.end(),
                           [](const text::Clause& clause) { return clause.tense == text::Tense::future; });
    };
    std::vector<Stance> stances(text.sentences.size());
    for (std::size_t i = 0; i < stances.size(); ++i) {
        const text::Sentence& sentence = text.sentences[i];
        Heard elsewhere = of_lead_ins(sentence, own, own[i], cues);
        elsewhere.add(sections[sentence.section], cues);
        elsewhere.add(paper, cues);
        Heard all = own[i];
        all.add(elsewhere, cues);
        // "We will: hold each other to account for what we have promised."
        all.planned += std::any_of(sentence.lead_ins.begin(), sentence.lead_ins.end(), promises) ? 1 : 0;
        Stance& stance = stances[i];
        stance = {all.local, all.national, all.planned, all.done, own_cues(placed[i], elsewhere, cues),
                  {},        narrated,     false};
        stance.row = slice(text.text, sentence.span).find('\n') != std::string_view::npos;
    }
    add_prevailing_voice(text, own, sections, stances);
    mark_what_is_to_come(text, matches, catalogue, date, stances);
    if (date) weigh_dates(matches, *date, stances);
    return stances;
}

}  // namespace boardcheck::extract
