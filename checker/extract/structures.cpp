// The bodies that a paper declares: one entry for each, with the place that says most of it.
#include <algorithm>
#include <tuple>

#include "extract/bodies.hpp"
#include "extract/details.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

/// Words of a marker this far from a body are still about it.
constexpr std::uint32_t reach_of_marker = 16;
constexpr std::uint32_t short_sentence = 7;  // a heading, or a label
constexpr std::uint32_t reach_of_colon = 5;
constexpr std::uint32_t reach_of_list = 60;  // "The Board shall have: an audit committee; ..."

/// What the phrases of a body say of its existence.
struct Voices {
    int restated = 0, planned = 0, in_place = 0, local = 0, all = 0;
};

Voices voices_of(const Paper& paper, const Body& body, const std::vector<Stance>& stances) {
    Voices voices;
    for (const BodyPhrase& phrase : body.phrases) {
        const Stance& stance = stances[phrase.sentence];
        const Judgement judgement = standing_of(stance, paper.text.sentences[phrase.sentence], phrase.tokens);
        ++voices.all;
        voices.local += stance.local > stance.national ? 1 : 0;
        voices.restated += judgement.standing == catalogue::Standing::restated ? 1 : 0;
        voices.planned += judgement.standing == catalogue::Standing::planned ? 1 : 0;
        voices.in_place += judgement.standing == catalogue::Standing::in_place ? 1 : 0;
    }
    return voices;
}

/// The hits of a marker by sentence.
class Hits {
public:
    Hits(const Paper& paper, std::string_view marker) : by_sentence_(paper.text.sentences.size()) {
        for (const Marked& marked : paper.marked(marker))
            by_sentence_[marked.hit.sentence].push_back(marked.hit.tokens);
    }
    /// Whether one lies around the phrase.
    bool around(const BodyPhrase& phrase) const {
        return any(phrase,
                   [&](TokenRange hit) { return hit.first <= phrase.noun.first && phrase.noun.last <= hit.last; });
    }
    /// Whether one follows the phrase closely: the phrase is what it speaks of.
    bool after(const BodyPhrase& phrase) const {
        return any(phrase, [&](TokenRange hit) {
            return phrase.tokens.last <= hit.first && hit.first <= phrase.tokens.last + reach_of_marker;
        });
    }
    /// Whether one leads to the phrase.
    bool before(const BodyPhrase& phrase) const {
        const bool listed = phrase.article == Article::indefinite;
        return any(phrase, [&](TokenRange hit) {
            return hit.first < phrase.tokens.first &&
                   phrase.tokens.first <= hit.last + (listed ? reach_of_list : reach_of_marker);
        });
    }

private:
    template <typename Test>
    bool any(const BodyPhrase& phrase, Test test) const {
        const auto& hits = by_sentence_[phrase.sentence];
        return std::any_of(hits.begin(), hits.end(), test);
    }
    std::vector<std::vector<TokenRange>> by_sentence_;
};

struct Signs {
    Hits absent, planned, proposed, running;
};

bool is_to_come(const Body& body) { return body.term != nullptr && body.term->properties.contains("starts"); }

std::string standing_of_body(const Paper& paper, const Body& body, const std::vector<Stance>& stances,
                             const Signs& signs) {
    const auto any = [&](auto test) { return std::any_of(body.phrases.begin(), body.phrases.end(), test); };
    if (body.phrases.front().former) return "absent";
    if (any([&](const BodyPhrase& phrase) { return signs.absent.around(phrase); })) return "absent";
    const Voices voices = voices_of(paper, body, stances);
    if (is_to_come(body)) return body.named || 2 * voices.local > voices.all ? "planned" : "restated";
    if (any([&](const BodyPhrase& phrase) { return signs.running.after(phrase); })) return "in-place";
    if (any([&](const BodyPhrase& phrase) { return signs.planned.after(phrase); })) return "planned";
    if (any([&](const BodyPhrase& phrase) {
            return signs.proposed.before(phrase) && (phrase.article == Article::indefinite || body.phrases.size() < 3);
        }))
        return "planned";
    // A name in a table has no other words about it than its row.
    const bool listed = std::all_of(body.phrases.begin(), body.phrases.end(),
                                    [](const BodyPhrase& phrase) { return !phrase.implied.empty(); });
    if (listed) return voices.planned > voices.in_place ? "planned" : "in-place";
    if (body.named || any([](const BodyPhrase& phrase) { return phrase.proper && !phrase.plural; })) return "in-place";
    return 2 * voices.local >= voices.all ? "in-place" : "restated";
}

/// Followed by a bracket, which mostly gives its abbreviation.
bool is_defined(const Paper& paper, const BodyPhrase& phrase) {
    const std::uint32_t end = paper.text.sentences[phrase.sentence].tokens.last;
    return phrase.noun.last < end && paper.word(phrase.noun.last).surface == "(";
}

/// "Three places: Ash, Elm and Oak."
bool is_enumerated(const Paper& paper, const BodyPhrase& phrase) {
    const std::uint32_t end =
        std::min(paper.text.sentences[phrase.sentence].tokens.last, phrase.tokens.last + reach_of_colon);
    for (std::uint32_t token = phrase.tokens.last; token < end; ++token) {
        if (paper.word(token).surface == ":") return true;
    }
    return false;
}

