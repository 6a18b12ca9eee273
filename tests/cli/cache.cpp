// Compiled rules are kept between runs, and are never wrong.
#include <filesystem>
#include <fstream>

#include <boost/test/unit_test.hpp>

#include "session.hpp"

using namespace boardcheck::cli;
using namespace boardcheck::cli::testing;
namespace fs = std::filesystem;

namespace {

Environment with_cache(const Scratch& scratch) {
    Environment environment;
    environment.executable = BOARDCHECK_BINARY;
    environment.cache = scratch.path("cache");
    return environment;
}

std::vector<fs::path> caches(const Scratch& scratch) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(scratch.path("cache"))) found.push_back(entry.path());
    return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_run_with_compiled_rules_says_what_one_without_says) {
    const Scratch scratch;
    const std::vector<std::string> check{"check", data("papers"), "--format", "json"};
    const std::string plain = run(check).out;
    BOOST_TEST(run(check, with_cache(scratch)).out == plain);
    BOOST_REQUIRE(caches(scratch).size() == 1U);
    BOOST_TEST(run(check, with_cache(scratch)).out == plain);
    BOOST_TEST(caches(scratch).size() == 1U);
    BOOST_TEST(run({"rules", "test"}, with_cache(scratch)).out == run({"rules", "test"}).out);
}

BOOST_AUTO_TEST_CASE(a_damaged_cache_is_made_anew) {
    const Scratch scratch;
    const std::vector<std::string> check{"check", data("papers"), "--format", "json"};
    const std::string plain = run(check, with_cache(scratch)).out;
    const fs::path cache = caches(scratch).at(0);
    const std::string good = slurp(cache);
    for (const std::string& bad : {std::string(), good.substr(0, good.size() / 2), std::string(good.size(), 'x')}) {
        std::ofstream(cache, std::ios::binary) << bad;
        BOOST_TEST(run(check, with_cache(scratch)).out == plain);
        BOOST_TEST((slurp(cache) == good));
    }
}

BOOST_AUTO_TEST_CASE(changed_rules_are_compiled_anew_and_old_ones_go_in_the_end) {
    const Scratch scratch;
    const std::string rules = scratch.rules();
    const std::vector<std::string> check{"check", data("papers"), "--rules", rules};
    for (int i = 0; i < 6; ++i) {
        std::ofstream(fs::path(rules) / "messages.xml", std::ios::app) << "<!-- changed -->\n";
        run(check, with_cache(scratch));
    }
    BOOST_TEST(caches(scratch).size() == 4U);
}

BOOST_AUTO_TEST_CASE(a_cache_that_cannot_be_kept_is_no_fault) {
    const Scratch scratch;
    Environment environment = with_cache(scratch);
    environment.cache = scratch.file("a-file", "in the way");
    const auto outcome = run({"check", data("papers"), "--format", "json"}, environment);
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(outcome.out == run({"check", data("papers"), "--format", "json"}).out);
}
