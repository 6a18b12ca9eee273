// Real papers, where they are at hand: what holds for every Text holds for them, and every sentence is found in the
// source.
#include <algorithm>

#include <boost/test/unit_test.hpp>

#include "cases.hpp"
#include "ingest/ingest.hpp"
#include "invariants.hpp"
#include "paper.hpp"
#include "text/text.hpp"

using namespace boardcheck;

BOOST_AUTO_TEST_CASE(real_papers_hold_the_invariants) {
    const auto folder = std::filesystem::path(PROJECT_ROOT).parent_path() / "shared" / "papers";
    if (!std::filesystem::is_directory(folder)) {
        BOOST_TEST_MESSAGE("skipped: no folder of papers beside the repository");
        return;
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        BOOST_TEST_CONTEXT(entry.path()) {
            const auto document = ingest::ingest(entry.path().string(), test::slurp(entry.path()));
            BOOST_REQUIRE(document.has_value());
            const text::Text text = text::segment(*document);
            BOOST_TEST(test::broken_invariant(*document, text) == "");
            BOOST_TEST(text.sentences.size() > 50u);
            for (const text::Sentence& sentence : text.sentences) {
                // Normalised once more, the source of a sentence is the sentence.
                const Span source = text.document.to_source(sentence.span);
                const auto again = text::segment(test::Paper().add({}, slice(document->text, source)).document()).text;
                std::string words(slice(text.text, sentence.span));
                std::replace(words.begin(), words.end(), '\n', ' ');
                BOOST_TEST(again == words);
            }
        }
    }
}
