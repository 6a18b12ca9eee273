// What a paper declares, as tables: the same columns for every format.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace boardcheck::report {

/// What a kind is called above its table, what the table tells, and what is said where there is none of it.
struct Wording {
    std::string_view title, caption, none;
};
Wording wording_of(Kind kind);

struct Column {
    std::string_view name;   // for programs and spreadsheets; empty: only for people
    std::string_view title;  // for people; empty: only for programs and spreadsheets
};

struct Cell {
    std::string value;
    std::string shown;  // the same for people, on several lines where it has several parts; empty: not said
};

struct Row {
    std::vector<Cell> cells;  // one for each column
    std::optional<extract::Evidence> evidence;
};

struct Listing {
    Kind kind = Kind::meta;
    std::vector<Column> columns;
    std::vector<Row> rows;  // in reading order
};

/// All declarations of a kind; a paper has one row of meta.
Listing listing_of(const Paper& paper, Kind kind);

/// The columns for people of which some row says something, as indices.
std::vector<std::size_t> shown_columns(const Listing& listing);

/// How many there are, without making the table.
std::size_t number_of(const Paper& paper, Kind kind);

}  // namespace boardcheck::report
