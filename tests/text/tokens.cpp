#include <boost/test/unit_test.hpp>

#include "paper.hpp"
#include "text/text.hpp"

using namespace boardcheck;

namespace {

std::vector<std::string> surfaces(std::string_view text) {
    std::vector<std::string> surfaces;
    for (const text::Word& word : text::words_of(text)) surfaces.push_back(word.surface);
    return surfaces;
}

void splits_into(std::string_view text, std::vector<std::string> expected) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(surfaces(text) == expected, boost::test_tools::per_element()); }
}

text::Word only_word(std::string_view text) {
    const auto words = text::words_of(text);
    BOOST_REQUIRE(words.size() == 1u);
    return words.front();
}

}  // namespace

BOOST_AUTO_TEST_CASE(words_and_marks_are_told_apart) {
    splits_into("co-production", {"co", "-", "production"});
    splits_into("the body's plan", {"the", "body", "'s", "plan"});
    splits_into("partners\u2019 views", {"partners", "'", "views"});
    splits_into("\u2018one workforce\u2019", {"'", "one", "workforce", "'"});
    splits_into("can't won\u2019t they'll", {"can", "'t", "won", "'t", "they", "'ll"});
    splits_into("O'Brien", {"O", "'", "Brien"});
    splits_into("NHSE/I (W1)", {"NHSE", "/", "I", "(", "W1", ")"});
    splits_into("R&D & data", {"R", "&", "D", "&", "data"});
    splits_into("caf\u00e9 cafe\u0301", {"caf\u00e9", "caf\u00e9"});
    splits_into("", {});
    splits_into(" \u00a0\u200b ", {});
}

BOOST_AUTO_TEST_CASE(numbers_are_one_token) {
    splits_into("\u00a3640,000 in 2021/22", {"\u00a3", "640,000", "in", "2021", "/", "22"});
    splits_into("1,250 of 1,2,3", {"1,250", "of", "1", ",", "2", ",", "3"});
    splits_into("at 5.12. 14%", {"at", "5.12", ".", "14", "%"});
    splits_into("6th July, \u00a32.3m", {"6th", "July", ",", "\u00a3", "2.3m"});
    splits_into("1,234,567.89", {"1,234,567.89"});
}

BOOST_AUTO_TEST_CASE(numbers_have_a_value) {
    const std::vector<std::pair<std::string, std::int64_t>> cases{
        {"42", 42},     {"1,250", 1250},  {"640,000", 640000},
        {"three", 3},   {"Ten", 10},      {"forty", 40},
        {"ninety", 90}, {"third", 3},     {"one", 1},
        {"21st", 21},   {"First", 1},     {"2.3", -1},
        {"2.3m", -1},   {"W1", -1},       {"board", -1},
        {"007", 7},     {"nineteen", 19}, {"99999999999999999999", -1},
        {"0", 0},       {"twelfth", 12},
    };
    for (const auto& [word, value] : cases) {
        BOOST_TEST_CONTEXT(word) { BOOST_TEST(only_word(word).number == value); }
    }
}

BOOST_AUTO_TEST_CASE(inflections_have_one_stem) {
    BOOST_TEST(only_word("Boards").stem == only_word("board").stem);
    BOOST_TEST(only_word("Directors").stem == "director");
    BOOST_TEST(only_word("ICBs").stem == "icb");
    BOOST_TEST(only_word("ICSs").stem == only_word("ICS").stem);
    BOOST_TEST(only_word("DELEGATED").stem == only_word("delegate").stem);
    BOOST_TEST(only_word("&").stem == "and");
    BOOST_TEST(only_word("\u00c9COLES").stem == only_word("\u00e9coles").stem);
    BOOST_TEST(only_word("Board").capitalised);
    BOOST_TEST(only_word("\u00c9cole").capitalised);
    BOOST_TEST(!only_word("board").capitalised);
}

BOOST_AUTO_TEST_CASE(equal_surfaces_share_a_word) {
    const text::Text text = text::segment(test::paper("p: The board met. The Board met the board.\n"));
    std::vector<std::string> distinct;
    for (const text::Word& word : text.words) distinct.push_back(word.surface);
    const std::vector<std::string> expected{"The", "board", "met", ".", "Board", "the"};
    BOOST_TEST(distinct == expected, boost::test_tools::per_element());
    for (const text::Token& token : text.tokens) {
        BOOST_TEST(slice(text.text, token.span) == text.words[token.word].surface);
    }
    BOOST_TEST((text.tokens[3].kind == text::TokenKind::punctuation));
}
