// The rules that ship.
#include <algorithm>
#include <map>
#include <set>

#include <boost/test/unit_test.hpp>

#include "catalogue/lint.hpp"
#include "rules_folder.hpp"

using namespace boardcheck;

namespace {

const std::vector<catalogue::RuleFile>& shipped() {
    static const auto files = test::rule_files(std::filesystem::path(PROJECT_ROOT) / "rules");
    return files;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rules)

BOOST_AUTO_TEST_CASE(load_without_a_fault) {
    const auto result = catalogue::load(shipped());
    BOOST_TEST((result ? "" : test::lines_of(result.error())) == "");
}

BOOST_AUTO_TEST_CASE(have_every_requirement_of_the_first_three_themes) {
    const auto catalogue = test::loaded(shipped());
    std::map<std::string, int> themes;
    for (const auto& requirement : catalogue.requirements) ++themes[requirement.theme];
    BOOST_TEST(themes["PART"] == 25);
    BOOST_TEST(themes["BODY"] == 26);
    BOOST_TEST(themes["BOARD"] == 24);
}

BOOST_AUTO_TEST_CASE(never_call_a_local_choice_or_a_fact_a_gap) {
    for (const auto& profile : test::loaded(shipped()).profiles) {
        BOOST_TEST_CONTEXT(profile.id) {
            for (const auto& rule : profile.severities) {
                const bool of_choice =
                    rule.strength == catalogue::Strength::may || rule.strength == catalogue::Strength::fact;
                const bool of_any = !rule.strength && !rule.requirement;
                if (rule.standing == catalogue::Standing::silent && (of_choice || of_any))
                    BOOST_TEST((rule.severity == catalogue::Severity::none));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(call_a_contradiction_an_error_in_every_profile) {
    const auto profiles = test::loaded(shipped()).profiles;
    BOOST_TEST(profiles.size() == 7u);
    for (const auto& profile : profiles) {
        const auto is_error = [](const catalogue::SeverityRule& rule) {
            return rule.standing == catalogue::Standing::contradicted && !rule.strength && !rule.requirement &&
                   rule.severity == catalogue::Severity::error;
        };
        BOOST_TEST(std::count_if(profile.severities.begin(), profile.severities.end(), is_error) == 1, profile.id);
    }
}

BOOST_AUTO_TEST_CASE(say_how_to_mend_every_finding) {
    const auto messages = test::loaded(shipped()).messages;
    int findings = 0;
    for (const auto& [id, text] : messages) {
        const auto dots = std::count(id.begin(), id.end(), '.');
        const auto family = id.substr(0, id.find('.'));
        const bool is_finding = dots == 1 && (family == "requirement" || family == "commitment" || family == "form");
        if (!is_finding) continue;
        ++findings;
        BOOST_TEST(messages.contains(id + ".mend"), id);
    }
    BOOST_TEST(findings > 0);
}

/// Wordings may be repeated, which costs nothing but clarity; these are mistakes.
BOOST_AUTO_TEST_CASE(have_no_warning_that_is_a_mistake) {
    const std::set<std::string> mistakes{"never-matches",      "repeated-pattern",   "unknown-overlap",
                                         "one-sided-overlap",  "same-title",         "same-statement",
                                         "contradicts-itself", "facet-never-missing"};
    for (const auto& warning : catalogue::lint(test::loaded(shipped())))
        BOOST_TEST(!mistakes.contains(warning.kind), warning.kind + " " + to_string(warning.about));
}

BOOST_AUTO_TEST_CASE(load_the_same_whatever_the_order_of_files) {
    auto files = shipped();
    const auto once = test::loaded(files);
    std::reverse(files.begin(), files.end());
    const auto again = test::loaded(files);
    BOOST_REQUIRE(once.terms.size() == again.terms.size());
    for (std::size_t i = 0; i < once.terms.size(); ++i) BOOST_TEST(once.terms[i].id == again.terms[i].id);
    BOOST_REQUIRE(once.patterns.size() == again.patterns.size());
    for (std::size_t i = 0; i < once.patterns.size(); ++i)
        BOOST_TEST((once.patterns[i].nodes == again.patterns[i].nodes));
    BOOST_TEST((once.word_keys == again.word_keys));
}

BOOST_AUTO_TEST_CASE(have_triggers_that_lead_to_terms) {
    const auto catalogue = test::loaded(shipped());
    for (const auto& pattern : catalogue.patterns) {
        BOOST_TEST(!pattern.triggers.empty(), pattern.text);
        for (const auto trigger : pattern.triggers) BOOST_TEST(trigger < catalogue.terms.size());
    }
}

BOOST_AUTO_TEST_SUITE_END()
