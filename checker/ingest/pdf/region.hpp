// The order of reading on a page: lines that follow each other, columns of text one after the other, tables.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/pdf/page.hpp"

namespace boardcheck::ingest::pdf {

/// What a cell holds, in the order of reading.
struct Cell {
    std::uint32_t row = 0, column = 0;  // from 1
    std::vector<Line> lines;
};

/// A part of a page: text in one column, or a table.
struct Region {
    std::vector<Line> lines;     // of text
    std::vector<Cell> cells;     // of a table, by row and column
    std::vector<float> columns;  // of a table: where its columns begin
    float right = 0;             // as far as lines may go
    bool column = false;         // one of several beside each other
};

/// The regions of a page without its furniture. Rotated text comes last.
std::vector<Region> regions_of(const Page& page);

/// Cells from lines that stand in columns: `column` of each line, and whether `lines` are in the order of rows.
std::vector<Cell> cells_of(const std::vector<Line>& lines, const std::vector<std::uint32_t>& column);

}  // namespace boardcheck::ingest::pdf
