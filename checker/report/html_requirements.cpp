#include <algorithm>

#include <fmt/format.h>

#include "report/html_parts.hpp"
#include "report/passage.hpp"
#include "report/wording.hpp"

namespace boardcheck::report {

namespace {

using Results = std::vector<const check::RequirementResult*>;

struct Theme {
    std::string id;
    Results results;
};

/// The paper's results by theme, in the order in which the catalogue names the themes first.
std::vector<Theme> themes_of(const PaperView& view) {
    std::vector<Theme> themes;
    for (const check::RequirementResult& result : view.paper.assessment.requirements) {
        const std::string& id = view.catalogue.requirements[result.requirement].theme;
        auto found = std::find_if(themes.begin(), themes.end(), [&](const Theme& theme) { return theme.id == id; });
        if (found == themes.end()) found = themes.insert(themes.end(), Theme{id, {}});
        found->results.push_back(&result);
    }
    return themes;
}

void write_heading_cells(Markup& html) {
    html.open("thead", {{"role", "rowgroup"}}).open("tr", {{"role", "row"}});
    for (const std::string_view title : {"Requirement", "Standing", "What the paper says"}) {
        html.element("th", title, {{"scope", "col"}, {"role", "columnheader"}});
    }
    html.close().close();
}

void write_requirement_cell(Markup& html, const PaperView& view, const catalogue::Requirement& requirement) {
    html.open("th", {{"scope", "row"}, {"role", "rowheader"}});
    html.element("span", requirement.id, {{"class", "id"}}).text(" ");
    html.element("span", requirement.title, {{"class", "what"}});
    if (!requirement.statement.empty()) html.element("p", requirement.statement, {{"class", "statement"}});
    html.open("p", {{"class", "source"}});
    html.text(fmt::format("{} · {} confidence", to_string(requirement.strength), to_string(requirement.confidence)));
    for (const catalogue::SourceReference& reference : requirement.sources) {
        const catalogue::Source& source = view.catalogue.sources[reference.source];
        html.text(" · ").element("abbr", source.id, {{"title", source.title}});
        if (!reference.section.empty()) html.text(", " + reference.section);
        if (!reference.pages.empty()) html.text(", p. " + reference.pages);
    }
    html.close().close();
}

void write_evidence_cell(Markup& html, const PaperView& view, const check::RequirementResult& result) {
    html.open("td", {{"role", "cell"}});
    if (!result.why.empty()) html.element("p", result.why, {{"class", "why"}});
    for (const auto& evidence : joined_by_sentence(result.evidence)) write_quote(html, view.paper, evidence);
    if (!result.missing.empty()) {
        html.open("div", {{"class", "missing"}}).element("p", "Not said:").open("ul");
        for (const std::string& facet : result.missing) html.element("li", facet);
        html.close().close();
    }
    if (result.standing == catalogue::Standing::silent) html.element("p", "Not mentioned.", {{"class", "quiet"}});
    html.close();
}

void write_row(Markup& html, const PaperView& view, const check::RequirementResult& result) {
    const catalogue::Requirement& requirement = view.catalogue.requirements[result.requirement];
    html.open("tr", {{"role", "row"},
                     {"id", anchor_of(view, requirement)},
                     {"class", fmt::format("is-{}", to_string(result.standing))}});
    write_requirement_cell(html, view, requirement);
    html.open("td", {{"role", "cell"}, {"class", "standing"}});
    write_badge(html, result.standing);
    html.close();
    write_evidence_cell(html, view, result);
    html.close();
}

}  // namespace

void write_requirements(Markup& html, const PaperView& view) {
    html.element("h3", "Requirements", {{"id", view.id + "-requirements"}});
    for (const Theme& theme : themes_of(view)) {
        html.open("table", {{"class", "requirements"}, {"role", "table"}});
        html.open("caption").text(theme_title(view.catalogue, theme.id)).text(" ");
        html.element("span", counted(theme.results.size(), "requirement"), {{"class", "quiet"}}).close();
        write_heading_cells(html);
        html.open("tbody", {{"role", "rowgroup"}});
        for (const check::RequirementResult* result : theme.results) write_row(html, view, *result);
        html.close().close();
    }
}

}  // namespace boardcheck::report
