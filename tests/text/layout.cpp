// Sentences, lead-ins and headings are where the case files say.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "cases.hpp"
#include "paper.hpp"
#include "text/text.hpp"

namespace data = boost::unit_test::data;
using namespace boardcheck;

namespace {

// "//" marks the border between two sentences of a block; each line that is not a row is a block.
std::vector<std::string> marked_sentences(const std::string& part) {
    std::vector<std::string> expected;
    for (const std::string& line : test::lines_of(part)) {
        if (line.empty()) continue;
        for (std::string& sentence : test::split(line.substr(line.find(": ") + 2), "//")) {
            while (!sentence.empty() && (sentence.back() == '|' || sentence.back() == ' ')) sentence.pop_back();
            std::size_t bar = 0;
            while ((bar = sentence.find(" | ")) != std::string::npos) sentence.replace(bar, 3, "\n");
            if (!sentence.empty()) expected.push_back(sentence);
        }
    }
    return expected;
}

std::string without_marks(std::string part) {
    std::size_t at = 0;
    while ((at = part.find(" // ")) != std::string::npos) part.replace(at, 4, " ");
    return part;
}

/// The sentences of "words => words / words", each given by how it begins.
std::string relation(const text::Text& text, std::uint32_t from, const std::vector<std::uint32_t>& to,
                     const std::vector<std::string>& sentences, const std::string& expected) {
    const auto shown = [&](std::uint32_t sentence, const std::string& prefix) {
        const bool begins = sentences[sentence].compare(0, prefix.size(), prefix) == 0 && !prefix.empty();
        return begins ? prefix : sentences[sentence];
    };
    const auto sides = test::split(expected, "=>");
    const auto prefixes = sides.size() == 2 ? test::split(sides[1], " / ") : std::vector<std::string>{};
    std::string line = shown(from, sides[0]) + " =>";
    for (std::size_t i = 0; i < to.size(); ++i) {
        line += (i == 0 ? " " : " / ") + shown(to[i], i < prefixes.size() ? prefixes[i] : "");
    }
    BOOST_TEST(from < text.sentences.size());
    return line;
}

/// A part is a paper, "---", and the relations of all sentences that have any, in reading order.
template <typename Targets>
void check_relations(const std::string& part, const Targets& targets) {
    const auto cut = part.find("---\n");
    BOOST_REQUIRE(cut != std::string::npos);
    const text::Text text = text::segment(test::paper(part.substr(0, cut)));
    const auto sentences = test::sentences_of(text);
    auto expected = test::lines_of(part.substr(cut + 4));
    expected.pop_back();
    std::vector<std::string> found;
    for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
        const std::vector<std::uint32_t> to = targets(text, i);
        if (to.empty()) continue;
        found.push_back(relation(text, i, to, sentences, found.size() < expected.size() ? expected[found.size()] : ""));
    }
    BOOST_TEST(found == expected, boost::test_tools::per_element());
}

}  // namespace

BOOST_DATA_TEST_CASE(sentences_end_where_the_case_says, data::make(test::cases_in("sentences")), path) {
    for (const std::string& part : test::parts_of(path)) {
        BOOST_TEST_CONTEXT(part) {
            const text::Text text = text::segment(test::paper(without_marks(part)));
            BOOST_TEST(test::sentences_of(text) == marked_sentences(part), boost::test_tools::per_element());
        }
    }
}

BOOST_DATA_TEST_CASE(lead_ins_are_those_of_the_case, data::make(test::cases_in("lead-ins")), path) {
    for (const std::string& part : test::parts_of(path)) {
        BOOST_TEST_CONTEXT(part) {
            check_relations(part, [](const text::Text& text, std::uint32_t i) { return text.sentences[i].lead_ins; });
        }
    }
}

BOOST_DATA_TEST_CASE(headings_are_those_of_the_case, data::make(test::cases_in("headings")), path) {
    for (const std::string& part : test::parts_of(path)) {
        BOOST_TEST_CONTEXT(part) { check_relations(part, text::headings_of); }
    }
}

BOOST_AUTO_TEST_CASE(sections_keep_their_level_and_number) {
    const text::Text text = text::segment(test::paper("h1: Paper\nh2 4: Finance\nb: Capital\np: We spend.\n"));
    BOOST_REQUIRE(text.sections.size() == 4u);
    BOOST_TEST(text.sections[0].heading == text::Section::no_heading);
    BOOST_TEST(text.sections[2].number == "4");
    BOOST_TEST(static_cast<int>(text.sections[2].level) == 2);
    BOOST_TEST(static_cast<int>(text.sections[3].level) == 3);
    BOOST_TEST(text.sections[3].parent == 2u);
    BOOST_TEST(text.sentences[3].section == 3u);
}

BOOST_AUTO_TEST_CASE(what_stands_around_the_paper_is_not_what_it_says) {
    const text::Text text =
        text::segment(test::paper("p: We will meet.\nfooter: Page one.\nfootnote: In public.\nnote: Say "
                                  "this.\ncomment: Why?\np: Every month.\n"));
    BOOST_REQUIRE(text.sentences.size() == 3u);
    BOOST_TEST(text.sentences[0].block == 0u);
    BOOST_TEST(text.sentences[1].block == 2u);
    BOOST_TEST(text.sentences[2].block == 5u);
}
