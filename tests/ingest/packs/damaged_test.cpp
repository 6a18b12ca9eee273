// Every damaged file is read or refused in time, with a message that names it.
#include <chrono>
#include <filesystem>

#include <boost/test/unit_test.hpp>

#include "../cases.hpp"
#include "ingest/ingest.hpp"

namespace boardcheck::test {

namespace fs = std::filesystem;

BOOST_AUTO_TEST_CASE(damaged_files_end_in_time_with_a_message) {
    const fs::path folder = fs::path(PROJECT_ROOT) / ".." / "shared" / "files" / "damaged";
    if (!fs::exists(folder)) {
        BOOST_TEST_MESSAGE("skipped: there are no damaged files beside the repository");
        return;
    }
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        const auto begin = std::chrono::steady_clock::now();
        const auto [papers, notices] = ingest::papers(name, slurp(entry.path()));
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        BOOST_TEST(taken.count() < 30.0, name << " took " << taken.count() << " s");
        BOOST_REQUIRE(!papers.empty());
        for (const auto& paper : papers) {
            if (paper) continue;
            BOOST_TEST(paper.error().file.starts_with(name), paper.error().file);
            BOOST_TEST(!paper.error().message.empty(), name);
            BOOST_TEST(!paper.error().mend.empty(), name);
        }
    }
}

}  // namespace boardcheck::test
