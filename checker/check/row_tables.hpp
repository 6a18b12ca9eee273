// The tables of a paper as rows of cells. A cell without words has no block, and is not there.
#pragma once

#include <map>
#include <vector>

#include "check/parts.hpp"

namespace boardcheck::check {

struct TableCell {
    std::uint32_t sentence = 0;  // that holds its first word
    text::TokenRange tokens;
    std::uint32_t row_span = 1;  // 0: a merged cell that stands in a row above
};

struct TableRow {
    std::uint32_t number = 0;  // from 1
    bool header = false;
    std::map<std::uint32_t, TableCell> cells;  // by column
};

struct RowTable {
    std::vector<TableRow> rows;
    std::uint32_t first_sentence = 0, last_sentence = 0;
    std::uint32_t columns = 0;
    bool guessed = false;  // laid out by spaces: where a row or cell ends is not sure
};

std::vector<RowTable> row_tables_of(const Case& paper);

/// All words that stand in the row itself, from its first cell to its last; its sentence is that of the first.
TableCell whole_row(const TableRow& row);

}  // namespace boardcheck::check
