// The case files: what each kind of damage to a paper is read into.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "cases.hpp"
#include "invariants.hpp"

namespace boardcheck::test {

namespace data = boost::unit_test::data;

BOOST_DATA_TEST_CASE(a_paper_is_read_into_the_blocks_of_its_case, data::make(case_names()), name) {
    const Case contents = read_case(name);
    const auto document = ingest::ingest(name, contents.paper);
    BOOST_REQUIRE(document);
    BOOST_TEST(describe(*document) == reviewed_blocks(name, describe(*document)));
    BOOST_TEST(broken_invariant(*document, contents.paper) == "");
}

}  // namespace boardcheck::test
