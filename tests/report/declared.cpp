// The declarations alone: what the golden files cannot say.
#include <boost/test/unit_test.hpp>

#include <nlohmann/json.hpp>

#include "report/wording.hpp"
#include "sample.hpp"

using namespace boardcheck;
using namespace boardcheck::report;

namespace {

const std::vector<Kind> all(kinds.begin(), kinds.end());

/// A paper that says the same of everything.
Paper paper_that_says(const std::string& words) {
    Paper paper = sample::transition_paper();
    extract::Declarations& declared = paper.declarations;
    declared.meta.title = declared.meta.body = declared.meta.purpose = declared.meta.agenda_item = words;
    declared.meta.authors = {{words, words}};
    declared.meta.contacts = {words};
    for (extract::Structure& each : declared.structures) {
        each.name = each.kind = each.acronym = each.chair = each.population = each.starts = words;
        each.aliases = each.functions = {words};
        for (extract::Member& member : each.members) member.role = member.name = words;
    }
    for (extract::Commitment& each : declared.commitments)
        each.owner = each.action = each.by = each.deadline = each.condition = words;
    for (extract::Recommendation& each : declared.recommendations) each.item = each.body = each.number = words;
    for (extract::Citation& each : declared.citations) each.title = each.kind = each.section = words;
    for (extract::Acronym& each : declared.acronyms) each.acronym = words, each.expansions = {words};
    for (extract::CrossReference& each : declared.references) each.number = each.title = words;
    for (extract::DateValue& each : declared.dates) each.text = each.iso = each.fault = words;
    return paper;
}

}  // namespace

BOOST_AUTO_TEST_CASE(tables_keep_to_the_width) {
    const std::string long_word(200, 'w');
    for (const std::size_t width : {70U, 80U, 132U}) {
        BOOST_TEST(sample::widest_line(declared_human({sample::transition_paper()}, all, {.width = width})) <= width);
        // Text outside tables keeps its long words whole; what stands in cells is broken.
        Paper paper = sample::transition_paper();
        paper.declarations.commitments[0].action = long_word;
        BOOST_TEST(sample::widest_line(declared_human({paper}, {Kind::commitments}, {.width = width})) <= width);
    }
}

BOOST_AUTO_TEST_CASE(a_paper_cannot_steer_the_terminal_through_its_declarations) {
    const auto report = declared_human({paper_that_says("\x1b[31m\u202e\n")}, all, {});
    BOOST_TEST(report.find('\x1b') == std::string::npos);
    BOOST_TEST(report.find("\u202e") == std::string::npos);
    BOOST_TEST(report.find("�[31m�") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_a_paper_declares_stays_text) {
    const auto report = declared_html({paper_that_says("</td><script>alert(1)</script>\" onload=\"x")}, all, {});
    BOOST_TEST(report.find("<script") == std::string::npos);
    BOOST_TEST(report.find("onload=\"") == std::string::npos);
    BOOST_TEST(report.find("&lt;script&gt;") != std::string::npos);
    BOOST_TEST(report.find("&amp;lt;") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(only_the_kinds_that_are_chosen_are_written) {
    const auto paper = sample::transition_paper();
    const auto text = declared_human({paper}, {Kind::acronyms}, {});
    BOOST_TEST(text.find("Acronyms (2)") != std::string::npos);
    BOOST_TEST(text.find("Commitments") == std::string::npos);
    BOOST_TEST(text.find("1 paper read: 2 acronyms\n") != std::string::npos);
    const auto page = declared_html({paper}, {Kind::meta, Kind::commitments}, {});
    BOOST_TEST(page.find("<h3 id=\"paper-1-commitments\">") != std::string::npos);
    BOOST_TEST(page.find("<h3 id=\"paper-1-acronyms\">") == std::string::npos);
    BOOST_TEST(page.find("class=\"filter\"") == std::string::npos);
    const auto json = nlohmann::json::parse(declared_json({paper}, {Kind::dates, Kind::members}, {}));
    BOOST_TEST(json["papers"][0].size() == 6U);
    BOOST_TEST(json["papers"][0]["dates"].size() == 3U);
    BOOST_TEST(json["papers"][0]["structures"][0]["members"].size() == 2U);
}

BOOST_AUTO_TEST_CASE(what_is_not_said_is_null) {
    const auto json = nlohmann::json::parse(declared_json({sample::bare_paper()}, all, {}));
    const auto& meta = json["papers"][0]["meta"];
    for (const auto* name : {"title", "date", "body", "purpose", "agenda_item", "classification", "format"})
        BOOST_TEST(meta[name].is_null(), name);
    BOOST_TEST(meta["authors"].empty());
}

BOOST_AUTO_TEST_CASE(a_cross_reference_says_where_it_leads) {
    const auto json = nlohmann::json::parse(declared_json({sample::transition_paper()}, {Kind::cross_references}, {}));
    const auto& references = json["papers"][0]["cross_references"];
    BOOST_TEST(references[0]["target"]["quote"] == "The Board");
    BOOST_TEST(references[0]["target"]["location"]["line"] == 10);
    BOOST_TEST(references[1]["target"].is_null());
}

BOOST_AUTO_TEST_CASE(periods_are_in_words) {
    BOOST_TEST(long_period("") == "");
    BOOST_TEST(long_period("2021-10-29") == "29 October 2021");
    BOOST_TEST(long_period("2021-10") == "October 2021");
    BOOST_TEST(long_period("2021") == "2021");
    BOOST_TEST(long_period("2021-Q4") == "October to December 2021");
    BOOST_TEST(long_period("2021-Q5") == "2021-Q5");
    BOOST_TEST(long_period("2021-autumn") == "autumn 2021");
    BOOST_TEST(long_period("2021/2022") == "2021/22");
    BOOST_TEST(long_period("2021-07-20/2022-05") == "20 July 2021 to May 2022");
    BOOST_TEST(long_period("2021-Q1/2021-Q2") == "January to March 2021 to April to June 2021");
    BOOST_TEST(long_period("a/b/c") == "a/b/c");
    BOOST_TEST(long_period("2021-07/") == "2021-07/");
}
