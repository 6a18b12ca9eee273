// The JSON report: values that other tools rely on.
#include <boost/test/unit_test.hpp>

#include <nlohmann/json.hpp>

#include "sample.hpp"

using namespace boardcheck;
using namespace boardcheck::report;

namespace {

nlohmann::json report_of(const std::vector<Outcome>& papers) {
    return nlohmann::json::parse(json(papers, sample::catalogue(), {.version = "1.2.3"}));
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_requirement_is_listed_also_the_silent_ones) {
    const auto report = report_of({sample::transition_paper(), sample::bare_paper()});
    for (const auto& paper : report["papers"]) BOOST_TEST(paper["requirements"].size() == 6U);
    const auto& first = report["papers"][0]["requirements"];
    BOOST_TEST(first[2]["standing"].get<std::string>() == "contradicted");
    BOOST_TEST(first[3]["standing"].get<std::string>() == "in-place");
    BOOST_TEST(first[4]["standing"].get<std::string>() == "silent");
    BOOST_TEST(first[5]["standing"].get<std::string>() == "not-applicable");
}

BOOST_AUTO_TEST_CASE(what_is_unknown_is_null) {
    const auto report = report_of({sample::transition_paper(), sample::bare_paper()});
    const auto& paper = report["papers"][0];
    BOOST_TEST(paper["commitments"][1]["owner"].is_null());
    BOOST_TEST(paper["commitments"][1]["by"].is_null());
    BOOST_TEST(paper["commitments"][0]["condition"].is_null());
    BOOST_TEST(paper["structures"][1]["count"].is_null());
    BOOST_TEST(paper["findings"][1]["evidence"].is_null());
    BOOST_TEST(report["papers"][1]["meta"]["date"].is_null());
    BOOST_TEST(report["papers"][1]["as_at"].is_null());
}

BOOST_AUTO_TEST_CASE(evidence_has_its_place) {
    const auto report = report_of({sample::transition_paper()});
    const auto& evidence = report["papers"][0]["requirements"][2]["evidence"][0];
    BOOST_TEST(evidence["quote"].get<std::string>() == "an NHS ICS Board of eight");
    BOOST_TEST(evidence["location"]["paragraph"].get<std::string>() == "5.3");
    BOOST_TEST(evidence["location"]["line"].get<int>() == 14);
    BOOST_TEST(evidence["location"]["page"].get<int>() == 3);
    BOOST_TEST(evidence["location"]["slide"].is_null());
    BOOST_TEST(evidence["location"]["section"].size() == 3U);
    const auto length =
        evidence["location"]["end"].get<std::size_t>() - evidence["location"]["begin"].get<std::size_t>();
    BOOST_TEST(length == evidence["quote"].get<std::string>().size());
}

BOOST_AUTO_TEST_CASE(a_finding_says_what_it_is_about_and_why) {
    const auto report = report_of({sample::transition_paper()});
    const auto& findings = report["papers"][0]["findings"];
    BOOST_TEST(findings[4]["elsewhere"][0]["says"].get<std::string>() == "published");
    BOOST_TEST(findings[4]["elsewhere"][0]["file"].get<std::string>() == "papers/transition <final> & signed.md");
    BOOST_TEST(findings[4]["source"].get<std::string>() == "DF");
    BOOST_TEST(findings[0]["source"].is_null());
    BOOST_TEST(findings[0]["about"].get<std::string>() == "BOARD-03");
    BOOST_TEST(findings[0]["why"].get<std::string>() == "Contradicts BOARD-03.");
    BOOST_TEST(findings[5]["rule"].get<std::string>() == "form.no-implications");
    BOOST_TEST(findings[5]["about"].get<std::string>() == "no-implications");
    BOOST_TEST(findings[5]["why"] == findings[5]["message"]);
}

BOOST_AUTO_TEST_CASE(papers_that_could_not_be_read_are_errors) {
    const auto report = report_of({sample::unreadable()});
    BOOST_TEST(report["papers"].empty());
    BOOST_TEST(report["errors"].size() == 1U);
    BOOST_TEST(report["errors"][0]["file"].get<std::string>() == "scan.pdf");
    BOOST_TEST(report["errors"][0]["line"].is_null());
}

BOOST_AUTO_TEST_CASE(a_file_name_need_not_be_utf8) {
    const auto report = report_of({Error{"caf\xE9.txt", 0, "the file is empty", ""}});
    BOOST_TEST(report["errors"][0]["file"].get<std::string>() == "caf�.txt");
}
