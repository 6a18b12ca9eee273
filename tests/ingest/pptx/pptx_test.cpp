// PowerPoint presentations: what their parts are read into, and how damage is told.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "../../support/stopwatch.hpp"
#include "../cases.hpp"
#include "../invariants.hpp"
#include "../office/zipped.hpp"

namespace boardcheck::test {

namespace data = boost::unit_test::data;

namespace {

Parts parts_of(const std::string& name) { return parts_in(read_case(name).paper); }

std::string& part(Parts& parts, std::string_view name) {
    for (auto& [each, contents] : parts) {
        if (each == name) return contents;
    }
    throw std::runtime_error("no part " + std::string(name));
}

Result<ingest::Document> read(const Parts& parts) { return ingest::ingest("moor.pptx", zipped(parts)); }

ingest::Document show(const std::string& name) {
    auto document = read(parts_of(name));
    if (!document) throw std::runtime_error(to_string(document.error()));
    return std::move(*document);
}

std::string error_of(const Parts& parts) {
    const auto document = read(parts);
    return document ? "no error" : to_string(document.error());
}

using Messages = std::vector<std::string>;
constexpr std::string_view first_slide = "ppt/slides/slide1.xml";

Parts with_shapes(const std::string& shapes) {
    Parts parts = parts_of("tables.case");
    part(parts, first_slide) = "<p:sld><p:cSld><p:spTree>" + shapes + "</p:spTree></p:cSld></p:sld>";
    return parts;
}

}  // namespace

BOOST_DATA_TEST_CASE(a_file_is_read_into_the_blocks_of_its_case, data::make(case_names()), name) {
    const Case contents = read_case(name);
    const auto document = read(parts_in(contents.paper));
    BOOST_REQUIRE(document);
    BOOST_CHECK(document->format == ingest::Format::pptx);
    BOOST_TEST(describe(*document) == reviewed_blocks(name, describe(*document)));
    BOOST_TEST(broken_invariant(*document, {}) == "");
}

BOOST_AUTO_TEST_CASE(merged_cells_are_told_once_with_their_spans) {
    const auto document = show("tables.case");
    BOOST_TEST(document.blocks[0].column_span == 2U);
    BOOST_TEST(document.blocks[0].row_span == 1U);
    BOOST_TEST(document.blocks[2].column_span == 1U);
    BOOST_TEST(document.blocks[2].row_span == 2U);
}

BOOST_AUTO_TEST_CASE(hidden_slides_are_told) {
    BOOST_TEST(notices_of(show("order-and-titles.case")) == Messages{"hidden slides are read, and marked so: 3"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_part_beside_the_slides_that_is_damaged_is_told) {
    Parts parts = parts_of("diagram-chart-notes-and-comments.case");
    part(parts, "ppt/notesSlides/notesSlide1.xml") = "<p:notes>";
    const auto document = read(parts);
    BOOST_REQUIRE(document);
    BOOST_TEST(notices_of(*document) ==
                   Messages{"read without a part of the file: the part ppt/notesSlides/notesSlide1.xml is damaged XML: "
                            "Start-end tags mismatch (byte 8)"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_read_is_an_error) {
    Parts parts = parts_of("tables.case");
    part(parts, first_slide) = "<p:sld>";
    BOOST_TEST(error_of(parts) ==
               "moor.pptx: the part ppt/slides/slide1.xml is damaged XML: Start-end tags mismatch (byte 6); open it in "
               "the program that made it, and save it again");
    part(parts, first_slide) = "<p:sld/>";
    BOOST_TEST(error_of(parts) == "moor.pptx: there are no words in the file; give a paper with text in it");
    std::erase_if(parts, [](const auto& each) { return each.first == "ppt/presentation.xml"; });
    BOOST_TEST(error_of(parts) ==
               "moor.pptx: the PowerPoint file has no main part: its text is missing; open it in the program that made "
               "it, and save it again");
}

// Each is nested as no presentation is. Bounded with room for a slow machine and for sanitizers.
BOOST_AUTO_TEST_CASE(hostile_files_take_time_in_proportion) {
    constexpr std::size_t deep = 20'000;
    const std::string shape = "<p:sp><p:txBody><a:p><a:r><a:t>a</a:t></a:r></a:p></p:txBody></p:sp>";
    const std::vector<std::string> bodies{repeated("<p:grpSp>" + shape, deep) + repeated("</p:grpSp>", deep),
                                          repeated("<mc:AlternateContent><mc:Choice>", deep) + shape +
                                              repeated("</mc:Choice></mc:AlternateContent>", deep),
                                          "<p:sp><p:txBody><a:p>" + repeated("<a:r><a:t>a</a:t>", deep) +
                                              repeated("</a:r>", deep) + "</a:p></p:txBody></p:sp>",
                                          repeated(shape, deep)};
    for (const std::string& body : bodies) {
        const Stopwatch watch;
        const auto document = read(with_shapes(body));
        const double taken = watch.seconds();
        BOOST_REQUIRE(document);
        BOOST_TEST(broken_invariant(*document, {}) == "");
        BOOST_TEST(taken < 10.0);
    }
}

}  // namespace boardcheck::test
