// The report for a terminal: what the golden file cannot say.
#include <boost/test/unit_test.hpp>

#include "report/wording.hpp"
#include "sample.hpp"

using namespace boardcheck;
using namespace boardcheck::report;

namespace {

std::string report_of(std::vector<Outcome> papers, Options options = {}) {
    return human(papers, sample::catalogue(), options);
}

}  // namespace

BOOST_AUTO_TEST_CASE(no_papers_are_said_so) { BOOST_TEST(report_of({}).find("0 papers checked") != std::string::npos); }

BOOST_AUTO_TEST_CASE(lines_keep_to_the_width) {
    for (const std::size_t width : {40U, 60U, 100U}) {
        const auto report = report_of({sample::transition_paper(), sample::unreadable()}, {.width = width});
        BOOST_TEST(sample::widest_line(report) <= width);
    }
}

BOOST_AUTO_TEST_CASE(a_paper_cannot_steer_the_terminal) {
    auto paper = sample::transition_paper();
    paper.document.file = "\x1b[2J.md";
    paper.declarations.meta.title = "Title\x1b[31m\u202e";
    const auto report = report_of({paper, Error{"\x1b.md", 0, "bad\x07", ""}});
    BOOST_TEST(report.find('\x1b') == std::string::npos);
    BOOST_TEST(report.find('\x07') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(colour_is_added_only_on_request) {
    const auto plain = report_of({sample::transition_paper()});
    auto coloured = report_of({sample::transition_paper()}, {.colour = true});
    BOOST_TEST(plain.find('\x1b') == std::string::npos);
    BOOST_TEST(coloured.find('\x1b') != std::string::npos);
    for (std::size_t at = 0; (at = coloured.find('\x1b')) != std::string::npos;) {
        coloured.erase(at, coloured.find('m', at) - at + 1);
    }
    BOOST_TEST(coloured == plain);
}

BOOST_AUTO_TEST_CASE(dates_are_as_precise_as_known) {
    BOOST_TEST(long_date({2021, 7, 20}) == "20 July 2021");
    BOOST_TEST(long_date({2021, 7, 0}) == "July 2021");
    BOOST_TEST(long_date({2021, 0, 0}) == "2021");
}

BOOST_AUTO_TEST_CASE(a_theme_without_title_is_called_by_its_id) {
    BOOST_TEST(theme_title(sample::catalogue(), "BOARD") == "The board");
    BOOST_TEST(theme_title(sample::catalogue(), "PART") == "PART");
}
