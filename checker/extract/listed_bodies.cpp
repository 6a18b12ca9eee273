// Bodies that a table lists under the noun that heads their names: a column "Committee" with "Audit and Risk" in it.
#include "extract/details.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::uint32_t longest_listed_name = 9;  // tokens
constexpr std::int64_t most_listed = 100;

/// The noun that is all there is in the first cell of a header, with the kind of bodies that it heads.
const catalogue::Term* noun_of(const Paper& paper, std::uint32_t header) {
    const auto cells = cells_of(paper, header);
    if (cells.size() < 2) return nullptr;
    for (const match::Mention& mention : paper.mentions_in(header)) {
        const auto heads = paper.property(mention, "heads");
        const bool lists = paper.property(mention, "general") == "listed";
        if (mention.tokens == cells.front() && lists && heads && heads->find(' ') != std::string::npos)
            return &paper.catalogue.terms[mention.term];
    }
    return nullptr;
}

/// The name in the first cell of a row, with the number that may stand behind it: "Place committees (3)".
BodyPhrase phrase_in(const Paper& paper, std::uint32_t row, const catalogue::Term& noun) {
    BodyPhrase phrase;
    const auto cells = cells_of(paper, row);
    if (cells.size() < 2) return phrase;
    TokenRange name = cells.front();
    for (std::uint32_t token = name.first; token < name.last; ++token) {
        if (paper.word(token).surface != "(") continue;
        const std::int64_t number = token + 1 < name.last ? paper.word(token + 1).number : -1;
        if (number > 1 && number <= most_listed) phrase.count = number;
        name.last = token;
    }
    if (name.first >= name.last || name.last - name.first > longest_listed_name) return phrase;
    const std::string& heads = noun.properties.at("heads");
    phrase.kind = heads.substr(heads.find(' ') + 1);
    phrase.heads = phrase.implied = heads.substr(0, heads.find(' '));
    phrase.sentence = row;
    phrase.tokens = phrase.name = phrase.noun = name;
    phrase.plural = phrase.count.has_value();
    phrase.proper = paper.word(name.first).capitalised;
    return phrase;
}

/// Whether a name has its noun itself: then it is read like any other.
bool has_noun(const Paper& paper, const BodyPhrase& phrase) {
    for (const match::Mention& mention : paper.mentions_in(phrase.sentence)) {
        const bool inside = phrase.name.first <= mention.tokens.first && mention.tokens.last <= phrase.name.last;
        if (inside && (paper.property(mention, "heads") || paper.property(mention, "structure"))) return true;
    }
    return false;
}

}  // namespace

std::vector<BodyPhrase> listed_phrases(const Paper& paper) {
    std::vector<BodyPhrase> phrases;
    for (std::uint32_t header = 0; header < paper.text.sentences.size(); ++header) {
        const auto rows = paper.items_of(header);
        const catalogue::Term* noun = rows.empty() || !is_row(paper, header) ? nullptr : noun_of(paper, header);
        if (noun == nullptr) continue;
        for (const std::uint32_t row : rows) {
            BodyPhrase phrase = is_row(paper, row) ? phrase_in(paper, row, *noun) : BodyPhrase{};
            if (phrase.proper && !has_noun(paper, phrase)) phrases.push_back(std::move(phrase));
        }
    }
    return phrases;
}

}  // namespace boardcheck::extract
