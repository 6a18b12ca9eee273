// The declarations of papers as tables for a terminal.
#include <algorithm>

#include <fmt/format.h>

#include "report/human_parts.hpp"
#include "report/listing.hpp"
#include "report/passage.hpp"
#include "report/wording.hpp"

namespace boardcheck::report {

namespace {

constexpr std::size_t indent = 2, quote_indent = 6, gap = 2, narrowest = 7, quote_limit = 300;
constexpr std::string_view unsaid = "-";

/// The first column of these has the very words of the paper: their place is a column, and they are not quoted again.
bool quotes_itself(Kind kind) {
    switch (kind) {
        case Kind::citations:
        case Kind::acronyms:
        case Kind::cross_references:
        case Kind::dates:
            return true;
        case Kind::meta:
        case Kind::structures:
        case Kind::members:
        case Kind::commitments:
        case Kind::recommendations:
            break;
    }
    return false;
}

/// What is printed of a listing: titles, then rows of as many cells.
struct Grid {
    std::vector<std::string> titles;
    std::vector<std::vector<std::string>> rows;
};

void add_column(Grid& grid, const Listing& listing, std::size_t column) {
    grid.titles.emplace_back(listing.columns[column].title);
    for (std::size_t i = 0; i < listing.rows.size(); ++i) {
        const std::string& shown = listing.rows[i].cells[column].shown;
        grid.rows[i].push_back(shown.empty() ? std::string(unsaid) : shown);
    }
}

/// Without the columns of which no row says anything.
Grid grid_of(const Paper& paper, const Listing& listing) {
    Grid grid{{}, std::vector<std::vector<std::string>>(listing.rows.size())};
    for (const std::size_t column : shown_columns(listing)) add_column(grid, listing, column);
    if (!quotes_itself(listing.kind)) return grid;
    grid.titles.emplace_back("In the paper");
    for (std::size_t i = 0; i < listing.rows.size(); ++i)
        grid.rows[i].push_back(place_label(place_of(paper, *listing.rows[i].evidence)));
    return grid;
}

std::size_t widest_line(std::string_view cell) {
    std::size_t widest = 0;
    for (std::size_t at = 0; at <= cell.size();) {
        const std::size_t end = std::min(cell.find('\n', at), cell.size());
        widest = std::max(widest, columns(cell.substr(at, end - at)));
        at = end + 1;
    }
    return widest;
}

/// As wide as the cells are; where that is too much, the widest columns give way.
std::vector<std::size_t> widths_of(const Grid& grid, std::size_t available) {
    std::vector<std::size_t> widths;
    for (std::size_t column = 0; column < grid.titles.size(); ++column) {
        std::size_t widest = columns(grid.titles[column]);
        for (const auto& row : grid.rows) widest = std::max(widest, widest_line(row[column]));
        widths.push_back(std::min(widest, available));
    }
    std::size_t total = (widths.size() - 1) * gap;
    for (const std::size_t width : widths) total += width;
    while (total > available) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= narrowest) break;
        --*widest;
        --total;
    }
    return widths;
}

void write_table(Lines& lines, const Paper& paper, const Listing& listing) {
    const Grid grid = grid_of(paper, listing);
    const std::vector<std::size_t> widths = widths_of(grid, lines.width() - indent);
    std::vector<std::string> dashes;
    for (const std::size_t width : widths) dashes.emplace_back(width, '-');
    lines.row(indent, grid.titles, widths, Ink::bold);
    lines.row(indent, dashes, widths, Ink::faint);
    for (std::size_t i = 0; i < grid.rows.size(); ++i) {
        lines.row(indent, grid.rows[i], widths);
        if (quotes_itself(listing.kind)) continue;
        const extract::Evidence& evidence = *listing.rows[i].evidence;
        lines.write(quote_indent,
                    fmt::format("“{}” — {}", shortened(quote_with_bars(paper, evidence), quote_limit),
                                place_label(place_of(paper, evidence))),
                    Ink::faint);
    }
}

void write_kind(Lines& lines, const Paper& paper, Kind kind) {
    const Listing listing = listing_of(paper, kind);
    lines.blank();
    lines.write(0, fmt::format("{} ({})", wording_of(kind).title, listing.rows.size()), Ink::bold);
    write_table(lines, paper, listing);
}

/// What the paper says of itself: a line for each part.
void write_meta(Lines& lines, const Paper& paper) {
    const Listing listing = listing_of(paper, Kind::meta);
    for (std::size_t i = 0; i < listing.columns.size(); ++i) {
        const Cell& cell = listing.rows.front().cells[i];
        const bool list = cell.shown.find('\n') != std::string::npos;
        if (cell.shown.empty()) continue;
        lines.write(indent, fmt::format("{:<16}", listing.columns[i].title), list ? cell.value : cell.shown,
                    Ink::faint);
    }
}

void write_paper(Lines& lines, const Paper& paper, const std::vector<Kind>& chosen) {
    lines.rule();
    lines.write(0, name_of(paper), Ink::bold);
    if (!paper.declarations.meta.title.empty()) lines.write(0, name_of_file(paper.document), Ink::faint);
    std::vector<std::string_view> none;
    for (const Kind kind : chosen) {
        if (kind == Kind::meta)
            write_meta(lines, paper);
        else if (number_of(paper, kind) == 0)
            none.push_back(to_string(kind));
        else
            write_kind(lines, paper, kind);
    }
    if (!none.empty()) {
        lines.blank();
        lines.write(0, fmt::format("None was found of these: {}.", fmt::join(none, ", ")));
    }
    write_notices(lines, paper.document.notices);
}

std::string totals(const std::vector<Outcome>& papers, const std::vector<Kind>& chosen) {
    std::string words = papers_in_words(papers, "read");
    std::string_view before = ": ";
    for (const Kind kind : chosen) {
        if (kind == Kind::meta) continue;
        std::size_t total = 0;
        for (const Outcome& outcome : papers) {
            if (const auto* paper = std::get_if<Paper>(&outcome)) total += number_of(*paper, kind);
        }
        words += fmt::format("{}{} {}", before, total, to_string(kind));
        before = ", ";
    }
    return words;
}

}  // namespace

std::string declared_human(const std::vector<Outcome>& papers, const std::vector<Kind>& chosen,
                           const Options& options) {
    Lines lines(options);
    for (const Outcome& outcome : papers) {
        if (const auto* paper = std::get_if<Paper>(&outcome)) {
            write_paper(lines, *paper, chosen);
        } else {
            write_unreadable(lines, std::get<Error>(outcome));
        }
    }
    write_left_out(lines, options.notices);
    lines.rule();
    lines.write(0, totals(papers, chosen), Ink::bold);
    return std::move(lines).finish();
}

}  // namespace boardcheck::report
