// Case files say what must be found: every part that a case has besides rules and paper is compared whole.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <ctime>

#include "case_file.hpp"
#include "match/match.hpp"

namespace bdata = boost::unit_test::data;
using namespace boardcheck;

namespace {

std::string mentions(const text::Text& text, const match::Matches& matches, const catalogue::Catalogue& catalogue) {
    std::string out;
    for (const match::Mention& mention : matches.mentions) {
        out += catalogue.terms[mention.term].id + ": " + test::words_of(text, mention.tokens) + "\n";
    }
    return out;
}

/// Which marker's patterns hit, and where; a part for markers called "match" alone would hide one that should not hit.
std::string hits(const text::Text& text, const match::Matches& matches, const catalogue::Catalogue& catalogue) {
    std::string out;
    for (const catalogue::Marker& marker : catalogue.markers) {
        for (const catalogue::PatternId pattern : marker.patterns) {
            for (const match::Hit& hit : match::hits_of(matches, pattern)) {
                out += marker.name + ": " + test::words_of(text, hit.tokens) + "\n";
            }
        }
    }
    return out;
}

std::string dates(const text::Text& text, const match::Matches& matches) {
    std::string out;
    for (const match::DateMention& date : matches.dates) {
        out += (date.iso.empty() ? "?" : date.iso) + ": " + test::words_of(text, date.tokens) + "\n";
    }
    return out;
}

std::string names(const match::Matches& matches, const catalogue::Catalogue& catalogue) {
    std::string out;
    for (const std::string& name : matches.local_names) out += "local: " + name + "\n";
    for (const match::Alias& alias : matches.aliases) out += catalogue.terms[alias.term].id + ": " + alias.name + "\n";
    return out;
}

std::string readings(const match::Matches& matches, const catalogue::Catalogue& catalogue) {
    std::string out;
    for (std::size_t i = 0; i < matches.readings.size(); ++i) {
        out += catalogue.readings[i].id + ": " + (matches.readings[i] ? "yes" : "no") + "\n";
    }
    return out;
}

}  // namespace

BOOST_DATA_TEST_CASE(what_a_case_lists_is_what_is_found, bdata::make(test::cases_in(TEST_DATA "/data")), path) {
    const test::Parts parts = test::parts_of(path);
    const catalogue::Catalogue catalogue = test::catalogue_of(parts);
    const text::Text text = text::segment(test::document_of(parts));
    const match::Matches matches = match::match(text, catalogue);
    const test::Parts found{{"mentions", mentions(text, matches, catalogue)},
                            {"hits", hits(text, matches, catalogue)},
                            {"dates", dates(text, matches)},
                            {"names", names(matches, catalogue)},
                            {"readings", readings(matches, catalogue)}};
    test::compare(parts, found, path);
}

BOOST_AUTO_TEST_CASE(hits_lie_in_their_sentences) {
    const test::Parts parts = test::parts_of(TEST_DATA "/data/scope-list.case");
    const catalogue::Catalogue catalogue = test::catalogue_of(parts);
    const text::Text text = text::segment(test::document_of(parts));
    const match::Matches matches = match::match(text, catalogue);
    BOOST_TEST(!matches.hits.empty());
    for (const match::Hit& hit : matches.hits) {
        const text::TokenRange sentence = text.sentences[hit.sentence].tokens;
        BOOST_TEST(sentence.first <= hit.tokens.first);
        BOOST_TEST(hit.tokens.first < hit.tokens.last);
        BOOST_TEST(hit.tokens.last <= sentence.last);
    }
}

BOOST_AUTO_TEST_CASE(a_sentence_of_a_hundred_thousand_mentions_ends_soon) {
    test::Parts parts = test::parts_of(TEST_DATA "/data/near.case");
    parts["paper"].clear();
    for (int i = 0; i < 100'000; ++i) parts["paper"] += "chair of the board ";
    const catalogue::Catalogue catalogue = test::catalogue_of(parts);
    const text::Text text = text::segment(test::document_of(parts));
    const std::clock_t begin = std::clock();  // processor time: the machine may be busy with something else
    const match::Matches matches = match::match(text, catalogue);
    BOOST_TEST(matches.mentions.size() >= 100'000u);
    BOOST_TEST(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 20);
}

BOOST_DATA_TEST_CASE(long_runs_of_words_that_may_be_skipped_end_soon,
                     bdata::make({"a ", "the ", "' ", "\" ", "*a_ ", "chair the ", "(board) "}), piece) {
    test::Parts parts = test::parts_of(TEST_DATA "/data/variants.case");
    parts["paper"] = "Chair of the partnership ";
    while (parts["paper"].size() < 128 * 1024) parts["paper"] += piece;
    const catalogue::Catalogue catalogue = test::catalogue_of(parts);
    const text::Text text = text::segment(test::document_of(parts));
    const std::clock_t begin = std::clock();  // processor time: the machine may be busy with something else
    BOOST_TEST(!match::match(text, catalogue).mentions.empty());
    BOOST_TEST(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 20);
}
