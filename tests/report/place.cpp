// Where a quote stands: line, page, section, paragraph and bytes of the file.
#include <array>

#include <boost/test/unit_test.hpp>

#include "report/passage.hpp"
#include "sample.hpp"

using namespace boardcheck;
using namespace boardcheck::report;

namespace {

const std::vector<std::string> board_section{"Moving to the new arrangements", "5 Governance", "5.1 The Board"};

}  // namespace

BOOST_AUTO_TEST_CASE(a_place_has_line_page_section_paragraph_and_bytes) {
    const Paper paper = sample::transition_paper();
    const auto evidence = paper.assessment.requirements[2].evidence.front();
    const Place place = place_of(paper, evidence);
    BOOST_TEST(place.line == 14U);
    BOOST_TEST(place.page == 3U);
    BOOST_TEST(place.slide == 0U);
    BOOST_TEST(place.section == board_section, boost::test_tools::per_element());
    BOOST_TEST(place.paragraph == "5.3");
    BOOST_TEST(place.source.begin == evidence.span.begin + 3);
    BOOST_TEST(place.source.end == evidence.span.end + 3);
    BOOST_TEST(place_label(place) == "5.1 The Board, p. 3, §5.3, line 14");
}

BOOST_AUTO_TEST_CASE(a_bracketed_item_is_counted_within_its_paragraph) {
    const Paper paper = sample::transition_paper();
    BOOST_TEST(place_of(paper, paper.assessment.requirements[1].evidence.front()).paragraph == "5.3(a)");
    BOOST_TEST(place_of(paper, paper.declarations.recommendations.front().evidence).paragraph == "(a)");
}

BOOST_AUTO_TEST_CASE(a_paragraph_without_number_takes_the_one_before_it_in_its_section) {
    const Paper paper = sample::transition_paper();
    BOOST_TEST(place_of(paper, paper.assessment.requirements[3].evidence.front()).paragraph == "5.3");
    const Place elsewhere = place_of(paper, paper.declarations.structures[1].evidence);
    BOOST_TEST(elsewhere.paragraph == "");
    BOOST_TEST(elsewhere.section.back() == "Timetable");
}

