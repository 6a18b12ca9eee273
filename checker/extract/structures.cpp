// The bodies that a paper declares: one entry for each, with the place that says most of it.
#include <algorithm>
#include <map>

#include "extract/paper.hpp"

namespace boardcheck::extract {

namespace {

/// All mentions of one body.
struct Body {
    std::string kind, name;
    bool named = false;  // by its place
    std::vector<match::Mention> mentions;
};

/// The term's mention with the name of a place before it ("Oxmere City Council"), where the paper knows that name.
text::TokenRange with_local_name(const Paper& paper, const match::Mention& mention,
                                 const std::vector<match::Mention>& all) {
    for (const match::Mention& other : all) {
        const bool before = other.tokens.last == mention.tokens.first;
        if (before && paper.catalogue.terms[other.term].id == "local-name")
            return {other.tokens.first, mention.tokens.last};
    }
    return mention.tokens;
}

/// The number right before a body: "four ICPs", "42 PCNs".
std::optional<std::int64_t> count_before(const Paper& paper, const match::Mention& mention) {
    const std::uint32_t begin = paper.text.sentences[mention.sentence].tokens.first;
    for (std::uint32_t back = 1; back <= 2 && mention.tokens.first >= begin + back; ++back) {
        const std::int64_t number = paper.word(mention.tokens.first - back).number;
        if (number > 0 && number < 1900) return number;
    }
    return {};
}

/// A body that local people speak of, or that has a local name, is there unless its sentences speak of what is to come.
std::string standing_of_body(const Body& body, const std::vector<Stance>& stances, const std::vector<bool>& absent) {
    bool planned = false, in_place = body.named;
    for (const match::Mention& mention : body.mentions) {
        if (absent[mention.sentence]) return "absent";
        const Stance& stance = stances[mention.sentence];
        const bool local = stance.local > stance.national;
        const bool to_come = stance.planned > stance.done;
        planned = planned || (local && to_come);
        in_place = in_place || (local && !to_come);
    }
    const catalogue::Standing standing = in_place  ? catalogue::Standing::in_place
                                         : planned ? catalogue::Standing::planned
                                                   : catalogue::Standing::restated;
    return std::string(catalogue::to_string(standing));
}

/// A mention with a count says most, then one that is the subject of its sentence; else the first.
const match::Mention& telling(const Paper& paper, const Body& body) {
    const auto counted = std::find_if(body.mentions.begin(), body.mentions.end(), [&](const match::Mention& mention) {
        return count_before(paper, mention).has_value();
    });
    return counted != body.mentions.end() ? *counted : body.mentions.front();
}

}  // namespace

std::vector<Structure> find_structures(const Paper& paper, const std::vector<Stance>& stances) {
    std::map<std::pair<std::string, std::string>, Body> bodies;
    for (std::uint32_t i = 0; i < paper.text.sentences.size(); ++i) {
        const auto mentions = paper.mentions_in(i);
        for (const match::Mention& mention : mentions) {
            const auto kind = paper.property(mention, "structure");
            if (!kind) continue;
            const std::string name = paper.words(with_local_name(paper, mention, mentions));
            const bool named = name != paper.words(mention.tokens);
            const std::string key = named ? name : paper.catalogue.terms[mention.term].id;
            Body& body = bodies[{*kind, key}];
            if (body.mentions.empty()) body = {*kind, name, named, {}};
            body.mentions.push_back(mention);
        }
    }
    std::vector<bool> absent(paper.text.sentences.size(), false);
    for (const Marked& marked : paper.marked("structure.absent")) absent[marked.hit.sentence] = true;
    std::vector<Structure> structures;
    for (const auto& [key, body] : bodies) {
        const match::Mention& mention = telling(paper, body);
        structures.push_back({body.kind, body.name, count_before(paper, mention),
                              standing_of_body(body, stances, absent),
                              paper.evidence(mention.sentence, paper.text.sentences[mention.sentence].tokens)});
    }
    std::stable_sort(structures.begin(), structures.end(),
                     [](const Structure& a, const Structure& b) { return a.evidence < b.evidence; });
    return structures;
}

}  // namespace boardcheck::extract
