#include <nlohmann/json.hpp>

#include "report/json_values.hpp"
#include "report/report.hpp"

namespace boardcheck::report {

using nlohmann::ordered_json;

namespace {

ordered_json evidence_json(const Paper& paper, const extract::Evidence& evidence) {
    const Place place = place_of(paper, evidence);
    ordered_json location;
    location["line"] = number_or_null(place.line);
    location["page"] = number_or_null(place.page);
    location["page_label"] = text_or_null(place.page_label);
    location["slide"] = number_or_null(place.slide);
    location["section"] = place.section;
    location["paragraph"] = text_or_null(place.paragraph);
    location["begin"] = place.source.begin;
    location["end"] = place.source.end;
    if (place.doubtful) location["doubtful"] = true;
    return {{"quote", quote_of(paper, evidence)}, {"location", std::move(location)}};
}

ordered_json meta_json(const extract::Meta& meta) {
    return {{"title", meta.title},
            {"date", date_or_null(meta.date)},
            {"body", meta.body},
            {"authors", meta.authors},
            {"purpose", meta.purpose}};
}

ordered_json requirement_json(const Paper& paper, const check::RequirementResult& result,
                              const catalogue::Requirement& requirement) {
    ordered_json evidence = ordered_json::array();
    for (const extract::Evidence& each : result.evidence) evidence.push_back(evidence_json(paper, each));
    return {{"id", requirement.id},
            {"title", requirement.title},
            {"theme", requirement.theme},
            {"strength", to_string(requirement.strength)},
            {"confidence", to_string(requirement.confidence)},
            {"standing", to_string(result.standing)},
            {"missing", result.missing},
            {"evidence", std::move(evidence)},
            {"why", result.why}};
}

ordered_json structure_json(const Paper& paper, const extract::Structure& structure) {
    return {{"kind", structure.kind},
            {"name", structure.name},
            {"count", structure.count ? ordered_json(*structure.count) : ordered_json(nullptr)},
            {"standing", structure.standing},
            {"evidence", evidence_json(paper, structure.evidence)}};
}

ordered_json commitment_json(const Paper& paper, const extract::Commitment& commitment) {
    return {{"owner", text_or_null(commitment.owner)},
            {"action", commitment.action},
            {"by", text_or_null(commitment.by)},
            {"strength", commitment.strength},
            {"condition", text_or_null(commitment.condition)},
            {"evidence", evidence_json(paper, commitment.evidence)}};
}

ordered_json recommendation_json(const Paper& paper, const extract::Recommendation& recommendation) {
    return {{"ask", recommendation.ask},
            {"body", recommendation.body},
            {"evidence", evidence_json(paper, recommendation.evidence)}};
}

/// What a finding concerns: a requirement's id as it is, the last part of a message's.
std::string about(const check::Finding& finding) { return finding.rule.substr(finding.rule.rfind('.') + 1); }

ordered_json finding_json(const Paper& paper, const check::Finding& finding) {
    return {{"family", finding.family},
            {"rule", finding.rule},
            {"about", about(finding)},
            {"severity", to_string(finding.severity)},
            {"message", finding.message},
            {"why", finding.message},
            {"mend", finding.mend},
            {"evidence", finding.evidence ? evidence_json(paper, *finding.evidence) : ordered_json(nullptr)}};
}

ordered_json notice_json(const Notice& notice) {
    return {{"file", notice.file}, {"line", number_or_null(notice.line)}, {"message", notice.message}};
}

/// An array with what `write` makes of each value.
template <typename Values, typename Write>
ordered_json array_of(const Values& values, Write write) {
    ordered_json array = ordered_json::array();
    for (const auto& value : values) array.push_back(write(value));
    return array;
}

ordered_json paper_json(const Paper& paper, const catalogue::Catalogue& catalogue) {
    const auto requirement = [&](const auto& result) {
        return requirement_json(paper, result, catalogue.requirements[result.requirement]);
    };
    const auto structure = [&](const auto& each) { return structure_json(paper, each); };
    const auto commitment = [&](const auto& each) { return commitment_json(paper, each); };
    const auto recommendation = [&](const auto& each) { return recommendation_json(paper, each); };
    const auto finding = [&](const auto& each) { return finding_json(paper, each); };
    const extract::Declarations& declared = paper.declarations;
    return {{"file", paper.document.file},
            {"format", ingest::name_of(paper.document.format)},
            {"pack", pack_or_null(paper.document.pack)},
            {"meta", meta_json(declared.meta)},
            {"profile", paper.assessment.profile},
            {"profile_why", paper.assessment.profile_why},
            {"as_at", date_or_null(paper.assessment.as_at)},
            {"requirements", array_of(paper.assessment.requirements, requirement)},
            {"structures", array_of(declared.structures, structure)},
            {"commitments", array_of(declared.commitments, commitment)},
            {"recommendations", array_of(declared.recommendations, recommendation)},
            {"findings", array_of(paper.assessment.findings, finding)},
            {"notices", array_of(paper.document.notices, notice_json)}};
}

ordered_json error_json(const Error& error) {
    return {
        {"file", error.file}, {"line", number_or_null(error.line)}, {"message", error.message}, {"mend", error.mend}};
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
    ordered_json root;
    root["boardcheck"] = options.version;
    root["catalogue"] = catalogue_json(catalogue);
    root["papers"] = ordered_json::array();
    root["errors"] = ordered_json::array();
    root["notices"] = array_of(options.notices, notice_json);
    for (const Outcome& outcome : papers) {
        if (const auto* paper = std::get_if<Paper>(&outcome)) {
            root["papers"].push_back(paper_json(*paper, catalogue));
        } else {
            root["errors"].push_back(error_json(std::get<Error>(outcome)));
        }
    }
    // File names need not be UTF-8; what is not becomes U+FFFD.
    return root.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace boardcheck::report
