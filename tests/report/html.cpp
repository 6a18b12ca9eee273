// The HTML reports: what must hold of them whatever the papers say.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <regex>

#include "report/html_parts.hpp"
#include "sample.hpp"

using namespace boardcheck;
using namespace boardcheck::report;

namespace {

std::string report_of(const std::vector<Outcome>& papers) {
    return html(papers, sample::catalogue(), {.version = "1.2.3"});
}

std::string declarations_of(const std::vector<Outcome>& papers) {
    return declared_html(papers, {kinds.begin(), kinds.end()}, {.version = "1.2.3"});
}

std::vector<std::string> all(const std::string& text, const std::string& pattern) {
    const std::regex regex(pattern);
    std::vector<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at) found.push_back((*at)[1]);
    return found;
}

std::size_t occurrences(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size()) ++count;
    return count;
}

struct Page {
    std::string name;
    std::string (*write)(const std::vector<Outcome>&);
};
std::ostream& operator<<(std::ostream& out, const Page& page) { return out << page.name; }
const std::vector<Page> pages{{"gap report", report_of}, {"declarations", declarations_of}};

}  // namespace

BOOST_DATA_TEST_CASE(the_page_needs_no_network_and_no_script, boost::unit_test::data::make(pages), page) {
    const auto report = page.write({sample::transition_paper(), sample::unreadable()});
    BOOST_TEST(report.find("http:") == std::string::npos);
    BOOST_TEST(report.find("https:") == std::string::npos);
    BOOST_TEST(report.find("<script") == std::string::npos);
    BOOST_TEST(report.find("url(") == std::string::npos);
    BOOST_TEST(report.find("@import") == std::string::npos);
    BOOST_TEST(report.find("default-src 'none'") == std::string::npos);  // escaped, as all attributes are
    BOOST_TEST(report.find("default-src &#39;none&#39;") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_a_paper_says_stays_text) {
    auto paper = sample::transition_paper();
    const std::string attack = "</title><script>alert(1)</script>\" onload=\"x";
    paper.document.file = attack;
    extract::Meta& meta = paper.declarations.meta;
    meta.title = meta.body = meta.purpose = attack;
    meta.authors = {{attack, attack}};
    paper.declarations.commitments[0].owner = attack;
    paper.declarations.structures[0].name = attack;
    paper.document.notices[0].message = attack;
    paper.assessment.findings[0].mend = attack;
    paper.assessment.requirements[1].missing = {attack};
    const auto report = report_of({paper, Error{attack, 0, attack, attack}});
    BOOST_TEST(report.find("<script") == std::string::npos);
    BOOST_TEST(report.find("onload=\"") == std::string::npos);
    BOOST_TEST(occurrences(report, "&lt;script&gt;") >= 12U);
    BOOST_TEST(report.find("&amp;lt;") == std::string::npos);
}

BOOST_DATA_TEST_CASE(headings_leave_no_level_out, boost::unit_test::data::make(pages), page) {
    const auto levels = all(page.write({sample::transition_paper(), sample::bare_paper()}), "<h([1-6])");
    BOOST_TEST(levels.front() == "1");
    for (std::size_t i = 1; i < levels.size(); ++i) {
        BOOST_TEST(std::stoi(levels[i]) <= std::stoi(levels[i - 1]) + 1);
        BOOST_TEST(levels[i] != "1");
    }
}

BOOST_DATA_TEST_CASE(links_lead_somewhere_and_ids_are_unique, boost::unit_test::data::make(pages), page) {
    const auto report = page.write({sample::transition_paper(), sample::bare_paper()});
    auto ids = all(report, " id=\"([^\"]*)\"");
    for (const auto& link : all(report, "href=\"#([^\"]*)\"")) {
        BOOST_TEST((std::find(ids.begin(), ids.end(), link) != ids.end()), link);
    }
    std::sort(ids.begin(), ids.end());
    BOOST_TEST((std::adjacent_find(ids.begin(), ids.end()) == ids.end()));
}

BOOST_DATA_TEST_CASE(tables_have_captions_and_scopes, boost::unit_test::data::make(pages), page) {
    const auto report = page.write({sample::transition_paper(), sample::bare_paper()});
    BOOST_TEST(occurrences(report, "<table") == occurrences(report, "<caption"));
    BOOST_TEST(occurrences(report, "<th") - occurrences(report, "<thead") == occurrences(report, " scope=\""));
}

BOOST_AUTO_TEST_CASE(several_papers_are_set_side_by_side) {
    BOOST_TEST(report_of({sample::transition_paper()}).find("Requirement by paper") == std::string::npos);
    BOOST_TEST(report_of({sample::transition_paper(), sample::bare_paper()}).find("Requirement by paper") !=
               std::string::npos);
}
