// The glossary of the catalogue, and patterns that lead to it.
#include <algorithm>

#include <fmt/format.h>

#include "report/catalogue_parts.hpp"
#include "report/wording.hpp"

namespace boardcheck::report {

namespace {

using catalogue::Catalogue;
using catalogue::Pattern;
using catalogue::Term;
using catalogue::TermId;

/// Terms of the lexicon and built-in ones; words in patterns are terms without a name.
bool is_named(const Term& term) { return term.id[0] != '\'' && term.id[0] != '='; }

std::string anchor_of(std::string_view term) { return fmt::format("t-{}", term); }

std::string_view scope_words(catalogue::Scope scope) {
    switch (scope) {
        case catalogue::Scope::clause:
            return "in one clause";
        case catalogue::Scope::sentence:
            return "";
        case catalogue::Scope::block:
            return "in one paragraph";
        case catalogue::Scope::list:
            return "in one list or table";
        case catalogue::Scope::section:
            return "in one section";
    }
    return {};
}

std::string_view negation_words(catalogue::Negation negation) {
    switch (negation) {
        case catalogue::Negation::forbidden:
            return "";
        case catalogue::Negation::allowed:
            return "negated or not";
        case catalogue::Negation::required:
            return "negated";
    }
    return {};
}

/// " (exactly, from 6 July 2021)", or nothing.
std::string notes_on(const catalogue::Variant& variant, const Catalogue& catalogue) {
    std::vector<std::string> notes;
    if (variant.exact) notes.emplace_back("exactly");
    if (variant.from) notes.push_back("from " + long_date(*variant.from));
    if (variant.until) notes.push_back("until " + long_date(*variant.until));
    if (variant.when) notes.push_back(fmt::format("where the paper reads “{}”", catalogue.readings[*variant.when].id));
    return notes.empty() ? std::string() : fmt::format(" ({})", fmt::join(notes, ", "));
}

void write_variants(Markup& html, const Catalogue& catalogue, const Term& term) {
    html.open("dd");
    bool first = true;
    const auto write = [&](const std::string& words, const std::string& notes) {
        html.text(first ? "" : ", ").text(words);
        if (!notes.empty()) html.element("span", notes, {{"class", "quiet"}});
        first = false;
    };
    for (const catalogue::Variant& variant : term.variants) write(variant.text, notes_on(variant, catalogue));
    for (const std::string& name : term.shorts) write(name, " (the one named last)");
    if (first) html.element("span", "no words of its own", {{"class", "quiet"}});
    html.close();
}

void write_links(Markup& html, const Catalogue& catalogue, std::string_view what, const std::vector<TermId>& terms) {
    if (terms.empty()) return;
    html.open("dd", {{"class", "quiet"}}).text(what).text(" ");
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const std::string& id = catalogue.terms[terms[i]].id;
        html.text(i == 0 ? "" : ", ").element("a", id, {{"href", "#" + anchor_of(id)}});
    }
    html.close();
}

std::vector<TermId> glossary_order(const Catalogue& catalogue) {
    std::vector<TermId> order;
    for (TermId id = 0; id < catalogue.terms.size(); ++id)
        if (is_named(catalogue.terms[id])) order.push_back(id);
    std::sort(order.begin(), order.end(),
              [&](TermId a, TermId b) { return catalogue.terms[a].id < catalogue.terms[b].id; });
    return order;
}

/// The terms that each term is directly or indirectly broader than.
std::vector<std::vector<TermId>> narrower_of(const Catalogue& catalogue) {
    std::vector<std::vector<TermId>> narrower(catalogue.terms.size());
    for (TermId id = 0; id < catalogue.terms.size(); ++id)
        for (const TermId broader : catalogue.terms[id].broader)
            if (broader != id) narrower[broader].push_back(id);
    return narrower;
}

void write_built_in(Markup& html, const Term& term) {
    const std::string_view what = term.id == "date"     ? "a date, month, quarter or year"
                                  : term.id == "number" ? "any whole number, in figures or words"
                                                        : "the name of a place that the paper uses";
    html.element("dd", what);
}

}  // namespace

void write_pattern(Markup& html, const Catalogue& catalogue, const Pattern& pattern,
                   std::set<std::string_view>& linked) {
    html.open("li").open("code");
    std::string_view text = pattern.text;
    while (!text.empty()) {
        const auto open = std::min(text.find('{'), text.size());
        const auto close = text.find('}', open);
        html.text(text.substr(0, open));
        if (close == std::string_view::npos) {
            html.text(text.substr(open));
            break;
        }
        const auto id = text.substr(open + 1, close - open - 1);
        const auto braced = text.substr(open, close + 1 - open);
        if (catalogue.term(id) && linked.insert(id).second)
            html.element("a", braced, {{"href", "#" + anchor_of(id)}});
        else
            html.text(braced);
        text.remove_prefix(close + 1);
    }
    html.close();
    for (const std::string_view note : {scope_words(pattern.scope), negation_words(pattern.negation)})
        if (!note.empty()) html.text(" ").element("span", note, {{"class", "quiet"}});
    html.close();
}

void write_glossary(Markup& html, const Catalogue& catalogue) {
    const auto narrower = narrower_of(catalogue);
    html.open("dl", {{"class", "glossary"}});
    for (const TermId id : glossary_order(catalogue)) {
        const Term& term = catalogue.terms[id];
        html.open("div", {{"id", anchor_of(term.id)}}).open("dt").element("code", term.id);
        if (!term.file.empty()) html.text(" ").text(term.label == term.id ? "" : term.label);
        html.close();
        if (term.file.empty()) {
            write_built_in(html, term);
        } else {
            write_variants(html, catalogue, term);
        }
        std::vector<TermId> broader = term.broader;
        std::erase(broader, id);
        write_links(html, catalogue, "is also:", broader);
        write_links(html, catalogue, "includes:", narrower[id]);
        html.close();
    }
    html.close();
}

}  // namespace boardcheck::report
