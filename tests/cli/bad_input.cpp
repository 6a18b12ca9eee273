// Input that cannot be used: what is said, what is still done, and the status.
#include <boost/test/unit_test.hpp>

#include <nlohmann/json.hpp>

#include "session.hpp"

using namespace boardcheck::cli;
using namespace boardcheck::cli::testing;

namespace {

constexpr std::string_view usage = "Run boardcheck --help for usage.\n";

/// A command line that is wrong says so in one line, and where help is.
void is_wrong(const std::vector<std::string>& arguments, const std::string& message) {
    const auto outcome = run(arguments);
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.out == "");
    BOOST_TEST(outcome.err == "boardcheck: " + message + "\n" + std::string(usage));
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_wrong_command_line_is_said_so) {
    is_wrong({}, "give a command: check, extract, compare, convert or rules");
    is_wrong({"check"}, "PATH is required; give it after the command");
    is_wrong({"chek", "a.md"},
             "there is no command 'chek'; did you mean check?; use one of check, extract, compare, convert, rules");
    is_wrong({"rules", "shwo", "A"}, "there is no command 'shwo'; use one of list, show, test, validate, new, docs");
    is_wrong({"check", "a.md", "--colours"},
             "The following argument was not expected: --colours; leave it out, or see the command's --help for what "
             "it takes");
    is_wrong({"check", "a.md", "--format", "pdf"}, "--format cannot be 'pdf'; it is one of html, human, json");
    is_wrong({"check", "a.md", "--fail-on", "always"},
             "--fail-on cannot be 'always'; it is one of error, never, note, warning");
    is_wrong({"check", "a.md", "--color", "red"}, "--color cannot be 'red'; it is one of always, auto, never");
    is_wrong({"check", "a.md", "--as-at", "2021-06-31"}, "--as-at cannot be '2021-06-31'; write a day like 2021-09-23");
    is_wrong({"check", "a.md", "--as-at", "July 2021"}, "--as-at cannot be 'July 2021'; write a day like 2021-09-23");
    is_wrong({"check", "a.md", "--as-at", "2021-07"}, "--as-at cannot be '2021-07'; write a day like 2021-09-23");
    is_wrong({"rules"}, "give a command of rules: list, show, test, validate, new or docs");
    is_wrong({"rules", "show"}, "ID is required; give it after the command");
    is_wrong({"rules", "list", "--format", "html"}, "--format cannot be 'html'; it is one of human, json");
}

BOOST_AUTO_TEST_CASE(an_unknown_profile_is_named_with_its_neighbours) {
    const auto outcome = run({"check", data("papers/silent.md"), "--profile", "stirct"});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.out == "");
    BOOST_TEST(outcome.err ==
               "boardcheck: there is no profile 'stirct'; did you mean strict?; use one of default, strict\n");
}

BOOST_AUTO_TEST_CASE(a_missing_file_does_not_stop_the_others) {
    const auto outcome = run({"check", "gone.md", data("papers/silent.md")});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.err == "boardcheck: gone.md: there is no such file; check the path\n");
    BOOST_TEST(contains(outcome.out, "gone.md\n  not read: there is no such file\n    mend: check the path\n"),
               outcome.out);
    BOOST_TEST(contains(outcome.out, "1 paper checked, 1 not read"), outcome.out);
}

BOOST_AUTO_TEST_CASE(papers_that_cannot_be_read_are_listed_with_the_reason) {
    const Scratch scratch;
    const std::string empty = scratch.file("empty.md", "");
    const std::string binary = scratch.file("binary.txt", std::string("\x7F"
                                                                      "ELF\0\0\0\1",
                                                                      8));
    std::filesystem::create_directory(scratch.path("folder"));
    const std::string folder = scratch.path("folder");
    const auto outcome = run({"check", empty, binary, folder, data("papers/pack/answered.md"), "--format", "json"});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(
        outcome.err ==
        "boardcheck: " + empty + ": the file is empty; give a paper with text in it\n" + "boardcheck: " + binary +
            ": not text: it is a program; convert it to Word, PDF, text or Markdown first\n" + "boardcheck: " + folder +
            ": there are no papers in the folder; put papers there (Word, PDF, HTML, text, ...), or name the files\n");
    const auto report = nlohmann::json::parse(outcome.out);
    BOOST_TEST(report["errors"].size() == 3U);
    BOOST_TEST(report["papers"].size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_paper_in_another_language_is_an_error_and_the_others_are_checked) {
    const Scratch scratch;
    const std::string welsh = scratch.file(
        "te.txt",
        "Bydd y pwyllgor yn cyfarfod bob mis i drafod y te a'r bara brith yn neuadd y pentref. Mae'r aelodau wedi "
        "gofyn am fwy o laeth, a bydd y trysorydd yn prynu tegell newydd cyn diwedd y flwyddyn.\n");
    const auto outcome = run({"check", welsh, data("papers/pack/answered.md")});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.err == "boardcheck: " + welsh +
                                  ": the paper is in Welsh; Boardcheck reads English; give the English version of the "
                                  "paper\n");
    BOOST_TEST(contains(outcome.out, welsh + "\n  not read: the paper is in Welsh; Boardcheck reads English\n"),
               outcome.out);
    BOOST_TEST(contains(outcome.out, "1 paper checked, 1 not read"), outcome.out);
}

