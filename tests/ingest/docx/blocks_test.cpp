// The case files: what each construct of a Word file is read into.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "../cases.hpp"
#include "../invariants.hpp"
#include "word_file.hpp"

namespace boardcheck::test {

namespace data = boost::unit_test::data;

BOOST_DATA_TEST_CASE(a_word_file_is_read_into_the_blocks_of_its_case, data::make(case_names()), name) {
    const Case contents = read_case(name);
    const auto document = ingest::ingest(name, word_file(contents.paper));
    BOOST_REQUIRE_MESSAGE(document, to_string(document ? Error{} : document.error()));
    std::string got = describe(*document);
    for (const Notice& notice : document->notices) got += "notice: " + notice.message + "\n";
    BOOST_TEST(got == reviewed_blocks(name, got));
    BOOST_TEST(broken_invariant(*document, document->text) == "");
}

BOOST_AUTO_TEST_CASE(properties_are_what_the_file_says_of_itself) {
    const auto document = ingest::ingest("paper.docx", word_file(R"(-- document
<w:p><w:r><w:t>Words</w:t></w:r></w:p>
-- core
<dc:title>Harbour plan</dc:title><dc:creator>M. Quill</dc:creator>
<dcterms:created>2021-07-20T09:30:00Z</dcterms:created><dcterms:modified>2021-02-30</dcterms:modified>
)"));
    BOOST_REQUIRE(document);
    BOOST_TEST(document->properties.title == "Harbour plan");
    BOOST_TEST(document->properties.author == "M. Quill");
    BOOST_TEST((document->properties.created == Date{2021, 7, 20}));
    BOOST_TEST(!document->properties.modified.has_value());
    BOOST_TEST(!document->tracked_changes);
}

BOOST_AUTO_TEST_CASE(merged_cells_are_told_once_with_their_spans) {
    const auto document = ingest::ingest("paper.docx", word_file(R"(-- document
<w:tbl>
<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>Tall</w:t></w:r></w:p></w:tc>
<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Wide</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>
<w:tc><w:p><w:r><w:t>Two</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Three</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:tc><w:p><w:r><w:t>Alone</w:t></w:r></w:p></w:tc></w:tr>
</w:tbl>
)"));
    BOOST_REQUIRE(document);
    BOOST_REQUIRE(document->blocks.size() == 5);
    BOOST_TEST(document->blocks[0].row_span == 2);
    BOOST_TEST(document->blocks[0].column_span == 1);
    BOOST_TEST(document->blocks[1].column_span == 2);
    BOOST_TEST(document->blocks[1].column == 2);
    BOOST_TEST(document->blocks[3].column == 3);
    BOOST_TEST(document->blocks[4].column == 3);
    BOOST_TEST(document->blocks[4].row == 3);
}

}  // namespace boardcheck::test
