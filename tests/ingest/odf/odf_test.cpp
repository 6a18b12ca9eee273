// OpenDocument texts and presentations: what their parts are read into, and how damage is told.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "../../support/stopwatch.hpp"
#include "../cases.hpp"
#include "../invariants.hpp"
#include "../office/zipped.hpp"

namespace boardcheck::test {

namespace data = boost::unit_test::data;

namespace {

Parts text_with(const std::string& body) {
    return {{"mimetype", "application/vnd.oasis.opendocument.text"},
            {"content.xml", "<office:document-content><office:body><office:text>" + body +
                                "</office:text></office:body></office:document-content>"}};
}

Result<ingest::Document> read(const Parts& parts) { return ingest::ingest("moor.odt", zipped(parts)); }

ingest::Document paper(const std::string& name) {
    const auto contents = read_case(name);
    auto document = read(parts_in(contents.paper));
    if (!document) throw std::runtime_error(to_string(document.error()));
    return std::move(*document);
}

std::string error_of(const Parts& parts) {
    const auto document = read(parts);
    return document ? "no error" : to_string(document.error());
}

using Messages = std::vector<std::string>;

}  // namespace

BOOST_DATA_TEST_CASE(a_file_is_read_into_the_blocks_of_its_case, data::make(case_names()), name) {
    const Case contents = read_case(name);
    const auto document = read(parts_in(contents.paper));
    BOOST_REQUIRE(document);
    BOOST_TEST(describe(*document) == reviewed_blocks(name, describe(*document)));
    BOOST_TEST(broken_invariant(*document, {}) == "");
}

BOOST_AUTO_TEST_CASE(the_kind_of_the_file_is_told) {
    BOOST_CHECK(paper("lists.case").format == ingest::Format::odt);
    BOOST_CHECK(paper("slides.case").format == ingest::Format::odp);
}

BOOST_AUTO_TEST_CASE(merged_cells_are_told_once_with_their_spans) {
    const auto document = paper("tables.case");
    BOOST_TEST(document.blocks[0].column_span == 2U);
    BOOST_TEST(document.blocks[0].row_span == 1U);
    BOOST_TEST(document.blocks[2].column_span == 1U);
    BOOST_TEST(document.blocks[2].row_span == 2U);
}

BOOST_AUTO_TEST_CASE(what_the_file_says_of_itself_is_kept) {
    const auto document = paper("tracked-changes-and-contents.case");
    BOOST_TEST(document.properties.title == "The moor");
    BOOST_TEST(document.properties.author == "A. Clerk");
    BOOST_REQUIRE(document.properties.created);
    BOOST_TEST(to_string(*document.properties.created) == "2020-02-03");
    BOOST_REQUIRE(document.properties.modified);
    BOOST_TEST(to_string(*document.properties.modified) == "2021-02-03");
}

BOOST_AUTO_TEST_CASE(what_was_not_read_is_told) {
    const auto changed = paper("tracked-changes-and-contents.case");
    BOOST_TEST(changed.tracked_changes);
    BOOST_TEST(notices_of(changed) == Messages{"the paper has tracked changes: insertions are read, deletions are not"},
               boost::test_tools::per_element());
    BOOST_TEST(notices_of(paper("in-the-line.case")) == Messages{"words that are marked as hidden were left out"},
               boost::test_tools::per_element());
    BOOST_TEST(notices_of(paper("slides.case")) == Messages{"hidden slides are read, and marked so: 2"},
               boost::test_tools::per_element());
    Parts parts = text_with("<text:p>Words.</text:p>");
    parts.emplace_back("Basic/Standard/Module1.xml", "<a/>");
    parts.emplace_back("styles.xml", "<a>");
    const auto document = read(parts);
    BOOST_REQUIRE(document);
    BOOST_TEST(notices_of(*document) ==
                   (Messages{"styles.xml was left out: the part styles.xml is damaged XML: Start-end tags mismatch "
                             "(byte 2)",
                             "the file has macros, which are never run"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_read_is_an_error) {
    Parts parts = text_with("<text:p>Words.</text:p>");
    parts.emplace_back("META-INF/manifest.xml",
                       "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
                       "</manifest:manifest>");
    BOOST_TEST(error_of(parts) ==
               "moor.odt: the file is protected with a password; save it without a password, and give that");
    BOOST_TEST(error_of({{"mimetype", "application/vnd.oasis.opendocument.text"}}) ==
               "moor.odt: the file has no part content.xml; open it in the program that made it, and save it again");
    BOOST_TEST(error_of(text_with("<text:p>Words.")) ==
               "moor.odt: the part content.xml is damaged XML: Start-end tags mismatch (byte 67); open it in the "
               "program that made it, and save it again");
    BOOST_TEST(error_of(text_with("")) == "moor.odt: there are no words in the file; give a paper with text in it");
}

// Each is nested or repeated as no paper is. Bounded with room for a slow machine and for sanitizers.
BOOST_AUTO_TEST_CASE(hostile_files_take_time_in_proportion) {
    constexpr std::size_t deep = 20'000;
    const std::string cell = "<table:table><table:table-row><table:table-cell><text:p>a</text:p>";
    const std::string end = "</table:table-cell></table:table-row></table:table>";
    const std::vector<std::string> bodies{
        repeated(cell, deep) + repeated(end, deep),
        repeated("<text:list><text:list-item><text:p>a</text:p>", deep) +
            repeated("</text:list-item></text:list>", deep),
        repeated("<text:p>a<draw:frame><draw:text-box>", deep) +
            repeated("</draw:text-box></draw:frame></text:p>", deep),
        "<text:p>" + repeated("<text:span>a", deep) + repeated("</text:span>", deep) + "</text:p>",
        repeated("<text:section>", deep) + "<text:p>a</text:p>" + repeated("</text:section>", deep),
        "<table:table>" +
            repeated("<table:table-row table:number-rows-repeated='1000000'><table:table-cell "
                     "table:number-columns-repeated='1000000'><text:p>a</text:p></table:table-cell>"
                     "</table:table-row>",
                     1000) +
            "</table:table>",
        repeated(
            "<text:list><text:list-item text:start-value='2000000000'><text:p>a</text:p></text:list-item></text:list>",
            deep)};
    for (const std::string& body : bodies) {
        const Stopwatch watch;
        const auto document = read(text_with(body));
        const double taken = watch.seconds();
        BOOST_REQUIRE(document);
        BOOST_TEST(broken_invariant(*document, {}) == "");
        BOOST_TEST(taken < 10.0);
    }
}

BOOST_AUTO_TEST_CASE(tables_deeper_than_the_limit_lose_no_words) {
    ingest::Limits limits;
    limits.depth = 2;
    const std::string cell = "<table:table><table:table-row><table:table-cell><text:p>a</text:p>";
    const std::string end = "<text:p>z</text:p></table:table-cell></table:table-row></table:table>";
    const auto document = ingest::ingest("moor.odt", zipped(text_with(repeated(cell, 4) + repeated(end, 4))), limits);
    BOOST_REQUIRE(document);
    BOOST_TEST(document->text == "a\nz\na\nz\na\na\nz\nz");
    BOOST_TEST(document->blocks.back().table == 2U);
}

}  // namespace boardcheck::test
