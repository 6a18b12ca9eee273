// Patterns as written, and the tree and triggers they become. A case in data/patterns: the pattern, "= " and its tree,
// "! " and its triggers.
#include <algorithm>
#include <sstream>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "rules_folder.hpp"

using namespace boardcheck;
using catalogue::Catalogue;
using catalogue::NodeKind;

namespace {

struct PatternCase {
    std::string pattern, tree, triggers;
};

std::ostream& operator<<(std::ostream& out, const PatternCase& example) { return out << example.pattern; }

std::vector<PatternCase> cases() {
    std::istringstream lines(test::slurp(std::filesystem::path(TEST_DATA) / "data/patterns/trees.case"));
    std::vector<PatternCase> out;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '%') continue;
        const auto rest = line.size() > 2 ? line.substr(2) : "";
        if (line.rfind("= ", 0) == 0)
            out.back().tree = rest;
        else if (line.rfind("! ", 0) == 0)
            out.back().triggers = rest;
        else
            out.push_back({line, "", ""});
    }
    return out;
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    return out;
}

/// The catalogue of data/patterns with this pattern in it.
Catalogue with(const std::string& pattern) {
    auto files = test::rule_files(std::filesystem::path(TEST_DATA) / "data/patterns");
    files.push_back({"case.xml", "<lexicon><cue id=\"case\" voice=\"local\"><pattern>" + escaped(pattern) +
                                     "</pattern></cue></lexicon>"});
    return test::loaded(files);
}

std::string bound(std::int64_t value) { return value == INT64_MAX ? "" : std::to_string(value); }

std::string tree(const Catalogue& catalogue, const catalogue::Pattern& pattern, std::uint32_t index) {
    const auto& node = pattern.nodes[index];
    if (node.kind == NodeKind::term) return catalogue.terms[node.term].id;
    if (node.kind == NodeKind::topic) return "@" + catalogue.terms[node.term].id;
    if (node.kind == NodeKind::number) return "[" + bound(node.low) + ".." + bound(node.high) + "]";
    std::string out = node.kind == NodeKind::all       ? "all"
                      : node.kind == NodeKind::any     ? "any"
                      : node.kind == NodeKind::near    ? "near"
                      : node.kind == NodeKind::ordered ? "ordered"
                                                       : "absent";
    if (node.distance != 0 && node.distance != catalogue::Node::unlimited) out += std::to_string(node.distance);
    std::string parts;
    for (const auto child : node.children) parts += (parts.empty() ? "" : ", ") + tree(catalogue, pattern, child);
    return out + "(" + parts + ")";
}

std::string triggers(const Catalogue& catalogue, const catalogue::Pattern& pattern) {
    std::vector<std::string> ids;
    for (const auto term : pattern.triggers) ids.push_back(catalogue.terms[term].id);
    std::sort(ids.begin(), ids.end());
    std::string out;
    for (const auto& id : ids) out += (out.empty() ? "" : ", ") + id;
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(patterns)

BOOST_DATA_TEST_CASE(become_trees_with_triggers, boost::unit_test::data::make(cases()), example) {
    const auto catalogue = with(example.pattern);
    const auto& pattern = catalogue.patterns.at(catalogue.cues.at(0).patterns.at(0));
    BOOST_TEST(tree(catalogue, pattern, pattern.root) == example.tree);
    BOOST_TEST(triggers(catalogue, pattern) == example.triggers);
}

BOOST_DATA_TEST_CASE(know_the_words_of_each_node, boost::unit_test::data::make(cases()), example) {
    const auto whole = with(example.pattern);
    const auto& pattern = whole.patterns.at(0);
    BOOST_REQUIRE(pattern.written.size() == pattern.nodes.size());
    const auto spaced = with(pattern.text);
    for (std::uint32_t i = 0; i < pattern.nodes.size(); ++i) {
        // Not every part can stand alone: some have nothing that triggers them.
        const std::string words(slice(pattern.text, pattern.written[i]));
        const auto part = with("{gate} (" + words + ")");
        BOOST_TEST(tree(part, part.patterns.at(0), part.patterns.at(0).root) ==
                   "all(gate, " + tree(spaced, spaced.patterns.at(0), i) + ")");
    }
}

BOOST_AUTO_TEST_CASE(share_terms_for_the_same_words) {
    const auto catalogue = with("'Terms of Reference' 'term of the reference' 'terms-of-reference'");
    const auto& nodes = catalogue.patterns[0].nodes;
    BOOST_TEST(nodes[0].term == nodes[1].term);
    BOOST_TEST(nodes[0].term == nodes[2].term);
    BOOST_TEST(catalogue.terms[nodes[0].term].label == "Terms of Reference");
    BOOST_TEST((catalogue.term("'Terms of Reference'") == nodes[0].term));
}

BOOST_AUTO_TEST_CASE(do_not_share_terms_for_words_compared_differently) {
    const auto catalogue = with("Board =Board");
    BOOST_TEST(catalogue.patterns[0].nodes[0].term != catalogue.patterns[0].nodes[1].term);
}

BOOST_AUTO_TEST_CASE(of_many_parts_load_in_no_time) {
    std::string wide;
    for (int i = 0; i < 20000; ++i) wide += (i == 0 ? "w" : " | w") + std::to_string(i);
    BOOST_TEST(with(wide).patterns[0].triggers.size() == 20000u);
}

BOOST_AUTO_TEST_SUITE_END()
