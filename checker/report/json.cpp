#include <nlohmann/json.hpp>

#include "report/digest.hpp"
#include "report/json_declared.hpp"
#include "report/json_values.hpp"
#include "report/json_writer.hpp"
#include "report/report.hpp"

namespace boardcheck::report {

using nlohmann::ordered_json;

namespace {

void write(JsonWriter& json, const Paper& paper, const check::RequirementResult& result,
           const catalogue::Requirement& requirement) {
    json.begin_object();
    json.member("id", requirement.id);
    json.member("title", requirement.title);
    json.member("theme", requirement.theme);
    json.member("strength", to_string(requirement.strength));
    json.member("confidence", to_string(requirement.confidence));
    json.member("standing", to_string(result.standing));
    json.member("missing", result.missing);
    write_each(json, "evidence", result.evidence, [&](const auto& evidence) { write_evidence(json, paper, evidence); });
    json.member("why", result.why);
    json.end_object();
}

/// What a finding concerns: a requirement's id as it is, the last part of a message's.
std::string about(const check::Finding& finding) { return finding.rule.substr(finding.rule.rfind('.') + 1); }

void write(JsonWriter& json, const Paper& paper, const check::Finding& finding, const std::vector<Outcome>& papers) {
    json.begin_object();
    json.member("family", finding.family);
    json.member("rule", finding.rule);
    json.member("about", about(finding));
    json.member("severity", to_string(finding.severity));
    json.member("confidence", to_string(finding.confidence));
    json.member("message", finding.message);
    json.member("why", finding.message);
    json.member("mend", finding.mend);
    text_or_null(json, "source", finding.source);
    json.member("twins", finding.twins);
    json.key("evidence");
    if (finding.evidence)
        write_evidence(json, paper, *finding.evidence);
    else
        json.value(nullptr);
    write_each(json, "elsewhere", elsewhere(finding, paper, papers), [&](const Elsewhere& place) {
        json.begin_object();
        json.member("file", name_of_file(place.paper->document));
        json.member("says", place.says);
        json.key("evidence");
        write_evidence(json, *place.paper, place.evidence);
        json.end_object();
    });
    json.end_object();
}

void write(JsonWriter& json, const Paper& paper, const catalogue::Catalogue& catalogue,
           const std::vector<Outcome>& papers, catalogue::Severity level) {
    const auto finding = [&](const check::Finding& each) {
        if (each.severity >= level) write(json, paper, each, papers);
    };
    const auto requirement = [&](const check::RequirementResult& result) {
        write(json, paper, result, catalogue.requirements[result.requirement]);
    };
    json.begin_object();
    write_origin(json, paper.document);
    write_declared(json, paper, Kind::meta, Unsaid::empty);
    json.member("profile", paper.assessment.profile);
    json.member("profile_why", paper.assessment.profile_why);
    json.member("as_at", date_or_null(paper.assessment.as_at));
    write_each(json, "requirements", paper.assessment.requirements, requirement);
    for (const Kind kind : kinds) {
        if (kind != Kind::meta) write_declared(json, paper, kind, Unsaid::empty);
    }
    write_each(json, "findings", paper.assessment.findings, finding);
    write_notices(json, paper.document.notices);
    json.end_object();
}

ordered_json catalogue_json(const catalogue::Catalogue& catalogue) {
    return {{"sources", catalogue.sources.size()},
            {"requirements", catalogue.requirements.size()},
            {"terms", catalogue.terms.size()},
            {"patterns", catalogue.patterns.size()},
            {"profiles", catalogue.profiles.size()}};
}

}  // namespace

std::string json(const std::vector<Outcome>& papers, const catalogue::Catalogue& catalogue, const Options& options) {
    JsonWriter json;
    json.begin_object();
    json.member("boardcheck", options.version);
    json.member("catalogue", catalogue_json(catalogue));
    write_each(json, "papers", papers, [&](const Outcome& outcome) {
        if (const auto* paper = std::get_if<Paper>(&outcome)) write(json, *paper, catalogue, papers, options.level);
    });
    write_unread(json, papers, options.notices);
    json.end_object();
    return std::move(json).take() + "\n";
}

}  // namespace boardcheck::report
