// The case files: what each kind of damage to a paper is read into.
#include <cstdlib>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "cases.hpp"
#include "invariants.hpp"

namespace boardcheck::test {

namespace data = boost::unit_test::data;

namespace {

// Boost.Test cannot print a path.
std::vector<std::string> case_names() {
    std::vector<std::string> names;
    for (const auto& path : case_files()) names.push_back(path.filename().string());
    return names;
}

}  // namespace

BOOST_DATA_TEST_CASE(a_paper_is_read_into_the_blocks_of_its_case, data::make(case_names()), name) {
    const auto path = std::filesystem::path(TEST_DATA) / "data" / name;
    Case contents = read_case(path);
    const auto document = ingest::ingest(name, contents.paper);
    BOOST_REQUIRE(document);
    if (std::getenv("BOARDCHECK_REWRITE_CASES") != nullptr) {
        contents.blocks = describe(*document);
        write_case(path, contents);
    }
    BOOST_TEST(describe(*document) == contents.blocks);
    BOOST_TEST(broken_invariant(*document, contents.paper) == "");
}

}  // namespace boardcheck::test
