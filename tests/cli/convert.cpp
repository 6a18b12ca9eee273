// boardcheck convert: what is read of papers, for people and for programs.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "session.hpp"

using namespace boardcheck::cli;
using namespace boardcheck::cli::testing;

namespace {

constexpr const char* paper =
    "# The plan\n"
    "\n"
    "## 2. Next steps\n"
    "\n"
    "2.1 We will:\n"
    "\n"
    "- meet in public\n"
    "\n"
    "| Who | When |\n"
    "|---|---|\n"
    "| Chair | May |\n";

}  // namespace

BOOST_AUTO_TEST_CASE(every_block_is_shown_with_its_place_and_kind) {
    const Scratch scratch;
    const auto file = scratch.file("plan.md", paper);
    const auto outcome = run({"convert", file});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(outcome.out == file +
                                  ": markdown; 8 blocks\n"
                                  "    1  line 1       heading 1              The plan\n"
                                  "    2  line 3       heading 2              [2] Next steps\n"
                                  "    3  line 5       paragraph              [2.1] We will:\n"
                                  "    4  line 7       list_item 1            meet in public\n"
                                  "    5  line 9       table_cell 1.1.1 head  Who\n"
                                  "    6  line 9       table_cell 1.1.2 head  When\n"
                                  "    7  line 11      table_cell 1.2.1       Chair\n"
                                  "    8  line 11      table_cell 1.2.2       May\n");
}

BOOST_AUTO_TEST_CASE(programs_get_all_that_is_known_of_a_block) {
    const Scratch scratch;
    const auto outcome = run({"convert", scratch.file("plan.md", paper), "--format", "json"});
    BOOST_TEST(outcome.status == clean);
    const auto read = nlohmann::json::parse(outcome.out);
    BOOST_TEST(read["errors"].empty());
    const auto& item = read["papers"][0]["blocks"][3];
    BOOST_TEST(item["kind"] == "list_item");
    BOOST_TEST(item["level"] == 1);
    BOOST_TEST(item["text"] == "meet in public");
    BOOST_TEST(item["line"] == 7);
    BOOST_TEST(item["page"].is_null());
    BOOST_TEST((item["section"] == nlohmann::json{"The plan", "2 Next steps"}));
    const auto& cell = read["papers"][0]["blocks"][6]["cell"];
    BOOST_TEST(
        (cell == nlohmann::json{
                     {"table", 1}, {"row", 2}, {"column", 1}, {"row_span", 1}, {"column_span", 1}, {"header", false}}));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_said_and_the_rest_is_shown) {
    const Scratch scratch;
    const auto good = scratch.file("good.md", "Words.\n");
    const auto empty = scratch.file("empty.md", "");
    const auto outcome = run({"convert", empty, good});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.err == "boardcheck: " + empty + ": the file is empty; give a paper with text in it\n");
    BOOST_TEST(contains(outcome.out, "paragraph              Words.\n"), outcome.out);
    const auto read = nlohmann::json::parse(run({"convert", empty, good, "--format", "json"}).out);
    BOOST_TEST(read["errors"][0]["message"] == "the file is empty");
    BOOST_TEST(read["papers"].size() == 1U);
}

BOOST_AUTO_TEST_CASE(convert_needs_no_rules_and_writes_where_it_is_told) {
    const Scratch scratch;
    const auto file = scratch.file("plan.md", paper);
    const auto written = scratch.path("plan.txt");
    Environment environment;
    environment.rules = scratch.path("no-rules");
    const auto outcome = run({"convert", file, "--output", written}, environment);
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.out == "");
    BOOST_TEST(slurp(written) == run({"convert", file}).out);
}

BOOST_AUTO_TEST_CASE(the_limits_can_be_changed) {
    const Scratch scratch;
    const auto file = scratch.file("plan.md", std::string(2u << 20, 'a'));
    BOOST_TEST(run({"convert", file}).status == clean);
    const auto outcome = run({"convert", file, "--max-file-size", "1"});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.err == "boardcheck: " + file +
                                  ": the file has more than 1048576 bytes; split it, or check that it is a paper\n");
}
