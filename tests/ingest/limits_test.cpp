// Files that are empty, too large, or made to take all the time or memory there is.
#include <ctime>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "ingest/ingest.hpp"
#include "invariants.hpp"

namespace boardcheck::test {

namespace {

std::string error_of(std::string_view bytes, const ingest::Limits& limits = {}) {
    const auto document = ingest::ingest("a.txt", bytes, limits);
    return document ? "no error" : to_string(document.error());
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_file_without_words_is_an_error) {
    BOOST_TEST(error_of("") == "a.txt: the file is empty; give a paper with text in it");
    BOOST_TEST(error_of(" \n\t\n") == "a.txt: there are no words in the file; give a paper with text in it");
    BOOST_TEST(error_of("\xEF\xBB\xBF") == "a.txt: there are no words in the file; give a paper with text in it");
    BOOST_TEST(error_of("---\n***\n<!-- a remark -->\n- \n") ==
               "a.txt: there are no words in the file; give a paper with text in it");
}

BOOST_AUTO_TEST_CASE(a_file_above_the_limit_is_refused) {
    ingest::Limits limits;
    limits.text_bytes = 10;
    BOOST_TEST(error_of("0123456789", limits) == "no error");
    BOOST_TEST(error_of("0123456789a", limits) ==
               "a.txt: the file has 11 bytes, the limit is 10; split it, or check that it is a paper");
    BOOST_TEST(error_of(std::string(100'000'000, 'a')) ==
               "a.txt: the file has 100000000 bytes, the limit is 67108864; split it, or check that it is a paper");
}

BOOST_AUTO_TEST_CASE(a_file_of_too_many_blocks_is_refused) {
    ingest::Limits limits;
    limits.blocks = 3;
    BOOST_TEST(error_of("a\n\nb\n\nc\n", limits) == "no error");
    BOOST_TEST(error_of("a\n\nb\n\nc\n\nd\n", limits) ==
               "a.txt: the file has more than 3 paragraphs, headings and cells; split it, or check that it is a paper");
}

BOOST_AUTO_TEST_CASE(deeper_items_are_read_at_the_deepest_level) {
    ingest::Limits limits;
    limits.depth = 2;
    const auto document = ingest::ingest("a.md", "- one\n  - two\n    - three\n      - four\n", limits);
    BOOST_REQUIRE(document);
    BOOST_TEST(document->text == "one\ntwo\nthree\nfour");
    BOOST_TEST(document->blocks.back().level == 2);
}

BOOST_AUTO_TEST_CASE(a_line_of_many_megabytes_is_read_in_parts) {
    const std::string paper = repeated("words and more words ", 100'000);
    const auto document = ingest::ingest("a.txt", paper);
    BOOST_REQUIRE(document);
    BOOST_TEST(document->blocks.size() > 30U);
    BOOST_TEST(document->text.size() == paper.size() - 1);
    BOOST_TEST(broken_invariant(*document, paper) == "");
}

// What takes a CommonMark parser time that grows with the square of the input, or a stack frame for every byte. The
// time that 128 KB of it take is bounded, with room for a slow machine and for sanitizers.
const std::vector<std::string> hostile{">",        "> ",       "- ",      "1. ",      "* a ",
                                       "[",        "![",       "](",      "[a](",     "[a](<",
                                       "<a ",      "<!--",     "<b>- ",   "`a",       "a**b",
                                       "*_a",      "&a",       "\\",      "|",        "|a|\n|-|\n",
                                       "- a\n",    "a\n\n",    "a  \n",   "a\n=",     "# ",
                                       "<br>- - ", "<tr><td>", "[^",      "[a]: b\n", "\xE2\x80\xA2 a\no b\n",
                                       "~~~\n",    "\ta\n",    "(a) b\n", "1.1 a\n",  "A   b\n",
                                       "\r",       "\x0C",     "a\n-\n"};

BOOST_DATA_TEST_CASE(hostile_input_takes_bounded_time, boost::unit_test::data::make(hostile), unit) {
    const std::string paper = repeated(unit, (1u << 17) / unit.size()) + "end";
    const std::clock_t begin = std::clock();
    const auto document = ingest::ingest("a.txt", paper);
    BOOST_TEST(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 4);
    if (document) BOOST_TEST(broken_invariant(*document, paper) == "");
}

BOOST_AUTO_TEST_CASE(deep_indentation_takes_bounded_time) {
    std::string paper;
    for (std::size_t depth = 0; depth < 1000; ++depth) paper += std::string(2 * depth, ' ') + "- a\n";
    paper += repeated("\n \n", 50'000) + "end\n";
    const auto document = ingest::ingest("a.txt", paper);
    BOOST_REQUIRE(document);
    BOOST_TEST(document->blocks.size() == 1001U);
    BOOST_TEST(document->blocks[999].level == 64);
}

}  // namespace boardcheck::test