BOOST_AUTO_TEST_CASE(a_report_that_cannot_be_written_is_said_so) {
    const Scratch scratch;
    const std::string target = scratch.path("no/such/folder.html");
    const auto outcome = run({"check", data("papers/silent.md"), "--output", target});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.err ==
               "boardcheck: " + target +
                   ": the report cannot be written here: No such file or directory; name a file in a folder "
                   "that exists and that you may write to\n");
    const auto folder = run({"check", data("papers/silent.md"), "--output", scratch.path()});
    BOOST_TEST(folder.status == failed);
    BOOST_TEST(folder.err ==
               "boardcheck: " + scratch.path() +
                   ": the report cannot be written here: it is a folder; name a file in a folder that exists "
                   "and that you may write to\n");
}

BOOST_AUTO_TEST_CASE(a_paper_is_not_overwritten_by_its_report) {
    const Scratch scratch;
    const std::string words = "# Tea\n\nWe say nothing.\n";
    const std::string paper = scratch.file("self.md", words);
    std::filesystem::create_symlink(paper, scratch.path("link.html"));
    std::filesystem::create_hard_link(paper, scratch.path("twin.html"));
    for (const std::string& output : {paper, scratch.path("link.html"), scratch.path("twin.html")}) {
        for (const std::string& input : {paper, scratch.path()}) {
            const auto outcome = run({"check", input, "--output", output});
            BOOST_TEST(outcome.status == failed);
            BOOST_TEST(outcome.out == "");
            BOOST_TEST(outcome.err == "boardcheck: " + output +
                                          ": the report would overwrite a paper that is to be checked; name another "
                                          "file with --output\n");
            BOOST_TEST(slurp(paper) == words);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_said_so) {
    const auto outcome = run({"check", data("papers/silent.md"), "--output", "/dev/full"});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(contains(outcome.err, "/dev/full: the report cannot be written here: No space left on device"),
               outcome.err);
}

BOOST_AUTO_TEST_CASE(rules_that_are_not_there_are_said_so) {
    const Scratch scratch;
    const auto named = run({"rules", "list", "--rules", "no/rules"});
    BOOST_TEST(named.status == failed);
    BOOST_TEST(
        named.err ==
        "boardcheck: no/rules: there is no folder of this name, which --rules gives for the rules; name the folder "
        "that holds sources.xml\n");
    const auto variable = run({"rules", "list"}, {.executable = {}, .rules = "no/rules"});
    BOOST_TEST(
        variable.err ==
        "boardcheck: no/rules: there is no folder of this name, which BOARDCHECK_RULES gives for the rules; name the "
        "folder that holds sources.xml\n");
    const auto empty = run({"rules", "list", "--rules", scratch.path()});
    BOOST_TEST(empty.status == failed);
    BOOST_TEST(empty.err == "boardcheck: " + scratch.path() +
                                ": the folder holds no rules (.xml files); name the folder with --rules or in "
                                "BOARDCHECK_RULES\n");
}

BOOST_AUTO_TEST_CASE(rules_are_looked_for_near_the_program) {
    const Scratch scratch;
    const auto list = [&] { return run_from(scratch.path("build/release/boardcheck"), {"rules", "list"}); };
    const auto before = list();
    BOOST_TEST(before.status == failed);
    BOOST_TEST(before.err == "boardcheck: no rules were found; looked in " + scratch.path("rules") + " and " +
                                 scratch.path("build/share/boardcheck/rules") +
                                 "; name the folder with --rules or in BOARDCHECK_RULES\n");
    scratch.rules();
    const auto after = list();
    BOOST_TEST(after.status == clean);
    BOOST_TEST(after.err == "");
}

BOOST_AUTO_TEST_CASE(every_fault_of_the_rules_is_reported_with_file_and_line) {
    const Scratch scratch;
    const std::string rules = scratch.rules();
    scratch.file("rules/sources.xml", "<sources>\n  <source id=\"TG\" colour=\"red\"/>\n</sources>\n");
    scratch.file("rules/lexicon/terms.xml", "<lexicon>\n  <trem/>\n</lexicon>\n");
    const auto outcome = run({"check", data("papers/silent.md"), "--rules", rules});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.out == "");
    BOOST_TEST(contains(outcome.err, "boardcheck: " + rules + "/sources.xml:2: "), outcome.err);
    BOOST_TEST(contains(outcome.err, "boardcheck: " + rules + "/lexicon/terms.xml:2: "), outcome.err);
}
