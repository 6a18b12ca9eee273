// Long and odd documents: time grows with the text, and nothing fails.
#include <ctime>
#include <random>

#include <boost/test/unit_test.hpp>

#include "invariants.hpp"
#include "paper.hpp"
#include "text/text.hpp"

using namespace boardcheck;
using ingest::Block;
using ingest::BlockKind;

namespace {

std::string repeated(std::string_view words, std::size_t bytes) {
    std::string text;
    text.reserve(bytes + words.size());
    while (text.size() < bytes) text += words;
    return text;
}

void holds_up(const ingest::Document& document, double seconds) {
    const std::clock_t start = std::clock();  // the machine may be busy with something else
    const text::Text text = text::segment(document);
    BOOST_TEST(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC < seconds);
    BOOST_TEST(test::broken_invariant(document, text) == "");
}

}  // namespace

BOOST_AUTO_TEST_CASE(nothing_gives_nothing) {
    const text::Text text = text::segment({});
    BOOST_TEST(text.text.empty());
    BOOST_TEST(text.sentences.empty());
    BOOST_TEST(text.sections.size() == 1u);
    holds_up(test::Paper().add({}, "").add({}, " ").add({}, "---").document(), 5.0);
}

BOOST_AUTO_TEST_CASE(one_long_block_takes_linear_time) {
    constexpr std::size_t bytes = 200u << 10;
    for (const std::string_view words :
         {"word ", "a", "1.", "No. ", ". 9 ", "and , but ", "e\u0301", "\u0301", "\u2014(", "if which not ", "Mr. A. ",
          "\n", "'s", "\u00ad", "The Board will meet. "}) {
        BOOST_TEST_CONTEXT(words) { holds_up(test::Paper().add({}, repeated(words, bytes)).document(), 30.0); }
    }
}

BOOST_AUTO_TEST_CASE(many_small_blocks_take_linear_time) {
    test::Paper items;
    test::Paper headings;
    test::Paper cells;
    for (std::uint32_t i = 0; i < 20000; ++i) {
        Block block;
        block.kind = BlockKind::list_item;
        block.level = static_cast<std::uint8_t>(1 + i % 255);
        items.add(block, "part of it");
        block.kind = BlockKind::heading;
        headings.add(block, "Part");
        block = Block{};
        block.kind = BlockKind::table_cell;
        block.table = 1;
        block.row = 1;
        block.column = i;
        cells.add(block, "cell one. And two.");
    }
    for (const test::Paper* paper : {&items, &headings, &cells}) holds_up(paper->document(), 30.0);
}

BOOST_AUTO_TEST_CASE(any_arrangement_of_blocks_holds_the_invariants) {
    const std::vector<std::string> pieces{
        "The Board will: ", "(a)",    "not, but ", "if it can ", ". ", "Mr. ", "which is ",
        "rather than ",     "\u2014", ";",         "",           ")",  "(",    "1.5 "};
    std::mt19937 random(11);
    for (int round = 0; round < 400; ++round) {
        test::Paper paper;
        for (auto i = random() % 12; i > 0; --i) {
            Block block;
            block.kind = static_cast<BlockKind>(random() % 9);
            block.level = static_cast<std::uint8_t>(random() % 4);
            block.number = random() % 3 == 0 ? std::string(1, static_cast<char>('a' + random() % 4)) : "";
            block.table = random() % 2;
            block.row = random() % 2;
            block.header_cell = random() % 3 == 0;
            block.emphasised = random() % 3 == 0;
            block.doubtful = random() % 4 == 0;
            std::string words;
            for (auto k = random() % 8; k > 0; --k) words += pieces[random() % pieces.size()];
            paper.add(block, words);
        }
        const auto document = paper.document();
        BOOST_REQUIRE_EQUAL(test::broken_invariant(document, text::segment(document)), "");
    }
}
