#include "ingest/html/table_grid.hpp"

#include <algorithm>

namespace boardcheck::ingest {

namespace {

constexpr int widest_span = 1000;       // as browsers have it
constexpr std::size_t most_held = 256;  // cells that reach down at once: more are told as one row high

struct Row {
    const GumboNode* node = nullptr;
    bool in_head = false;
    std::size_t left_in_part = 0;  // rows from here to the end of its part of the table
};

std::vector<const GumboNode*> cells_of(const GumboNode& row) {
    auto cells = children_of(row);
    std::erase_if(cells,
                  [](const GumboNode* cell) { return tag_of(*cell) != GUMBO_TAG_TD && tag_of(*cell) != GUMBO_TAG_TH; });
    return cells;
}

std::vector<Row> rows_of(const GumboNode& table) {
    std::vector<Row> rows;
    for (const GumboNode* part : children_of(table)) {
        const std::size_t first = rows.size();
        for (const GumboNode* row : children_of(*part)) {
            if (tag_of(*row) == GUMBO_TAG_TR) rows.push_back({row, tag_of(*part) == GUMBO_TAG_THEAD, 0});
        }
        for (std::size_t i = first; i < rows.size(); ++i) rows[i].left_in_part = rows.size() - i;
    }
    return rows;
}

/// A cell of a row above that reaches down.
struct Held {
    std::uint32_t column = 1, width = 1;
    std::size_t rows = 0;
};

/// The first column from `column` on that no cell from above holds; `held` is in order of columns.
std::uint32_t free_column(const std::vector<Held>& held, std::uint32_t column) {
    for (const Held& cell : held) {
        if (cell.column <= column && column < cell.column + cell.width) column = cell.column + cell.width;
    }
    return column;
}

bool is_heading_row(const Row& row, const std::vector<const GumboNode*>& cells, bool first) {
    if (row.in_head) return true;
    const bool all = !cells.empty() && std::all_of(cells.begin(), cells.end(),
                                                   [](const GumboNode* cell) { return tag_of(*cell) == GUMBO_TAG_TH; });
    return all && (first || cells.size() > 1);
}

}  // namespace

std::vector<GridCell> grid_of(const GumboNode& table) {
    std::vector<GridCell> grid;
    std::vector<Held> held;
    std::uint32_t number = 0;
    for (const Row& row : rows_of(table)) {
        ++number;
        const auto cells = cells_of(*row.node);
        const bool heading = is_heading_row(row, cells, number == 1);
        std::uint32_t column = 1;
        std::vector<Held> reach_down;
        for (const GumboNode* cell : cells) {
            column = free_column(held, column);
            const auto width = static_cast<std::uint32_t>(number_of(*cell, "colspan", 1, 1, widest_span));
            const auto wanted = static_cast<std::size_t>(number_of(*cell, "rowspan", 1, 0, 65534));
            std::size_t height = wanted == 0 ? row.left_in_part : std::min(wanted, row.left_in_part);
            if (held.size() + reach_down.size() >= most_held) height = 1;
            grid.push_back({cell, number, column, static_cast<std::uint32_t>(height), width, heading});
            if (height > 1) reach_down.push_back({column, width, height});
            column += width;
        }
        held.insert(held.end(), reach_down.begin(), reach_down.end());
        for (Held& cell : held) --cell.rows;
        std::erase_if(held, [](const Held& cell) { return cell.rows == 0; });
        std::sort(held.begin(), held.end(), [](const Held& a, const Held& b) { return a.column < b.column; });
    }
    return grid;
}

}  // namespace boardcheck::ingest
