// Lines and tables for a terminal.
#include <boost/test/unit_test.hpp>

#include "report/lines.hpp"

using namespace boardcheck::report;

namespace {

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += line + "|";
    return all;
}

}  // namespace

BOOST_AUTO_TEST_CASE(columns_are_those_of_the_display) {
    BOOST_TEST(columns("") == 0U);
    BOOST_TEST(columns("Müller") == 6U);
    BOOST_TEST(columns("Mu\u0308ller") == 6U);
    BOOST_TEST(columns("委員会") == 6U);
    BOOST_TEST(columns("a\u200bb") == 2U);
    BOOST_TEST(columns("“→”") == 3U);
}

BOOST_AUTO_TEST_CASE(long_words_are_broken_only_where_columns_must_hold) {
    BOOST_TEST(joined(wrapped("", 5, LongWords::broken)) == "|");
    BOOST_TEST(joined(wrapped("ab cd ef", 5, LongWords::broken)) == "ab cd|ef|");
    BOOST_TEST(joined(wrapped("a abcdefgh i", 5, LongWords::broken)) == "a|abcde|fgh i|");
    BOOST_TEST(joined(wrapped("a abcdefgh i", 5, LongWords::kept)) == "a|abcdefgh|i|");
    BOOST_TEST(joined(wrapped("委員会", 3, LongWords::broken)) == "委|員|会|");
    BOOST_TEST(joined(wrapped("委", 1, LongWords::broken)) == "委|");
}

BOOST_AUTO_TEST_CASE(cells_stand_side_by_side) {
    Lines lines({.width = 40});
    lines.row(2, {"Zoë\nMüller", "", "a b c"}, {6, 3, 3});
    BOOST_TEST(std::move(lines).finish() ==
               "  Zoë          a b\n"
               "  Müller       c\n");
}

BOOST_AUTO_TEST_CASE(a_cell_cannot_steer_the_terminal) {
    Lines lines({.width = 40});
    lines.row(0, {"\x1b[2J", "\u202ea"}, {6, 3});
    BOOST_TEST(std::move(lines).finish() == "�[2J    �a\n");
}
