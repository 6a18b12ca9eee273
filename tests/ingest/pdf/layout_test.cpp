// What poppler's tool writes about pages, and what the paper is then.
#include <boost/test/unit_test.hpp>

#include <fmt/format.h>

#include "ingest/pdf/layout.hpp"
#include "ingest/pdf/page_xml.hpp"

using namespace boardcheck;
using namespace boardcheck::ingest;

namespace {

/// A line of the tool's output, in 12 points and letters 6 points wide.
std::string text(int left, int top, std::string_view words, int font = 0) {
    return fmt::format("<text top=\"{}\" left=\"{}\" width=\"{}\" height=\"{}\" font=\"{}\">{}</text>\n", top, left,
                       words.size() * (font == 2 ? 4 : 6), font == 2 ? 8 : 12, font, words);
}

std::string page(int number, std::string_view content) {
    return fmt::format(
        "<page number=\"{}\" position=\"absolute\" top=\"0\" left=\"0\" height=\"842\" width=\"595\">\n"
        "<fontspec id=\"0\" size=\"12\" family=\"Serif\" color=\"#000000\"/>\n"
        "<fontspec id=\"1\" size=\"16\" family=\"Serif-Bold\" color=\"#000000\"/>\n"
        "<fontspec id=\"2\" size=\"8\" family=\"Serif\" color=\"#000000\"/>\n{}</page>\n",
        number, content);
}

/// "kind level number page: words" for each block.
std::vector<std::string> blocks_of(const std::string& xml) {
    pdf::PageParser parser;
    // In pieces, as a pipe gives them.
    for (std::size_t at = 0; at < xml.size(); at += 37) parser.take(std::string_view(xml).substr(at, 37));
    pdf::PageRun run = std::move(parser).finish();
    const pdf::Layout layout = pdf::lay_out(std::move(run.pages), run.outline);
    std::vector<std::string> told;
    for (const DraftBlock& block : layout.draft.blocks) {
        std::string words;
        for (const Span line : block.lines)
            words += (words.empty() ? "" : " | ") + std::string(line_text(layout.draft, line));
        std::string place;
        if (block.block.table > 0)
            place = fmt::format(" {}:{},{}", block.block.table, block.block.row, block.block.column);
        if (block.block.level > 0) place += fmt::format(" {}", block.block.level);
        if (!block.block.number.empty()) place += " [" + block.block.number + "]";
        told.push_back(std::string(name_of(block.block.kind)) + place + ": " + words);
    }
    return told;
}

using Blocks = std::vector<std::string>;
using boost::test_tools::per_element;

const std::string long_line = "The committee received the report of the director on the year and asked for";

}  // namespace

BOOST_AUTO_TEST_CASE(lines_are_paragraphs_again_and_broken_words_whole) {
    const std::string xml =
        page(1, text(72, 60, "Meeting of the committee", 1) + text(72, 100, long_line) +
                    text(72, 114, "a plan of co-production with the residents of Northmere and co-") +
                    text(72, 128, "production with the councils.") + text(72, 156, long_line) +
                    text(72, 170, "nothing else."));
    BOOST_TEST(blocks_of(xml) == (Blocks{"heading 1: Meeting of the committee",
                                         "paragraph: " + long_line +
                                             " a plan of co-production with the residents of Northmere and "
                                             "co-production with the councils.",
                                         "paragraph: " + long_line + " nothing else."}),
               per_element());
}

BOOST_AUTO_TEST_CASE(a_paragraph_goes_on_over_the_page_and_running_lines_stay_with_their_pages) {
    std::string xml;
    for (int number = 1; number <= 3; ++number) {
        xml += page(number, text(72, 30, "Northmere Board papers") +
                                text(72, 100, number == 1 ? long_line : "a plan. " + long_line) +
                                text(280, 800, fmt::format("Page {} of 3", number)));
    }
    BOOST_TEST(
        blocks_of(xml) == (Blocks{"header: Northmere Board papers",
                                  "paragraph: " + long_line + " | a plan. " + long_line + " | a plan. " + long_line,
                                  "footer: Page 1 of 3", "header: Northmere Board papers", "footer: Page 2 of 3",
                                  "header: Northmere Board papers", "footer: Page 3 of 3"}),
        per_element());
}

