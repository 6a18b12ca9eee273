#include <set>

#include <fmt/format.h>

#include "report/html_parts.hpp"
#include "report/passage.hpp"
#include "report/wording.hpp"

namespace boardcheck::report {

using catalogue::Severity;
using catalogue::Standing;

std::string anchor_of(const PaperView& view, const catalogue::Requirement& requirement) {
    return view.id + "-" + requirement.id;
}

void write_badge(Markup& html, Standing standing) {
    html.open("span", {{"class", fmt::format("badge {}", to_string(standing))}});
    html.element("span", sign(standing), {{"class", "sign"}, {"aria-hidden", "true"}});
    html.text(label(standing)).close();
}

void write_severity(Markup& html, Severity severity) {
    if (severity == Severity::none) return;
    const std::string_view name = to_string(severity);
    html.element("span", name, {{"class", fmt::format("severity {}", name)}}).text(" ");
}

void write_quote(Markup& html, const Paper& paper, const extract::Evidence& evidence) {
    const Passage passage = passage_of(paper, evidence);
    html.open("figure", {{"class", "quote"}}).open("blockquote");
    if (!passage.lead_in.empty()) html.element("span", passage.lead_in, {{"class", "lead-in"}}).text(" ");
    // Where the whole sentence counts, marking all of it would mark nothing.
    if (passage.before.empty() && passage.after.empty()) {
        html.text(passage.words).close();
    } else {
        html.text(passage.before).element("mark", passage.words).text(passage.after).close();
    }
    html.element("figcaption", place_label(place_of(paper, evidence))).close();
}

void write_legend(Markup& html) {
    html.open("section", {{"class", "legend"}, {"aria-labelledby", "legend"}});
    html.element("h2", "How to read a standing", {{"id", "legend"}});
    html.element("p",
                 "Each requirement has one standing in each paper. Quoting guidance is not the same as answering it: "
                 "a requirement is answered where the paper says what happens locally.");
    html.open("dl");
    for (const Standing standing : standings_by_weight) {
        html.open("div").open("dt");
        write_badge(html, standing);
        html.close().element("dd", meaning(standing)).close();
    }
    html.close().close();
}

namespace {

constexpr std::size_t column_title_limit = 60;

struct Page {
    const std::vector<Outcome>& outcomes;
    const catalogue::Catalogue& catalogue;
    const Options& options;
    std::vector<PaperView> papers;
    std::vector<Error> errors;
};

Page page_of(const std::vector<Outcome>& outcomes, const catalogue::Catalogue& catalogue, const Options& options) {
    Page page{outcomes, catalogue, options, {}, {}};
    for (const Outcome& outcome : outcomes) {
        if (const auto* paper = std::get_if<Paper>(&outcome)) {
            const std::string id = fmt::format("paper-{}", page.papers.size() + 1);
            page.papers.push_back(
                {*paper, catalogue, id, digest_of(*paper, catalogue, outcomes, options.level), standings_of(*paper)});
        } else {
            page.errors.push_back(std::get<Error>(outcome));
        }
    }
    return page;
}

std::string title_of(const Page& page) {
    if (page.papers.size() == 1) return name_of(page.papers.front().paper);
    return counted(page.papers.size(), "board paper");
}

/// The sources that requirements come from, in the catalogue's order; it also knows documents that papers merely cite.
std::string sources_of(const catalogue::Catalogue& catalogue) {
    std::set<std::uint32_t> used;
    for (const catalogue::Requirement& requirement : catalogue.requirements) {
        for (const catalogue::SourceReference& reference : requirement.sources) used.insert(reference.source);
    }
    std::string all;
    for (const std::uint32_t index : used) {
        const catalogue::Source& source = catalogue.sources[index];
        all += fmt::format("{}{} ({}, {})", all.empty() ? "" : "; ", source.title, source.id, long_date(source.date));
    }
    return all;
}

void write_top(Markup& html, const Page& page) {
    write_masthead(
        html, "Boardcheck gap report", title_of(page),
        fmt::format("Checked against {} from: {}.{}", counted(page.catalogue.requirements.size(), "requirement"),
                    sources_of(page.catalogue), unread_in_words(page.errors)));
}

struct Figure {
    std::size_t number;
    std::string_view label, kind;
};

void write_figures(Markup& html, const Page& page) {
    std::size_t contradictions = 0, gaps = 0, quoted = 0, promises = 0, answered = 0;
    for (const PaperView& view : page.papers) {
        contradictions += view.digest.contradictions.size();
        gaps += view.digest.gaps.size();
        quoted += view.digest.quoted.size();
        promises += view.digest.promises.size();
        answered += count(view.standings, Standing::planned) + count(view.standings, Standing::in_place);
    }
    html.open("ul", {{"class", "figures"}});
    for (const Figure& figure :
         {Figure{contradictions, "contradictions", "contradicted"}, Figure{gaps, "gaps", "gap"},
          Figure{quoted, "quoted, not answered", "restated"}, Figure{promises, "promises to make firm", "promise"},
          Figure{answered, "planned or in place", "in-place"}}) {
        html.open("li", {{"class", figure.kind}}).element("strong", std::to_string(figure.number));
        html.text(" ").element("span", figure.label).close();
    }
    html.close();
}

/// The standings of a paper as a bar; the numbers stand beside it in the table.
void write_bar(Markup& html, const Standings& standings) {
    html.open("span", {{"class", "bar"}, {"aria-hidden", "true"}});
    for (const Standing standing : standings_by_weight) {
        const std::size_t number = count(standings, standing);
        if (number == 0) continue;
        html.element("span", "", {{"class", to_string(standing)}, {"style", fmt::format("flex-grow:{}", number)}});
    }
    html.close();
}

void write_paper_row(Markup& html, const PaperView& view) {
    const extract::Meta& meta = view.paper.declarations.meta;
    html.open("tr", {{"role", "row"}}).open("th", {{"scope", "row"}, {"role", "rowheader"}});
    html.element("a", name_of(view.paper), {{"href", "#" + view.id}});
    html.element("p",
                 fmt::format("{}{}{}", meta.body, meta.body.empty() ? "" : ", ",
                             meta.date ? long_date(*meta.date) : "no date found"),
                 {{"class", "source"}});
    write_bar(html, view.standings);
    html.close();
    for (const Standing standing : standings_by_weight) {
        html.element("td", std::to_string(count(view.standings, standing)),
                     {{"role", "cell"}, {"class", "figure"}, {"data-label", label(standing)}});
    }
    html.close();
}

void write_papers_table(Markup& html, const Page& page) {
    html.open("table", {{"class", "papers"}, {"role", "table"}});
    html.element("caption", "Papers, and how many requirements have each standing");
    html.open("thead", {{"role", "rowgroup"}}).open("tr", {{"role", "row"}});
    html.element("th", "Paper", {{"scope", "col"}, {"role", "columnheader"}});
    for (const Standing standing : standings_by_weight) {
        html.open("th", {{"scope", "col"}, {"role", "columnheader"}});
        write_badge(html, standing);
        html.close();
    }
    html.close().close().open("tbody", {{"role", "rowgroup"}});
    for (const PaperView& view : page.papers) write_paper_row(html, view);
    html.close().close();
}

/// Check boxes that hide rows by their standing: style alone does it, so there is no script in the page.
void write_filter(Markup& html) {
    html.open("section", {{"aria-label", "Filter"}});
    html.open("fieldset", {{"class", "filter"}}).element("legend", "Show requirements that are");
    for (const Standing standing : standings_by_weight) {
        const std::string id = fmt::format("show-{}", to_string(standing));
        html.open("label", {{"for", id}});
        html.single("input", {{"type", "checkbox"}, {"id", id}, {"checked", "checked"}});
        write_badge(html, standing);
        html.close();
    }
    html.close().close();
}

void write_matrix_row(Markup& html, const Page& page, std::size_t index) {
    const catalogue::Requirement& requirement = page.catalogue.requirements[index];
    html.open("tr").open("th", {{"scope", "row"}}).element("span", requirement.id, {{"class", "id"}});
    html.text(" " + requirement.title).close();
    for (const PaperView& view : page.papers) {
        html.open("td").open("a", {{"href", "#" + anchor_of(view, requirement)}});
        write_badge(html, view.paper.assessment.requirements[index].standing);
        html.close().close();
    }
    html.close();
}

void write_matrix_head(Markup& html, const Page& page) {
    html.element("caption", "The standing of each requirement in each paper");
    html.open("thead").open("tr").element("th", "Requirement", {{"scope", "col"}});
    for (const PaperView& view : page.papers) {
        html.open("th", {{"scope", "col"}});
        html.element("a", shortened(name_of(view.paper), column_title_limit), {{"href", "#" + view.id}}).close();
    }
    html.close().close();
}

void write_matrix(Markup& html, const Page& page) {
    if (page.papers.size() < 2) return;
    html.open("section", {{"class", "matrix"}});
    html.element("h2", "Requirement by paper", {{"id", "matrix"}});
    html.open("div", {{"class", "scroll"}, {"role", "region"}, {"aria-labelledby", "matrix"}, {"tabindex", "0"}});
    html.open("table");
    write_matrix_head(html, page);
    const auto& requirements = page.catalogue.requirements;
    for (std::size_t i = 0; i < requirements.size(); ++i) {
        const bool opens = i == 0 || requirements[i - 1].theme != requirements[i].theme;
        if (opens && i != 0) html.close();
        if (opens) {
            html.open("tbody").open("tr", {{"class", "theme"}});
            html.element("th", theme_title(page.catalogue, requirements[i].theme),
                         {{"scope", "rowgroup"}, {"colspan", std::to_string(page.papers.size() + 1)}});
            html.close();
        }
        write_matrix_row(html, page, i);
    }
    if (!requirements.empty()) html.close();
    html.close().close().close();
}

void write_summary(Markup& html, const Page& page) {
    html.open("section", {{"class", "summary"}, {"aria-labelledby", "summary"}});
    html.element("h2", "Summary", {{"id", "summary"}});
    write_figures(html, page);
    write_errors(html, page.errors);
    write_left_out(html, page.options.notices);
    if (!page.papers.empty()) write_papers_table(html, page);
    html.close();
}

void write_footer(Markup& html, const Page& page) {
    html.open("footer").element(
        "p",
        fmt::format("Boardcheck {}. {}, {}, {}. A program reads words, not intentions: read the paper before you act "
                    "on what is written here.",
                    page.options.version, counted(page.catalogue.requirements.size(), "requirement"),
                    counted(page.catalogue.terms.size(), "term"), counted(page.catalogue.patterns.size(), "pattern")));
    html.close();
}

}  // namespace

std::string html(const std::vector<Outcome>& papers, const catalogue::Catalogue& catalogue, const Options& options) {
    const Page page = page_of(papers, catalogue, options);
    Markup html;
    html.open("html", {{"lang", "en-GB"}});
    write_head(html, "Gap report: " + title_of(page));
    html.open("body");
    write_top(html, page);
    html.open("main", {{"id", "report"}});
    write_summary(html, page);
    write_legend(html);
    write_matrix(html, page);
    write_filter(html);
    for (const PaperView& view : page.papers) write_paper(html, view);
    html.close();
    write_footer(html, page);
    html.close().close();
    return std::move(html).finish();
}

}  // namespace boardcheck::report
