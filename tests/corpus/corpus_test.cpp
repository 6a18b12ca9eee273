// What holds for every paper: evidence lies where it says, quotes are words of the file, and the same papers give the
// same report.
#include <algorithm>
#include <cctype>
#include <sstream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "case_file.hpp"
#include "cli/assess.hpp"

namespace bdata = boost::unit_test::data;
using namespace boardcheck;

namespace {

std::vector<ingest::Input> papers() {
    auto inputs = ingest::collect({PROJECT_ROOT "/corpus"}).inputs;
    // Those in folders are made to trip checks: some have no date, some no title, some are versions of each other.
    const std::string_view root = PROJECT_ROOT "/corpus/";
    std::erase_if(inputs, [&](const ingest::Input& input) {
        return input.file.ends_with("README.md") || input.file.find('/', root.size()) != std::string::npos;
    });
    if (inputs.size() < 6) throw std::runtime_error("the corpus has fewer than six papers");
    return inputs;
}

report::Paper assessed(const ingest::Input& input) {
    auto document = ingest::ingest(input.file, ingest::load(input).value());
    if (!document) throw std::runtime_error(to_string(document.error()));
    return cli::assess(std::move(*document), test::real_catalogue(), {});
}

std::vector<extract::Evidence> all_evidence(const report::Paper& paper) {
    std::vector<extract::Evidence> all;
    for (const auto& result : paper.assessment.requirements)
        all.insert(all.end(), result.evidence.begin(), result.evidence.end());
    const auto add = [&all](const auto& declared) {
        for (const auto& each : declared) all.push_back(each.evidence);
    };
    const extract::Declarations& declared = paper.declarations;
    add(declared.structures);
    for (const auto& structure : declared.structures) add(structure.members);
    add(declared.commitments);
    add(declared.recommendations);
    add(declared.dates);
    add(declared.citations);
    add(declared.acronyms);
    add(declared.references);
    for (const auto& each : paper.assessment.findings) {
        if (each.evidence) all.push_back(*each.evidence);
    }
    return all;
}

/// Letters and figures only: what conversion cannot change.
std::string bare(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c))) out += c;
    }
    return out;
}

std::string report_of(const std::vector<ingest::Input>& inputs) {
    std::vector<report::Outcome> outcomes;
    for (const auto& input : inputs) outcomes.emplace_back(assessed(input));
    return report::json(outcomes, test::real_catalogue(), {});
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_quote_is_found_where_it_is_said_to_stand) {
    for (const auto& input : papers()) {
        const report::Paper paper = assessed(input);
        const std::string bytes = ingest::load(input).value();
        const auto evidence = all_evidence(paper);
        BOOST_TEST(!evidence.empty(), input.file);
        for (const auto& each : evidence) {
            BOOST_TEST_REQUIRE(each.span.end <= paper.text.text.size());
            const std::string quote = report::quote_of(paper, each);
            const report::Place place = report::place_of(paper, each);
            BOOST_TEST_REQUIRE(place.source.end <= bytes.size());
            const std::string source = bare(slice(bytes, place.source));
            // The source may have marks and page furniture between the words; the first and last words must be there.
            const std::string words = bare(quote);
            const std::size_t edge = std::min<std::size_t>(words.size(), 12);
            BOOST_TEST(source.find(words.substr(0, edge)) != std::string::npos, input.file << ": " << quote);
            BOOST_TEST(source.find(words.substr(words.size() - edge)) != std::string::npos,
                       input.file << ": " << quote);
            BOOST_TEST(place.line > 0u);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_paper_knows_its_date_and_title) {
    for (const auto& input : papers()) {
        const report::Paper paper = assessed(input);
        BOOST_TEST(paper.declarations.meta.date.has_value(), input.file);
        BOOST_TEST(!paper.declarations.meta.title.empty(), input.file);
    }
}

BOOST_AUTO_TEST_CASE(the_same_papers_give_the_same_report) {
    const auto inputs = papers();
    BOOST_TEST((report_of(inputs) == report_of(inputs)));
}

BOOST_AUTO_TEST_CASE(a_paper_is_judged_alike_whatever_papers_are_beside_it) {
    const auto inputs = papers();
    std::ostringstream silence;
    cli::Progress progress(silence, false, inputs.size(), "papers");
    const cli::Options judged{check::Options{}};
    const auto outcomes = cli::assess_all(inputs, test::real_catalogue(), judged, progress).outcomes;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const std::string together = report::json({outcomes[i]}, test::real_catalogue(), {});
        BOOST_TEST((together == report_of({inputs[i]})), inputs[i].file);
    }
}
