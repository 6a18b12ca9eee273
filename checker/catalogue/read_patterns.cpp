#include <algorithm>

#include <fmt/format.h>

#include "catalogue/expression.hpp"
#include "catalogue/readers.hpp"

namespace boardcheck::catalogue {

namespace {

/// The line of `text` that holds `offset`, with a caret below the character.
struct Excerpt {
    std::uint32_t line = 0;  // counted from the first line of the text
    std::size_t column = 1;  // in characters, without the indentation
    std::string with_caret;
};

Excerpt excerpt(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    while (offset == text.size() && offset > 0 && is_space(text[offset - 1])) --offset;
    const auto before = text.substr(0, offset);
    const auto newline = before.rfind('\n');
    auto begin = newline == std::string_view::npos ? 0 : newline + 1;
    while (begin < offset && is_space(text[begin])) ++begin;
    const auto end = std::min(text.find('\n', offset), text.size());

    Excerpt out;
    out.line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    for (const char c : text.substr(begin, offset - begin))
        out.column += (static_cast<unsigned char>(c) & 0xc0u) != 0x80u;
    if (single_spaced(text.substr(begin, end - begin)).empty()) return out;
    out.with_caret = fmt::format("\n    {}\n    {:>{}}", text.substr(begin, end - begin), "^", out.column);
    return out;
}

/// The words of a pattern as written, and the line on which they begin.
std::pair<std::string, std::uint32_t> written(const XmlFile& file, pugi::xml_node node) {
    std::string text;
    std::uint32_t line = 0;
    for (const auto child : node.children()) {
        if (child.type() != pugi::node_pcdata && child.type() != pugi::node_cdata) continue;
        if (line == 0) line = file.line(child);
        text += child.value();
    }
    return {text, line == 0 ? file.line(node) : line};
}

/// Places in `text` that begin and end with a sign, as places in single_spaced(text).
std::vector<Span> in_single_spaced(std::string_view text, std::vector<Span> places) {
    std::vector<std::uint32_t> before{0};  // characters that are kept before each one
    bool after_space = true;
    for (const char c : text) {
        before.push_back(before.back() + (is_space(c) && after_space ? 0 : 1));
        after_space = is_space(c);
    }
    for (Span& place : places) place = {before[place.begin], before[place.end]};
    return places;
}

void read_pattern(Build& build, const XmlFile& file, pugi::xml_node node, std::vector<PatternId>& out) {
    file.expect_attributes(node, {}, {"scope", "negated"});
    file.expect_words(node);
    const auto [text, line] = written(file, node);

    Pattern pattern;
    pattern.text = single_spaced(text);
    pattern.file = file.name();
    pattern.line = file.line(node);
    pattern.scope = file.choice<Scope>(node, "scope",
                                       {{"clause", Scope::clause},
                                        {"sentence", Scope::sentence},
                                        {"block", Scope::block},
                                        {"list", Scope::list},
                                        {"section", Scope::section}})
                        .value_or(Scope::sentence);
    pattern.negation =
        file.choice<Negation>(node, "negated",
                              {{"no", Negation::forbidden}, {"any", Negation::allowed}, {"yes", Negation::required}})
            .value_or(Negation::forbidden);

    auto expression = parse_expression(text, build.vocabulary, build.names_are_complete);
    for (const auto& fault : expression.faults) {
        const auto place = excerpt(text, fault.offset);
        file.fault(line + place.line, fmt::format("<pattern>, column {}: {}", place.column, fault.message),
                   fault.mend + place.with_caret);
    }
    if (!expression.faults.empty()) return;
    pattern.nodes = std::move(expression.nodes);
    pattern.written = in_single_spaced(text, expression.written);
    pattern.root = expression.root;
    pattern.triggers = triggers_of(pattern.nodes, pattern.root, build.vocabulary);
    if (pattern.triggers.empty() && build.names_are_complete)
        file.fault(node,
                   "<pattern> has nothing that can trigger it: it, or one of its alternatives, holds only topics, "
                   "numbers and absences",
                   "add a term or a word that must be mentioned\n    " + pattern.text);
    out.push_back(static_cast<PatternId>(build.catalogue.patterns.size()));
    build.catalogue.patterns.push_back(std::move(pattern));
}

}  // namespace

std::vector<PatternId> read_patterns(Build& build, const XmlFile& file, pugi::xml_node node) {
    std::vector<PatternId> out;
    if (!node.child("pattern"))
        file.fault(node, fmt::format("<{}> has no <pattern>", node.name()), "add <pattern>...</pattern>");
    for (const auto child : node.children("pattern")) read_pattern(build, file, child, out);
    return out;
}

}  // namespace boardcheck::catalogue
