#include <boost/test/unit_test.hpp>

#include "cli/suggestion.hpp"

using namespace boardcheck::cli;

BOOST_AUTO_TEST_CASE(the_nearest_names_come_first) {
    const std::vector<std::string> names{"PART-01", "PART-10", "PART-11", "PART-12", "BODY-01"};
    const std::vector<std::string> expected{"PART-01", "PART-10", "PART-11"};
    BOOST_TEST(similar("part-1", names) == expected, boost::test_tools::per_element());
    BOOST_TEST(similar("BOARD", names).empty());
    BOOST_TEST(suggestion("part-1", names) == "; did you mean PART-01, PART-10 or PART-11?");
    BOOST_TEST(suggestion("BODY01", names) == "; did you mean BODY-01?");
    BOOST_TEST(suggestion("xyz", names) == "");
}
