// boardcheck rules docs: the rules as one page.
#include <boost/test/unit_test.hpp>

#include <set>

#include "session.hpp"

using namespace boardcheck::cli;
using namespace boardcheck::cli::testing;

namespace {

/// All values of an attribute, as written.
std::set<std::string> values_of(std::string_view page, const std::string& attribute) {
    std::set<std::string> values;
    const std::string before = " " + attribute + "=\"";
    for (auto at = page.find(before); at != page.npos; at = page.find(before, at + 1)) {
        const auto begin = at + before.size();
        values.emplace(page.substr(begin, page.find('"', begin) - begin));
    }
    return values;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_page_holds_all_that_the_rules_hold) {
    const auto outcome = run({"rules", "docs"});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.err == "");
    const auto begin = outcome.out.find("<body>"), end = outcome.out.find("<script>");
    std::string body = outcome.out.substr(begin, end - begin);
    const std::string version = std::string("Boardcheck ") + BOARDCHECK_VERSION;
    body.replace(body.find(version), version.size(), "Boardcheck VERSION");
    BOOST_TEST(body == slurp(data("docs-body.html")));
}

BOOST_AUTO_TEST_CASE(every_link_of_the_page_leads_somewhere_in_it) {
    const auto page = run({"rules", "docs", "--rules", std::string(PROJECT_ROOT) + "/rules"}).out;
    const auto ids = values_of(page, "id");
    const auto links = values_of(page, "href");
    BOOST_TEST(links.size() > 500U);
    for (const std::string& link : links) BOOST_TEST((link.starts_with("#") && ids.contains(link.substr(1))), link);
    for (const std::string_view outside : {"src=", "@import", "url("}) BOOST_TEST(!contains(page, outside), outside);
    BOOST_TEST(page.size() < 4'000'000U);
}

BOOST_AUTO_TEST_CASE(the_page_says_how_reliable_a_rule_is) {
    const Scratch scratch;
    const std::string rules = scratch.rules();
    std::string text = slurp(rules + "/requirements/tea.xml");
    const std::string title = "<title>Tea is served</title>";
    text.insert(text.find(title), "<reliability may=\"over-report\">Tea < coffee & \"cups\".</reliability>\n    ");
    text.replace(text.find("Tea < coffee &"), 14, "Tea &lt; coffee &amp;");
    text.replace(text.find("id=\"coffee\" "), 12, "id=\"coffee\" from=\"2021-07-06\" until=\"2022-03\" ");
    scratch.file("rules/requirements/tea.xml", text);
    scratch.file(
        "rules/measured.xml",
        "<measured papers=\"6\"><rule ref=\"TEA-01\" there=\"4\" found=\"3\" wrong=\"1\" standing=\"2\"/></measured>");
    const auto page = run({"rules", "docs", "--rules", rules}).out;
    for (const std::string_view part :
         {"<p>May report too much: Tea &lt; coffee &amp; &quot;cups&quot;.</p>",
          "4 say something on it, and 3 of these were found (recall 0.75); 1 more were taken to, wrongly (precision "
          "0.75). "
          "The standing was right in 2 of those found.",
          "<li>Tea is not coffee. (papers from 6 July 2021) (papers until March 2022)</li>"})
        BOOST_TEST(contains(page, part), part);
}

BOOST_AUTO_TEST_CASE(the_page_goes_to_a_file_or_into_a_folder) {
    const Scratch scratch;
    const auto page = run({"rules", "docs"}).out;
    BOOST_TEST(run({"rules", "docs", "--output", scratch.path("rules.html")}).out == "");
    BOOST_TEST(slurp(scratch.path("rules.html")) == page);
    BOOST_TEST(run({"rules", "docs", "--output", scratch.path()}).status == clean);
    BOOST_TEST(slurp(scratch.path("index.html")) == page);
    const auto outcome = run({"rules", "docs", "--output", scratch.path("gone/rules.html")});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.err == "boardcheck: " + scratch.path("gone/rules.html") +
                                  ": the report cannot be written here: No such file or directory; name a file in a "
                                  "folder that exists and that you may write to\n");
}
