// boardcheck rules test --mutations: which weakened rules no example notices.
#include <boost/test/unit_test.hpp>

#include "session.hpp"

using namespace boardcheck::cli;
using namespace boardcheck::cli::testing;

namespace {

/// The rules about tea with other patterns, on the lines that they had, and more examples for TEA-01.
class Mutated {
public:
    explicit Mutated(const std::string& more_examples = "") : rules_(scratch_.rules()) {
        std::string text = slurp(file());
        const auto replace = [&text](std::string_view from, const std::string& to) {
            text.replace(text.find(from), from.size(), to);
        };
        replace("<pattern>{tea} {serve}</pattern>",
                "<pattern>{tea} ({serve} | offer) !(cold | stale)</pattern><pattern>('high tea' | tiffin) ~2 'each "
                "day'</pattern>");
        replace("<pattern>{tea} milk</pattern>", "<pattern>{tea} (milk | cream)</pattern>");
        replace("coffee > replace", "(coffee | cocoa) > replace");
        replace("<contradicting>", more_examples + "<contradicting>");
        write(text);
    }
    Outcome run(std::vector<std::string> options) const {
        options.insert(options.begin(), {"rules", "test", "TEA-01", "--rules", rules_});
        return testing::run(options);
    }
    std::string file() const { return rules_ + "/requirements/tea.xml"; }
    void write(const std::string& text) const { scratch_.file("rules/requirements/tea.xml", text); }
    /// The place of a pattern of TEA-01.
    std::string at(int line) const { return file() + ":" + std::to_string(line) + ": TEA-01 "; }

private:
    Scratch scratch_;
    std::string rules_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(what_no_example_notices_survives) {
    const Mutated rules;
    const auto survives = [&](int line, const std::string& change, const std::string& remedy) {
        return "survives " + rules.at(line) + change + "\n         add " + remedy + "\n";
    };
    const std::string match = "a match that nothing else in the rule finds";
    const std::string near_miss = "a near-miss that nothing else keeps silent";
    const std::string of_parts =
        survives(9, "pattern: without the pattern ('high tea' | tiffin) ~2 'each day'", match) +
        survives(9, "pattern: without the alternative offer, of ({serve} | offer)", match) +
        survives(9, "pattern: without the alternative cold, of (cold | stale)", near_miss) +
        survives(9, "pattern: without the alternative stale, of (cold | stale)", near_miss) +
        survives(9, "pattern: without !(cold | stale)", near_miss) +
        survives(9, "pattern: without the alternative 'high tea', of ('high tea' | tiffin)", match) +
        survives(9, "pattern: without the alternative tiffin, of ('high tea' | tiffin)", match);
    const std::string of_distance =
        survives(9, "pattern: with any distance in ('high tea' | tiffin) ~2 'each day'", near_miss);
    const std::string of_others =
        survives(11, "facet milk: without the alternative cream, of (milk | cream)",
                 "a match whose milk nothing else finds") +
        survives(14, "contradiction coffee: without the alternative cocoa, of (coffee | cocoa)",
                 "a contradicting example that nothing else in the rule finds");

    const auto outcome = rules.run({"--mutations"});
    BOOST_TEST(outcome.status == found);
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(outcome.out == of_parts + of_others +
                                  "TEA         13 mutants,      4 killed,     9 survive\n"
                                  "all         13 mutants,      4 killed,     9 survive\n");
    BOOST_TEST(rules.run({"--mutations", "--distances"}).out ==
               of_parts + of_distance + of_others +
                   "TEA         14 mutants,      4 killed,    10 survive\n"
                   "all         14 mutants,      4 killed,    10 survive\n");
}

BOOST_AUTO_TEST_CASE(examples_kill_mutants) {
    const Mutated rules(
        "<match>We offer tea with cream.</match><match>We have high tea each day.</match>"
        "<match>We take tiffin each day.</match><near-miss>We serve tea cold.</near-miss>"
        "<near-miss>We serve tea that is stale.</near-miss>"
        "<near-miss>High tea of this kind we shall want each day.</near-miss>"
        "<contradicting>Cocoa will replace tea here.</contradicting>");
    BOOST_TEST(rules.run({}).out == "13 passed, 0 failed\n");
    const auto outcome = rules.run({"--mutations", "--distances"});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.out ==
               "TEA         14 mutants,     14 killed,     0 survive\n"
               "all         14 mutants,     14 killed,     0 survive\n");
}

BOOST_AUTO_TEST_CASE(what_patterns_have_in_common_is_weakened_in_all_of_them) {
    const Mutated rules;
    std::string text = slurp(rules.file());
    text.replace(text.find("tiffin) ~2"), 10, "tiffin) ({serve} | offer)");
    rules.write(text);
    const auto outcome = rules.run({"--mutations"});
    BOOST_TEST(contains(outcome.out, rules.at(9) +
                                         "pattern: without the alternative offer, of ({serve} | offer)\n         add a "
                                         "match that nothing else in the rule finds (the same is in line 9)\n"));
    BOOST_TEST(contains(outcome.out, "all         13 mutants,"));
}

BOOST_AUTO_TEST_CASE(distances_belong_to_mutations) {
    const auto outcome = run({"rules", "test", "--distances"});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.err == "boardcheck: --distances requires --mutations\nRun boardcheck --help for usage.\n");
    BOOST_TEST(run({"rules", "test", "COFFEE", "--mutations"}).err ==
               "boardcheck: there is no requirement or theme 'COFFEE'; boardcheck rules list names them all\n");
}
