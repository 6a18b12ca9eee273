#include <nlohmann/json.hpp>

#include "report/json_values.hpp"
#include "report/json_writer.hpp"
#include "report/report.hpp"

namespace boardcheck::report {

using nlohmann::ordered_json;

namespace {

void text_or_null(JsonWriter& json, std::string_view name, const std::string& text) {
    json.key(name);
    if (text.empty())
        json.value(nullptr);
    else
        json.value(text);
}

void number_or_null(JsonWriter& json, std::string_view name, std::uint32_t number) {
    json.key(name);
    if (number == 0)
        json.value(nullptr);
    else
        json.value(number);
}

/// An array with what `write` writes of each value.
template <typename Values, typename Write>
void write_each(JsonWriter& json, std::string_view name, const Values& values, Write write) {
    json.key(name);
    json.begin_array();
    for (const auto& value : values) write(value);
    json.end_array();
}

void write(JsonWriter& json, const Paper& paper, const extract::Evidence& evidence) {
    const Place place = place_of(paper, evidence);
    json.begin_object();
    json.member("quote", quote_of(paper, evidence));
    json.key("location");
    json.begin_object();
    number_or_null(json, "line", place.line);
    number_or_null(json, "page", place.page);
    text_or_null(json, "page_label", place.page_label);
    number_or_null(json, "slide", place.slide);
    json.member("section", place.section);
    text_or_null(json, "paragraph", place.paragraph);
    json.member("begin", place.source.begin);
    json.member("end", place.source.end);
    if (place.doubtful) json.member("doubtful", true);
    json.end_object();
    json.end_object();
}

void write(JsonWriter& json, const extract::Meta& meta) {
    json.begin_object();
    json.member("title", meta.title);
    json.member("date", date_or_null(meta.date));
    json.member("body", meta.body);
    write_each(json, "authors", meta.authors, [&](const extract::Author& author) { json.value(author.name); });
    json.member("purpose", meta.purpose);
    json.end_object();
}

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
    write_each(json, "evidence", result.evidence, [&](const auto& evidence) { write(json, paper, evidence); });
    json.member("why", result.why);
    json.end_object();
}

void write(JsonWriter& json, const Paper& paper, const extract::Structure& structure) {
    json.begin_object();
    json.member("kind", structure.kind);
    json.member("name", structure.name);
    json.key("count");
    if (structure.count)
        json.value(*structure.count);
    else
        json.value(nullptr);
    json.member("standing", structure.standing);
    json.key("evidence");
    write(json, paper, structure.evidence);
    json.end_object();
}

void write(JsonWriter& json, const Paper& paper, const extract::Commitment& commitment) {
    json.begin_object();
    text_or_null(json, "owner", commitment.owner);
    json.member("action", commitment.action);
    text_or_null(json, "by", commitment.by);
    json.member("strength", commitment.strength);
    text_or_null(json, "condition", commitment.condition);
    json.key("evidence");
    write(json, paper, commitment.evidence);
    json.end_object();
}

void write(JsonWriter& json, const Paper& paper, const extract::Recommendation& recommendation) {
    json.begin_object();
    json.member("ask", recommendation.ask);
    json.member("body", recommendation.body);
    json.key("evidence");
    write(json, paper, recommendation.evidence);
    json.end_object();
}

/// What a finding concerns: a requirement's id as it is, the last part of a message's.
std::string about(const check::Finding& finding) { return finding.rule.substr(finding.rule.rfind('.') + 1); }

void write(JsonWriter& json, const Paper& paper, const check::Finding& finding) {
    json.begin_object();
    json.member("family", finding.family);
    json.member("rule", finding.rule);
    json.member("about", about(finding));
    json.member("severity", to_string(finding.severity));
    json.member("message", finding.message);
    json.member("why", finding.message);
    json.member("mend", finding.mend);
    json.member("twins", finding.twins);
    json.key("evidence");
    if (finding.evidence)
        write(json, paper, *finding.evidence);
    else
        json.value(nullptr);
    json.end_object();
}

void write(JsonWriter& json, const std::vector<Notice>& notices) {
    write_each(json, "notices", notices, [&](const Notice& notice) {
        json.begin_object();
        json.member("file", notice.file);
        number_or_null(json, "line", notice.line);
        json.member("message", notice.message);
        json.end_object();
    });
}

void write(JsonWriter& json, const Paper& paper, const catalogue::Catalogue& catalogue) {
    const auto part = [&](const auto& each) { write(json, paper, each); };
    const auto requirement = [&](const check::RequirementResult& result) {
        write(json, paper, result, catalogue.requirements[result.requirement]);
    };
    const extract::Declarations& declared = paper.declarations;
    json.begin_object();
    json.member("file", paper.document.file);
    json.member("format", ingest::name_of(paper.document.format));
    json.member("pack", pack_or_null(paper.document.pack));
    json.key("meta");
    write(json, declared.meta);
    json.member("profile", paper.assessment.profile);
    json.member("profile_why", paper.assessment.profile_why);
    json.member("as_at", date_or_null(paper.assessment.as_at));
    write_each(json, "requirements", paper.assessment.requirements, requirement);
    write_each(json, "structures", declared.structures, part);
    write_each(json, "commitments", declared.commitments, part);
    write_each(json, "recommendations", declared.recommendations, part);
    write_each(json, "findings", paper.assessment.findings, part);
    write(json, paper.document.notices);
    json.end_object();
}

void write(JsonWriter& json, const Error& error) {
    json.begin_object();
    json.member("file", error.file);
    number_or_null(json, "line", error.line);
    json.member("message", error.message);
    json.member("mend", error.mend);
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
        if (const auto* paper = std::get_if<Paper>(&outcome)) write(json, *paper, catalogue);
    });
    write_each(json, "errors", papers, [&](const Outcome& outcome) {
        if (const auto* error = std::get_if<Error>(&outcome)) write(json, *error);
    });
    write(json, options.notices);
    json.end_object();
    return std::move(json).take() + "\n";
}

}  // namespace boardcheck::report