BOOST_AUTO_TEST_CASE(items_have_levels_and_numbers_by_indent) {
    const std::string xml =
        page(1, text(72, 100, "5.2") + text(108, 100, "The board will:") + text(108, 120, "(a)") +
                    text(140, 120, "meet in public;") + text(108, 140, "(b)") + text(140, 140, "publish its papers:") +
                    text(140, 160, "\xE2\x80\xA2") + text(155, 160, "in time;"));
    BOOST_TEST(blocks_of(xml) == (Blocks{"paragraph [5.2]: The board will:", "list_item 1 [(a)]: meet in public;",
                                         "list_item 1 [(b)]: publish its papers:", "list_item 2: in time;"}),
               per_element());
}

BOOST_AUTO_TEST_CASE(cells_stand_in_rows_and_columns) {
    const std::string xml = page(1, text(72, 100, "Action") + text(300, 100, "Owner") + text(420, 100, "By") +
                                        text(72, 118, "Draft the terms of") + text(72, 132, "reference") +
                                        text(300, 118, "A. Moss") + text(420, 118, "May") + text(72, 150, "Recruit") +
                                        text(300, 150, "B. Fell") + text(420, 150, "June"));
    BOOST_TEST(blocks_of(xml) == (Blocks{"table_cell 1:1,1: Action", "table_cell 1:1,2: Owner", "table_cell 1:1,3: By",
                                         "table_cell 1:2,1: Draft the terms of reference", "table_cell 1:2,2: A. Moss",
                                         "table_cell 1:2,3: May", "table_cell 1:3,1: Recruit",
                                         "table_cell 1:3,2: B. Fell", "table_cell 1:3,3: June"}),
               per_element());
}

BOOST_AUTO_TEST_CASE(columns_are_read_one_after_the_other) {
    std::string left;
    std::string right;
    for (int i = 0; i < 6; ++i) {
        left += text(60, 100 + 14 * i, fmt::format("words on the left side number {}", i));
        right += text(310, 100 + 14 * i, fmt::format("words on the right side number {}", i));
    }
    const Blocks blocks = blocks_of(page(1, left + right));
    BOOST_REQUIRE(!blocks.empty());
    BOOST_TEST(blocks.front().starts_with("paragraph: words on the left side number 0 words on the left"));
}

BOOST_AUTO_TEST_CASE(footnotes_stand_at_the_foot_of_their_page) {
    const std::string xml = page(1, text(72, 100, "The plan was agreed in May") +
                                        "<text top=\"99\" left=\"228\" width=\"4\" height=\"8\" font=\"2\">1</text>\n" +
                                        text(232, 100, " by all the partners.") + text(72, 140, "It is in force.") +
                                        "<text top=\"700\" left=\"72\" width=\"3\" height=\"5\" font=\"3\">1</text>\n" +
                                        text(76, 700, "Minutes of the partnership, May.", 2));
    BOOST_TEST(
        blocks_of(xml) == (Blocks{"paragraph: The plan was agreed in May by all the partners.",
                                  "paragraph: It is in force.", "footnote [1]: Minutes of the partnership, May."}),
        per_element());
}

BOOST_AUTO_TEST_CASE(footnotes_in_letters_as_large_as_the_text_are_told_by_their_call) {
    const std::string xml = page(1, text(72, 500, long_line) + text(72, 514, long_line) +
                                        "<text top=\"513\" left=\"522\" width=\"4\" height=\"8\" font=\"2\"><a "
                                        "href=\"a.html#1\">1</a></text>\n" +
                                        "<text top=\"700\" left=\"72\" width=\"4\" height=\"8\" font=\"2\"><a "
                                        "href=\"a.html#1\">1</a></text>\n" +
                                        text(76, 700, " Copies in large print")) +
                            page(2, text(72, 60, "an answer."));
    BOOST_TEST(blocks_of(xml) == (Blocks{"paragraph: " + long_line + " " + long_line + " | an answer.",
                                         "footnote [1]: Copies in large print"}),
               per_element());
}

