// Splitting a pack: the case files, and what must hold whatever is split.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <map>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include "../cases.hpp"
#include "ingest/pack/pack.hpp"
#include "paged_text.hpp"

namespace boardcheck::test {

namespace data = boost::unit_test::data;

namespace {

std::vector<std::string> case_names() {
    std::vector<std::string> names;
    for (const auto& path : case_files()) names.push_back(path.filename().string());
    return names;
}

std::vector<std::string> lines_of(const ingest::Document& document) {
    std::vector<std::string> lines;
    for (const auto& block : document.blocks) {
        lines.push_back(fmt::format("{} {}", block.page, slice(document.text, block.span)));
    }
    return lines;
}

/// What a paper that was cut out must keep to; empty where it does.
std::string broken_paper(const ingest::Document& pack, const ingest::Document& paper) {
    std::uint32_t at = 0;
    std::uint32_t tables = 0;
    for (const auto& block : paper.blocks) {
        if (block.span.begin != at || block.span.end > paper.text.size()) return "blocks do not cover the text";
        const auto* const page = ingest::page_at(paper, block.span.begin);
        if (page == nullptr || page->page != block.page) return "a block is not on the page that it names";
        if (paper.pack && (block.page < paper.pack->first_page || block.page > paper.pack->last_page)) {
            return "a block is outside of the paper's pages";
        }
        if (block.table > tables + 1) return "a number of a table is left out";
        tables = std::max(tables, block.table);
        at = block.span.end + 1;
    }
    if (at != paper.text.size() + 1) return "there is text after the last block";
    if (paper.source.size() != paper.text.size()) return "the way back does not cover the text";
    return paper.file == pack.file && paper.format == pack.format ? "" : "the paper is of another file";
}

}  // namespace

BOOST_DATA_TEST_CASE(a_pack_is_split_into_the_papers_of_its_case, data::make(case_names()), name) {
    const auto path = std::filesystem::path(TEST_DATA) / "data" / name;
    Case contents = read_case(path);
    const auto pack = paged_document(contents.paper);
    const auto papers = ingest::split_pack(pack);
    if (std::getenv("BOARDCHECK_REWRITE_CASES") != nullptr) {
        contents.blocks = describe_papers(papers);
        write_case(path, contents);
    }
    BOOST_TEST(describe_papers(papers) == contents.blocks);
    std::vector<std::string> words;
    for (const auto& paper : papers) {
        if (!paper) continue;
        BOOST_TEST(broken_paper(pack, *paper) == "");
        const auto more = lines_of(*paper);
        words.insert(words.end(), more.begin(), more.end());
    }
    // Running heads stand at the end of each paper instead of at the end of the pack.
    auto all = lines_of(pack);
    std::sort(all.begin(), all.end());
    std::sort(words.begin(), words.end());
    BOOST_TEST(words == all, boost::test_tools::per_element());
}

}  // namespace boardcheck::test
