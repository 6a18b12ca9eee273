// Two versions held against each other, as JSON; compare.schema.json says what is in it.
#include "report/compare_parts.hpp"
#include "report/json_declared.hpp"

namespace boardcheck::report {

namespace {

void write_side(JsonWriter& json, std::string_view name, const Paper& paper, const extract::Commitment* promise) {
    json.key(name);
    if (promise == nullptr) return json.value(nullptr);
    json.begin_object();
    text_or_null(json, "owner", promise->owner);
    text_or_null(json, "by", promise->by);
    json.key("evidence");
    write_evidence(json, paper, promise->evidence);
    json.end_object();
}

void write_promise(JsonWriter& json, const Versions& versions, const check::PromiseChange& change) {
    const extract::Commitment *before = versions.before_of(change), *after = versions.after_of(change);
    json.begin_object();
    json.member("what", to_string(change.fate));
    json.member("owner_changed", change.other_owner);
    json.member("action", (after == nullptr ? before : after)->action);
    write_side(json, "before", versions.before, before);
    write_side(json, "after", versions.after, after);
    json.key("told_as_done");
    if (change.told)
        write_evidence(json, versions.after, *change.told);
    else
        json.value(nullptr);
    json.end_object();
}

void write_finding(JsonWriter& json, const Versions& versions, const check::FindingChange& change) {
    const Paper& paper = change.after ? versions.after : versions.before;
    const check::Finding& finding = paper.assessment.findings[change.after ? *change.after : *change.before];
    json.begin_object();
    json.member("what", to_string(change.drift));
    json.member("family", finding.family);
    json.member("rule", finding.rule);
    json.member("severity", to_string(finding.severity));
    json.member("message", finding.message);
    json.key("evidence");
    if (finding.evidence)
        write_evidence(json, paper, *finding.evidence);
    else
        json.value(nullptr);
    json.end_object();
}

void write_pair(JsonWriter& json, const Versions& versions, const check::PaperChange& change,
                const catalogue::Catalogue& catalogue) {
    write_each(json, "commitments", change.promises, [&](const auto& each) { write_promise(json, versions, each); });
    write_each(json, "standings", change.standings, [&](const check::StandingChange& each) {
        json.begin_object();
        json.member("id", catalogue.requirements[each.requirement].id);
        json.member("before", to_string(each.before));
        json.member("after", to_string(each.after));
        json.end_object();
    });
    write_each(json, "findings", change.findings, [&](const auto& each) { write_finding(json, versions, each); });
}

const Paper* paper_at(const std::vector<Outcome>& outcomes, const std::optional<std::uint32_t>& index) {
    return index ? std::get_if<Paper>(&outcomes[*index]) : nullptr;
}

void write_file(JsonWriter& json, std::string_view name, const Paper* paper) {
    text_or_null(json, name, paper == nullptr ? "" : name_of_file(paper->document));
}

}  // namespace

std::string compared_json(const Compared& compared, const catalogue::Catalogue& catalogue, const Options& options) {
    JsonWriter json;
    json.begin_object();
    json.member("boardcheck", options.version);
    write_each(json, "papers", compared.changes, [&](const check::PaperChange& change) {
        const Paper *before = paper_at(compared.before, change.before), *after = paper_at(compared.after, change.after);
        json.begin_object();
        write_file(json, "before", before);
        write_file(json, "after", after);
        if (before != nullptr && after != nullptr) write_pair(json, {*before, *after}, change, catalogue);
        json.end_object();
    });
    std::vector<Outcome> unread;
    for (const auto* side : {&compared.before, &compared.after}) {
        for (const Outcome& outcome : *side)
            if (const auto* error = std::get_if<Error>(&outcome)) unread.emplace_back(*error);
    }
    write_unread(json, unread, options.notices);
    json.end_object();
    return std::move(json).take() + "\n";
}

}  // namespace boardcheck::report
