// Where the cells of a table stand.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/html/page.hpp"

namespace boardcheck::ingest {

struct GridCell {
    const GumboNode* node = nullptr;
    std::uint32_t row = 1, column = 1, row_span = 1, column_span = 1;
    bool header = false;  // of the heading row
};

/// In the order of the page; nested tables are not looked into.
std::vector<GridCell> grid_of(const GumboNode& table);

}  // namespace boardcheck::ingest
