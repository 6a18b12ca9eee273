// What json() and declared_json() write is what their schemas allow. The validator is slow to compile: it is used here
// only.
#include <boost/test/unit_test.hpp>

#include <fstream>

#include <nlohmann/json.hpp>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#pragma GCC diagnostic pop

#include "sample.hpp"

using namespace boardcheck;
using namespace boardcheck::report;
using valijson::adapters::NlohmannJsonAdapter;

namespace {

nlohmann::json schema_named(const std::string& name) {
    return nlohmann::json::parse(std::ifstream(PROJECT_ROOT "/checker/report/" + name));
}

class Schema {
public:
    explicit Schema(const std::string& name) {
        // One schema may refer to the definitions of another, by the name of its file.
        const auto fetch = [](const std::string& other) { return new nlohmann::json(schema_named(other)); };
        const auto release = [](const nlohmann::json* other) { delete other; };
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema<NlohmannJsonAdapter>(NlohmannJsonAdapter(schema_named(name)), schema_, fetch, release);
    }
    /// What is wrong with `json`; empty where it is valid.
    std::string fault(const nlohmann::json& json) const {
        valijson::ValidationResults results;
        valijson::Validator().validate(schema_, NlohmannJsonAdapter(json), &results);
        std::string faults;
        for (valijson::ValidationResults::Error error; results.popError(error);) {
            for (const auto& part : error.context) faults += part;
            faults += ": " + error.description + "\n";
        }
        return faults;
    }

private:
    valijson::Schema schema_;
};

nlohmann::json report_of(const std::vector<Outcome>& papers) {
    return nlohmann::json::parse(json(papers, sample::catalogue(), {.version = "1.2.3"}));
}

}  // namespace

BOOST_AUTO_TEST_CASE(reports_keep_to_the_schema) {
    const Schema schema("report.schema.json");
    BOOST_TEST(schema.fault(report_of({})) == "");
    BOOST_TEST(schema.fault(report_of({sample::transition_paper(), sample::unreadable(), sample::bare_paper()})) == "");
}

BOOST_AUTO_TEST_CASE(the_schema_notices_faults) {
    const Schema schema("report.schema.json");
    const auto report = report_of({sample::transition_paper()});
    const auto broken = [&](std::string_view pointer, const nlohmann::json& value) {
        auto copy = report;
        copy[nlohmann::json::json_pointer(std::string(pointer))] = value;
        return schema.fault(copy);
    };
    BOOST_TEST(broken("/papers/0/requirements/0/standing", "missing") != "");
    BOOST_TEST(broken("/papers/0/requirements/0/evidence/0/location/line", 0) != "");
    BOOST_TEST(broken("/papers/0/meta/date", "23 September 2021") != "");
    BOOST_TEST(broken("/papers/0/commitments/0/by", "") != "");
    BOOST_TEST(broken("/papers/0/commitments/0/precision", "hour") != "");
    BOOST_TEST(broken("/papers/0/structures/0/members/0/independent", nullptr) != "");
    BOOST_TEST(broken("/papers/0/meta/author_posts/0/post", "") != "");
    BOOST_TEST(broken("/papers/0/findings/0/severity", "none") != "");
    BOOST_TEST(broken("/surprise", 1) != "");
}

BOOST_AUTO_TEST_CASE(comparisons_keep_to_their_schema) {
    const Schema schema("compare.schema.json");
    const std::vector<Outcome> before{sample::transition_paper(), sample::unreadable()},
        after{sample::transition_paper()};
    const auto& promises = std::get<Paper>(after[0]).declarations.commitments;
    BOOST_TEST_REQUIRE(!promises.empty());
    using check::Drift;
    using check::Fate;
    const check::PaperChange change{0,
                                    0,
                                    {{Fate::slipped, true, 0, 0, {}},
                                     {Fate::done, false, 0, {}, promises[0].evidence},
                                     {Fate::added, false, {}, 0, {}}},
                                    {{0, catalogue::Standing::restated, catalogue::Standing::planned}},
                                    {{Drift::gone, 0, {}}, {Drift::added, {}, 1}, {Drift::moved, 2, 2}}};
    const Compared compared{before, after, {change, {{}, 0, {}, {}, {}}}};
    const auto written = nlohmann::json::parse(compared_json(compared, sample::catalogue(), {.version = "1.2.3"}));
    BOOST_TEST(schema.fault(written) == "");
    const auto broken = [&](const std::string& pointer, const nlohmann::json& value) {
        auto copy = written;
        copy[nlohmann::json::json_pointer("/papers/0" + pointer)] = value;
        return schema.fault(copy);
    };
    BOOST_TEST(broken("/commitments/0/what", "late") != "");
    BOOST_TEST(broken("/commitments/0/before/by", "") != "");
    BOOST_TEST(broken("/standings/0/after", "better") != "");
    BOOST_TEST(broken("/findings/0/what", "kept") != "");
    BOOST_TEST(broken("/before", "") != "");
}

BOOST_AUTO_TEST_CASE(declarations_keep_to_their_schema) {
    const Schema schema("extract.schema.json");
    const std::vector<Outcome> papers{sample::transition_paper(), sample::unreadable(), sample::bare_paper()};
    const auto declared = [&](const std::vector<Kind>& chosen) {
        return nlohmann::json::parse(
            declared_json(papers, chosen, {.version = "1.2.3", .notices = {sample::left_out()}}));
    };
    const auto all = declared({kinds.begin(), kinds.end()});
    BOOST_TEST(schema.fault(all) == "");
    for (const Kind kind : kinds) BOOST_TEST(schema.fault(declared({kind})) == "");
    const auto broken = [&](const std::string& pointer, const nlohmann::json& value) {
        auto copy = all;
        copy[nlohmann::json::json_pointer("/papers/0" + pointer)] = value;
        return schema.fault(copy);
    };
    BOOST_TEST(broken("/meta/agenda_item", "") != "");
    BOOST_TEST(broken("/structures/0/members/0/count", "8") != "");
    BOOST_TEST(broken("/commitments/0/awaits_decision", nullptr) != "");
    BOOST_TEST(broken("/recommendations/0/position", "middle") != "");
    BOOST_TEST(broken("/citations/0/times", -1) != "");
    BOOST_TEST(broken("/acronyms/0/expansions", nullptr) != "");
    BOOST_TEST(broken("/cross_references/0/target", "5.1") != "");
    BOOST_TEST(broken("/dates/0/first", "1 October") != "");
    BOOST_TEST(broken("/requirements", nlohmann::json::array()) != "");
}
