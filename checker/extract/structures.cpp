// The bodies that a paper declares: one entry for each, with the place that says most of it.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "extract/paper.hpp"

namespace boardcheck::extract {

namespace {

/// All mentions of one body.
struct Body {
    std::string kind, name;
    bool named = false;  // by its place
    std::vector<match::Mention> mentions;
};

/// Where names of places begin in a sentence, by the token after them.
std::unordered_map<std::uint32_t, std::uint32_t> local_names(const Paper& paper,
                                                             const std::vector<match::Mention>& mentions) {
    std::unordered_map<std::uint32_t, std::uint32_t> begins;
    for (const match::Mention& mention : mentions) {
        if (paper.catalogue.terms[mention.term].id == "local-name")
            begins.emplace(mention.tokens.last, mention.tokens.first);
    }
    return begins;
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
    bool planned = false, in_place = false;
    for (const match::Mention& mention : body.mentions) {
        if (absent[mention.sentence]) return "absent";
        const Stance& stance = stances[mention.sentence];
        const bool local = stance.local > stance.national;
        const bool to_come = stance.planned > stance.done;
        planned = planned || (local && to_come);
        in_place = in_place || (local && !to_come);
    }
    in_place = in_place || (body.named && !planned);
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

std::vector<Structure> find_structures(const Paper& paper, const std::vector<Stance>& stances,
                                       const std::vector<DateValue>&) {
    std::map<std::pair<std::string, std::string>, Body> bodies;
    for (std::uint32_t i = 0; i < paper.text.sentences.size(); ++i) {
        const auto mentions = paper.mentions_in(i);
        const auto places = local_names(paper, mentions);
        for (const match::Mention& mention : mentions) {
            const auto kind = paper.property(mention, "structure");
            if (!kind) continue;
            // With the name of its place, where the paper gives it: "Oxmere City Council".
            const auto place = places.find(mention.tokens.first);
            const bool named = place != places.end();
            const std::string name = paper.words({named ? place->second : mention.tokens.first, mention.tokens.last});
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
        Structure structure;
        structure.kind = body.kind;
        structure.name = body.name;
        structure.count = count_before(paper, mention);
        structure.standing = standing_of_body(body, stances, absent);
        structure.evidence = paper.evidence(mention.sentence, paper.text.sentences[mention.sentence].tokens);
        structures.push_back(std::move(structure));
    }
    std::stable_sort(structures.begin(), structures.end(),
                     [](const Structure& a, const Structure& b) { return a.evidence < b.evidence; });
    return structures;
}

}  // namespace boardcheck::extract
