// boardcheck rules validate: faults, warnings, and what the status says of them.
#include <boost/test/unit_test.hpp>

#include <nlohmann/json.hpp>

#include "session.hpp"

using namespace boardcheck::cli;
using namespace boardcheck::cli::testing;

namespace {

constexpr std::string_view counts =
    "2 requirements, 1 theme, 3 terms, 8 patterns, 11 examples, 1 source, 2 profiles: no faults, ";

}  // namespace

BOOST_AUTO_TEST_CASE(sound_rules_are_counted_and_warned_of) {
    const auto outcome = run({"rules", "validate"});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(outcome.out == data("rules") +
                                  "/requirements/tea.xml:26: warning (one-sided-overlap): TEA-01 names TEA-02 as a "
                                  "near-twin, but not the other way round; add <overlap ref=\"TEA-01\"/> to TEA-02\n" +
                                  std::string(counts) + "1 warning\n");
    BOOST_TEST(run({"rules", "validate", "--strict"}).out == outcome.out);
    BOOST_TEST(run({"rules", "validate", "--strict"}).status == found);
}

BOOST_AUTO_TEST_CASE(rules_without_a_warning_are_clean_when_it_is_strict) {
    const Scratch scratch;
    const std::string rules = scratch.rules();
    std::string text = slurp(rules + "/requirements/tea.xml");
    const std::string overlap = "<overlap ref=\"TEA-02\"/>";
    text.erase(text.find(overlap), overlap.size());
    scratch.file("rules/requirements/tea.xml", text);
    const auto outcome = run({"rules", "validate", "--strict", "--rules", rules});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.out == std::string(counts) + "no warnings\n");
}

BOOST_AUTO_TEST_CASE(faults_are_findings_and_stand_on_standard_output) {
    const Scratch scratch;
    const std::string rules = scratch.rules();
    std::string text = slurp(rules + "/requirements/tea.xml");
    text.replace(text.find("{tea} {serve}"), 13, "{tee} {serve}");
    text.replace(text.find("<mend>Set up a tea board.</mend>"), 32, "<mend></mend>");
    scratch.file("rules/requirements/tea.xml", text);
    const auto outcome = run({"rules", "validate", "--rules", rules});
    const std::string file = rules + "/requirements/tea.xml";
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(outcome.out == file + ":9: <pattern>, column 1: there is no term {tee}; did you mean {tea}?\n" +
                                  "    {tee} {serve}\n    ^\n" + file +
                                  ":31: <mend> is empty; write its words, or take the element out\n2 faults\n");
    const auto json = nlohmann::json::parse(run({"rules", "validate", "--rules", rules, "--format", "json"}).out);
    BOOST_TEST(json["counts"].is_null());
    BOOST_TEST(json["faults"].size() == 2U);
    BOOST_TEST(json["faults"][1]["file"].get<std::string>() == file);
    BOOST_TEST(json["faults"][1]["line"].get<int>() == 31);
    BOOST_TEST(json["faults"][1]["message"].get<std::string>() == "<mend> is empty");
    BOOST_TEST(json["faults"][1]["mend"].get<std::string>() == "write its words, or take the element out");
    BOOST_TEST(json["warnings"].empty());
}

BOOST_AUTO_TEST_CASE(warnings_are_written_for_programs) {
    const auto outcome = run({"rules", "validate", "--format", "json"});
    BOOST_TEST(outcome.status == clean);
    const auto json = nlohmann::json::parse(outcome.out);
    BOOST_TEST(json["counts"]["requirements"].get<int>() == 2);
    BOOST_TEST(json["counts"]["examples"].get<int>() == 11);
    BOOST_TEST(json["faults"].empty());
    BOOST_REQUIRE(json["warnings"].size() == 1U);
    BOOST_TEST(json["warnings"][0]["kind"].get<std::string>() == "one-sided-overlap");
    BOOST_TEST(json["warnings"][0]["file"].get<std::string>() == data("rules/requirements/tea.xml"));
    BOOST_TEST(json["warnings"][0]["line"].get<int>() == 26);
    BOOST_TEST(json["warnings"][0]["mend"].get<std::string>() == "add <overlap ref=\"TEA-01\"/> to TEA-02");
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_is_a_fault) {
    const auto outcome = run({"rules", "validate", "--rules", "gone"});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.out ==
               "gone: there is no folder of this name, which --rules gives for the rules; name the folder that holds "
               "sources.xml\n1 fault\n");
}
