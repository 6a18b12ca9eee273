// What papers declare, as a page: tables by paper, without judgement.
#include <algorithm>

#include <fmt/format.h>

#include "report/html_parts.hpp"
#include "report/listing.hpp"
#include "report/passage.hpp"
#include "report/wording.hpp"

namespace boardcheck::report {

namespace {

/// A paper with the anchor of its section.
struct Entry {
    const Paper& paper;
    std::string id;
};

struct Page {
    std::vector<Entry> papers;
    std::vector<Error> errors;
    std::vector<Kind> tables;  // the kinds that are chosen, without meta
    bool meta = false;
};

Page page_of(const std::vector<Outcome>& outcomes, const std::vector<Kind>& chosen) {
    Page page;
    for (const Outcome& outcome : outcomes) {
        if (const auto* paper = std::get_if<Paper>(&outcome))
            page.papers.push_back({*paper, fmt::format("paper-{}", page.papers.size() + 1)});
        else
            page.errors.push_back(std::get<Error>(outcome));
    }
    for (const Kind kind : chosen) {
        if (kind != Kind::meta) page.tables.push_back(kind);
    }
    page.meta = page.tables.size() < chosen.size();
    return page;
}

std::string title_of(const Page& page) {
    if (page.papers.size() == 1) return name_of(page.papers.front().paper);
    return counted(page.papers.size(), "board paper");
}

void write_figures(Markup& html, const Page& page) {
    html.open("ul", {{"class", "figures"}});
    for (const Kind kind : page.tables) {
        std::size_t total = 0;
        for (const Entry& entry : page.papers) total += number_of(entry.paper, kind);
        html.open("li").element("strong", std::to_string(total));
        html.text(" ").element("span", to_string(kind)).close();
    }
    html.close();
}

void write_papers_table(Markup& html, const Page& page) {
    if (page.papers.size() < 2) return;
    html.open("table", {{"class", "papers"}, {"role", "table"}});
    html.element("caption", "Papers, and how much of each kind they declare");
    html.open("thead", {{"role", "rowgroup"}}).open("tr", {{"role", "row"}});
    html.element("th", "Paper", {{"scope", "col"}, {"role", "columnheader"}});
    for (const Kind kind : page.tables)
        html.element("th", wording_of(kind).title, {{"scope", "col"}, {"role", "columnheader"}});
    html.close().close().open("tbody", {{"role", "rowgroup"}});
    for (const Entry& entry : page.papers) {
        html.open("tr", {{"role", "row"}}).open("th", {{"scope", "row"}, {"role", "rowheader"}});
        html.element("a", name_of(entry.paper), {{"href", "#" + entry.id}}).close();
        for (const Kind kind : page.tables) {
            html.element("td", std::to_string(number_of(entry.paper, kind)),
                         {{"role", "cell"}, {"class", "figure"}, {"data-label", wording_of(kind).title}});
        }
        html.close();
    }
    html.close().close();
}

/// Check boxes that hide kinds: style alone does it, so there is no script in the page.
void write_filter(Markup& html, const Page& page) {
    if (page.tables.size() < 2) return;
    html.open("section", {{"aria-label", "Filter"}});
    html.open("fieldset", {{"class", "filter"}}).element("legend", "Show");
    for (const Kind kind : page.tables) {
        const std::string id = fmt::format("show-{}", to_string(kind));
        html.open("label", {{"for", id}});
        html.single("input", {{"type", "checkbox"}, {"id", id}, {"checked", "checked"}});
        html.text(wording_of(kind).title).close();
    }
    html.close().close();
}

void write_entry(Markup& html, const Page& page, const Entry& entry) {
    html.open("section", {{"class", "paper"}, {"id", entry.id}, {"aria-labelledby", entry.id + "-title"}});
    html.element("h2", name_of(entry.paper), {{"id", entry.id + "-title"}});
    if (page.meta) {
        html.open("dl", {{"class", "meta"}});
        write_meta_pairs(html, entry.paper);
        html.close();
    }
    for (const Kind kind : page.tables) write_listing(html, entry.paper, entry.id, kind, Fold::open);
    write_notices(html, entry.paper, entry.id);
    html.close();
}

}  // namespace

std::string declared_html(const std::vector<Outcome>& papers, const std::vector<Kind>& chosen, const Options& options) {
    const Page page = page_of(papers, chosen);
    Markup html;
    html.open("html", {{"lang", "en-GB"}});
    write_head(html, "What is declared: " + title_of(page));
    html.open("body");
    write_masthead(html, "Boardcheck declarations", title_of(page),
                   "What the papers declare, promise, ask for and refer to, each with the words and where they stand." +
                       unread_in_words(page.errors));
    html.open("main", {{"id", "report"}});
    html.open("section", {{"class", "summary"}, {"aria-labelledby", "summary"}});
    html.element("h2", "Summary", {{"id", "summary"}});
    write_figures(html, page);
    write_errors(html, page.errors);
    write_left_out(html, options.notices);
    write_papers_table(html, page);
    html.close();
    write_filter(html, page);
    for (const Entry& entry : page.papers) write_entry(html, page, entry);
    html.close();
    html.open("footer").element("p", fmt::format("Boardcheck {}. A program reads words, not intentions: read the paper "
                                                 "before you act on what is written here.",
                                                 options.version));
    html.close().close().close();
    return std::move(html).finish();
}

}  // namespace boardcheck::report
