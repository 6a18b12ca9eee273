// The language of a paper.
#include <boost/test/unit_test.hpp>

#include "../cases.hpp"
#include "ingest/ingest.hpp"

namespace boardcheck::test {

namespace {

ingest::Document read(const std::string& text) {
    auto document = ingest::ingest("paper.txt", text);
    if (!document) throw std::runtime_error(to_string(document.error()));
    return std::move(*document);
}

std::string paper(const std::string& name) {
    return slurp(std::filesystem::path(TEST_DATA) / "language" / (name + ".txt"));
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_paper_has_the_language_of_its_words) {
    BOOST_TEST(read(paper("english")).language == "en");
    BOOST_TEST(read(paper("welsh")).language == "cy");
    BOOST_TEST(read(paper("welsh")).second_language == "");
    BOOST_TEST(ingest::name_of_language("cy") == "Welsh");
}

BOOST_AUTO_TEST_CASE(a_paper_in_two_languages_has_both_and_says_so) {
    const auto both = read(paper("welsh") + "\n" + paper("english"));
    BOOST_TEST((both.language == "en" || both.language == "cy"));
    BOOST_TEST((both.second_language == "en" || both.second_language == "cy"));
    BOOST_TEST(both.language != both.second_language);
    BOOST_REQUIRE(both.notices.size() == 1u);
    BOOST_TEST(both.notices.front().message.starts_with("the paper is in two languages, "));
}

BOOST_AUTO_TEST_CASE(few_words_tell_no_language) { BOOST_TEST(read("Bore da. Croeso i bawb.").language == ""); }

}  // namespace boardcheck::test
