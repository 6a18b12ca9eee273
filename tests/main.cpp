#define BOOST_TEST_MODULE boardcheck
#include <boost/test/unit_test.hpp>
