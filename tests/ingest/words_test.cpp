// Properties of whole papers: no word is lost, and every block knows the bytes that it was made from.
#include <algorithm>
#include <map>
#include <sstream>

#include <boost/test/unit_test.hpp>

#include "cases.hpp"
#include "invariants.hpp"

namespace boardcheck::test {

namespace {

using Words = std::map<std::string, int>;

/// Runs of letters, digits and other characters above ASCII; glyphs of bullets and dashes alone are no words.
void count_words(std::string_view text, Words& words) {
    std::string word;
    const auto end_word = [&] {
        if (std::any_of(word.begin(), word.end(), is_letter_or_digit)) ++words[word];
        word.clear();
    };
    for (const char c : text) {
        if (is_letter_or_digit(c) || (static_cast<unsigned char>(c) & 0x80) != 0) {
            word += c;
        } else {
            end_word();
        }
    }
    end_word();
}

std::string without(std::string text, std::string_view mark) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) text.erase(at, mark.size());
    return text;
}

/// Bullets of a second level, which conversion writes as the letter o.
std::string without_letter_bullets(const std::string& text) {
    std::string out;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const auto first = std::min(line.find_first_not_of(' '), line.size());
        out += (line.compare(first, 2, "o ") == 0 ? line.substr(first + 2) : line) + "\n";
    }
    return out;
}

/// The words of a paper, as the bytes have them: only the markup goes that has letters in it.
Words words_of_file(const std::string& bytes) {
    std::string text = without_letter_bullets(bytes);
    for (const auto* mark : {"<sup>", "</sup>", "<br>"}) text = without(std::move(text), mark);
    Words words;
    count_words(text, words);
    return words;
}

Words words_of(const ingest::Document& document) {
    Words words;
    for (const ingest::Block& block : document.blocks) {
        count_words(block.number, words);
        count_words(slice(document.text, block.span), words);
    }
    return words;
}

std::string difference(const Words& wanted, const Words& found) {
    std::string out;
    for (const auto& [word, times] : wanted) {
        const auto other = found.find(word);
        const int there = other == found.end() ? 0 : other->second;
        if (there != times) out += word + " " + std::to_string(times) + " times, read " + std::to_string(there) + "\n";
    }
    for (const auto& [word, times] : found) {
        if (!wanted.contains(word)) out += word + " is not in the file\n";
    }
    return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(no_word_of_a_paper_is_lost) {
    const auto papers = whole_papers();
    if (papers.empty()) BOOST_TEST_MESSAGE("skipped: there are no papers in corpus and beside the repository");
    for (const auto& path : papers) {
        BOOST_TEST_CONTEXT(path.filename().string()) {
            const std::string bytes = slurp(path);
            const auto document = ingest::ingest(path.string(), bytes);
            BOOST_REQUIRE(document);
            BOOST_TEST(difference(words_of_file(bytes), words_of(*document)) == "");
            BOOST_TEST(broken_invariant(*document, bytes) == "");
            BOOST_TEST(document->notices.empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_block_leads_back_to_its_bytes) {
    const std::string paper = "# One &amp; **two**\n\n- The 6<sup>th</sup> *plan*,\n  which we made\n";
    const auto document = ingest::ingest("a.md", paper);
    BOOST_REQUIRE(document);
    BOOST_REQUIRE(document->blocks.size() == 2U);
    const auto source = [&](std::string_view words) {
        const auto at = static_cast<std::uint32_t>(document->text.find(words));
        const Span span{at, at + static_cast<std::uint32_t>(words.size())};
        return std::string(slice(paper, document->source.to_source(span)));
    };
    BOOST_TEST(document->text == "One & two\nThe 6th plan, which we made");
    BOOST_TEST(source("One & two") == "One &amp; **two");
    BOOST_TEST(source("&") == "&amp;");
    BOOST_TEST(source("two") == "two");
    BOOST_TEST(source("6th") == "6<sup>th");
    BOOST_TEST(source("plan, which") == "plan*,\n  which");
    BOOST_TEST(source("made") == "made");
}

BOOST_AUTO_TEST_CASE(reading_twice_gives_the_same_document) {
    for (const auto& path : case_files()) {
        const Case contents = read_case(path);
        const auto first = ingest::ingest("a.md", contents.paper);
        const auto second = ingest::ingest("a.md", contents.paper);
        BOOST_REQUIRE(first);
        BOOST_TEST(first->text == second->text);
        BOOST_TEST((first->blocks == second->blocks));
        BOOST_TEST((first->source == second->source));
    }
}

BOOST_AUTO_TEST_CASE(line_endings_make_no_difference) {
    for (const auto& path : case_files()) {
        const std::string unix_paper = read_case(path).paper;
        std::string windows_paper;
        for (const char c : unix_paper) windows_paper += c == '\n' ? std::string("\r\n") : std::string(1, c);
        const auto first = ingest::ingest("a.md", unix_paper);
        const auto second = ingest::ingest("a.md", windows_paper);
        BOOST_TEST_CONTEXT(path.filename().string()) { BOOST_TEST(describe(*first) == describe(*second)); }
    }
}

}  // namespace boardcheck::test
