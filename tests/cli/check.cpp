// boardcheck check: statuses, formats, where the report goes.
#include <boost/test/unit_test.hpp>

#include <nlohmann/json.hpp>

#include "session.hpp"

using namespace boardcheck::cli;
using namespace boardcheck::cli::testing;

namespace {

nlohmann::json json_of(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--format", "json"});
    return nlohmann::json::parse(run(arguments).out);
}

std::string standing_of(const nlohmann::json& report, std::size_t paper, std::size_t requirement) {
    return report["papers"][paper]["requirements"][requirement]["standing"];
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_paper_that_answers_is_clean) {
    const auto outcome = run({"check", data("papers/pack/answered.md")});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(contains(outcome.out, "2 requirements: "), outcome.out);
    BOOST_TEST(contains(outcome.out, "1 paper checked, 0 errors, 0 warnings"), outcome.out);
}

BOOST_AUTO_TEST_CASE(a_contradiction_is_found) {
    const auto outcome = run({"check", data("papers/pack/contradicting.md")});
    BOOST_TEST(outcome.status == found);
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(
        contains(outcome.out, "Contradicts the guidance (1)\n  error TEA-01 Tea is served\n    Tea is not coffee.\n"),
        outcome.out);
}

BOOST_AUTO_TEST_CASE(the_threshold_decides_the_status) {
    const std::string paper = data("papers/silent.md");
    BOOST_TEST(run({"check", paper}).status == clean);
    BOOST_TEST(run({"check", paper, "--fail-on", "warning"}).status == found);
    BOOST_TEST(run({"check", paper, "--fail-on", "note"}).status == found);
    BOOST_TEST(run({"check", paper, "--profile", "strict"}).status == found);
    BOOST_TEST(run({"check", paper, "--profile", "strict", "--fail-on", "never"}).status == clean);
}

BOOST_AUTO_TEST_CASE(papers_of_a_folder_are_in_order) {
    const auto report = json_of({"check", data("papers")});
    BOOST_TEST(report["papers"].size() == 3U);
    BOOST_TEST(report["papers"][0]["file"].get<std::string>() == data("papers/pack/answered.md"));
    BOOST_TEST(report["papers"][1]["file"].get<std::string>() == data("papers/pack/contradicting.md"));
    BOOST_TEST(report["papers"][2]["file"].get<std::string>() == data("papers/silent.md"));
    BOOST_TEST(standing_of(report, 0, 0) == "planned");
    BOOST_TEST(standing_of(report, 1, 0) == "contradicted");
    BOOST_TEST(standing_of(report, 2, 0) == "silent");
    BOOST_TEST(run({"check", data("papers"), "--format", "json"}).out ==
               run({"check", data("papers"), "--format", "json"}).out);
}

BOOST_AUTO_TEST_CASE(files_of_a_folder_that_are_left_out_are_named) {
    const Scratch scratch;
    scratch.file("a.md", "# Tea\n\nWe say nothing.\n");
    scratch.file("b.png", "\x89PNG");
    const std::string said = scratch.path() + ": 1 file was left out, as it is no paper: b.png\n";
    const auto outcome = run({"check", scratch.path()}, {.executable = {}, .rules = {}, .width = 200});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.err == "boardcheck: " + said);
    BOOST_TEST(contains(outcome.out, "\n" + said), outcome.out);
    const auto report = json_of({"check", scratch.path()});
    BOOST_TEST(report["papers"].size() == 1U);
    BOOST_TEST(report["notices"][0]["file"].get<std::string>() == scratch.path());
}

BOOST_AUTO_TEST_CASE(the_day_of_judgement_can_be_set) {
    const auto before = json_of({"check", data("papers/silent.md"), "--as-at", "2021-01-31"});
    BOOST_TEST(standing_of(before, 0, 0) == "not-applicable");
    BOOST_TEST(before["papers"][0]["as_at"].get<std::string>() == "2021-01-31");
    const auto after = json_of({"check", data("papers/silent.md"), "--as-at", "2021-12-31"});
    BOOST_TEST(standing_of(after, 0, 0) == "silent");
}

BOOST_AUTO_TEST_CASE(the_report_can_go_to_a_file) {
    const Scratch scratch;
    const std::string target = scratch.file("report.html", "old");
    const auto outcome = run({"check", data("papers/silent.md"), "--format", "html", "--output", target});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.out == "");
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(slurp(target).starts_with("<!DOCTYPE html>"));
    BOOST_TEST(std::distance(std::filesystem::directory_iterator(scratch.path()), {}) == 1);
}

BOOST_AUTO_TEST_CASE(a_link_to_a_report_stays_a_link) {
    const Scratch scratch;
    const std::string target = scratch.file("report.txt", "old");
    std::filesystem::create_symlink(target, scratch.path("link.txt"));
    BOOST_TEST(run({"check", data("papers/silent.md"), "--output", scratch.path("link.txt")}).status == clean);
    BOOST_TEST(std::filesystem::is_symlink(scratch.path("link.txt")));
    BOOST_TEST(contains(slurp(target), "1 paper checked"));
}

BOOST_AUTO_TEST_CASE(a_device_is_written_to_and_not_replaced) {
    BOOST_TEST(run({"check", data("papers/silent.md"), "--output", "/dev/null"}).status == clean);
    BOOST_TEST(std::filesystem::is_character_file("/dev/null"));
}

BOOST_AUTO_TEST_CASE(colour_follows_option_terminal_and_variable) {
    const std::string paper = data("papers/silent.md");
    const auto coloured = [&](std::vector<std::string> options, Environment environment) {
        options.insert(options.begin(), {"check", paper});
        return contains(run(options, environment).out, "\x1b[");
    };
    const Environment pipe, terminal{.executable = {}, .rules = {}, .no_colour = false, .out_terminal = true};
    const Environment no_colour{.executable = {}, .rules = {}, .no_colour = true, .out_terminal = true};
    BOOST_TEST(!coloured({}, pipe));
    BOOST_TEST(coloured({}, terminal));
    BOOST_TEST(!coloured({}, no_colour));
    BOOST_TEST(!coloured({"--color", "never"}, terminal));
    BOOST_TEST(coloured({"--color", "always"}, no_colour));
    BOOST_TEST(coloured({"--colour", "always"}, pipe));
}
