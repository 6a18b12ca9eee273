#include <random>

#include <boost/test/unit_test.hpp>

#include "paper.hpp"
#include "text/text.hpp"

using namespace boardcheck;

namespace {

text::Text normalised(std::string_view words) { return text::segment(test::Paper().add({}, words).document()); }

void becomes(std::string_view source, std::string_view expected) {
    BOOST_TEST_CONTEXT(source) { BOOST_TEST(normalised(source).text == expected); }
}

}  // namespace

BOOST_AUTO_TEST_CASE(characters_are_made_uniform) {
    becomes("plain words", "plain words");
    becomes("a\u00a0b\u2003c\td\u2028e", "a b c d e");
    becomes("gov\u00adern\u200bance\ufeff", "governance");
    becomes("\u2018one\u2019 \u201ctwo\u201d \u00abthree\u00bb", "'one' \"two\" \"three\"");
    becomes(
        "a\u2013b c\u2010d \u2212"
        "1 e \u2014 f",
        "a-b c-d -1 e - f");
    becomes("the Board\u2014which met\u2014agreed", "the Board - which met - agreed");
    becomes("and so on\u2026", "and so on...");
    becomes("of\ufb01ce, e\ufb03cient, sta\ufb00", "office, efficient, staff");
    becomes("cafe\u0301", "caf\u00e9");
    becomes("\u212b \uff21\uff22", "\u00c5 AB");
    becomes("\u2756 bullet \u00a3 \u20ac \u00bd", "\u2756 bullet \u00a3 \u20ac \u00bd");
}

BOOST_AUTO_TEST_CASE(spans_lead_back_to_what_they_were_made_from) {
    const std::string source = "The \u201ccafe\u0301\u201d of\ufb01ce\u2026 and gov\u00adernance";
    const text::Text text = normalised(source);
    BOOST_REQUIRE(text.text == "The \"caf\u00e9\" office... and governance");
    const auto back = [&](std::string_view words) {
        const auto begin = static_cast<std::uint32_t>(text.text.find(words));
        const Span span{begin, begin + static_cast<std::uint32_t>(words.size())};
        return std::string(slice(source, text.document.to_source(span)));
    };
    BOOST_TEST(back("The") == "The");
    BOOST_TEST(back("caf\u00e9") == "cafe\u0301");
    BOOST_TEST(back("\"") == "\u201c");
    BOOST_TEST(back("office") == "of\ufb01ce");
    BOOST_TEST(back("offi") == "of\ufb01");
    BOOST_TEST(back(".") == "\u2026");
    BOOST_TEST(back("governance") == "gov\u00adernance");
}

BOOST_AUTO_TEST_CASE(any_token_of_any_text_is_in_the_normal_form_of_its_source) {
    const std::vector<std::string> pieces{"Board",  " ",      "e\u0301",    "\u00a0", "\u2014",      "\u2026", "\ufb01",
                                          "\u00ad", "\u0323", "A",          "\u0301", "\n",          "'s",     "\u2019",
                                          ". ",     "12",     "\U0001f600", "\u0958", "\u1100\u1161"};
    std::mt19937 random(7);
    for (int round = 0; round < 600; ++round) {
        std::string source;
        for (auto i = random() % 12; i > 0; --i) source += pieces[random() % pieces.size()];
        const text::Text text = normalised(source);
        BOOST_REQUIRE(text.document.size() == text.text.size());
        for (const text::Token& token : text.tokens) {
            const Span back = text.document.to_source(token.span);
            BOOST_REQUIRE(back.begin < back.end);
            BOOST_REQUIRE(back.end <= source.size());
            const std::string again = normalised(slice(source, back)).text;
            BOOST_TEST_CONTEXT(source) { BOOST_TEST(again.find(slice(text.text, token.span)) != std::string::npos); }
        }
    }
}
