// boardcheck extract: what papers declare, in each format, and where it goes.
#include <boost/test/unit_test.hpp>

#include <nlohmann/json.hpp>

#include "session.hpp"

using namespace boardcheck::cli;
using namespace boardcheck::cli::testing;

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kinds =
    "meta, structures, members, commitments, recommendations, citations, acronyms, cross-references, dates";
constexpr std::string_view mark = "\xEF\xBB\xBF";

}  // namespace

BOOST_AUTO_TEST_CASE(a_paper_is_listed_and_not_judged) {
    const auto outcome = run({"extract", data("papers/pack/contradicting.md")});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(contains(outcome.out, "1 paper read: "), outcome.out);
    BOOST_TEST(!contains(outcome.out, "TEA-01"), outcome.out);
}

BOOST_AUTO_TEST_CASE(programs_get_the_kinds_they_ask_for) {
    const auto outcome =
        run({"extract", data("papers"), "--format", "json", "--kind", "meta,commitments", "--kind", "dates"});
    BOOST_TEST(outcome.status == clean);
    const auto read = nlohmann::json::parse(outcome.out);
    BOOST_TEST(read["papers"].size() == 3U);
    for (const auto& paper : read["papers"]) {
        BOOST_TEST(paper.contains("meta"));
        BOOST_TEST(paper.contains("commitments"));
        BOOST_TEST(paper.contains("dates"));
        BOOST_TEST(!paper.contains("structures"));
        BOOST_TEST(!paper.contains("requirements"));
    }
}

BOOST_AUTO_TEST_CASE(one_table_goes_to_standard_output_or_a_file) {
    const Scratch scratch;
    const std::string file = scratch.path("titles.csv");
    const std::vector<std::string> words{"extract", data("papers/silent.md"), "--format", "csv", "--kind", "meta"};
    const auto shown = run(words);
    BOOST_TEST(shown.status == clean);
    BOOST_TEST(shown.err == "");
    BOOST_TEST(shown.out.starts_with(std::string(mark) + "file,title,date,body,"), shown.out);
    auto to_file = words;
    to_file.insert(to_file.end(), {"--output", file});
    BOOST_TEST(run(to_file).out == "");
    BOOST_TEST(slurp(file) == shown.out);
    to_file.back() = scratch.path();
    BOOST_TEST(run(to_file).status == clean);
    BOOST_TEST(slurp(scratch.path("meta.csv")) == shown.out);
}

BOOST_AUTO_TEST_CASE(several_tables_go_to_a_folder) {
    const Scratch scratch;
    const std::string folder = scratch.path("new/tables");
    const auto outcome = run({"extract", data("papers/silent.md"), "--format", "csv", "--output", folder});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.out == "");
    BOOST_TEST(outcome.err == "");
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    BOOST_TEST((names == std::vector<std::string>{"acronyms.csv", "citations.csv", "commitments.csv",
                                                  "cross-references.csv", "dates.csv", "members.csv", "meta.csv",
                                                  "recommendations.csv", "structures.csv"}));
    BOOST_TEST(
        slurp(folder + "/acronyms.csv")
            .starts_with(std::string(mark) + "paper,meeting_date,file,acronym,expansions,times,quote,place\r\n"));
}

BOOST_AUTO_TEST_CASE(several_tables_cannot_go_to_one_file) {
    const Scratch scratch;
    const std::string advice = "choose one with --kind, or name a folder with --output for a file of each\n";
    const auto shown = run({"extract", data("papers/silent.md"), "--format", "csv"});
    BOOST_TEST(shown.status == failed);
    BOOST_TEST(shown.out == "");
    BOOST_TEST(shown.err == "boardcheck: a CSV file holds one table, and 9 are asked for; " + advice);
    const std::string file = scratch.path("all.csv");
    const auto written =
        run({"extract", data("papers/silent.md"), "--format", "csv", "--kind", "dates,meta", "--output", file});
    BOOST_TEST(written.status == failed);
    BOOST_TEST(written.err == "boardcheck: " + file + ": a CSV file holds one table, and 2 are asked for; " + advice);
    BOOST_TEST(!fs::exists(file));
}

BOOST_AUTO_TEST_CASE(an_unknown_kind_is_named_with_its_neighbours) {
    const auto outcome = run({"extract", "a.md", "--kind", "meta,commitment"});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.err == "boardcheck: --kind cannot be 'commitment'; did you mean commitments?; it is one of " +
                                  std::string(kinds) + "\nRun boardcheck --help for usage.\n");
    const auto format = run({"extract", "a.md", "--format", "xlsx"});
    BOOST_TEST(format.status == failed);
    BOOST_TEST(format.err ==
               "boardcheck: --format cannot be 'xlsx'; it is one of csv, html, human, json\n"
               "Run boardcheck --help for usage.\n");
}

BOOST_AUTO_TEST_CASE(a_paper_that_cannot_be_read_does_not_stop_the_others) {
    const Scratch scratch;
    const std::string empty = scratch.file("empty.md", "");
    const auto outcome = run({"extract", empty, data("papers/silent.md"), "--kind", "commitments"});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.err == "boardcheck: " + empty + ": the file is empty; give a paper with text in it\n");
    BOOST_TEST(contains(outcome.out, "\n1 paper read, 1 not read: 0 commitments\n"), outcome.out);
}

BOOST_AUTO_TEST_CASE(files_that_are_left_out_are_named) {
    const Scratch scratch;
    scratch.file("a.md", "# Tea\n\nWe say nothing.\n");
    scratch.file("b.png", "\x89PNG");
    const auto outcome = run({"extract", scratch.path(), "--format", "csv", "--kind", "meta"});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.err == "boardcheck: " + scratch.path() + ": 1 file was left out, as it is no paper: b.png\n");
}

BOOST_AUTO_TEST_CASE(a_table_never_takes_the_place_of_a_paper) {
    const Scratch scratch;
    const std::string words = "# Tea\n\nWe say nothing.\n";
    const std::string paper = scratch.file("papers/meta.csv", words);
    const auto outcome =
        run({"extract", paper, "--format", "csv", "--kind", "meta,dates", "--output", scratch.path("papers")});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.err == "boardcheck: " + paper +
                                  ": the report would overwrite a paper that is to be checked; name another file with "
                                  "--output\n");
    BOOST_TEST(slurp(paper) == words);
    BOOST_TEST(!fs::exists(scratch.path("papers/dates.csv")));
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_made_is_said_so) {
    const Scratch scratch;
    const std::string folder = scratch.file("file", "words") + "/tables";
    const auto outcome = run({"extract", data("papers/silent.md"), "--format", "csv", "--output", folder});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.err == "boardcheck: " + folder +
                                  ": the folder cannot be made: Not a directory; name a folder in one that exists and "
                                  "that you may write to\n");
}

BOOST_AUTO_TEST_CASE(the_page_of_declarations_is_whole) {
    const auto outcome = run({"extract", data("papers"), "--format", "html"});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.out.starts_with("<!DOCTYPE html>"));
    BOOST_TEST(outcome.out.ends_with("</html>\n"));
    BOOST_TEST(contains(outcome.out, "<h1>3 board papers</h1>"));
}
