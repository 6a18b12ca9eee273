// boardcheck rules: list, show, test.
#include <boost/test/unit_test.hpp>

#include <nlohmann/json.hpp>

#include "session.hpp"

using namespace boardcheck::cli;
using namespace boardcheck::cli::testing;

BOOST_AUTO_TEST_CASE(rules_are_listed) {
    const auto outcome = run({"rules", "list"});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(outcome.out ==
               "TEA-01  must    Tea is served\n"
               "TEA-02  should  A tea board\n"
               "2 requirements\n");
    BOOST_TEST(run({"rules", "list", "--theme", "TEA"}).out == outcome.out);
}

BOOST_AUTO_TEST_CASE(rules_are_listed_for_programs) {
    const auto list = nlohmann::json::parse(run({"rules", "list", "--format", "json"}).out);
    BOOST_TEST(list.size() == 2U);
    BOOST_TEST(list[0]["id"].get<std::string>() == "TEA-01");
    BOOST_TEST(list[0]["strength"].get<std::string>() == "must");
    BOOST_TEST(list[0]["sources"][0]["id"].get<std::string>() == "TG");
    BOOST_TEST(list[0]["examples"].get<int>() == 6);
    BOOST_TEST(list[0]["file"].get<std::string>() == "requirements/tea.xml");
    BOOST_TEST(list[0]["line"].get<int>() == 3);
}

BOOST_AUTO_TEST_CASE(an_unknown_theme_is_said_so) {
    const auto outcome = run({"rules", "list", "--theme", "TE"});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.out == "");
    BOOST_TEST(outcome.err == "boardcheck: there is no theme 'TE'; did you mean TEA?; use one of TEA\n");
}

BOOST_AUTO_TEST_CASE(a_rule_is_shown_with_all_that_it_holds) {
    const auto outcome = run({"rules", "show", "TEA-01"});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(run({"rules", "show", "tea-01"}).out == outcome.out);
    std::string shown = outcome.out;
    shown.replace(shown.find(data("rules")), data("rules").size(), "RULES");
    BOOST_TEST(shown == slurp(data("show-tea-01.txt")));
}

BOOST_AUTO_TEST_CASE(a_rule_says_how_reliable_it_is_and_how_it_did) {
    const Scratch scratch;
    const std::string rules = scratch.rules();
    const auto lines_about = [&](const std::string& may, const std::string& figures) {
        std::string text = slurp(data("rules/requirements/tea.xml"));
        const std::string_view title = "<title>Tea is served</title>";
        const std::string reliability = "<reliability may=\"" + may + "\">Cake is near.</reliability>";
        text.replace(text.find(title), title.size(), std::string(title) + (may.empty() ? "" : reliability));
        scratch.file("rules/requirements/tea.xml", text);
        scratch.file("rules/measured.xml", "<measured " + figures + "/></measured>");
        const std::string shown = run({"rules", "show", "TEA-01", "--rules", rules}).out;
        const std::size_t begin = shown.find("confidence   high\n") + 18;
        return shown.substr(begin, shown.find("value        ") - begin);
    };
    BOOST_TEST(
        lines_about("over-report", R"(papers="13"><rule ref="TEA-01" there="12" found="11" wrong="1" standing="10")") ==
        "reliability  may over-report: Cake is near.\n"
        "measured     on 13 papers: found 11 of 12, 1 wrongly (precision .92, recall .92), standing right in 10\n");
    BOOST_TEST(lines_about("both", R"(papers="1"><rule ref="TEA-01" there="1" found="1" wrong="0" standing="0")") ==
               "reliability  may over-report and under-report: Cake is near.\n"
               "measured     on 1 paper: found 1 of 1, 0 wrongly (precision 1.00, recall 1.00), standing right in 0\n");
    BOOST_TEST(
        lines_about("under-report", R"(papers="3"><rule ref="TEA-01" there="0" found="0" wrong="2" standing="0")") ==
        "reliability  may under-report: Cake is near.\n"
        "measured     on 3 papers: found 0 of 0, 2 wrongly (precision .00)\n");
    BOOST_TEST(lines_about("neither", R"(papers="3"><rule ref="TEA-01" there="0" found="0" wrong="0" standing="0")") ==
               "reliability  neither over-reports nor under-reports: Cake is near.\n"
               "measured     on 3 papers: found 0 of 0, 0 wrongly\n");
    BOOST_TEST(lines_about("", R"(papers="3"><rule ref="TEA-02" there="1" found="0" wrong="0" standing="0")") == "");
    const auto list = nlohmann::json::parse(run({"rules", "list", "--format", "json", "--rules", rules}).out);
    BOOST_TEST(list[0]["reliability"].is_null());
    BOOST_TEST(list[0]["measured"].is_null());
    BOOST_TEST(list[1]["measured"].dump() == R"({"found":0,"papers":3,"standing":0,"there":1,"wrong":0})");
    lines_about("both", "papers=\"0\"><rule ref=\"TEA-02\" there=\"1\" found=\"0\" wrong=\"0\" standing=\"0\"");
    const auto again = nlohmann::json::parse(run({"rules", "list", "--format", "json", "--rules", rules}).out);
    BOOST_TEST(again[0]["reliability"].dump() == R"({"over_report":true,"under_report":true,"why":"Cake is near."})");
}

