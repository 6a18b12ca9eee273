// The pack of 296 pages, with and without bookmarks: every paper where gold says it is.
#include <filesystem>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "ingest/pack/pack.hpp"
#include "paged_text.hpp"

namespace boardcheck::test {

namespace {

std::string slurp_pack(const std::string& name) {
    std::ifstream in(std::filesystem::path(TEST_DATA) / "data" / "joint-board" / name, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

std::string gold_papers() {
    std::string out;
    const auto gold = nlohmann::json::parse(slurp_pack("gold.json"));
    for (const auto& paper : gold.at("papers")) {
        out += fmt::format("{}-{} [{}] {}\n", paper.at("first_page").get<int>(), paper.at("last_page").get<int>(),
                           paper.at("item").get<std::string>(), paper.at("title").get<std::string>());
    }
    return out;
}

}  // namespace

BOOST_DATA_TEST_CASE(a_pack_is_split_as_its_gold_says,
                     boost::unit_test::data::make({std::string("plain.pdf"), std::string("bookmarks.pdf")}), name) {
    auto pack = ingest::ingest(name, slurp_pack(name));
    BOOST_REQUIRE(pack);
    BOOST_TEST(describe_papers(ingest::split_pack(std::move(*pack))) == gold_papers());
}

}  // namespace boardcheck::test
