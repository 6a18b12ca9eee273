// Case files with rules of their own, a paper, and what must come out of the check: every part that a case has is
// compared whole.
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "case_file.hpp"
#include "check/check.hpp"

namespace bdata = boost::unit_test::data;
using namespace boardcheck;

namespace {

struct Checked {
    catalogue::Catalogue catalogue;
    ingest::Document document;
    text::Text text;
    check::Assessment assessment;
};

std::string option(const test::Parts& parts, const std::string& name) {
    const auto part = parts.find(name);
    return part == parts.end() ? "" : part->second.substr(0, part->second.find('\n'));
}

Checked check_case(const test::Parts& parts) {
    Checked checked{test::catalogue_of(parts), test::document_of(parts), {}, {}};
    checked.text = text::segment(checked.document);
    const match::Matches matches = match::match(checked.text, checked.catalogue);
    const auto declarations = extract::extract(checked.document, checked.text, matches, checked.catalogue);
    check::Options options;
    options.profile = "test";
    if (parts.contains("as-at")) options.as_at = parse_date(option(parts, "as-at"));
    checked.assessment =
        check::check(checked.document, checked.text, matches, declarations, checked.catalogue, options);
    return checked;
}

std::string quote(const Checked& checked, const extract::Evidence& evidence) {
    return std::string(slice(checked.text.text, evidence.span));
}

std::string requirements(const Checked& checked) {
    std::string out;
    for (const check::RequirementResult& result : checked.assessment.requirements) {
        out += checked.catalogue.requirements[result.requirement].id + " " +
               std::string(catalogue::to_string(result.standing)) + "\n";
        for (const std::string& missing : result.missing) out += "  without " + missing + "\n";
        for (const extract::Evidence& evidence : result.evidence) out += "  “" + quote(checked, evidence) + "”\n";
        if (!result.why.empty()) out += "  because " + result.why + "\n";
    }
    return out;
}

std::string findings(const Checked& checked) {
    std::string out;
    for (const check::Finding& finding : checked.assessment.findings) {
        out += std::string(catalogue::to_string(finding.severity)) + " " + finding.family + " " + finding.rule + ": " +
               finding.message + "\n";
        if (!finding.mend.empty()) out += "  mend: " + finding.mend + "\n";
        if (finding.evidence) out += "  “" + quote(checked, *finding.evidence) + "”\n";
    }
    return out;
}

/// The other places that findings are about.
std::string others(const Checked& checked) {
    std::string out;
    for (const check::Finding& finding : checked.assessment.findings) {
        for (const check::OtherPlace& other : finding.others) {
            out += finding.rule + ": " + (other.says.empty() ? "" : other.says + " ") + "“" +
                   quote(checked, other.evidence) + "”\n";
        }
    }
    return out;
}

}  // namespace

BOOST_DATA_TEST_CASE(a_case_comes_out_as_it_says, bdata::make(test::cases_in(TEST_DATA "/data")), path) {
    const test::Parts parts = test::parts_of(path);
    const Checked checked = check_case(parts);
    const test::Parts found{
        {"standings", requirements(checked)}, {"findings", findings(checked)}, {"others", others(checked)}};
    test::compare(parts, found, path);
    BOOST_TEST(checked.assessment.requirements.size() == checked.catalogue.requirements.size());
}
