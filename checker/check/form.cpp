// Parts that a paper of its kind should have.
#include <algorithm>
#include <array>

#include "check/form_parts.hpp"
#include "check/look_up.hpp"

namespace boardcheck::check {

namespace {

using text::TokenRange;

constexpr std::uint32_t front_sentences = 12;
constexpr std::uint32_t least_risks = 3;     // items: fewer are no list of risks
constexpr std::uint32_t most_quoted = 10;    // items of them that are quoted
constexpr std::uint32_t longest_risks = 60;  // sentences of a section that are looked at

bool has(const Case& paper, std::uint32_t sentence, std::string_view name, std::string_view value) {
    return first_with(paper, paper.text.sentences[sentence].tokens, name, value).has_value();
}

/// Minutes, letters and rules ask for nothing, and need no author.
bool is_no_report(const Case& paper) {
    if (is_standing_text(paper)) return true;
    const auto front = std::min<std::size_t>(paper.text.sentences.size(), front_sentences);
    for (std::uint32_t i = 0; i < front; ++i) {
        if (has(paper, i, "role", "minutes-lead") || has(paper, i, "role", "salutation")) return true;
    }
    return false;
}

void add_date(const Case& paper, const std::vector<Field>& fields, std::vector<Finding>& findings) {
    const auto& date = paper.declarations.meta.date;
    const bool field = std::any_of(fields.begin(), fields.end(), [](const Field& each) {
        return each.role == "meeting-date-label" || each.role == "date-label";
    });
    if (!date && !field) add(paper, findings, "form.no-date", {}, {});
    if (!date || date->day != 0) return;
    const auto& dates = paper.declarations.dates;
    const auto said = std::find_if(dates.begin(), dates.end(),
                                   [&](const extract::DateValue& each) { return each.iso == to_string(*date); });
    const bool found = said != dates.end();
    add(paper, findings, "form.month-only", found ? std::optional(said->evidence) : std::nullopt,
        {{"date", found ? said->text : to_string(*date)}});
}

bool begins_with_ask(const Case& paper, TokenRange tokens) {
    const auto ask = first_with(paper, tokens, "ask");
    return ask && !has_words(paper, {tokens.first, ask->tokens.first});
}

/// "The Board is asked to", and then the next heading.
void add_unfinished_ask(const Case& paper, std::vector<Finding>& findings) {
    for (const match::Hit& hit : marked(paper, "form.ask-begins")) {
        const TokenRange tokens = paper.text.sentences[hit.sentence].tokens;
        if (has_words(paper, {hit.tokens.last, tokens.last}) || block_of(paper, hit.sentence).table != 0) continue;
        const std::uint32_t next = hit.sentence + 1;
        // Items may look like headings: "1 Note the report".
        const bool ends = next == paper.text.sentences.size() ||
                          (is_heading(paper, next) && !begins_with_ask(paper, paper.text.sentences[next].tokens));
        if (!ends) continue;
        add(paper, findings, "form.unfinished-recommendation", evidence_of(paper, hit.sentence, tokens), {});
        return;
    }
}

/// Questions put to the meeting, and nothing that it could resolve.
void add_only_questions(const Case& paper, std::vector<Finding>& findings) {
    const auto& asks = paper.declarations.recommendations;
    const bool questions = std::all_of(asks.begin(), asks.end(), [&](const extract::Recommendation& ask) {
        const Span span = paper.text.sentences[ask.evidence.sentence].span;
        return slice(paper.text.text, span).find('?') != std::string_view::npos;
    });
    if (!questions) return;
    const auto headings = text::headings_of(paper.text, asks.front().evidence.sentence);
    const std::uint32_t place = headings.empty() ? asks.front().evidence.sentence : headings.back();
    add(paper, findings, "form.only-questions", evidence_of(paper, place, paper.text.sentences[place].tokens), {});
}

void add_recommendation(const Case& paper, std::vector<Finding>& findings) {
    if (!paper.declarations.recommendations.empty()) {
        add_only_questions(paper, findings);
        return;
    }
    const extract::Meta& meta = paper.declarations.meta;
    const bool decides = meta.purpose_stated && meta.purpose.find("decision") != std::string::npos;
    add(paper, findings, decides ? "form.decision-without-recommendation" : "form.no-recommendation", {}, {});
}

/// A list of risks under its heading, of which none has a rating, an owner or an answer.
void add_bare_risks(const Case& paper, std::vector<Finding>& findings) {
    const auto& sentences = paper.text.sentences;
    const auto count = static_cast<std::uint32_t>(sentences.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const TokenRange tokens = sentences[i].tokens;
        const auto risk = is_heading(paper, i) ? first_with(paper, tokens, "sense", "implication-risk") : std::nullopt;
        if (!risk || has_words(paper, {risk->tokens.last, tokens.last}) || tokens.last - tokens.first > 4) continue;
        std::uint32_t items = 0;
        bool answered = false;
        for (std::uint32_t k = i + 1; k < std::min(count, i + longest_risks); ++k) {
            answered = answered || has(paper, k, "sense", "risk-answer");  // also in the heading that comes next
            if (sentences[k].section != sentences[i].section) break;
            if (block_of(paper, k).kind == ingest::BlockKind::list_item) ++items;
            answered = answered || block_of(paper, k).table != 0;
        }
        if (items < least_risks || answered) continue;
        Finding* finding =
            add(paper, findings, "form.risks-not-rated", evidence_of(paper, i + 1, sentences[i + 1].tokens), {});
        for (std::uint32_t k = i + 2; finding != nullptr && k < std::min(i + most_quoted, count); ++k) {
            const bool item = sentences[k].section == sentences[i].section;
            if (item) finding->others.push_back({"", evidence_of(paper, k, sentences[k].tokens), {}});
        }
    }
}

/// Reports to a council's meetings list what they rest on: the law asks for it.
void add_background_papers(const Case& paper, std::vector<Finding>& findings) {
    const auto hits = marked(paper, "form.council-report");
    if (hits.empty() || hits.front().sentence >= front_sentences) return;
    const bool listed = std::any_of(
        paper.matches.mentions.begin(), paper.matches.mentions.end(),
        [&](const match::Mention& mention) { return property(paper, mention, "role") == "background-label"; });
    if (!listed) add(paper, findings, "form.no-background-papers", {}, {});
}

}  // namespace

bool asks_for_decision(const Case& paper) {
    constexpr std::array<std::string_view, 3> deciding{"approve", "agree", "endorse"};
    const std::string& purpose = paper.declarations.meta.purpose;
    if (paper.declarations.meta.purpose_stated) return purpose.find("decision") != std::string::npos;
    const auto& asks = paper.declarations.recommendations;
    return std::any_of(asks.begin(), asks.end(), [&](const extract::Recommendation& ask) {
        return std::find(deciding.begin(), deciding.end(), ask.ask) != deciding.end();
    });
}

void add_form(const Case& paper, std::vector<Finding>& findings) {
    const extract::Meta& meta = paper.declarations.meta;
    const std::vector<Field> fields = fields_of(paper, row_tables_of(paper));
    const auto has_field = [&](std::string_view role) {
        return std::any_of(fields.begin(), fields.end(), [&](const Field& field) { return field.role == role; });
    };
    add_fields(paper, fields, findings);
    add_date(paper, fields, findings);
    add_bare_risks(paper, findings);
    add_unfinished_ask(paper, findings);
    if (is_no_report(paper)) return;
    // What the template asks for and does not get is told with its place.
    if (meta.authors.empty() && !has_field("author-label")) add(paper, findings, "form.no-author", {}, {});
    if (!meta.purpose_stated && !has_field("purpose-label")) add(paper, findings, "form.no-purpose", {}, {});
    add_recommendation(paper, findings);
    add_implications(paper, fields, findings);
    add_background_papers(paper, findings);
}

}  // namespace boardcheck::check
