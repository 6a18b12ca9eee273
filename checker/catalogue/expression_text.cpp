#include "catalogue/expression_text.hpp"

#include <limits>

#include <fmt/format.h>

#include "catalogue/split.hpp"

namespace boardcheck::catalogue {

namespace {

constexpr auto any_number = std::numeric_limits<std::int64_t>::max();

/// Words as a pattern has them: quoted where one word alone would not do.
std::string quoted(std::string_view words) {
    if (words.find_first_of(" {}()[]|~>!@='") == std::string_view::npos) return std::string(words);
    std::string out = "'";
    for (const char c : words) out.append(c == '\'' ? 2 : 1, c);
    return out + '\'';
}

std::string text_of(const Term& term) {
    if (term.id[0] == '\'') return quoted(term.label);
    if (term.id[0] == '=') return '=' + quoted(term.label);
    return '{' + term.id + '}';
}

std::string range_of(const Node& node) {
    if (node.low == node.high) return fmt::format("[{}]", node.low);
    if (node.high == any_number) return node.low == 0 ? "{number}" : fmt::format("[{}..]", node.low);
    return node.low == 0 ? fmt::format("[..{}]", node.high) : fmt::format("[{}..{}]", node.low, node.high);
}

/// How firmly the sign of a node binds its parts.
int binding(NodeKind kind) {
    switch (kind) {
        case NodeKind::any:
            return 0;
        case NodeKind::all:
            return 1;
        case NodeKind::near:
        case NodeKind::ordered:
            return 2;
        case NodeKind::absent:
        case NodeKind::term:
        case NodeKind::topic:
        case NodeKind::number:
            return 3;
    }
    return 3;
}

/// The sign between the parts of a node.
std::string sign_of(const Node& node) {
    if (node.kind == NodeKind::any) return " | ";
    if (node.kind == NodeKind::all) return " ";
    const char sign = node.kind == NodeKind::near ? '~' : '>';
    return node.distance == Node::unlimited ? fmt::format(" {} ", sign) : fmt::format(" {}{} ", sign, node.distance);
}

}  // namespace

std::string text_of(const Pattern& pattern, std::uint32_t index, const std::vector<Term>& terms) {
    const Node& node = pattern.nodes[index];
    const auto part = [&](std::uint32_t child, int least) {
        const std::string text = text_of(pattern, child, terms);
        return binding(pattern.nodes[child].kind) < least ? '(' + text + ')' : text;
    };
    if (node.kind == NodeKind::term) return text_of(terms[node.term]);
    if (node.kind == NodeKind::topic) return '@' + text_of(terms[node.term]);
    if (node.kind == NodeKind::number) return range_of(node);
    if (node.kind == NodeKind::absent) return '!' + part(node.children.front(), binding(NodeKind::absent));
    std::string out;
    for (const std::uint32_t child : node.children) {
        const bool first = out.empty();
        if (!first) out += sign_of(node);
        out += part(child, binding(node.kind) + (first ? 0 : 1));
    }
    return out;
}

}  // namespace boardcheck::catalogue
