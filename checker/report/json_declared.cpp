#include "report/json_declared.hpp"

#include "report/json_values.hpp"
#include "report/wording.hpp"

namespace boardcheck::report {

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

void write_evidence(JsonWriter& json, const Paper& paper, const extract::Evidence& evidence) {
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

void write_notices(JsonWriter& json, const std::vector<Notice>& notices) {
    write_each(json, "notices", notices, [&](const Notice& notice) {
        json.begin_object();
        json.member("file", notice.file);
        number_or_null(json, "line", notice.line);
        json.member("message", notice.message);
        json.end_object();
    });
}

void write_origin(JsonWriter& json, const ingest::Document& document) {
    json.member("file", document.file);
    json.member("format", ingest::name_of(document.format));
    json.member("pack", pack_or_null(document.pack));
}

void write_unread(JsonWriter& json, const std::vector<Outcome>& papers, const std::vector<Notice>& notices) {
    write_each(json, "errors", papers, [&](const Outcome& outcome) {
        const auto* error = std::get_if<Error>(&outcome);
        if (error == nullptr) return;
        json.begin_object();
        json.member("file", error->file);
        number_or_null(json, "line", error->line);
        json.member("message", error->message);
        json.member("mend", error->mend);
        json.end_object();
    });
    write_notices(json, notices);
}

namespace {

void count_or_null(JsonWriter& json, const std::optional<std::int64_t>& count) {
    json.key("count");
    if (count)
        json.value(*count);
    else
        json.value(nullptr);
}

/// What is said of one declaration; its evidence follows.
void write(JsonWriter& json, const extract::Commitment& commitment) {
    const bool deadline = !commitment.by.empty() || !commitment.deadline.empty();
    text_or_null(json, "owner", commitment.owner);
    json.member("action", commitment.action);
    text_or_null(json, "by", commitment.by);
    text_or_null(json, "precision", std::string(deadline ? label(commitment.precision) : ""));
    text_or_null(json, "deadline", commitment.deadline);
    json.member("strength", commitment.strength);
    text_or_null(json, "condition", commitment.condition);
    json.member("awaits_decision", commitment.awaits_decision);
}

void write(JsonWriter& json, const extract::Citation& citation) {
    json.member("title", citation.title);
    text_or_null(json, "source", citation.source);
    text_or_null(json, "kind", citation.kind);
    text_or_null(json, "section", citation.section);
    text_or_null(json, "number", citation.number);
    text_or_null(json, "year", citation.year);
    json.member("times", citation.times);
}

void write(JsonWriter& json, const extract::Acronym& acronym) {
    json.member("acronym", acronym.acronym);
    json.member("expansions", acronym.expansions);
    json.member("times", acronym.times);
}

void write(JsonWriter& json, const extract::DateValue& date) {
    json.member("text", date.text);
    text_or_null(json, "iso", date.iso);
    json.member("first", date_or_null(date.first));
    json.member("last", date_or_null(date.last));
    json.member("precision", label(date.precision));
    text_or_null(json, "fault", date.fault);
}

void write(JsonWriter& json, const extract::Member& member) {
    text_or_null(json, "role", member.role);
    text_or_null(json, "name", member.name);
    count_or_null(json, member.count);
    json.member("independent", member.independent);
}

/// An array of declarations, each with its evidence.
template <typename Item>
void write_list(JsonWriter& json, const Paper& paper, std::string_view name, const std::vector<Item>& items) {
    write_each(json, name, items, [&](const Item& item) {
        json.begin_object();
        write(json, item);
        json.key("evidence");
        write_evidence(json, paper, item.evidence);
        json.end_object();
    });
}

void text(JsonWriter& json, std::string_view name, const std::string& words, Unsaid unsaid) {
    if (unsaid == Unsaid::null)
        text_or_null(json, name, words);
    else
        json.member(name, words);
}

void write_recommendation(JsonWriter& json, const Paper& paper, const extract::Recommendation& recommendation,
                          Unsaid unsaid) {
    json.begin_object();
    json.member("ask", recommendation.ask);
    text(json, "body", recommendation.body, unsaid);
    text_or_null(json, "number", recommendation.number);
    text_or_null(json, "item", recommendation.item);
    json.member("position", label(recommendation.place));
    json.key("evidence");
    write_evidence(json, paper, recommendation.evidence);
    json.end_object();
}

void write_structure(JsonWriter& json, const Paper& paper, const extract::Structure& structure) {
    json.begin_object();
    json.member("kind", structure.kind);
    json.member("name", structure.name);
    json.member("aliases", structure.aliases);
    text_or_null(json, "acronym", structure.acronym);
    text_or_null(json, "level", structure.level);
    text_or_null(json, "legal_form", structure.legal_form);
    text_or_null(json, "parent", structure.parent);
    count_or_null(json, structure.count);
    write_list(json, paper, "members", structure.members);
    text_or_null(json, "chair", structure.chair);
    json.member("functions", structure.functions);
    text_or_null(json, "population", structure.population);
    text_or_null(json, "starts", structure.starts);
    text_or_null(json, "closes", structure.closes);
    json.member("standing", structure.standing);
    json.key("evidence");
    write_evidence(json, paper, structure.evidence);
    json.end_object();
}

void write_cross_reference(JsonWriter& json, const Paper& paper, const extract::CrossReference& reference) {
    json.begin_object();
    json.member("kind", reference.kind);
    text_or_null(json, "number", reference.number);
    text_or_null(json, "title", reference.title);
    json.key("target");
    if (reference.sentence)
        write_evidence(json, paper, {*reference.sentence, paper.text.sentences[*reference.sentence].span});
    else
        json.value(nullptr);
    json.key("evidence");
    write_evidence(json, paper, reference.evidence);
    json.end_object();
}

void write_meta(JsonWriter& json, const extract::Meta& meta, Unsaid unsaid) {
    json.key("meta");
    json.begin_object();
    text(json, "title", meta.title, unsaid);
    json.member("date", date_or_null(meta.date));
    text(json, "body", meta.body, unsaid);
    write_each(json, "authors", meta.authors, [&](const extract::Author& author) { json.value(author.name); });
    write_each(json, "author_posts", meta.authors, [&](const extract::Author& author) {
        json.begin_object();
        json.member("name", author.name);
        text_or_null(json, "post", author.post);
        json.end_object();
    });
    text_or_null(json, "agenda_item", meta.agenda_item);
    text_or_null(json, "classification", meta.classification);
    text_or_null(json, "format", meta.format);
    text(json, "purpose", meta.purpose, unsaid);
    json.member("contacts", meta.contacts);
    json.end_object();
}

}  // namespace

void write_declared(JsonWriter& json, const Paper& paper, Kind kind, Unsaid unsaid) {
    const extract::Declarations& declared = paper.declarations;
    switch (kind) {
        case Kind::meta:
            return write_meta(json, declared.meta, unsaid);
        case Kind::structures:
            return write_each(json, "structures", declared.structures,
                              [&](const auto& structure) { write_structure(json, paper, structure); });
        case Kind::members:
            return;
        case Kind::commitments:
            return write_list(json, paper, "commitments", declared.commitments);
        case Kind::recommendations:
            return write_each(json, "recommendations", declared.recommendations,
                              [&](const auto& each) { write_recommendation(json, paper, each, unsaid); });
        case Kind::citations:
            return write_list(json, paper, "citations", declared.citations);
        case Kind::acronyms:
            return write_list(json, paper, "acronyms", declared.acronyms);
        case Kind::cross_references:
            return write_each(json, "cross_references", declared.references,
                              [&](const auto& reference) { write_cross_reference(json, paper, reference); });
        case Kind::dates:
            return write_list(json, paper, "dates", declared.dates);
    }
}

}  // namespace boardcheck::report
