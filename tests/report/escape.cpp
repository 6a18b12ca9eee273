// Text of papers in places where it could do harm.
#include <boost/test/unit_test.hpp>

#include "report/escape/escape.hpp"
#include "report/escape/markup.hpp"

using namespace boardcheck::report;

BOOST_AUTO_TEST_CASE(html_is_escaped_once) {
    BOOST_TEST(escape_html("<b> & \"it's\"") == "&lt;b&gt; &amp; &quot;it&#39;s&quot;");
    BOOST_TEST(escape_html("Café – “x”") == "Café – “x”");
    BOOST_TEST(escape_html("a\nb\tc") == "a\nb\tc");
    BOOST_TEST(escape_html(std::string_view("a\0b\x1b", 4)) == "a�b�");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_are_replaced) {
    BOOST_TEST(valid_utf8("caf\xE9") == "caf�");
    BOOST_TEST(valid_utf8("\xC0\xAF") == "��");
    BOOST_TEST(valid_utf8("\xED\xA0\x80") == "���");
    BOOST_TEST(valid_utf8("\xE2\x82") == "��");
    BOOST_TEST(valid_utf8("€ 𝄞") == "€ 𝄞");
}

BOOST_AUTO_TEST_CASE(a_terminal_cannot_be_steered) {
    BOOST_TEST(printable("\x1b[2Jgone") == "�[2Jgone");
    BOOST_TEST(printable("a\u009b2J") == "a�2J");
    BOOST_TEST(printable("a\nb\tc") == "a b c");
    BOOST_TEST(printable("a\u202eb") == "a�b");
}

BOOST_AUTO_TEST_CASE(markup_escapes_text_and_attributes) {
    Markup html;
    html.open("p", {{"title", "\"<&>\""}, {"class", ""}}).text("<i>").element("b", "&").close();
    BOOST_TEST(std::move(html).finish() ==
               "<!DOCTYPE html>\n<p title=\"&quot;&lt;&amp;&gt;&quot;\">&lt;i&gt;<b>&amp;</b></p>\n");
}
