// Bodies that markers find where no name stands: "a board of twelve", "our three places".
#include "extract/bodies.hpp"

namespace boardcheck::extract {

/// Other ways to speak of bodies that the rules know: markers name their term.
std::vector<BodyPhrase> marked_phrases(const Paper& paper) {
    std::vector<BodyPhrase> phrases;
    for (const Marked& marked : paper.marked("structure.mention")) {
        const auto& properties = marked.marker->properties;
        const auto name = properties.find("term");
        const auto id = name == properties.end() ? std::nullopt : paper.catalogue.term(name->second);
        if (!id || !paper.catalogue.index.kinds.structure[*id]) continue;
        BodyPhrase phrase;
        phrase.term = &paper.catalogue.terms[*id];
        phrase.kind = phrase.term->properties.at("structure");
        phrase.sentence = marked.hit.sentence;
        phrase.tokens = phrase.name = phrase.noun = marked.hit.tokens;
        phrase.plural = properties.contains("several");
        phrase.described = true;
        for (std::uint32_t token = phrase.name.first; phrase.plural && token < phrase.name.last; ++token) {
            if (paper.word(token).number > 0) phrase.count = paper.word(token).number;
        }
        phrases.push_back(std::move(phrase));
    }
    return phrases;
}

}  // namespace boardcheck::extract
