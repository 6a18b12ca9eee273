// Clauses and what governs them. A line of a case is one clause with its marks in braces; a line "kind: words" begins a
// block.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "cases.hpp"
#include "paper.hpp"
#include "text/text.hpp"

namespace data = boost::unit_test::data;
using namespace boardcheck;

namespace {

std::string marks_of(const text::Clause& clause) {
    constexpr const char* modalities[] = {"", " must", " expected", " will", " may"};
    constexpr const char* tenses[] = {"", " past", " present", " future"};
    std::string marks;
    if (clause.negated) marks += " not";
    if (clause.conditional) marks += " if";
    marks += modalities[static_cast<int>(clause.modality)];
    marks += tenses[static_cast<int>(clause.tense)];
    return " {" + (marks.empty() ? marks : marks.substr(1)) + "}";
}

std::string words_of(const text::Text& text, text::TokenRange tokens) {
    if (tokens.first == tokens.last) return "";
    return std::string(slice(text.text, {text.tokens[tokens.first].span.begin, text.tokens[tokens.last - 1].span.end}));
}

struct Case {
    std::string paper;
    std::vector<std::string> expected;
};

Case read_case(const std::string& part) {
    Case result;
    for (const std::string& line : test::lines_of(part)) {
        if (line.empty()) continue;
        const auto colon = line.find(": ");
        const bool new_block = colon != std::string::npos && line.find(' ') > colon;
        const std::string clause = new_block ? line.substr(colon + 2) : line;
        const bool new_cell = clause.compare(0, 2, "| ") == 0;
        result.expected.push_back(new_cell ? clause.substr(2) : clause);
        if (new_block && !result.paper.empty()) result.paper += "\n";
        result.paper += (new_block ? "" : " ") + line.substr(0, line.rfind(" {"));
    }
    return result;
}

}  // namespace

BOOST_DATA_TEST_CASE(clauses_are_those_of_the_case, data::make(test::cases_in("clauses")), path) {
    for (const std::string& part : test::parts_of(path)) {
        BOOST_TEST_CONTEXT(part) {
            const Case expected = read_case(part);
            const text::Text text = text::segment(test::paper(expected.paper));
            std::vector<std::string> found;
            for (const text::Sentence& sentence : text.sentences) {
                for (const text::Clause& clause : sentence.clauses) {
                    std::string words = words_of(text, clause.tokens);
                    std::size_t cell = 0;
                    while ((cell = words.find('\n')) != std::string::npos) words.replace(cell, 1, " | ");
                    found.push_back(words + marks_of(clause));
                }
            }
            BOOST_TEST(found == expected.expected, boost::test_tools::per_element());
        }
    }
}
