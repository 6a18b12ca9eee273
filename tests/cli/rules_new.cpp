// boardcheck rules new: a requirement ready to be filled in, and where it is put.
#include <boost/test/unit_test.hpp>

#include <fmt/format.h>

#include "session.hpp"

using namespace boardcheck::cli;
using namespace boardcheck::cli::testing;

namespace {

void is_refused(const std::vector<std::string>& arguments, const std::string& message) {
    std::vector<std::string> words{"rules", "new"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const auto outcome = run(words);
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.out == "");
    BOOST_TEST(outcome.err == "boardcheck: " + message + "\n");
}

std::string ids_in(std::string_view text) {
    std::string ids;
    constexpr std::string_view tag = "<requirement id=\"";
    for (auto at = text.find(tag); at != text.npos; at = text.find(tag, at + 1))
        ids += std::string(text.substr(at + tag.size(), 6)) + " ";
    return ids;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_new_requirement_says_what_goes_where) {
    const auto outcome = run({"rules", "new", "TEA-03", "--title", "The board serves \"green\" tea & cake"});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(outcome.err == "");
    BOOST_TEST(outcome.out == slurp(data("new-tea-03.xml")));
}

BOOST_AUTO_TEST_CASE(facts_that_are_given_are_filled_in) {
    const auto out =
        run({"rules", "new", "TEA-03", "--title", "Biscuits", "--statement", "There are biscuits.", "--strength", "may",
             "--source", "TG", "--section", "Food", "--facet", "The kind of biscuit", "--facet", "how many"})
            .out;
    for (const std::string_view part :
         {"<requirement id=\"TEA-03\" strength=\"may\" confidence=\"medium\">", "<title>Biscuits</title>",
          "<statement>There are biscuits.</statement>", "<source ref=\"TG\" section=\"Food\"/>",
          "<facet id=\"the-kind-of-biscuit\" label=\"The kind of biscuit\">\n      <pattern></pattern>\n    </facet>",
          "<facet id=\"how-many\" label=\"how many\">"})
        BOOST_TEST(contains(out, part), part);
    BOOST_TEST(!contains(out, "<mend>"));  // nothing to put right where nothing is asked
}

BOOST_AUTO_TEST_CASE(what_is_taken_or_unknown_is_refused_with_what_would_do) {
    is_refused({"TEA-01"},
               "requirements/tea.xml:3: TEA-01 is there already: Tea is served; the next id that is free is TEA-03");
    is_refused(
        {"TEE-03"},
        "there is no theme 'TEE'; did you mean TEA?; use one of TEA; or begin a new one with a message theme.TEE "
        "in messages.xml");
    is_refused(
        {"TEA-03", "--theme", "CAKE"},
        "there is no theme 'CAKE'; use one of TEA; or begin a new one with a message theme.CAKE in messages.xml");
    is_refused({"tea-03"},
               "'tea-03' is no id of the theme TEA; write TEA-, and a number; the next that is free is TEA-03");
    is_refused({"TEA3"}, "'TEA3' is no id of the theme TEA; write TEA-, and a number; the next that is free is TEA-03");
    is_refused({"TEA-3 a"},
               "'TEA-3 a' is no id of the theme TEA; write TEA-, and a number; the next that is free is TEA-03");
    is_refused({"TEA-03", "--source", "TQ"},
               "there is no source 'TQ'; did you mean TG?; use one of TG; or add the document to sources.xml first");
}

BOOST_AUTO_TEST_CASE(it_is_put_in_order_into_the_file_of_its_theme) {
    const Scratch scratch;
    const std::string rules = scratch.rules(), file = rules + "/requirements/tea.xml";
    const auto add = [&](const std::string& id) {
        const auto original = slurp(file);
        const auto outcome = run({"rules", "new", id, "--into", "--rules", rules});
        BOOST_TEST(outcome.status == clean);
        BOOST_TEST(outcome.err == "");
        const auto after = slurp(file);
        scratch.file("rules/requirements/tea.xml", original);
        return std::pair(outcome.out, after);
    };
    const auto [said, last] = add("TEA-03");
    BOOST_TEST(said ==
               file + ":43: TEA-03 is added, to be filled in; boardcheck rules validate says what is still missing\n");
    BOOST_TEST(ids_in(last) == "TEA-01 TEA-02 TEA-03 ");
    BOOST_TEST(ids_in(add("TEA-00").second) == "TEA-00 TEA-01 TEA-02 ");
    const auto between = add("TEA-015").second;
    BOOST_TEST(ids_in(between) == "TEA-01 TEA-01 TEA-02 ");
    BOOST_TEST(contains(between, "</requirement>\n\n  <requirement id=\"TEA-015\""));
}

BOOST_AUTO_TEST_CASE(all_that_is_not_filled_in_is_named) {
    const Scratch scratch;
    const std::string rules = scratch.rules(), file = rules + "/requirements/tea.xml";
    BOOST_TEST(run({"rules", "new", "TEA-03", "--facet", "milk", "--into", "--rules", rules}).status == clean);
    const auto outcome = run({"rules", "validate", "--rules", rules});
    BOOST_TEST(outcome.status == failed);
    std::string expected = slurp(data("new-tea-03-faults.txt"));
    for (auto at = expected.find("FILE"); at != expected.npos; at = expected.find("FILE", at))
        expected.replace(at, 4, file);
    BOOST_TEST(outcome.out == expected);
}

BOOST_AUTO_TEST_CASE(a_draft_that_is_filled_in_is_sound_and_behaves) {
    const Scratch scratch;
    const std::string rules = scratch.rules(), file = rules + "/requirements/tea.xml";
    BOOST_TEST(run({"rules", "new", "TEA-03", "--title", "Green tea", "--statement", "Tea is green.", "--source", "TG",
                    "--into", "--rules", rules})
                   .status == clean);
    std::string text = slurp(file);
    for (const auto& [element, words] : {std::pair{"pattern", "{tea} green"},
                                         {"mend", "Say that it is green."},
                                         {"match", "Our tea is green."},
                                         {"match", "We will have green tea."},
                                         {"match", "- green tea for us"},
                                         {"near-miss", "The cup was green."},
                                         {"near-miss", "Tea is served."}}) {
        const std::string empty = fmt::format("<{0}></{0}>", element);
        text.replace(text.find(empty), empty.size(), fmt::format("<{0}>{1}</{0}>", element, words));
    }
    scratch.file("rules/requirements/tea.xml", text);
    const auto outcome = run({"rules", "validate", "--rules", rules});
    BOOST_TEST(outcome.status == clean);
    BOOST_TEST(contains(outcome.out, "3 requirements, 1 theme, 3 terms, 9 patterns, 16 examples"), outcome.out);
    BOOST_TEST(run({"rules", "test", "TEA-03", "--rules", rules}).out == "5 passed, 0 failed\n");
}

BOOST_AUTO_TEST_CASE(a_theme_that_only_has_a_title_gets_its_first_requirement) {
    const Scratch scratch;
    const std::string rules = scratch.rules();
    std::string messages = slurp(rules + "/messages.xml");
    messages.insert(messages.find("</messages>"), "  <message id=\"theme.CAKE\">Cake</message>\n");
    scratch.file("rules/messages.xml", messages);
    const auto outcome = run({"rules", "new", "CAKE-01", "--into", "--rules", rules});
    BOOST_TEST(outcome.status == clean);
    const auto text = slurp(rules + "/requirements/cake.xml");
    BOOST_TEST(
        text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<requirements theme=\"CAKE\">\n"
                         "  <requirement id=\"CAKE-01\" strength=\"must\""));
    BOOST_TEST(text.ends_with("  </requirement>\n\n</requirements>\n"));
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_written_is_said_so) {
    const Scratch scratch;
    const std::string rules = scratch.rules();
    std::string messages = slurp(rules + "/messages.xml");
    messages.insert(messages.find("</messages>"), "  <message id=\"theme.CAKE\">Cake</message>\n");
    scratch.file("rules/messages.xml", messages);
    std::filesystem::create_directory(rules + "/requirements/cake.xml");
    const auto outcome = run({"rules", "new", "CAKE-01", "--into", "--rules", rules});
    BOOST_TEST(outcome.status == failed);
    BOOST_TEST(outcome.out == "");
    BOOST_TEST(outcome.err == "boardcheck: " + rules +
                                  "/requirements/cake.xml: the rule file cannot be read; check who may read it\n");
}