/// How much a phrase tells of its body.
int weight_of(const Paper& paper, const Body& body, const BodyPhrase& phrase, const Signs& signs) {
    const text::Sentence& sentence = paper.text.sentences[phrase.sentence];
    const bool heading = paper.text.sections[sentence.section].heading == phrase.sentence;
    int weight = phrase.count && phrase.plural ? 6 : 0;
    weight += phrase.tokens.first == sentence.tokens.first ? 2 : 0;
    weight += phrase.vague || phrase.article == Article::each ? 0 : 2;
    weight += phrase.article == Article::indefinite ? 1 : 0;
    weight += phrase.place.first < phrase.place.last && phrase.proper ? 2 : 0;
    weight += is_defined(paper, phrase) ? 3 : 0;
    weight += phrase.plural && !body.several ? -4 : 0;
    weight += phrase.plural && is_enumerated(paper, phrase) ? 4 : 0;
    weight += phrase.described ? 5 : 0;
    weight += phrase.proper ? 1 : 0;
    weight += signs.running.after(phrase) || signs.planned.after(phrase) || signs.proposed.before(phrase) ? 3 : 0;
    weight += heading || sentence.tokens.last - sentence.tokens.first < short_sentence ? -3 : 0;
    return weight;
}

const BodyPhrase& telling(const Paper& paper, const Body& body, const Signs& signs) {
    return *std::max_element(body.phrases.begin(), body.phrases.end(), [&](const BodyPhrase& a, const BodyPhrase& b) {
        return weight_of(paper, body, a, signs) < weight_of(paper, body, b, signs);
    });
}

/// The fullest name that the paper gives it: a proper name before a common one, words before an abbreviation.
const BodyPhrase& fullest(const Paper& paper, const Body& body) {
    const auto rank = [&](const BodyPhrase& phrase) {
        const std::uint32_t length = phrase.name.last - phrase.name.first;
        const bool fits = !phrase.vague && !phrase.short_form && !phrase.described && phrase.plural == body.several;
        const bool placed = phrase.place.first < phrase.place.last;
        return std::tuple(fits, length > 1, body.named && placed, is_defined(paper, phrase), phrase.proper, length);
    };
    return *std::max_element(body.phrases.begin(), body.phrases.end(),
                             [&](const BodyPhrase& a, const BodyPhrase& b) { return rank(a) < rank(b); });
}

bool is_declared(const Paper& paper, const Body& body) {
    const auto all = [&](auto test) { return std::all_of(body.phrases.begin(), body.phrases.end(), test); };
    if (body.term == nullptr)
        return !all([](const BodyPhrase& phrase) { return phrase.article == Article::each || phrase.vague; });
    if (all([](const BodyPhrase& phrase) { return phrase.short_form; })) return false;
    if (body.several && is_to_come(body)) return false;  // those of other systems
    // What is everywhere, and talked of in general, is declared by its name, or where the paper introduces it.
    const auto general = body.term->properties.find("general");
    const bool named = body.named && !all([](const BodyPhrase& phrase) { return !phrase.proper; });
    if (general == body.term->properties.end() || general->second == "by-words" || named) return true;
    return general->second == "defined" &&
           !all([&](const BodyPhrase& phrase) { return phrase.plural || !is_defined(paper, phrase); });
}

/// The entry of a body, without its details.
Structure declared(const Paper& paper, const Body& body, const std::vector<Stance>& stances, const Signs& signs) {
    const BodyPhrase& phrase = telling(paper, body, signs);
    Structure structure;
    structure.kind = body.kind;
    structure.name = paper.words(fullest(paper, body).name);
    structure.aliases = body.aliases;
    structure.acronym = body.acronym;
    structure.standing = standing_of_body(paper, body, stances, signs);
    if (body.several)
        structure.count = phrase.count;
    else if (structure.standing != "absent")
        structure.count = 1;
    structure.evidence = paper.evidence(phrase.sentence, paper.text.sentences[phrase.sentence].tokens);
    return structure;
}

}  // namespace

std::vector<Structure> find_structures(const Paper& paper, const std::vector<Stance>& stances,
                                       const std::vector<DateValue>& dates) {
    const std::vector<Body> bodies = bring_together(paper, find_body_phrases(paper));
    const Signs signs{Hits(paper, "structure.absent"), Hits(paper, "structure.planned"),
                      Hits(paper, "structure.proposed"), Hits(paper, "structure.running")};
    std::vector<std::pair<Structure, const Body*>> found;
    for (const Body& body : bodies) {
        if (!is_declared(paper, body)) continue;
        Structure structure = declared(paper, body, stances, signs);
        if (body.optional && structure.standing == "restated") continue;
        found.emplace_back(std::move(structure), &body);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first.evidence < b.first.evidence; });
    std::vector<Structure> structures;
    std::vector<Body> in_order;
    for (auto& [structure, body] : found) {
        structures.push_back(std::move(structure));
        in_order.push_back(*body);
    }
    const Subjects subjects(paper, in_order);
    add_details(paper, subjects, dates, structures);
    add_members(paper, subjects, structures);
    return structures;
}

}  // namespace boardcheck::extract