BOOST_AUTO_TEST_CASE(clauses_with_hanging_numbers_are_no_table) {
    const std::string clauses = text(72, 100, "2.", 1) + text(108, 100, "How the draft was made", 1) +
                                text(72, 130, "2.1") +
                                text(108, 130, "The draft follows the model that was shared in the") +
                                text(108, 144, "summer.") + text(72, 170, "2.2") + text(108, 170, "Nobody objected.");
    BOOST_TEST(blocks_of(page(1, clauses)) ==
                   (Blocks{"heading 1 [2]: How the draft was made",
                           "paragraph [2.1]: The draft follows the model that was shared in the summer.",
                           "paragraph [2.2]: Nobody objected."}),
               per_element());
}

BOOST_AUTO_TEST_CASE(a_table_may_have_numbers_in_its_first_column) {
    const std::string rows = text(72, 100, "No") + text(108, 100, "Action") + text(300, 100, "Owner") +
                             text(72, 120, "1.1") + text(108, 120, "Write to members") + text(300, 120, "Chair") +
                             text(72, 140, "1.2") + text(108, 140, "Book a room");
    BOOST_TEST(blocks_of(page(1, rows)) ==
                   (Blocks{"table_cell 1:1,1: No", "table_cell 1:1,2: Action", "table_cell 1:1,3: Owner",
                           "table_cell 1:2,1: 1.1", "table_cell 1:2,2: Write to members", "table_cell 1:2,3: Chair",
                           "table_cell 1:3,1: 1.2", "table_cell 1:3,2: Book a room"}),
               per_element());
}

BOOST_AUTO_TEST_CASE(a_row_goes_on_over_the_page) {
    const std::string rows = text(72, 700, "Paper") + text(200, 700, "System") + text(400, 700, "Day") +
                             text(72, 720, "Report of the") + text(200, 720, "Northmere") + text(400, 720, "May");
    const std::string rest = text(72, 60, "director") + text(200, 60, "and fells") + text(72, 80, "Minutes") +
                             text(200, 80, "Eastmere") + text(400, 80, "June");
    BOOST_TEST(blocks_of(page(1, rows) + page(2, rest)) ==
                   (Blocks{"table_cell 1:1,1: Paper", "table_cell 1:1,2: System", "table_cell 1:1,3: Day",
                           "table_cell 1:2,1: Report of the | director", "table_cell 1:2,2: Northmere | and fells",
                           "table_cell 1:2,3: May", "table_cell 1:3,1: Minutes", "table_cell 1:3,2: Eastmere",
                           "table_cell 1:3,3: June"}),
               per_element());
}

BOOST_AUTO_TEST_CASE(the_head_of_a_table_is_no_running_head) {
    std::string xml;
    Blocks expected{"table_cell 1:1,1: Ref", "table_cell 1:1,2: Action", "table_cell 1:1,3: Owner"};
    for (int number = 1; number <= 3; ++number) {
        const char letter = static_cast<char>('A' + number);
        xml += page(number, text(72, 60, "Ref") + text(150, 60, "Action") + text(400, 60, "Owner") +
                                text(72, 80, fmt::format("{}1", letter)) + text(150, 80, "Write to members") +
                                text(400, 80, "Chair"));
        expected.push_back(fmt::format("table_cell 1:{},1: {}1", number + 1, letter));
        expected.push_back(fmt::format("table_cell 1:{},2: Write to members", number + 1));
        expected.push_back(fmt::format("table_cell 1:{},3: Chair", number + 1));
    }
    BOOST_TEST(blocks_of(xml) == expected, per_element());
}

BOOST_AUTO_TEST_CASE(text_drawn_twice_is_told_once_and_ligatures_are_letters) {
    const std::string xml = page(1, text(72, 100,
                                         "The o\xEF\xAC\x83"
                                         "ce") +
                                        text(72, 100,
                                             "The o\xEF\xAC\x83"
                                             "ce"));
    BOOST_TEST(blocks_of(xml) == (Blocks{"paragraph: The office"}), per_element());
}

BOOST_AUTO_TEST_CASE(bookmarks_give_headings_their_level) {
    const std::string xml = page(1, text(72, 100, "1. Purpose of the report") + text(72, 130, long_line)) +
                            "<outline>\n<item page=\"1\">Board paper</item>\n<outline>\n"
                            "<item page=\"1\">1. Purpose of the report</item>\n</outline>\n</outline>\n";
    BOOST_TEST(blocks_of(xml) == (Blocks{"heading 2 [1]: Purpose of the report", "paragraph: " + long_line}),
               per_element());
}
