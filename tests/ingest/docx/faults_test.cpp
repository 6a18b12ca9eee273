// Word files that are damaged, or made to break a reader.

#include <boost/test/unit_test.hpp>

#include "../../support/stopwatch.hpp"
#include "../cases.hpp"
#include "../invariants.hpp"
#include "word_file.hpp"

namespace boardcheck::test {

namespace {

std::string fault_of(const std::string& bytes) {
    const auto document = ingest::ingest("paper.docx", bytes);
    return document ? "none" : to_string(document.error());
}

Parts without(Parts parts, std::string_view name) {
    std::erase_if(parts, [name](const auto& part) { return part.first == name; });
    return parts;
}

const std::string small = "-- document\n<w:p><w:r><w:t>Words</w:t></w:r></w:p>\n";

/// The document of a file whose body this is, in no more time than a reader may take.
ingest::Document read_body(const std::string& body) {
    const Stopwatch watch;
    auto document = ingest::ingest("paper.docx", word_file("-- document\n" + body));
    BOOST_TEST(watch.seconds() < 10.0);
    BOOST_REQUIRE(document);
    BOOST_TEST(broken_invariant(*document, document->text) == "");
    return std::move(*document);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_missing_main_part_is_an_error) {
    BOOST_TEST(fault_of(zipped(without(word_parts(small), "word/document.xml"))) ==
               "paper.docx: the Word file has no main part: its text is missing; open it in the program that made it, "
               "and save it again");
}

BOOST_AUTO_TEST_CASE(a_main_part_that_breaks_off_is_an_error) {
    Parts parts = word_parts(small);
    parts[1].second.resize(parts[1].second.size() / 2);
    BOOST_TEST(fault_of(zipped(parts)).starts_with("paper.docx: the part word/document.xml is damaged XML: "));
}

BOOST_AUTO_TEST_CASE(a_main_part_without_a_body_is_an_error) {
    Parts parts = word_parts(small);
    parts[1].second = "<w:document/>";
    BOOST_TEST(fault_of(zipped(parts)) ==
               "paper.docx: the main part of the Word file has no body; open it in the program that made it, and save "
               "it again");
}

BOOST_AUTO_TEST_CASE(relationships_may_be_missing) {
    Parts parts = without(without(word_parts(small), "_rels/.rels"), "word/_rels/document.xml.rels");
    BOOST_TEST(fault_of(zipped(parts)) == "none");
}

BOOST_AUTO_TEST_CASE(a_damaged_part_beside_the_main_one_is_a_notice) {
    Parts parts = word_parts(small + "-- styles\n");
    parts[2].second = "<w:styles>";
    const auto document = ingest::ingest("paper.docx", zipped(parts));
    BOOST_REQUIRE(document);
    BOOST_REQUIRE(document->notices.size() == 1);
    BOOST_TEST(document->notices.front().message ==
               "read without a part of the file: the part word/styles.xml is damaged XML: Start-end tags mismatch "
               "(byte 9)");
}

BOOST_AUTO_TEST_CASE(what_nests_deeply_is_read_flat_without_losing_words) {
    constexpr std::size_t deep = 20'000;
    const std::string word = "<w:p><w:r><w:t>word</w:t></w:r></w:p>";
    const auto tables =
        read_body(repeated("<w:tbl><w:tr><w:tc>" + word, deep) + repeated("</w:tc></w:tr></w:tbl>", deep));
    BOOST_TEST(tables.blocks.size() == deep);
    const auto boxes = read_body(repeated("<w:p><w:r><w:t>word</w:t><w:pict><w:txbxContent>", deep) +
                                 repeated("</w:txbxContent></w:pict></w:r></w:p>", deep));
    BOOST_TEST(boxes.blocks.size() == deep);
    const auto controls =
        read_body(repeated("<w:sdt><w:sdtContent>", deep) + word + repeated("</w:sdtContent></w:sdt>", deep));
    BOOST_TEST(controls.blocks.size() == 1);
    const auto alternatives =
        read_body("<w:p>" + repeated("<mc:AlternateContent><mc:Choice>", deep) + "<w:r><w:t>word</w:t></w:r>" +
                  repeated("</mc:Choice></mc:AlternateContent>", deep) + "</w:p>");
    BOOST_TEST(alternatives.blocks.size() == 1);
}

BOOST_AUTO_TEST_CASE(many_marks_take_linear_time) {
    constexpr std::size_t many = 100'000;
    read_body("<w:p><w:r><w:t>word</w:t></w:r>" + repeated(R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r>)", many) +
              "</w:p>");
    read_body(repeated(R"(<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:bookmarkStart/></w:p>)", many) +
              "<w:p><w:r><w:t>word</w:t></w:r></w:p>");
    read_body("<w:tbl>" + repeated("<w:tr><w:tc><w:p><w:r><w:t>w</w:t></w:r></w:p></w:tc></w:tr>", many) + "</w:tbl>");
}

BOOST_AUTO_TEST_CASE(styles_may_be_based_on_each_other_in_a_circle) {
    const auto document = ingest::ingest("paper.docx", word_file(R"(-- document
<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Words</w:t></w:r></w:p>
-- styles
<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>
<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
)"));
    BOOST_REQUIRE(document);
    BOOST_TEST(describe(*document) == "@0 heading 2: Words\n");
}

}  // namespace boardcheck::test