BOOST_AUTO_TEST_CASE(words_in_an_unclear_layout_say_so) {
    Paper paper = sample::transition_paper();
    const auto evidence = paper.assessment.requirements[2].evidence.front();
    const auto report_of = [&] {
        return std::array{human({paper}, sample::catalogue(), {}), html({paper}, sample::catalogue(), {}),
                          json({paper}, sample::catalogue(), {})};
    };
    BOOST_TEST(!place_of(paper, evidence).doubtful);
    for (const std::string& report : report_of()) {
        BOOST_TEST(report.find("layout unclear") == std::string::npos);
        BOOST_TEST(report.find("\"doubtful\"") == std::string::npos);
    }
    for (ingest::Block& block : paper.document.blocks) block.doubtful = block.line == 14;
    BOOST_TEST(place_of(paper, evidence).doubtful);
    BOOST_TEST(place_label(place_of(paper, evidence)) == "5.1 The Board, p. 3, §5.3, line 14 (layout unclear)");
    const auto [text, page, data] = report_of();
    BOOST_TEST(text.find("line 14 (layout unclear)") != std::string::npos);
    BOOST_TEST(page.find("line 14 (layout unclear)") != std::string::npos);
    BOOST_TEST(data.find("\"doubtful\": true") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_quote_is_on_one_line) {
    sample::Draft draft("a.md");
    draft.row({"List of staff", "29 Oct \t 2021"}).paragraph("The end.");
    const auto evidence = draft.at("List of staff\n29 Oct \t 2021");
    BOOST_TEST(quote_of(draft.finish(), evidence) == "List of staff 29 Oct 2021");
}

BOOST_AUTO_TEST_CASE(a_quote_has_the_words_of_the_document_where_the_text_was_rewritten) {
    Paper paper;
    paper.document.text = "The “Board” has ten members.";
    paper.document.blocks.resize(1);
    paper.document.blocks[0].span = {0, static_cast<std::uint32_t>(paper.document.text.size())};
    paper.document.source.copy(0, static_cast<std::uint32_t>(paper.document.text.size()));
    paper.text.text = "The \"Board\" has ten members.";
    paper.text.document.copy(0, 4);
    paper.text.document.replace({4, 7}, 1);
    paper.text.document.copy(7, 5);
    paper.text.document.replace({12, 15}, 1);
    paper.text.document.copy(15, 17);
    paper.text.sections.resize(1);
    paper.text.sentences = {{.span = {0, 28}, .tokens = {}, .block = 0, .section = 0, .lead_ins = {}, .clauses = {}}};
    BOOST_TEST(quote_of(paper, {0, {4, 11}}) == "“Board”");
    BOOST_TEST(place_of(paper, {0, {4, 11}}).source.begin == 4U);
    BOOST_TEST(place_of(paper, {0, {4, 11}}).source.end == 15U);
    BOOST_TEST(to_string(passage_of(paper, {0, {4, 11}})) == "The “Board” has ten members.");
}

BOOST_AUTO_TEST_CASE(a_passage_shows_the_sentence_under_its_lead_in) {
    const Paper paper = sample::transition_paper();
    const Passage passage = passage_of(paper, paper.declarations.commitments[1].evidence);
    BOOST_TEST(passage.lead_in == "We will establish an NHS ICS Board of eight members. We will also:");
    BOOST_TEST(passage.before == "");
    BOOST_TEST(passage.words == "publish a constitution");
    BOOST_TEST(passage.after == ", subject to Parliament");
}

BOOST_AUTO_TEST_CASE(the_cells_of_a_row_are_told_apart) {
    sample::Draft draft("a.md");
    draft.row({"W9", "Due diligence", "29 Oct 2021", "Green"}).paragraph("The end.");
    const auto whole = draft.at("W9\nDue diligence\n29 Oct 2021\nGreen");
    const auto cell = draft.at("Due diligence");
    const auto part = draft.at("diligence\n29");
    const Paper paper = draft.finish();
    BOOST_TEST(to_string(passage_of(paper, whole)) == "W9 | Due diligence | 29 Oct 2021 | Green");
    BOOST_TEST(to_string(passage_of(paper, cell)) == "W9 | Due diligence | 29 Oct 2021 | Green");
    BOOST_TEST(passage_of(paper, cell).words == "Due diligence");
    BOOST_TEST(to_string(passage_of(paper, part)) == "W9 | Due diligence | 29 Oct 2021 | Green");
    BOOST_TEST(passage_of(paper, part).words == "diligence | 29");
}

BOOST_AUTO_TEST_CASE(a_sentence_is_quoted_once) {
    const std::vector<extract::Evidence> evidence{{7, {50, 60}}, {2, {10, 20}}, {7, {40, 55}}};
    const std::vector<extract::Evidence> expected{{7, {40, 60}}, {2, {10, 20}}};
    BOOST_TEST((joined_by_sentence(evidence) == expected));
}

BOOST_AUTO_TEST_CASE(long_sentences_are_shortened_between_words) {
    BOOST_TEST(shortened("one two three", 20) == "one two three");
    BOOST_TEST(shortened("one two three", 9) == "one two…");
    BOOST_TEST(shortened("éééé", 3) == "é…");
    sample::Draft draft("a.md");
    std::string filler;
    for (int i = 0; i < 100; ++i) filler += "words ";
    draft.paragraph(filler + "the point " + filler);
    const auto evidence = draft.at("the point");
    const Passage passage = passage_of(draft.finish(), evidence);
    BOOST_TEST(passage.before.size() < 200U);
    BOOST_TEST(passage.before.starts_with("…"));
    BOOST_TEST(passage.before.ends_with("words "));
    BOOST_TEST(passage.after.starts_with(" words"));
    BOOST_TEST(passage.after.ends_with("words…"));
}

BOOST_AUTO_TEST_CASE(a_number_in_the_heading_is_not_said_again) {
    Place place;
    place.section = {"8 Key dates"};
    place.paragraph = "8";
    place.line = 3;
    BOOST_TEST(place_label(place) == "8 Key dates, line 3");
    place.paragraph = "8.1";
    BOOST_TEST(place_label(place) == "8 Key dates, §8.1, line 3");
}
