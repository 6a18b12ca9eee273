// Every part of the rules that ship is exercised: by an example of some rule, or by a paper of the corpus.
#include <algorithm>
#include <mutex>

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "case_file.hpp"
#include "cli/parallel.hpp"
#include "ingest/ingest.hpp"
#include "match/match.hpp"

using namespace boardcheck;
using catalogue::Catalogue;
using catalogue::PatternId;

namespace {

/// By index into the catalogue: patterns that match and terms that are mentioned somewhere, and readings that some text
/// has.
struct Exercised {
    std::vector<bool> patterns, terms, readings;
};

void note(Exercised& exercised, const match::Matches& matches) {
    for (const match::Hit& hit : matches.hits) exercised.patterns[hit.pattern] = true;
    for (const match::Mention& mention : matches.mentions) exercised.terms[mention.term] = true;
    for (std::size_t i = 0; i < matches.readings.size(); ++i) {
        if (matches.readings[i]) exercised.readings[i] = true;
    }
}

/// Official titles are facts, which need no examples: each must be found as it is written.
std::vector<std::string> names_of_the_world() {
    std::vector<std::string> names;
    for (const catalogue::Term& term : test::real_catalogue().terms) {
        const auto property = [&](const char* name) {
            const auto found = term.properties.find(name);
            return found == term.properties.end() ? std::string() : found->second;
        };
        const std::string sense = property("sense");
        const bool is_name = property("role").starts_with("names-") || sense == "publisher" || sense == "misnomer";
        if (!is_name) continue;
        for (const catalogue::Variant& variant : term.variants) names.push_back(variant.text);
    }
    return names;
}

/// The examples of all requirements, markers and findings, the names of documents, and the papers of the corpus.
std::vector<ingest::Document> documents() {
    std::vector<ingest::Document> documents;
    const auto add = [&](const std::vector<catalogue::Example>& examples) {
        for (const auto& example : examples) documents.push_back(ingest::ingest("example.md", example.text).value());
    };
    for (const auto& requirement : test::real_catalogue().requirements) add(requirement.examples);
    for (const auto& marker : test::real_catalogue().markers) add(marker.examples);
    for (const auto& rule : test::real_catalogue().findings) add(rule.examples);
    for (const auto& name : names_of_the_world())
        documents.push_back(ingest::ingest("name.md", "The paper cites " + name + ".").value());
    for (const auto& input : ingest::collect({PROJECT_ROOT "/corpus"}).inputs) {
        if (input.file.ends_with("README.md")) continue;
        documents.push_back(ingest::ingest(input.file, ingest::load(input).value()).value());
    }
    return documents;
}

Exercised exercise() {
    const Catalogue& catalogue = test::real_catalogue();
    Exercised exercised{std::vector<bool>(catalogue.patterns.size()), std::vector<bool>(catalogue.terms.size()),
                        std::vector<bool>(catalogue.readings.size())};
    const std::vector<ingest::Document> all = documents();
    std::mutex noting;
    cli::for_each_index(all.size(), [&](std::size_t i) {
        const match::Matches matches = match::match(text::segment(all[i]), catalogue);
        const std::lock_guard lock(noting);
        note(exercised, matches);
    });
    return exercised;
}

const Exercised& exercised() {
    static const Exercised once = exercise();
    return once;
}

/// One line for a part of the rules of which no pattern matches anywhere; nothing for any other.
std::string idle(std::string_view what, const std::vector<PatternId>& patterns) {
    const bool matches =
        std::any_of(patterns.begin(), patterns.end(), [](PatternId id) { return exercised().patterns[id]; });
    if (matches) return {};
    const catalogue::Pattern& first = test::real_catalogue().patterns.at(patterns.at(0));
    return fmt::format("rules/{}:{}: {} matches nowhere\n", first.file, first.line, what);
}

/// Terms that rules can see: those of patterns and those with properties, which extraction asks for.
std::vector<bool> terms_of_use(const Catalogue& catalogue) {
    std::vector<bool> asked(catalogue.terms.size());
    for (const catalogue::Pattern& pattern : catalogue.patterns) {
        for (const catalogue::Node& node : pattern.nodes) {
            const bool names_term = node.kind == catalogue::NodeKind::term || node.kind == catalogue::NodeKind::topic;
            if (names_term) asked[node.term] = true;
        }
    }
    std::vector<bool> of_use;
    for (const catalogue::Term& term : catalogue.terms) {
        const bool seen = std::any_of(term.broader.begin(), term.broader.end(), [&](catalogue::TermId broader) {
            return asked[broader] || !catalogue.terms[broader].properties.empty();
        });
        of_use.push_back(seen);
    }
    return of_use;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(coverage)

BOOST_AUTO_TEST_CASE(every_part_of_a_requirement_matches_somewhere) {
    std::string lines;
    for (const auto& requirement : test::real_catalogue().requirements) {
        lines += idle(requirement.id, requirement.patterns);
        for (const auto& facet : requirement.facets)
            lines += idle(fmt::format("{} facet {}", requirement.id, facet.id), facet.patterns);
        for (const auto& contradiction : requirement.contradictions)
            lines += idle(fmt::format("{} contradiction {}", requirement.id, contradiction.id), contradiction.patterns);
    }
    BOOST_TEST(lines == "");
}

BOOST_AUTO_TEST_CASE(every_cue_and_marker_matches_somewhere) {
    std::string lines;
    for (const auto& cue : test::real_catalogue().cues) lines += idle("cue " + cue.id, cue.patterns);
    for (const auto& marker : test::real_catalogue().markers) lines += idle("marker " + marker.name, marker.patterns);
    BOOST_TEST(lines == "");
}

BOOST_AUTO_TEST_CASE(every_marker_has_examples) {
    std::string lines;
    for (const auto& marker : test::real_catalogue().markers) {
        if (marker.examples.empty())
            lines += fmt::format("rules/{}:{}: {} has no examples\n", marker.file, marker.line, marker.name);
    }
    BOOST_TEST(lines == "");
}

BOOST_AUTO_TEST_CASE(every_finding_has_examples) {
    std::string lines;
    for (const auto& rule : test::real_catalogue().findings) {
        if (rule.examples.empty() != rule.across_papers)
            lines += fmt::format("rules/{}:{}: {} has no examples, or some that no paper alone can have\n", rule.file,
                                 rule.line, rule.id);
    }
    BOOST_TEST(lines == "");
}

BOOST_AUTO_TEST_CASE(some_text_has_every_reading) {
    const Catalogue& catalogue = test::real_catalogue();
    std::string lines;
    for (std::size_t i = 0; i < catalogue.readings.size(); ++i) {
        if (exercised().readings[i]) continue;
        const catalogue::Pattern& first = catalogue.patterns.at(catalogue.readings[i].pro.at(0));
        lines +=
            fmt::format("rules/{}:{}: no text has the reading {}\n", first.file, first.line, catalogue.readings[i].id);
    }
    BOOST_TEST(lines == "");
}

BOOST_AUTO_TEST_CASE(every_term_is_mentioned_somewhere_and_of_use) {
    const Catalogue& catalogue = test::real_catalogue();
    const std::vector<bool> of_use = terms_of_use(catalogue);
    std::string lines;
    for (std::size_t i = 0; i < catalogue.terms.size(); ++i) {
        const catalogue::Term& term = catalogue.terms[i];
        if (term.file.empty()) continue;  // built in, or words of a pattern
        const auto say = [&](std::string_view fault) {
            lines += fmt::format("rules/{}:{}: {{{}}} is {}\n", term.file, term.line, term.id, fault);
        };
        if (!term.variants.empty() && !exercised().terms[i]) say("mentioned nowhere");
        if (!of_use[i]) say("in no pattern, nor is a broader one");
    }
    BOOST_TEST(lines == "");
}

BOOST_AUTO_TEST_SUITE_END()
