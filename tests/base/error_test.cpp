#include <boost/test/unit_test.hpp>

#include "base/base.hpp"

using boardcheck::Error;
using boardcheck::to_string;

BOOST_AUTO_TEST_SUITE(error)

BOOST_AUTO_TEST_CASE(says_where_what_and_how_to_mend_it) {
    BOOST_TEST(to_string(Error{"part.xml", 12, "unknown element <tern>", "write <term>"}) ==
               "part.xml:12: unknown element <tern>; write <term>");
}

BOOST_AUTO_TEST_CASE(leaves_out_what_is_empty) {
    BOOST_TEST(to_string(Error{"paper.md", 0, "the file is empty", ""}) == "paper.md: the file is empty");
    BOOST_TEST(to_string(Error{"", 0, "no papers", "name a file"}) == "no papers; name a file");
    BOOST_TEST(to_string(Error{"paper.md", 3, "not text", ""}) == "paper.md:3: not text");
    BOOST_TEST(to_string(Error{}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
