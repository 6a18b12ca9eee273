// Encodings, and files that are not text.
#include <boost/test/unit_test.hpp>

#include "ingest/ingest.hpp"

namespace boardcheck::test {

namespace {

std::string text_of(std::string_view bytes) {
    const auto document = ingest::ingest("a.txt", bytes);
    return document ? document->text : to_string(document.error());
}

std::string notices_of(std::string_view bytes) {
    const auto document = ingest::ingest("a.txt", bytes);
    if (!document) return to_string(document.error());
    std::string out;
    for (const Notice& notice : document->notices) {
        out += notice.file + ":" + std::to_string(notice.line) + ": " + notice.message + "\n";
    }
    return out;
}

std::string utf16(std::u16string_view text, bool big_endian) {
    std::string out;
    for (const char16_t unit : text) {
        const auto high = static_cast<char>(unit >> 8);
        const auto low = static_cast<char>(unit & 0xFF);
        out += big_endian ? high : low;
        out += big_endian ? low : high;
    }
    return out;
}

}  // namespace

BOOST_AUTO_TEST_CASE(utf8_is_read_as_it_stands) {
    BOOST_TEST(text_of("The Board\u2019s plan costs \u00A3640,000.") == "The Board\u2019s plan costs \u00A3640,000.");
    BOOST_TEST(notices_of("The Board\u2019s plan") == "");
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_no_text) {
    const std::string paper = "\xEF\xBB\xBF# Plan\n";
    const auto document = ingest::ingest("a.txt", paper);
    BOOST_REQUIRE(document);
    BOOST_TEST(document->text == "Plan");
    BOOST_TEST(std::string(slice(paper, document->source.to_source({0, 4}))) == "Plan");
}

BOOST_AUTO_TEST_CASE(utf16_is_read_where_a_mark_says_so) {
    constexpr std::u16string_view paper = u"\uFEFF\u00A35 for the Board\u2019s \U0001F600\n";
    BOOST_TEST(text_of(utf16(paper, true)) == "\u00A35 for the Board\u2019s \U0001F600");
    BOOST_TEST(text_of(utf16(paper, false)) == "\u00A35 for the Board\u2019s \U0001F600");
    BOOST_TEST(text_of(utf16(u"\uFEFFhalf \xD800", false)) == "half \uFFFD");
}

BOOST_AUTO_TEST_CASE(utf16_that_ends_within_a_character_is_read_with_a_notice) {
    const std::string paper = utf16(u"\uFEFFone\ntwo", false) + "x";
    BOOST_TEST(text_of(paper) == "one two");
    BOOST_TEST(notices_of(paper) == "a.txt:2: UTF-16 text ends within a character; its last byte was left out\n");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_are_read_as_windows_1252_with_a_notice) {
    const std::string paper =
        "The plan\n\nThe Board\x92s plan costs \xA3"
        "5 \x96 or \x80"
        "6.\n";
    BOOST_TEST(text_of(paper) == "The plan\nThe Board\u2019s plan costs \u00A35 \u2013 or \u20AC6.");
    BOOST_TEST(notices_of(paper) == "a.txt:3: byte 0x92 is not valid UTF-8; such bytes were read as Windows-1252\n");
}

BOOST_AUTO_TEST_CASE(one_bad_byte_does_not_spoil_the_characters_around_it) {
    BOOST_TEST(text_of("Caf\u00E9 and \xE9t\u00E9 \xC0\xAF \xED\xA0\x80 \xF5") ==
               "Caf\u00E9 and \u00E9t\u00E9 \u00C0\u00AF \u00ED\u00A0\u20AC \u00F5");
}

BOOST_AUTO_TEST_CASE(files_of_other_kinds_are_refused) {
    const std::string convert = "convert it to Word, PDF, text or Markdown first";
    BOOST_TEST(
        text_of("PK\x03\x04rest") ==
        "a.txt: the file is a damaged zip: Not a zip archive; open it in the program that made it, and save it again");
    BOOST_TEST(text_of("{\\rtf1 rest") == "a.txt: not text: it is in Rich Text Format; " + convert);
    BOOST_TEST(text_of("\xD0\xCF\x11\xE0rest") ==
               "a.txt: not text: it is an old Word, Excel or PowerPoint file; " + convert);
    BOOST_TEST(text_of("\x7F"
                       "ELF rest") == "a.txt: not text: it is a program; " + convert);
    BOOST_TEST(text_of("\x89PNG rest") == "a.txt: not text: it is a picture; " + convert);
}

BOOST_AUTO_TEST_CASE(a_nul_or_many_control_characters_are_no_text) {
    BOOST_TEST(text_of(std::string_view("one\ntwo\0three", 13)) ==
               "a.txt:2: not text: it contains a NUL character; convert it to Word, PDF, text or Markdown first");
    BOOST_TEST(text_of("\x01\x02\x03\x04\x05\x06\x07\x08\x0E words") ==
               "a.txt: not text: 9 of its 15 characters are control characters; convert it to Word, PDF, text or "
               "Markdown first");
}

BOOST_AUTO_TEST_CASE(a_few_control_characters_are_left_out) {
    BOOST_TEST(text_of("The \x02"
                       "Board\x1A") == "The Board");
}

BOOST_AUTO_TEST_CASE(old_line_breaks_are_line_breaks) {
    BOOST_TEST(text_of("# One\rTwo, which is a paragraph.\r\r- three\v- four") ==
               "One\nTwo, which is a paragraph.\nthree\nfour");
}

BOOST_AUTO_TEST_CASE(the_format_is_told_by_the_content) {
    const auto format_of = [](std::string name, std::string_view bytes) {
        return ingest::ingest(std::move(name), bytes)->format;
    };
    BOOST_TEST((format_of("a.txt", "# One\n\nTwo") == ingest::Format::markdown));
    BOOST_TEST((format_of("a.txt", "**One** two") == ingest::Format::markdown));
    BOOST_TEST((format_of("a.txt", "One two\n- three") == ingest::Format::text));
    BOOST_TEST((format_of("a.md", "One two\n- three") == ingest::Format::markdown));
}

}  // namespace boardcheck::test
