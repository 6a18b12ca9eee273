// What json() writes is what report.schema.json allows. The validator is slow to compile: it is used here only.
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

class Schema {
public:
    Schema() {
        const auto json = nlohmann::json::parse(std::ifstream(PROJECT_ROOT "/checker/report/report.schema.json"));
        valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(NlohmannJsonAdapter(json), schema_);
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
    const Schema schema;
    BOOST_TEST(schema.fault(report_of({})) == "");
    BOOST_TEST(schema.fault(report_of({sample::transition_paper(), sample::unreadable(), sample::bare_paper()})) == "");
}

BOOST_AUTO_TEST_CASE(the_schema_notices_faults) {
    const Schema schema;
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
    BOOST_TEST(broken("/papers/0/findings/0/severity", "none") != "");
    BOOST_TEST(broken("/surprise", 1) != "");
}
