// Splitting a pack: the case files, and what must hold whatever is split.
#include <algorithm>

#include <fmt/format.h>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "../cases.hpp"
#include "ingest/pack/pack.hpp"
#include "paged_text.hpp"

namespace boardcheck::test {

namespace data = boost::unit_test::data;

namespace {

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
    const Case contents = read_case(name);
    const auto pack = paged_document(contents.paper);
    const auto papers = ingest::split_pack(pack);
    BOOST_TEST(describe_papers(papers) == reviewed_blocks(name, describe_papers(papers)));
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

/// Pages of any kind in any order, the same for each seed.
std::string jumbled_pack(std::uint32_t seed, std::uint32_t pages) {
    const std::vector<std::string> kinds{"p Enc C\nh1 Finance report\n",
                                         "p Agenda item 7\nt\nc 1.1 Title\nc 1.2 Estates\nc 2.1 Date\nc 2.2 June\n",
                                         "h1 Agenda\nl 1. Welcome\nl 2. Estates (Pages 3 - 9)\nl 3. Risk 4\n",
                                         "h1 Minutes of the meeting held on 3 June 2021\np Present: all.\n",
                                         "mark 1 7. Estates.pdf\n",
                                         "mark 2 Chapter 2\nl 4. and so on\n",
                                         "over This goes on / to the next page\n",
                                         "head Board, meeting in public\np Some words.\nfoot Page 3 of 9\n",
                                         "note page 4 has no text layer\n"};
    std::string text;
    for (std::uint32_t page = 1; page <= pages; ++page) {
        seed = seed * 1664525U + 1013904223U;
        text += fmt::format("page {} {}\n", page, (seed >> 12U) % 5U) + kinds[(seed >> 20U) % kinds.size()];
    }
    return text + fmt::format("page {}\np The end.\n", pages + 1);
}

BOOST_AUTO_TEST_CASE(no_word_is_lost_whatever_is_split) {
    for (std::uint32_t seed = 1; seed <= 300; ++seed) {
        const auto pack = paged_document(jumbled_pack(seed, 1 + seed % 40));
        std::size_t blocks = 0;
        std::uint32_t next = 1;
        for (const auto& paper : ingest::split_pack(pack)) {
            if (paper && !paper->pack) next = 0;
            if (!paper || !paper->pack) {
                blocks += paper ? paper->blocks.size() : 0;
                continue;
            }
            BOOST_TEST(broken_paper(pack, *paper) == "");
            BOOST_TEST(paper->pack->first_page >= next);
            next = paper->pack->last_page + 1;
            blocks += paper->blocks.size();
        }
        BOOST_TEST(blocks == pack.blocks.size());
    }
}

}  // namespace boardcheck::test
