#include "cli/requirement_draft.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace boardcheck::cli {

namespace {

/// Words as XML has them, in elements and in attributes.
std::string xml(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

/// An id for the words of a label: "the chair's role" is "the-chair-s-role".
std::string id_of(std::string_view label) {
    std::string id;
    for (const char c : label) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool capital = c >= 'A' && c <= 'Z';
        if (letter) id += c;
        if (capital) id += static_cast<char>(c - 'A' + 'a');
        if (!letter && !capital && !id.empty() && id.back() != '-') id += '-';
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id;
}

std::string comment(std::string_view text) { return fmt::format("    <!-- {} -->\n", text); }

std::string source_of(const NewArguments& known) {
    std::string out = comment("Where it says so. Further sources go into further elements.");
    const bool open = known.source.empty();  // then all three are asked for
    out += fmt::format("    <source ref=\"{}\"", xml(known.source));
    if (open || !known.section.empty()) out += fmt::format(" section=\"{}\"", xml(known.section));
    if (open || !known.pages.empty()) out += fmt::format(" pages=\"{}\"", xml(known.pages));
    return out + "/>\n";
}

std::string patterns_of(const std::vector<std::string>& terms) {
    std::string out = comment(
        "What a sentence that says something on it cannot do without: {terms} of the lexicon, words, 'two words'. "
        "Parts "
        "side by side must\n"
        "         all be there, in any order; a | b is either; a ~5 b is at most five words apart; !a must not be "
        "there; "
        "@{body} is what the\n"
        "         sentence is about. Several <pattern> elements are alternatives.");
    if (!terms.empty())
        out += comment(fmt::format("The lexicon has these terms in what you wrote: {}.", fmt::join(terms, ", ")));
    return out + "    <pattern></pattern>\n";
}

std::string facets_of(const NewArguments& known) {
    std::string out;
    for (const std::string& label : known.facets) {
        out += fmt::format("    <facet id=\"{}\" label=\"{}\">\n      <pattern></pattern>\n    </facet>\n",
                           id_of(label), xml(label));
    }
    if (out.empty())
        return comment(
            "A part that a paper may forget while it speaks of the rest, if there is one:\n"
            "         <facet id=\"deadline\" label=\"by when\"><pattern>{date}</pattern></facet>");
    return comment("Parts that a paper may forget while it speaks of the rest: the pattern finds the part.") + out;
}

std::string examples() {
    return "    <!-- Short pieces of papers, in Markdown, each worded differently: a sentence, an item of a list under "
           "its "
           "lead-in, a row of a\n"
           "         table. Put <at> and </at> around the words that are the evidence. A match may say what it must "
           "come "
           "out as:\n"
           "         standing=\"restated\" (only quotes the guidance), \"planned\" or \"in-place\". A near-miss has "
           "the "
           "same words and says something\n"
           "         else. -->\n"
           "    <examples>\n"
           "      <match></match>\n"
           "      <match></match>\n"
           "      <match></match>\n"
           "      <near-miss></near-miss>\n"
           "      <near-miss></near-miss>\n"
           "    </examples>\n";
}

}  // namespace

std::string requirement_draft(const NewArguments& known, const std::vector<std::string>& terms) {
    std::string out = fmt::format("  <requirement id=\"{}\" strength=\"{}\" confidence=\"medium\">\n", xml(known.id),
                                  to_string(known.strength));
    out += comment(
        "strength: must, should, may (a choice, never a gap) or fact (what a paper may misstate). confidence: how "
        "surely "
        "the source says\n"
        "         so, high, medium or low. Delete these comments when you are done.");
    out += fmt::format("    <title>{}</title>\n", xml(known.title));
    out += comment("What is asked, in one sentence of your own.");
    out += fmt::format("    <statement>{}</statement>\n", xml(known.statement));
    out += source_of(known);
    out += patterns_of(terms);
    out += facets_of(known);
    out += comment(
        "Something that cannot be squared with it, if there is such a thing; then add a <contradicting> example, too:\n"
        "         <contradiction id=\"opposite\" why=\"For the reader: what is wrong with "
        "it.\"><pattern>...</pattern></contradiction>");
    const bool can_be_gap =
        known.strength == catalogue::Strength::must || known.strength == catalogue::Strength::should;
    if (can_be_gap) out += comment("What to write into a paper that says nothing on it.") + "    <mend></mend>\n";
    return out + examples() + "  </requirement>\n";
}

std::string with_requirement(std::string_view bytes, std::uint32_t after, std::string_view element) {
    constexpr std::string_view end_tag = "</requirement>", root = "<requirements";
    std::size_t at = 0;
    for (std::uint32_t line = 1; line < after; ++line) at = bytes.find('\n', at) + 1;
    at = after == 0 ? bytes.find('>', bytes.find(root)) + 1 : bytes.find(end_tag, at) + end_tag.size();
    const std::size_t next = bytes.find_first_not_of(" \t\r", at);
    const bool ends_line = next != std::string_view::npos && bytes[next] == '\n';
    if (ends_line) at = next + 1;
    std::string out(bytes.substr(0, at));
    if (!ends_line) out += '\n';
    if (after != 0) out += '\n';
    out += element;
    if (after == 0) out += '\n';
    return out.append(bytes.substr(at));
}

std::uint32_t line_of(std::string_view bytes, std::string_view element) {
    const auto before = bytes.substr(0, bytes.find(element));
    return static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
}

}  // namespace boardcheck::cli
