// Documents by the names that the rules give them, right or wrong ones.
#include <algorithm>

#include "extract/citations.hpp"

namespace boardcheck::extract {

using text::TokenRange;

namespace {

constexpr std::uint32_t joining_distance = 4;  // tokens between two names of one document

bool is_law(std::string_view kind) { return kind == "act" || kind == "bill" || kind == "regulations"; }

}  // namespace

bool is_taken(const std::vector<Cited>& here, std::uint32_t token) {
    return std::any_of(here.begin(), here.end(), [&](const Cited& cited) {
        const bool in_title = cited.tokens.first <= token && token < cited.tokens.last;
        return in_title || (cited.extent.first <= token && token < cited.extent.last);
    });
}

bool is_year(const Paper& paper, std::uint32_t token) {
    const text::Word& word = paper.word(token);
    return word.surface.size() == 4 && word.number >= 1500 && word.number <= 2200;
}

KnownNames::KnownNames(const Paper& paper) : paper_(paper) {
    for (std::uint32_t i = 0; i < paper.catalogue.sources.size(); ++i) by_id_.emplace(paper.catalogue.sources[i].id, i);
}

void KnownNames::add(std::uint32_t sentence, std::vector<Cited>& here) const {
    std::optional<match::Mention> best;
    for (const match::Mention& mention : paper_.mentions_in(sentence)) {
        const auto role = paper_.property(mention, "role");
        if (!role || !role->starts_with("names-") || !has_case(mention)) continue;
        if (best && mention.tokens.first < best->tokens.last) {
            if (mention.tokens.first == best->tokens.first && mention.tokens.last > best->tokens.last) best = mention;
            continue;
        }
        if (best) add_source(sentence, *best, here);
        if (here.size() >= most_in_sentence) return;
        best = mention;
    }
    if (best) add_source(sentence, *best, here);
}

/// A title begins with a capital; a name that the rules write small may begin with a small letter.
bool KnownNames::has_case(const match::Mention& mention) const {
    const text::Word& first = paper_.word(mention.tokens.first);
    if (first.capitalised || first.number >= 0) return true;
    const auto& variants = paper_.catalogue.terms[mention.term].variants;
    return std::any_of(variants.begin(), variants.end(), [&](const catalogue::Variant& variant) {
        const bool small = variant.text.front() >= 'a' && variant.text.front() <= 'z';
        return small && variant.text.starts_with(first.surface);
    });
}

/// "Equality Act and Care Act": the word is one of the title's own.
bool KnownNames::is_in(TokenRange title, const text::Word& word) const {
    for (std::uint32_t token = title.first; token < title.last; ++token)
        if (paper_.stem(token) == word.stem) return true;
    return false;
}

/// "Care Act" of "Health and Social Care Act 2008": another one, known by its form.
bool KnownNames::is_end_of_longer(TokenRange title, TokenRange range) const {
    constexpr std::uint32_t short_name = 3;  // words, with a year
    if (title.last - title.first > short_name || title.first <= range.first + 1) return false;
    const text::Word& before = paper_.word(title.first - 1);
    const text::Word& further = paper_.word(title.first - 2);
    const bool joined = before.surface == "and" && further.capitalised && !is_in(title, further);
    const bool capital = before.capitalised && further.surface == "and";
    return !is_apart(paper_, title.first) && (joined || capital);
}

/// "the White Paper, Integration and Innovation (CP 381)" cites one document.
bool KnownNames::join_last(std::uint32_t sentence, const Cited& next, std::vector<Cited>& here) const {
    if (here.empty()) return false;
    Cited& last = here.back();
    const bool near = next.tokens.first <= last.tokens.last + joining_distance;
    const bool same_kind = last.kind == next.kind && next.kind == "white-paper";
    if (!near || (last.source != next.source && !same_kind)) return false;
    if (last.source != next.source || next.at.title.size() > last.at.title.size()) last.at.title = next.at.title;
    if (!next.at.number.empty()) last.at.number = next.at.number;
    if (next.at.by == KnownBy::wrong_name) last.at.by = next.at.by;
    last.source = next.source;
    last.tokens.last = next.tokens.last;
    last.at.evidence = paper_.evidence(sentence, last.tokens);
    return true;
}

void KnownNames::add_source(std::uint32_t sentence, const match::Mention& mention, std::vector<Cited>& here) const {
    const auto known = by_id_.find(paper_.catalogue.terms[mention.term].label);
    if (known == by_id_.end()) return;
    const catalogue::Source& source = paper_.catalogue.sources[known->second];
    Cited cited;
    cited.source = source.id;
    cited.kind = paper_.property(mention, "role")->substr(6);
    cited.tokens = mention.tokens;
    const TokenRange range = paper_.text.sentences[sentence].tokens;
    const bool has_year = is_year(paper_, cited.tokens.last - 1);
    if (is_law(cited.kind) && !has_year && cited.tokens.last < range.last && is_year(paper_, cited.tokens.last) &&
        !is_apart(paper_, cited.tokens.last))
        ++cited.tokens.last;
    if (is_law(cited.kind) && is_year(paper_, cited.tokens.last - 1))
        cited.at.date = paper_.word(cited.tokens.last - 1).surface;
    if (is_law(cited.kind) && is_end_of_longer(cited.tokens, range)) return;
    cited.at.title = paper_.words(cited.tokens);
    if (cited.at.title == source.number) cited.at.number = source.number;
    cited.at.term = mention.term;
    if (paper_.property(mention, "sense") == "wrong-name") cited.at.by = KnownBy::wrong_name;
    // "Health and Social Care Bill 2011": a right name of another one.
    if (cited.at.by == KnownBy::wrong_name && !cited.at.date.empty() && !can_be(cited.at.date, source.date)) {
        cited.source.clear();
        cited.at.by = KnownBy::form;
    }
    cited.at.evidence = paper_.evidence(sentence, cited.tokens);
    if (!join_last(sentence, cited, here)) here.push_back(std::move(cited));
}

}  // namespace boardcheck::extract
