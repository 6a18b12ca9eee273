// What stands in a small catalogue with something of everything is found in it again.
#include <boost/test/unit_test.hpp>

#include "rules_folder.hpp"

using namespace boardcheck;
using catalogue::Catalogue;

namespace {

const Catalogue& garden() {
    static const auto loaded = test::loaded(test::rule_files(test::folders_in("good").front()));
    return loaded;
}

std::vector<std::string> ids(const std::vector<catalogue::TermId>& terms) {
    std::vector<std::string> out;
    for (const auto term : terms) out.push_back(garden().terms[term].id);
    return out;
}

const catalogue::Term& term(std::string_view id) { return garden().terms[garden().term(id).value()]; }

/// The words whose keys a variant has.
std::vector<std::string> key_words(const catalogue::Variant& variant) {
    std::vector<std::string> out;
    for (const auto key : variant.keys)
        for (const auto& [word, number] : garden().word_keys)
            if (number == key) out.push_back(word);
    return out;
}

/// The terms whose variants end after these keys.
std::vector<std::string> terms_at(const std::vector<std::string>& keys) {
    std::uint32_t state = 0;
    for (const auto& key : keys) {
        state = garden().trie.after(state, garden().word_keys.at(key));
        if (state == catalogue::Trie::no_state) return {};
    }
    std::vector<std::string> out;
    for (const auto& [id, variant] : garden().trie.ends_at(state)) out.push_back(garden().terms[id].id);
    return out;
}

std::vector<std::string> marked(const catalogue::Example& example) {
    std::vector<std::string> out;
    for (const auto span : example.at) out.emplace_back(slice(example.text, span));
    return out;
}

using Strings = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(content, *boost::unit_test::description("of data/good/garden"))

BOOST_AUTO_TEST_CASE(sources_have_their_facts) {
    const auto& sources = garden().sources;
    BOOST_REQUIRE(sources.size() == 2u);
    BOOST_TEST(sources[0].id == "G1");
    BOOST_TEST(sources[0].title == "Guide to gardens");
    BOOST_TEST(sources[0].number == "12");
    BOOST_TEST(sources[0].publisher == "The Society");
    BOOST_TEST(to_string(sources[0].date) == "2021-06-16");
    BOOST_TEST(to_string(sources[1].date) == "2022");
}

BOOST_AUTO_TEST_CASE(terms_know_all_that_is_broader) {
    BOOST_TEST(ids(term("kitchen-garden").broader) == Strings({"kitchen-garden", "garden", "land", "growing"}),
               boost::test_tools::per_element());
    BOOST_TEST(ids(term("date").broader) == Strings({"date"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(terms_have_labels_properties_and_places) {
    BOOST_TEST(term("kitchen-garden").label == "kitchen garden");
    BOOST_TEST(term("land").label == "land & water");
    BOOST_TEST(term("kitchen-garden").properties.at("names-place") == "yes");
    BOOST_TEST(term("owner").properties.size() == 5u);
    BOOST_TEST(term("garden").file == "lexicon/land.xml");
    BOOST_TEST(term("garden").line == 8u);
    BOOST_TEST(term("kitchen-garden").shorts == Strings({"Garden"}), boost::test_tools::per_element());
    BOOST_TEST(!garden().term("meadow").has_value());
}

BOOST_AUTO_TEST_CASE(variants_have_dates_readings_and_keys) {
    const auto& variants = term("kitchen-garden").variants;
    BOOST_REQUIRE(variants.size() == 3u);
    BOOST_TEST(to_string(variants[0].until.value()) == "2021-07");
    BOOST_TEST(!variants[0].exact);
    BOOST_TEST(variants[1].exact);
    BOOST_TEST(to_string(variants[1].from.value()) == "2021-07-06");
    BOOST_TEST(!variants[1].when.has_value());
    BOOST_TEST(garden().readings.at(variants[2].when.value()).id == "kg-is-garden");
    BOOST_TEST(key_words(variants[1]) == Strings({"=KG"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(articles_and_hyphens_within_a_variant_are_left_out) {
    const auto& variants = term("land").variants;
    BOOST_REQUIRE(variants.size() == 4u);
    BOOST_TEST(key_words(variants[0]) == Strings({"the", "land"}), boost::test_tools::per_element());
    BOOST_TEST(key_words(variants[1]) == Strings({"plot", "of", "land"}), boost::test_tools::per_element());
    BOOST_TEST(key_words(variants[2]) == Strings({"land", "use"}), boost::test_tools::per_element());
    BOOST_TEST(key_words(variants[3]) == Strings({"land", "and", "water"}), boost::test_tools::per_element());
    BOOST_TEST(catalogue::is_skipped("the"));
    BOOST_TEST(catalogue::is_skipped("'s"));
    BOOST_TEST(!catalogue::is_skipped(","));
    BOOST_TEST(!catalogue::is_skipped("of"));
}

BOOST_AUTO_TEST_CASE(the_trie_leads_to_named_terms_and_to_words_of_patterns) {
    BOOST_TEST(terms_at({"plot", "of", "land"}) == Strings({"land"}), boost::test_tools::per_element());
    BOOST_TEST(terms_at({"garden"}) == Strings({"garden", "'garden'"}), boost::test_tools::per_element());
    BOOST_TEST(terms_at({"=KG"}) == Strings({"kitchen-garden"}), boost::test_tools::per_element());
    BOOST_TEST(terms_at({"plot", "of"}).empty());
}

BOOST_AUTO_TEST_CASE(readings_have_both_sides) {
    BOOST_REQUIRE(garden().readings.size() == 1u);
    BOOST_TEST(garden().readings[0].pro.size() == 1u);
    BOOST_TEST(garden().readings[0].contra.size() == 2u);
    BOOST_TEST(garden().patterns[garden().readings[0].contra[1]].text == "KG ~3 street");
}

BOOST_AUTO_TEST_CASE(cues_speak_for_voices_and_times) {
    const auto& cues = garden().cues;
    BOOST_REQUIRE(cues.size() == 3u);
    BOOST_TEST((cues[0].voice == catalogue::Voice::local && !cues[0].time));
    BOOST_TEST(cues[0].weight == 3);
    BOOST_TEST((cues[0].place == catalogue::Place::sentence));
    BOOST_TEST((cues[1].time == catalogue::Time::done && cues[1].place == catalogue::Place::heading));
    BOOST_TEST(cues[1].weight == 1);
    BOOST_TEST((cues[2].voice == catalogue::Voice::national && cues[2].time == catalogue::Time::planned));
    BOOST_TEST((cues[2].place == catalogue::Place::paper));
}

BOOST_AUTO_TEST_CASE(markers_keep_what_a_match_declares) {
    const auto& markers = garden().markers;
    BOOST_REQUIRE(markers.size() == 2u);
    BOOST_TEST(markers[0].name == "commitment");
    BOOST_TEST(markers[0].properties.size() == 2u);
    BOOST_TEST(markers[0].properties.at("who") == "owner");
    BOOST_TEST((garden().patterns[markers[1].patterns.at(0)].scope == catalogue::Scope::clause));
}

BOOST_AUTO_TEST_CASE(requirements_are_in_the_order_of_their_ids) {
    BOOST_REQUIRE(garden().requirements.size() == 2u);
    BOOST_TEST(garden().requirements[0].id == "GRDN-01");
    BOOST_TEST(garden().requirement("GRDN-02") == &garden().requirements[1]);
    BOOST_TEST((garden().requirement("GRDN-03") == nullptr));
}

BOOST_AUTO_TEST_CASE(a_requirement_has_all_its_parts) {
    const auto& requirement = garden().requirements[0];
    BOOST_TEST(requirement.theme == "GRDN");
    BOOST_TEST(requirement.title == "The garden has an owner");
    BOOST_TEST(requirement.statement == "Every garden has one owner.");
    BOOST_TEST((requirement.strength == catalogue::Strength::must));
    BOOST_TEST((requirement.confidence == catalogue::Confidence::high));
    BOOST_REQUIRE(requirement.sources.size() == 2u);
    BOOST_TEST(requirement.sources[0].pages == "3-4");
    BOOST_TEST(requirement.sources[0].section == "Owners");
    BOOST_TEST(requirement.sources[1].source == 1u);
    BOOST_TEST((requirement.values == std::vector<std::pair<std::string, std::string>>{{"owners", "1"}}));
    BOOST_TEST(requirement.overlaps == Strings({"GRDN-99"}), boost::test_tools::per_element());
    BOOST_TEST(requirement.mend == "Name the owner.");
    BOOST_TEST(requirement.file == "requirements.xml");
    BOOST_TEST(requirement.line == 12u);
    BOOST_TEST(requirement.facets.at(0).label == "the owner's name");
    BOOST_TEST(requirement.contradictions.at(0).why == "One owner only.");
}

BOOST_AUTO_TEST_CASE(patterns_have_scope_negation_and_place) {
    const auto& requirement = garden().requirements[0];
    const auto& list = garden().patterns[requirement.patterns.at(1)];
    BOOST_TEST((list.scope == catalogue::Scope::list && list.negation == catalogue::Negation::allowed));
    BOOST_TEST(list.file == "requirements.xml");
    BOOST_TEST(list.line == 21u);
    const auto& two = garden().patterns[requirement.contradictions.at(0).patterns.at(0)];
    BOOST_TEST((two.scope == catalogue::Scope::section && two.negation == catalogue::Negation::required));
    const auto& about = garden().patterns[requirement.patterns.at(0)];
    BOOST_TEST((about.scope == catalogue::Scope::sentence && about.negation == catalogue::Negation::forbidden));
    BOOST_TEST((garden().patterns[requirement.facets.at(0).patterns.at(0)].scope == catalogue::Scope::block));
}

BOOST_AUTO_TEST_CASE(examples_are_text_with_marks) {
    const auto& examples = garden().requirements[0].examples;
    BOOST_REQUIRE(examples.size() == 6u);
    BOOST_TEST(examples[0].text == "The garden has an owner.");
    BOOST_TEST(marked(examples[0]) == Strings({"The garden", "has an owner"}), boost::test_tools::per_element());
    BOOST_TEST((examples[0].standing == catalogue::Standing::in_place));
    BOOST_TEST(examples[0].missing == Strings({"name"}), boost::test_tools::per_element());
    BOOST_TEST(to_string(examples[0].date) == "2021-07");
    BOOST_TEST(examples[0].line == 26u);
    BOOST_TEST(!examples[2].standing.has_value());
    BOOST_TEST((examples[3].kind == catalogue::ExampleKind::near_miss));
    BOOST_TEST((examples[5].kind == catalogue::ExampleKind::contradicting));
    BOOST_TEST(marked(examples[5]) == Strings({"owners"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(examples_lose_the_indentation_of_the_file_only) {
    const auto& examples = garden().requirements[0].examples;
    BOOST_TEST(examples[1].text == "# The garden\n\nThe owner will:\n\n- own   it\n    - wholly");
    BOOST_TEST(marked(examples[1]) == Strings({"own   it"}), boost::test_tools::per_element());
    BOOST_TEST(examples[3].text == "The owner\nof the house.");
}

BOOST_AUTO_TEST_CASE(a_profile_has_themes_exclusions_and_severities) {
    const auto* profile = garden().profile("default");
    BOOST_REQUIRE(profile != nullptr);
    BOOST_TEST(profile->title == "Gardens");
    BOOST_TEST(profile->description == "All gardens.");
    BOOST_TEST(profile->themes == Strings({"GRDN"}), boost::test_tools::per_element());
    BOOST_TEST(profile->exclusions.at(0).first == "GRDN-02");
    BOOST_TEST(profile->exclusions.at(0).second == "Soil is soil.");
    BOOST_REQUIRE(profile->severities.size() == 3u);
    BOOST_TEST((profile->severities[1].strength == catalogue::Strength::must));
    BOOST_TEST(profile->severities[1].requirement.value() == "GRDN");
    BOOST_TEST((profile->severities[2].severity == catalogue::Severity::error));
    BOOST_TEST((garden().profile("other") == nullptr));
}

BOOST_AUTO_TEST_CASE(messages_are_filled_in) {
    BOOST_TEST(garden().message("gap", {{"id", "GRDN-01"}, {"title", "{id}"}, {"what", "soil"}}) ==
               "GRDN-01 {id}: nothing on soil, and GRDN-01 again. {unknown} {");
    BOOST_TEST(garden().message("no such message", {}) == "no such message");
}

BOOST_AUTO_TEST_CASE(names_of_choices_are_those_of_the_files) {
    BOOST_TEST(catalogue::to_string(catalogue::Standing::in_place) == "in-place");
    BOOST_TEST(catalogue::to_string(catalogue::Strength::should) == "should");
    BOOST_TEST(catalogue::to_string(catalogue::Confidence::medium) == "medium");
    BOOST_TEST(catalogue::to_string(catalogue::Severity::note) == "note");
    BOOST_TEST((catalogue::parse_standing("not-applicable") == catalogue::Standing::not_applicable));
    BOOST_TEST(!catalogue::parse_standing("in place").has_value());
}

BOOST_AUTO_TEST_CASE(nothing_makes_a_catalogue_of_built_in_terms) {
    const auto empty = test::loaded({});
    BOOST_TEST(empty.terms.size() == 3u);
    BOOST_TEST(empty.terms[empty.term("local-name").value()].label == "name of a place");
    BOOST_TEST(empty.trie.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_CASE(a_catalogue_becomes_bytes_and_comes_back_without_its_examples) {
    const std::string bytes = catalogue::to_bytes(garden());
    const auto back = catalogue::from_bytes(bytes);
    BOOST_REQUIRE(back.has_value());
    BOOST_TEST(catalogue::to_bytes(*back).size() == bytes.size());
    BOOST_TEST(back->patterns.size() == garden().patterns.size());
    BOOST_TEST(back->patterns.back().text == garden().patterns.back().text);
    BOOST_TEST((back->patterns.back().nodes == garden().patterns.back().nodes));
    BOOST_TEST((back->word_keys == garden().word_keys));
    BOOST_TEST((back->term_ids == garden().term_ids));
    BOOST_TEST((back->messages == garden().messages));
    BOOST_TEST(back->trie.size() == garden().trie.size());
    BOOST_TEST(back->requirements.front().statement == garden().requirements.front().statement);
    BOOST_TEST(!garden().requirements.front().examples.empty());
    BOOST_TEST(back->requirements.front().examples.empty());
}

BOOST_AUTO_TEST_CASE(bytes_that_end_early_or_late_are_no_catalogue) {
    const std::string bytes = catalogue::to_bytes(garden());
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 16) {
        BOOST_TEST(!catalogue::from_bytes(std::string_view(bytes).substr(0, size)).has_value());
    }
    BOOST_TEST(!catalogue::from_bytes(bytes + "x").has_value());
    BOOST_TEST(!catalogue::from_bytes(std::string(64, '\xFF')).has_value());
}
