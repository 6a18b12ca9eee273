#include <algorithm>

#include <fmt/format.h>

#include "catalogue/readers.hpp"

namespace boardcheck::catalogue {

namespace {

constexpr std::size_t fewest_matches = 3, fewest_near_misses = 2;

/// The words of an example as the file has them, with the ranges that <at> marks.
struct Marked {
    std::string text;
    std::vector<Span> at;
};

void append_words(const pugi::xml_node node, std::string& text) {
    for (const auto child : node.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
}

Marked marked(const XmlFile& file, pugi::xml_node node) {
    Marked out;
    for (const auto child : node.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) out.text += child.value();
        if (child.type() != pugi::node_element || std::string_view(child.name()) != "at") continue;
        file.expect_attributes(child, {}, {});
        file.expect_words(child);
        const auto begin = static_cast<std::uint32_t>(out.text.size());
        append_words(child, out.text);
        const auto end = static_cast<std::uint32_t>(out.text.size());
        if (single_spaced(std::string_view(out.text).substr(begin)).empty())
            file.fault(child, "<at> is empty", "put it around the words that are the evidence");
        else
            out.at.push_back({begin, end});
    }
    return out;
}

std::size_t indentation(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

/// The least indentation of all lines but the first, which stands behind its tag; blank lines do not count.
std::size_t common_indentation(std::string_view text) {
    std::size_t least = std::string_view::npos;
    for (auto newline = text.find('\n'); newline != std::string_view::npos; newline = text.find('\n', newline + 1)) {
        const auto line = text.substr(newline + 1, text.find('\n', newline + 1) - newline - 1);
        if (const auto indent = indentation(line); indent < line.size()) least = std::min(least, indent);
    }
    return least == std::string_view::npos ? 0 : least;
}

/// Takes away the indentation that the XML file gave the example, and the blank lines at its ends.
Marked dedented(const Marked& raw) {
    const auto indent = common_indentation(raw.text);
    Marked out;
    std::vector<std::uint32_t> moved(raw.text.size() + 1);  // where each byte went
    std::size_t at = 0;
    const auto drop = [&](std::size_t count) {
        for (; count > 0; --count) moved[at++] = static_cast<std::uint32_t>(out.text.size());
    };
    while (at < raw.text.size()) {
        const auto line_end = std::min(raw.text.find('\n', at), raw.text.size());
        const auto line = std::string_view(raw.text).substr(at, line_end - at);
        const bool first = at == 0;
        const bool empty = indentation(line) == line.size();
        drop(empty ? line.size() : first ? indentation(line) : std::min(indent, indentation(line)));
        while (at < raw.text.size() && at <= line_end) {
            moved[at] = static_cast<std::uint32_t>(out.text.size());
            const bool leading_blank = out.text.empty() && raw.text[at] == '\n';
            if (!leading_blank) out.text += raw.text[at];
            ++at;
        }
    }
    while (!out.text.empty() && (out.text.back() == '\n' || out.text.back() == ' ')) out.text.pop_back();
    const auto size = static_cast<std::uint32_t>(out.text.size());
    moved[raw.text.size()] = size;
    for (const auto span : raw.at)
        out.at.push_back({std::min(moved[span.begin], size), std::min(moved[span.end], size)});
    return out;
}

void read_missing(const XmlFile& file, pugi::xml_node node, const Requirement& requirement, Example& example) {
    std::vector<std::string_view> facets;
    for (const auto& facet : requirement.facets) facets.push_back(facet.id);
    for (const auto name : split(node.attribute("missing").value())) {
        if (std::find(facets.begin(), facets.end(), name) != facets.end()) {
            example.missing.emplace_back(name);
            continue;
        }
        auto mend = did_you_mean(nearest(facets, name), "\"", "\"");
        if (mend.empty()) mend = "name the id of one of its <facet>s";
        file.fault(node, fmt::format("{} has no facet \"{}\"", requirement.id, name), mend);
    }
}

void read_match(const XmlFile& file, pugi::xml_node node, const Requirement& requirement, Example& example) {
    example.standing = file.choice<Standing>(
        node, "standing",
        {{"restated", Standing::restated}, {"planned", Standing::planned}, {"in-place", Standing::in_place}});
    if (example.standing && *example.standing > requirement.most)
        file.fault(node,
                   fmt::format("{} is at most {}, so no example of it can be more", requirement.id,
                               to_string(requirement.most)),
                   fmt::format("write standing=\"{}\"", to_string(requirement.most)));
    read_missing(file, node, requirement, example);
}

/// The words of an example of anything, with its date.
Example read_words(const XmlFile& file, pugi::xml_node node, ExampleKind kind) {
    Example example;
    example.kind = kind;
    example.line = file.line(node);
    if (kind == ExampleKind::near_miss) file.expect_words(node);
    for (const auto child : node.children())
        if (kind != ExampleKind::near_miss && child.type() == pugi::node_element &&
            std::string_view(child.name()) != "at")
            file.fault(child, fmt::format("<{}> has an unknown element <{}>", node.name(), child.name()),
                       fmt::format("<{}> holds words and <at>", node.name()));
    example.date = file.date(node, "date").value_or(Date{});
    auto [text, at] = dedented(marked(file, node));
    if (text.empty())
        file.fault(node, fmt::format("<{}> is empty", node.name()), "write a piece of a paper, in Markdown");
    example.text = std::move(text);
    example.at = std::move(at);
    return example;
}

Example read_example(const XmlFile& file, pugi::xml_node node, ExampleKind kind, const Requirement& requirement) {
    if (kind == ExampleKind::match)
        file.expect_attributes(node, {}, {"standing", "missing", "date"});
    else
        file.expect_attributes(node, {}, {"date"});
    Example example = read_words(file, node, kind);
    if (kind == ExampleKind::match) read_match(file, node, requirement, example);
    return example;
}

void expect_enough(const XmlFile& file, pugi::xml_node node, const Requirement& requirement) {
    const auto count = [&](ExampleKind kind) {
        return static_cast<std::size_t>(std::count_if(requirement.examples.begin(), requirement.examples.end(),
                                                      [&](const Example& example) { return example.kind == kind; }));
    };
    const auto require = [&](ExampleKind kind, std::size_t least, std::string_view element, std::string_view advice) {
        if (count(kind) < least)
            file.fault(node, fmt::format("{} has {} <{}> of at least {}", requirement.id, count(kind), element, least),
                       std::string(advice));
    };
    require(ExampleKind::match, fewest_matches, "match",
            "add pieces of papers, differently worded, that say something on it");
    require(ExampleKind::near_miss, fewest_near_misses, "near-miss",
            "add pieces of papers that a keyword search would take for it by mistake");
    if (!requirement.contradictions.empty())
        require(ExampleKind::contradicting, 1, "contradicting", "add a piece of a paper that contradicts it");
    else if (count(ExampleKind::contradicting) > 0)
        file.fault(node, fmt::format("{} has a <contradicting> example, but no <contradiction>", requirement.id),
                   "add the <contradiction>, or take the example out");
}

}  // namespace

void read_examples(const XmlFile& file, pugi::xml_node examples, Requirement& requirement) {
    file.expect_attributes(examples, {}, {});
    file.expect_elements(examples, {"match", "near-miss", "contradicting"});
    for (const auto node : examples.children()) {
        const std::string_view name = node.name();
        const auto add = [&](ExampleKind kind) {
            requirement.examples.push_back(read_example(file, node, kind, requirement));
        };
        if (name == "match") add(ExampleKind::match);
        if (name == "near-miss") add(ExampleKind::near_miss);
        if (name == "contradicting") add(ExampleKind::contradicting);
    }
    expect_enough(file, examples, requirement);
}

std::vector<Example> read_plain_examples(const XmlFile& file, pugi::xml_node node, std::string_view name) {
    std::vector<Example> examples;
    const auto read = [&](const char* element, ExampleKind kind) {
        std::size_t count = 0;
        for (const auto example : node.children(element)) {
            file.expect_attributes(example, {}, {"date"});
            examples.push_back(read_words(file, example, kind));
            ++count;
        }
        return count;
    };
    const auto require = [&](std::size_t count, std::string_view element, std::size_t least, std::string_view advice) {
        if (count < least)
            file.fault(node, fmt::format("{} has {} <{}> of at least {}", name, count, element, least),
                       std::string(advice));
    };
    const std::size_t matches = read("match", ExampleKind::match);
    const std::size_t near_misses = read("near-miss", ExampleKind::near_miss);
    if (examples.empty()) return examples;
    require(matches, "match", fewest_matches, "add pieces of papers, differently worded, in which it matches");
    require(near_misses, "near-miss", fewest_near_misses,
            "add pieces of papers with its words, in which it must not match");
    return examples;
}

}  // namespace boardcheck::catalogue
