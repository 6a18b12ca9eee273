// Packs and versions of the corpus: what is wrong in the ones that are made to trip the checks across papers is found,
// and their clean twins are silent.
#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include <boost/test/unit_test.hpp>

#include <nlohmann/json.hpp>

#include "case_file.hpp"
#include "check/compare.hpp"
#include "cli/assess.hpp"

using namespace boardcheck;

namespace {

std::vector<report::Outcome> assessed(const std::string& path) {
    const auto inputs = ingest::collect({std::string(PROJECT_ROOT "/corpus/") + path}).inputs;
    std::ostringstream silence;
    cli::Progress progress(silence, false, inputs.size(), "papers");
    auto outcomes = cli::assess_all(inputs, test::real_catalogue(), {check::Options{}, {}}, progress).outcomes;
    if (outcomes.empty()) throw std::runtime_error(path + " holds no papers");
    return outcomes;
}

/// "05-icb.md pack.purpose" for each finding across papers, with notes only where `notes`.
std::multiset<std::string> across(const std::string& path, bool notes) {
    std::multiset<std::string> found;
    for (const auto& outcome : assessed(path)) {
        const auto& paper = std::get<report::Paper>(outcome);
        const std::string file = paper.document.file.substr(paper.document.file.rfind('/') + 1);
        for (const check::Finding& finding : paper.assessment.findings) {
            const bool grave = finding.severity > catalogue::Severity::note;
            if (finding.family == "pack" && (grave || notes)) found.insert(file + " " + finding.rule);
        }
    }
    return found;
}

nlohmann::json gold_of(const std::string& path) {
    return nlohmann::json::parse(std::ifstream(std::string(PROJECT_ROOT "/corpus/") + path));
}

std::string quote(const report::Paper& paper, const extract::Evidence& evidence) {
    return report::quote_of(paper, evidence);
}

/// Whether one of two quotes holds the other, white space aside.
bool overlap(std::string one, std::string other) {
    const auto bare = [](std::string& words) {
        std::erase_if(words, [](unsigned char c) { return std::isalnum(c) == 0; });
    };
    bare(one);
    bare(other);
    return !one.empty() && !other.empty() && (one.find(other) != one.npos || other.find(one) != other.npos);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_tripped_pack_is_found_out) {
    const auto found = across("packs/ostermoor-november-tripped", false);
    for (const char* expected :
         {"00-agenda.txt pack.paper-missing", "00-agenda.txt pack.purpose", "06-place-partnerships.txt pack.deadline",
          "06-place-partnerships.txt pack.meeting-date", "06-place-partnerships.txt pack.number-of-bodies",
          "10-primary-care-winter.txt pack.not-on-agenda"}) {
        BOOST_TEST(found.contains(expected), expected);
    }
}

BOOST_AUTO_TEST_CASE(clean_packs_are_silent) {
    for (const char* pack : {"packs/ostermoor-november-clean", "packs/harnsey-march-clean"})
        BOOST_TEST(across(pack, true).size() == 0U, pack);
}

BOOST_AUTO_TEST_CASE(promises_are_followed_from_one_version_to_the_next) {
    const auto before = assessed("versions/thornmere-trust-system/old.md");
    const auto after = assessed("versions/thornmere-trust-system/new.md");
    const auto& old_one = std::get<report::Paper>(before.front());
    const auto& new_one = std::get<report::Paper>(after.front());
    const auto changes = check::compare(cli::known_of(before).papers, cli::known_of(after).papers);
    BOOST_TEST_REQUIRE(changes.size() == 1U);
    const nlohmann::json true_ones = gold_of("versions/thornmere-trust-system/compare.gold.json");
    for (const auto& gold : true_ones["commitments"]) {
        const std::string old_words = gold.value("old_evidence", ""), new_words = gold.value("new_evidence", "");
        const auto is_told = [&](const check::PromiseChange& change) {
            const auto& old_ones = old_one.declarations.commitments;
            const auto& new_ones = new_one.declarations.commitments;
            const bool was = change.before && overlap(quote(old_one, old_ones[*change.before].evidence), old_words);
            const bool is = change.after && overlap(quote(new_one, new_ones[*change.after].evidence), new_words);
            if (!was && !is) return false;
            if (gold["what"] == "owner-changed") return change.fate == check::Fate::kept && change.other_owner;
            return gold["what"] == std::string(check::to_string(change.fate));
        };
        BOOST_TEST(std::any_of(changes[0].promises.begin(), changes[0].promises.end(), is_told),
                   gold["action"].get<std::string>() << ": " << gold["what"].get<std::string>());
    }
}
