// Tables of what a paper declares.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "report/html_parts.hpp"
#include "report/listing.hpp"
#include "report/passage.hpp"
#include "report/wording.hpp"

namespace boardcheck::report {

namespace {

constexpr std::string_view evidence_title = "In the paper";

/// What a cell says, each of its parts on a line of its own.
void write_words(Markup& html, std::string_view words) {
    const std::size_t end = words.find('\n');
    if (end == std::string_view::npos) {
        html.text(words);
        return;
    }
    html.text(words.substr(0, end));
    for (std::size_t at = end; at < words.size();) {
        const std::size_t next = std::min(words.find('\n', at + 1), words.size());
        html.element("div", words.substr(at + 1, next - at - 1), {{"class", "detail"}});
        at = next;
    }
}

void write_header(Markup& html, const Listing& listing, const std::vector<std::size_t>& shown) {
    html.open("thead", {{"role", "rowgroup"}}).open("tr", {{"role", "row"}});
    for (const std::size_t column : shown) {
        const Column& each = listing.columns[column];
        const std::string_view name = each.name.empty() ? "details" : each.name;
        html.element("th", each.title,
                     {{"scope", "col"}, {"role", "columnheader"}, {"class", fmt::format("of-{}", name)}});
    }
    html.element("th", evidence_title, {{"scope", "col"}, {"role", "columnheader"}, {"class", "of-evidence"}});
    html.close().close();
}

/// Cells carry their column's title for narrow screens, where rows become blocks.
void write_row(Markup& html, const Paper& paper, const Listing& listing, const Row& row,
               const std::vector<std::size_t>& shown) {
    html.open("tr", {{"role", "row"}});
    for (const std::size_t column : shown) {
        const std::string& words = row.cells[column].shown;
        const std::string_view quiet = words.empty() ? "quiet" : "";
        html.open("td", {{"role", "cell"}, {"data-label", listing.columns[column].title}, {"class", quiet}});
        write_words(html, words.empty() ? "not said" : words);
        html.close();
    }
    html.open("td", {{"role", "cell"}, {"data-label", evidence_title}});
    write_quote(html, paper, *row.evidence);
    html.close().close();
}

void write_table(Markup& html, const Paper& paper, const Listing& listing) {
    const std::vector<std::size_t> shown = shown_columns(listing);
    html.open("table", {{"class", fmt::format("declared {}", to_string(listing.kind))}, {"role", "table"}});
    html.element("caption", wording_of(listing.kind).caption);
    write_header(html, listing, shown);
    html.open("tbody", {{"role", "rowgroup"}});
    for (const Row& row : listing.rows) write_row(html, paper, listing, row, shown);
    html.close().close();
}

}  // namespace

void write_pair(Markup& html, std::string_view term, std::string_view value) {
    html.open("div").element("dt", term).open("dd");
    write_words(html, value.empty() ? "not found" : value);
    html.close().close();
}

void write_meta_pairs(Markup& html, const Paper& paper) {
    const Listing listing = listing_of(paper, Kind::meta);
    // What every paper should have is missed aloud; the rest is there or not.
    constexpr std::array<std::string_view, 4> expected{"body", "date", "authors", "purpose"};
    for (std::size_t i = 0; i < listing.columns.size(); ++i) {
        const Column& column = listing.columns[i];
        const std::string& words = listing.rows.front().cells[i].shown;
        const bool wanted = std::find(expected.begin(), expected.end(), column.name) != expected.end();
        if (column.name != "title" && (wanted || !words.empty())) write_pair(html, column.title, words);
    }
    write_pair(html, "File", name_of_file(paper.document));
}

void write_listing(Markup& html, const Paper& paper, const std::string& id, Kind kind, Fold fold) {
    const Listing listing = listing_of(paper, kind);
    const std::string_view name = to_string(kind);
    const Wording wording = wording_of(kind);
    const std::string number = std::to_string(listing.rows.size());
    html.open("section", {{"class", fmt::format("kind is-{}", name)}});
    html.open("h3", {{"id", fmt::format("{}-{}", id, name)}}).text(wording.title).text(" ");
    html.element("span", number, {{"class", "number"}}).close();
    if (listing.rows.empty()) {
        html.element("p", wording.none).close();
        return;
    }
    if (fold == Fold::closed) {
        html.open("details").element("summary", fmt::format("Show the {} {}", number, name));
        write_table(html, paper, listing);
        html.close();
    } else {
        write_table(html, paper, listing);
    }
    html.close();
}

}  // namespace boardcheck::report
