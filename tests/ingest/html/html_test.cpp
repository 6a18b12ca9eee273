// Pages: what each kind of markup is read into, and how long hostile ones take.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "../../support/stopwatch.hpp"
#include "../cases.hpp"
#include "../invariants.hpp"

namespace boardcheck::test {

namespace data = boost::unit_test::data;

namespace {

ingest::Document read(const std::string& page) {
    auto document = ingest::ingest("page.html", page);
    if (!document) throw std::runtime_error(to_string(document.error()));
    return std::move(*document);
}

std::string words(const std::string& page) { return read(page).text; }

}  // namespace

BOOST_DATA_TEST_CASE(a_page_is_read_into_the_blocks_of_its_case, data::make(case_names()), name) {
    const Case contents = read_case(name);
    const auto document = ingest::ingest("page.html", contents.paper);
    BOOST_REQUIRE(document);
    BOOST_CHECK(document->format == ingest::Format::html);
    BOOST_TEST(describe(*document) == reviewed_blocks(name, describe(*document)));
    BOOST_TEST(broken_invariant(*document, contents.paper) == "");
}

BOOST_AUTO_TEST_CASE(the_charset_is_that_of_the_bytes_then_that_of_the_page) {
    BOOST_TEST(words("\xEF\xBB\xBF<html><body>caf\xC3\xA9</body>") == "caf\xC3\xA9");
    BOOST_TEST(words("<html><meta charset=iso-8859-1><body>caf\xC3\xA9</body>") == "caf\xC3\xA9");
    BOOST_TEST(words("<html><meta http-equiv=Content-Type content='text/html; charset=windows-1252'><body>\x93"
                     "caf\xE9\x94") ==
               "\xE2\x80\x9C"
               "caf\xC3\xA9\xE2\x80\x9D");
    BOOST_TEST(words("<html><meta charset=\"iso-8859-2\"><body>\xB3\xF3"
                     "d\xBC") ==
               "\xC5\x82\xC3\xB3"
               "d\xC5\xBA");
    const auto unnamed = read("<html><body>caf\xE9");
    BOOST_TEST(unnamed.text == "caf\xC3\xA9");
    BOOST_REQUIRE(unnamed.notices.size() == 1u);
    BOOST_TEST(unnamed.notices.front().message == "byte 0xE9 is not valid UTF-8; such bytes were read as Windows-1252");
}

BOOST_AUTO_TEST_CASE(the_head_tells_title_author_and_dates) {
    const auto document = read(
        "<html><head><title> Minutes\n of May </title><meta name=author content='Ruth Ames'>"
        "<meta name=created content='2021-05-04T10:00:00'><meta name=dcterms.modified content=2021-05-06></head>Words");
    BOOST_TEST(document.properties.title == "Minutes of May");
    BOOST_TEST(document.properties.author == "Ruth Ames");
    BOOST_TEST(to_string(document.properties.created.value()) == "2021-05-04");
    BOOST_TEST(to_string(document.properties.modified.value()) == "2021-05-06");
}

BOOST_AUTO_TEST_CASE(tracked_changes_are_told) {
    const auto document = read("<html><body><p>The <del>shadow</del> <ins>joint</ins> board</p></body>");
    BOOST_TEST(document.text == "The joint board");
    BOOST_TEST(document.tracked_changes);
    BOOST_REQUIRE(document.notices.size() == 1u);
    BOOST_TEST(document.notices.front().message ==
               "the page has tracked changes: insertions were read, deletions were not");
}

BOOST_AUTO_TEST_CASE(a_page_without_words_is_an_error) {
    const auto document = ingest::ingest("page.html", "<html><body><script>draw()</script></body></html>");
    BOOST_REQUIRE(!document);
    BOOST_TEST(to_string(document.error()) ==
               "page.html: there are no words in the file; give a paper with text in it");
}

BOOST_AUTO_TEST_CASE(deep_tables_keep_all_their_words) {
    std::string page = "<html><body>";
    for (int i = 0; i < 20'000; ++i) page += "<table><tr><td>w" + std::to_string(i) + " ";
    const auto document = read(page);
    for (int i = 0; i < 20'000; i += 111) {
        BOOST_TEST((document.text.find("w" + std::to_string(i)) != std::string::npos), i);
    }
    BOOST_TEST(broken_invariant(document, page) == "");
}

BOOST_AUTO_TEST_CASE(hostile_pages_take_linear_time) {
    constexpr std::size_t many = 60'000;
    std::string attributes = "<p";
    for (std::size_t i = 0; i < many; ++i) attributes += " a" + std::to_string(i);
    std::string formatting;
    for (std::size_t i = 0; i < many / 4; ++i) formatting += "<b id=" + std::to_string(i) + ">";
    const std::vector<std::string> pages{repeated("<div>", many),
                                         repeated("<table><tr><td>", many / 3),
                                         repeated("<div><table><td></div>", many / 3),
                                         repeated("<ul><li>", many),
                                         repeated("<script", many),
                                         repeated("<!--", many),
                                         repeated("<title>", many),
                                         repeated("<svg>", many),
                                         repeated("</p>", many),
                                         repeated("<p>a", many),
                                         repeated("<td colspan=1000 rowspan=60000>a", many / 4),
                                         repeated("<span style='a:b;c:d'>a", many / 4),
                                         repeated("<a href=#x id=x>a</a>", many / 4),
                                         attributes + ">",
                                         formatting + repeated("<p>a", many / 4)};
    for (const std::string& page : pages) {
        const Stopwatch watch;
        const auto document = ingest::ingest("page.html", "<html><body>" + page + "the end");
        const double taken = watch.seconds();
        BOOST_TEST((!document || document->text.ends_with("the end") || page.starts_with("<script")),
                   page.substr(0, 30));
        BOOST_TEST(taken < 10.0, page.substr(0, 30));
        BOOST_TEST_MESSAGE(page.substr(0, 30) << ": " << taken << " s");
    }
}

}  // namespace boardcheck::test
