// Loads any bytes as a rule file or, where they begin like none, as a pattern, beside two sound files that they may
// refer to; checks what must hold for every catalogue and for every fault.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <tuple>

#include "catalogue/catalogue.hpp"

using namespace boardcheck;
using catalogue::Catalogue;
using catalogue::NodeKind;

namespace {

constexpr std::string_view sources = R"(<sources>
<source id="G1" title="Guide to gardens" publisher="The Society" date="2021-06"/>
</sources>)";
constexpr std::string_view lexicon = R"(<lexicon>
<term id="gardens" broader="land"><variant>garden</variant><variant case="exact">KG</variant></term>
<term id="land"/>
<term id="gate"><variant>gate</variant></term>
</lexicon>)";

void expect(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

bool is_leaf(NodeKind kind) { return kind == NodeKind::term || kind == NodeKind::topic || kind == NodeKind::number; }

void check_pattern(const Catalogue& catalogue, const catalogue::Pattern& pattern) {
    expect(pattern.root < pattern.nodes.size(), "a pattern has its root");
    expect(!pattern.triggers.empty(), "a pattern has a trigger");
    for (const auto term : pattern.triggers) expect(term < catalogue.terms.size(), "a trigger is a term");
    for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
        const auto& node = pattern.nodes[i];
        const auto parts = node.children.size();
        expect(node.term < catalogue.terms.size(), "a node names a term");
        expect(is_leaf(node.kind) == (parts == 0), "leaves have no parts, others have");
        expect(node.kind != NodeKind::absent || parts == 1, "an absence has one part");
        expect((node.kind != NodeKind::near && node.kind != NodeKind::ordered) || parts == 2, "near has two parts");
        for (const auto child : node.children) expect(child < i, "parts come before their whole");
        expect(node.kind != NodeKind::number || (node.low >= 0 && node.low <= node.high), "a range is in order");
    }
}

void check_terms(const Catalogue& catalogue) {
    for (std::size_t i = 0; i < catalogue.terms.size(); ++i) {
        const auto& term = catalogue.terms[i];
        expect(!term.broader.empty() && term.broader[0] == i, "a term is broader than itself first");
        for (const auto broader : term.broader) expect(broader < catalogue.terms.size(), "what is broader is a term");
        expect(catalogue.term(term.id) == static_cast<catalogue::TermId>(i), "a term is found by its id");
        for (const auto& variant : term.variants) expect(!variant.keys.empty(), "a variant has words");
    }
    for (const auto& edge : catalogue.trie.edges) expect(edge.state < catalogue.trie.size(), "edges lead to states");
    for (const auto& [term, variant] : catalogue.trie.ends)
        expect(variant < catalogue.terms.at(term).variants.size(), "ends are variants");
}

void check_requirement(const Catalogue& catalogue, const catalogue::Requirement& requirement) {
    expect(catalogue.requirement(requirement.id) == &requirement, "a requirement is found by its id");
    for (const auto& reference : requirement.sources)
        expect(reference.source < catalogue.sources.size(), "a reference leads to a source");
    for (const auto& example : requirement.examples) {
        expect(!example.text.empty(), "an example has text");
        for (const auto span : example.at)
            expect(span.begin <= span.end && span.end <= example.text.size(), "marks are in the text");
    }
}

void check_faults(const std::vector<Error>& faults) {
    expect(!faults.empty(), "without a catalogue there is a fault");
    const auto in_order = [](const Error& a, const Error& b) {
        return std::tie(a.file, a.line) < std::tie(b.file, b.line);
    };
    expect(std::is_sorted(faults.begin(), faults.end(), in_order), "faults are in order");
    for (const auto& fault : faults)
        expect(!fault.file.empty() && fault.line > 0 && !fault.message.empty() && !fault.mend.empty(),
               "a fault says where, what and how to mend it");
}

std::string file_of(std::string_view input) {
    if (input.empty() || input[0] == '<') return std::string(input);
    std::string pattern(input.substr(0, input.find("]]>")));
    return "<lexicon><cue id=\"c\" voice=\"local\"><pattern><![CDATA[" + pattern + "]]></pattern></cue></lexicon>";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto result = catalogue::load({{"any.xml", file_of(input)},
                                         {"base/lexicon.xml", std::string(lexicon)},
                                         {"base/sources.xml", std::string(sources)}});
    if (!result) {
        check_faults(result.error());
        return 0;
    }
    for (const auto& pattern : result->patterns) check_pattern(*result, pattern);
    check_terms(*result);
    for (const auto& requirement : result->requirements) check_requirement(*result, requirement);
    return 0;
}
