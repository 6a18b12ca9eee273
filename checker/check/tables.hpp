// The tables of a paper with the words of their cells.
#pragma once

#include <vector>

#include "check/words.hpp"

namespace boardcheck::check {

struct Cell {
    std::uint32_t row = 0, column = 0;  // from 1
    std::uint32_t sentence = 0;         // in which its first word stands
    text::TokenRange tokens;            // of all its paragraphs
    bool header = false;                // stands in the heading row
};

struct Table {
    std::vector<Cell> cells;  // by row, then column; cells without words are not there
    std::uint32_t rows = 0, columns = 0;
};

std::vector<Table> tables_of(const Case& paper);

/// A table's cells by row and column; nothing where there is none.
class Grid {
public:
    explicit Grid(const Table& table);
    const Cell* at(std::uint32_t row, std::uint32_t column) const;
    std::uint32_t rows() const { return rows_; }
    std::uint32_t columns() const { return columns_; }

private:
    std::uint32_t rows_, columns_;
    std::vector<const Cell*> cells_;
};

}  // namespace boardcheck::check
