// The reports on the sample papers, byte for byte. BOARDCHECK_UPDATE_GOLDEN=1 rewrites the files: review the
// diff.
#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "report/html_parts.hpp"
#include "sample.hpp"

using namespace boardcheck;
using namespace boardcheck::report;

namespace {

struct Format {
    std::string file;
    std::string (*write)(const std::vector<Outcome>&, const catalogue::Catalogue&, const Options&);
    bool colour = false;
};
std::ostream& operator<<(std::ostream& out, const Format& format) { return out << format.file; }

using Papers = std::vector<Outcome>;

/// The declarations alone, of all kinds.
template <std::string (*write)(const Papers&, const std::vector<Kind>&, const Options&)>
std::string declared(const Papers& papers, const catalogue::Catalogue&, const Options& options) {
    return write(papers, {kinds.begin(), kinds.end()}, options);
}

/// All tables, one after another.
std::string tables(const Papers& papers, const catalogue::Catalogue&, const Options&) {
    std::string all;
    for (const Kind kind : kinds) all += declared_csv(papers, kind);
    return all;
}

const std::vector<Format> formats{{"report.txt", human},
                                  {"report.colour.txt", human, true},
                                  {"report.json", json},
                                  {"report.html", html},
                                  {"declared.txt", declared<declared_human>},
                                  {"declared.json", declared<declared_json>},
                                  {"declared.html", declared<declared_html>},
                                  {"declared.csv", tables}};

/// Without the style sheet, which is looked at and not read.
std::string without_style(std::string report) {
    const auto at = report.find(style_sheet());
    if (at != std::string::npos) report.replace(at, style_sheet().size(), "");
    return report;
}

/// The first line that differs, as it is and as it was reviewed; empty where the two are the same.
std::string first_difference(const std::string& report, const std::string& reviewed) {
    std::istringstream is(report), was(reviewed);
    std::string line, expected;
    for (int number = 1;; ++number) {
        const bool more = static_cast<bool>(std::getline(is, line));
        const bool more_expected = static_cast<bool>(std::getline(was, expected));
        if (!more && !more_expected) return {};
        if (more == more_expected && line == expected) continue;
        return "line " + std::to_string(number) + ": " + (more ? line : "(end)") +
               "\nreviewed: " + (more_expected ? expected : "(end)");
    }
}

}  // namespace

BOOST_DATA_TEST_CASE(reports_are_as_reviewed, boost::unit_test::data::make(formats), format) {
    const auto catalogue = sample::catalogue();
    const std::vector<Outcome> papers{sample::transition_paper(), sample::unreadable(), sample::bare_paper()};
    const Options options{.version = "1.2.3", .colour = format.colour, .width = 100, .notices = {sample::left_out()}};
    const std::string report = without_style(format.write(papers, catalogue, options));
    const std::string path = std::string(TEST_DATA) + "/golden/" + format.file;
    if (std::getenv("BOARDCHECK_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << report;
    std::ifstream file(path, std::ios::binary);
    std::stringstream expected;
    expected << file.rdbuf();
    BOOST_TEST(first_difference(report, expected.str()) == "");
    BOOST_TEST(without_style(format.write(papers, catalogue, options)) == report);
}
