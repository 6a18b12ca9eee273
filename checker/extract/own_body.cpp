// Who "we" are in a paper, and which of its words are names.
#include <algorithm>
#include <cctype>

#include "extract/commitments.hpp"
#include "extract/words.hpp"

namespace boardcheck::extract {

namespace {

constexpr std::size_t front_sentences = 10;

}  // namespace

std::set<std::string> proper_names(const Paper& paper) {
    std::set<std::string> names, small;
    for (const text::Word& word : paper.text.words) {
        if (!word.capitalised) small.insert(word.surface);
    }
    for (const text::Sentence& sentence : paper.text.sentences) {
        if (paper.document.blocks[sentence.block].kind == ingest::BlockKind::heading) continue;
        for (std::uint32_t at = sentence.tokens.first + 1; at < sentence.tokens.last; ++at) {
            const std::string& before = paper.word(at - 1).surface;
            const bool word = paper.text.tokens[at - 1].kind == text::TokenKind::word;
            const bool amid = paper.word(at).capitalised && !paper.word(at - 1).capitalised &&
                              (word || before == "," || before == "(");
            if (!amid) continue;
            if (std::string name = lower(paper.word(at).surface); !small.contains(name)) names.insert(std::move(name));
        }
    }
    return names;
}

namespace {

/// The short form by which the paper calls a term: "ICS"; one that only the rules have counts where the paper uses it.
std::string short_form(const Paper& paper, catalogue::TermId term) {
    const auto is_short = [](const std::string& name) {
        return name.size() >= 2 && name.size() <= 5 &&
               std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isupper(c) != 0; });
    };
    for (const match::Alias& alias : paper.matches.aliases) {
        if (alias.term == term && is_short(alias.name)) return alias.name;
    }
    for (const catalogue::Variant& variant : paper.catalogue.terms[term].variants) {
        if (!variant.exact || !is_short(variant.text)) continue;
        const bool used = std::any_of(paper.text.words.begin(), paper.text.words.end(),
                                      [&](const text::Word& word) { return word.surface == variant.text; });
        if (used) return variant.text;
    }
    return {};
}

/// "Accountable Officer, NHS Corrinshire CCG": whose the author is, where the meeting is another's.
std::string organisation_of_author(const Paper& paper, const Meta& meta) {
    if (meta.authors.empty()) return {};
    const std::string& post = meta.authors.front().post;
    const std::size_t comma = post.rfind(", ");
    if (comma == std::string::npos) return {};
    const std::string named = post.substr(comma + 2);
    if (meta.body.find(named) != std::string::npos) return {};
    for (std::uint32_t i = 0; i < std::min<std::size_t>(paper.text.sentences.size(), 3 * front_sentences); ++i) {
        for (const match::Mention& mention : paper.mentions_in(i)) {
            const bool body = paper.property(mention, "structure") || paper.property(mention, "kind") == "sector";
            if (body && named.ends_with(paper.words(mention.tokens))) return named;
        }
    }
    return {};
}

/// The first body that the front names, with the capitalised words before it: "AMBERDALE COUNTY COUNCIL".
std::string body_on_front(const Paper& paper) {
    for (std::uint32_t i = 0; i < std::min<std::size_t>(paper.text.sentences.size(), front_sentences); ++i) {
        for (const match::Mention& mention : paper.mentions_in(i)) {
            const bool body = paper.property(mention, "structure") || paper.property(mention, "sense") == "actor";
            if (!body) continue;
            std::uint32_t first = mention.tokens.first;
            const std::uint32_t begin = paper.text.sentences[i].tokens.first;
            while (first > begin && (paper.word(first - 1).capitalised || paper.word(first - 1).surface == "and"))
                --first;
            std::uint32_t last = mention.tokens.last;
            const std::uint32_t end = paper.text.sentences[i].tokens.last;
            while (last < end && paper.word(last).capitalised) ++last;
            if (first < mention.tokens.first) return paper.words({first, last});
        }
    }
    return {};
}

}  // namespace

std::string own_body(const Paper& paper, const Meta& meta) {
    if (std::string organisation = organisation_of_author(paper, meta); !organisation.empty()) return organisation;
    // The body of the meeting, without the day and the room, with the letters by which the paper calls it.
    std::string body = meta.body.substr(0, meta.body.find(','));
    if (body.empty()) body = body_on_front(paper);
    for (std::uint32_t i = 0; i < std::min<std::size_t>(paper.text.sentences.size(), 3 * front_sentences); ++i) {
        const auto mention = paper.first_with(i, "structure");
        if (!mention || body.empty() || !body.ends_with(paper.words(mention->tokens))) continue;
        const std::string acronym = short_form(paper, mention->term);
        return acronym.empty() || body.ends_with(acronym) ? body : body + " (" + acronym + ")";
    }
    return body;
}

}  // namespace boardcheck::extract
