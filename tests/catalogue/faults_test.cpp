// One folder of rule files for each kind of fault; expected.txt beside them holds every line that a user must see.
#include <algorithm>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "rules_folder.hpp"

using namespace boardcheck;

BOOST_AUTO_TEST_SUITE(faults)

BOOST_DATA_TEST_CASE(are_reported_in_full, boost::unit_test::data::make(test::folders_in("faults")), folder) {
    const auto result = catalogue::load(test::rule_files(folder));
    BOOST_REQUIRE(!result);
    BOOST_TEST(test::lines_of(result.error()) == test::slurp(folder / "expected.txt"));
}

BOOST_AUTO_TEST_CASE(do_not_depend_on_the_order_of_files) {
    for (const auto& folder : test::folders_in("faults")) {
        auto files = test::rule_files(folder);
        const auto once = catalogue::load(files);
        std::reverse(files.begin(), files.end());
        BOOST_TEST(test::lines_of(once.error()) == test::lines_of(catalogue::load(files).error()));
    }
}

BOOST_AUTO_TEST_SUITE_END()
