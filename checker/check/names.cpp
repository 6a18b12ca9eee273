// Names over time: a name that a paper uses before or after its day, or in a sense that collides with another.
#include <algorithm>

#include "check/parts.hpp"

namespace boardcheck::check {

namespace {

using catalogue::Term;
using catalogue::Variant;

/// Whether a mention is written as this variant.
bool is_written(const text::Text& text, text::TokenRange tokens, const Variant& variant,
                const catalogue::Catalogue& catalogue) {
    std::size_t next = 0;
    for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
        const text::Word& word = text.words[text.tokens[token].word];
        const auto key = catalogue.word_keys.find(variant.exact ? "=" + word.surface : word.stem);
        const bool same =
            next < variant.keys.size() && key != catalogue.word_keys.end() && key->second == variant.keys[next];
        if (same)
            ++next;
        else if (!catalogue::is_skipped(word.stem))
            return false;
    }
    return next == variant.keys.size();
}

extract::Evidence evidence_of(const text::Text& text, const match::Mention& mention) {
    return {mention.sentence,
            {text.tokens[mention.tokens.first].span.begin, text.tokens[mention.tokens.last - 1].span.end}};
}

/// The first mention that is written as the variant, if there is one.
const match::Mention* first_written(const Case& paper, catalogue::TermId term, const Variant& variant) {
    const auto found =
        std::find_if(paper.matches.mentions.begin(), paper.matches.mentions.end(), [&](const match::Mention& mention) {
            return mention.term == term && is_written(paper.text, mention.tokens, variant, paper.catalogue);
        });
    return found == paper.matches.mentions.end() ? nullptr : &*found;
}

void add_name(const Case& paper, std::string_view rule, const match::Mention& mention, const Variant& variant,
              std::vector<Finding>& findings) {
    const extract::Evidence evidence = evidence_of(paper.text, mention);
    const Values values{{"name", std::string(slice(paper.text.text, evidence.span))},
                        {"from", variant.from ? to_string(*variant.from) : ""},
                        {"until", variant.until ? to_string(*variant.until) : ""}};
    add(paper, findings, rule, evidence, values);
}

}  // namespace

void add_names(const Case& paper, std::vector<Finding>& findings) {
    if (!paper.as_at) return;
    for (catalogue::TermId id = 0; id < paper.catalogue.terms.size(); ++id) {
        for (const Variant& variant : paper.catalogue.terms[id].variants) {
            const auto* reading = variant.when ? &paper.catalogue.readings[*variant.when] : nullptr;
            const bool early = variant.from && *paper.as_at < *variant.from;
            const bool late = variant.until && last_day_of(*variant.until) < *paper.as_at;
            const bool collides = reading != nullptr && !reading->warning.empty() && reading->from &&
                                  paper.matches.readings[*variant.when] && !(*paper.as_at < *reading->from);
            if (!early && !late && !collides) continue;
            const match::Mention* mention = first_written(paper, id, variant);
            if (mention == nullptr) continue;
            if (collides) add_name(paper, reading->warning, *mention, variant, findings);
            if (early) add_name(paper, "reference.name-too-early", *mention, variant, findings);
            if (late) add_name(paper, "reference.name-out-of-date", *mention, variant, findings);
        }
    }
}

}  // namespace boardcheck::check
