// One folder of rule files for each kind of warning; expected.txt beside them holds every line that a user must see.
#include <set>

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "catalogue/lint.hpp"
#include "rules_folder.hpp"

using namespace boardcheck;

namespace {

std::string lines_of(const std::vector<catalogue::Warning>& warnings) {
    std::string out;
    for (const auto& warning : warnings) out += warning.kind + " " + to_string(warning.about) + '\n';
    return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lint)

BOOST_DATA_TEST_CASE(warns_in_full, boost::unit_test::data::make(test::folders_in("lint")), folder) {
    const auto warnings = catalogue::lint(test::loaded(test::rule_files(folder)));
    BOOST_TEST(lines_of(warnings) == test::slurp(folder / "expected.txt"));
}

BOOST_AUTO_TEST_CASE(has_a_case_for_each_kind_that_the_guide_lists) {
    std::set<std::string> found;
    for (const auto& folder : test::folders_in("lint"))
        for (const auto& warning : catalogue::lint(test::loaded(test::rule_files(folder)))) found.insert(warning.kind);
    std::set<std::string> listed;
    const std::string guide = test::slurp(std::filesystem::path(PROJECT_ROOT) / "rules" / "README.md");
    const auto begin = guide.find("| warning | what it means |");
    BOOST_REQUIRE(begin != std::string::npos);
    const auto end = guide.find("\n\n", begin);
    for (auto at = guide.find("\n| `", begin); at < end; at = guide.find("\n| `", at + 1))
        listed.insert(guide.substr(at + 4, guide.find('`', at + 4) - at - 4));
    BOOST_TEST(found == listed, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