BOOST_AUTO_TEST_CASE(an_unknown_rule_is_named_with_its_neighbours) {
    const auto outcome = run({"rules", "show", "tea-1"});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.out == "");
    BOOST_TEST(outcome.err ==
               "boardcheck: there is no requirement 'tea-1'; did you mean TEA-01?; boardcheck rules list names "
               "them all\n");
    const auto test = run({"rules", "test", "TEA", "COFFEE"});
    BOOST_TEST(test.status == failed);
    BOOST_TEST(test.err ==
               "boardcheck: there is no requirement or theme 'COFFEE'; boardcheck rules list names them all\n");
}

BOOST_AUTO_TEST_CASE(examples_that_behave_pass) {
    const auto outcome = run({"rules", "test"});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(outcome.out == "11 passed, 0 failed\n");
    BOOST_TEST(run({"rules", "test", "TEA-02"}).out == "5 passed, 0 failed\n");
    BOOST_TEST(run({"rules", "test", "TEA"}).out == "11 passed, 0 failed\n");
    const auto verbose = run({"rules", "test", "TEA-02", "--verbose"}).out;
    const std::string file = data("rules/requirements/tea.xml");
    std::string expected;
    for (const std::string_view each :
         {"33: TEA-02 match", "34: TEA-02 match", "35: TEA-02 match", "38: TEA-02 near-miss", "39: TEA-02 near-miss"}) {
        expected += "ok   " + file + ":" + std::string(each) + "\n";
    }
    BOOST_TEST(verbose == expected + "5 passed, 0 failed\n");
}

BOOST_AUTO_TEST_CASE(examples_of_markers_are_run_as_well) {
    const Scratch scratch;
    const std::string rules = scratch.rules();
    const std::string matches =
        "<match>We <at>vow</at> it.</match><match>It is a vow.</match><match>Vows <at>were</at> made.</match>";
    const std::string near_misses = "<near-miss>A vowel.</near-miss><near-miss>He vows so.</near-miss>";
    const std::string file =
        scratch.file("rules/extraction/vows.xml", "<extraction><marker name=\"vow\"><pattern>vow</pattern>" + matches +
                                                      near_misses + "</marker></extraction>");
    const auto outcome = run({"rules", "test", "vow", "--rules", rules});
    BOOST_TEST(outcome.status == found);
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(outcome.out == "FAIL " + file + ":1: vow match: the evidence is not where <at> marks it\n" +
                                  "       evidence: “Vows”\n"
                                  "FAIL " +
                                  file + ":1: vow near-miss: it is found\n" +
                                  "       evidence: “vows”\n"
                                  "3 passed, 2 failed\n");
    BOOST_TEST(run({"rules", "test", "--rules", rules}).out.ends_with("14 passed, 2 failed\n"));
    BOOST_TEST(run({"rules", "test", "vows", "--rules", rules}).err ==
               "boardcheck: there is no requirement or theme 'vows'; did you mean vow?; boardcheck rules list names "
               "them all\n");
}

BOOST_AUTO_TEST_CASE(examples_that_do_not_behave_say_what_came_out) {
    const Scratch scratch;
    const std::string rules = scratch.rules();
    std::string text = slurp(rules + "/requirements/tea.xml");
    const auto replace = [&text](std::string_view from, std::string_view to) {
        text.replace(text.find(from), from.size(), to);
    };
    replace("standing=\"planned\" missing=\"milk\"", "standing=\"in-place\"");
    replace("<match standing=\"restated\">", "<match missing=\"milk\">");
    replace("The tea was cold.", "The tea was served cold.");
    replace("Coffee will replace tea at our meetings.", "We will have coffee.");
    replace("We have a tea board.", "<at>Hello.</at> We have a tea board.");
    scratch.file("rules/requirements/tea.xml", text);
    const auto outcome = run({"rules", "test", "--rules", rules});
    const std::string file = rules + "/requirements/tea.xml";
    BOOST_TEST(outcome.status == found);
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(outcome.out == "FAIL " + file + ":18: TEA-01 match (in-place): expected in-place, came out planned\n" +
                                  "       came out: planned, without: milk\n"
                                  "       evidence: “We will serve tea at all meetings.”\n"
                                  "FAIL " +
                                  file + ":19: TEA-01 match: expected to be missing: milk\n" +
                                  "       came out: restated\n"
                                  "       evidence: “The guide asks that tea be served with milk.”\n"
                                  "FAIL " +
                                  file + ":21: TEA-01 near-miss: expected silent, came out restated\n" +
                                  "       came out: restated, without: milk\n"
                                  "       evidence: “The tea was served cold.”\n"
                                  "FAIL " +
                                  file + ":23: TEA-01 contradicting: expected contradicted, came out silent\n" +
                                  "       came out: silent\n"
                                  "FAIL " +
                                  file + ":33: TEA-02 match: the evidence is not where <at> marks it\n" +
                                  "       came out: in-place\n"
                                  "       evidence: “We have a tea board.”\n"
                                  "6 passed, 5 failed\n");
}
