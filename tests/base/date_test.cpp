#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "base/base.hpp"

using boardcheck::Date;
using boardcheck::parse_date;
using boardcheck::to_string;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(date)

BOOST_DATA_TEST_CASE(what_can_be_read_is_written_the_same,
                     data::make({"2021", "2021-07", "2021-07-20", "2020-02-29", "2000-02-29", "2021-12-31", "0999-01"}),
                     iso) {
    const auto date = parse_date(iso);
    BOOST_TEST_REQUIRE(date.has_value());
    BOOST_TEST(to_string(*date) == iso);
}

BOOST_DATA_TEST_CASE(other_shapes_and_days_that_do_not_exist_are_nothing,
                     data::make({"",           "21",         "20211",       "2021-7",     "2021/07",
                                 "2021-07/20", "2021-7-20",  "20-07-2021",  "2021-00",    "2021-13",
                                 "2021-06-31", "2021-02-29", "1900-02-29",  "2021-04-00", "+021",
                                 "2021-0a",    "2021-07-2x", "2021-07-20 ", "July",       "２０２１"}),
                     text) {
    BOOST_TEST(!parse_date(text).has_value());
}

BOOST_AUTO_TEST_CASE(precision_is_kept) {
    BOOST_TEST((parse_date("2021") == Date{2021, 0, 0}));
    BOOST_TEST((parse_date("2021-07") == Date{2021, 7, 0}));
    BOOST_TEST((parse_date("2021-07-20") == Date{2021, 7, 20}));
}

BOOST_AUTO_TEST_CASE(dates_are_in_order_and_a_year_comes_before_its_days) {
    BOOST_TEST((*parse_date("2021-06-30") < *parse_date("2021-07-01")));
    BOOST_TEST((*parse_date("2021") < *parse_date("2021-01-01")));
    BOOST_TEST((*parse_date("2021-12") < *parse_date("2022")));
}

BOOST_AUTO_TEST_SUITE_END()
