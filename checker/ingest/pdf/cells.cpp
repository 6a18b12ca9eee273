#include <algorithm>
#include <map>

#include "ingest/pdf/region.hpp"

namespace boardcheck::ingest::pdf {

namespace {

using Place = std::pair<std::uint32_t, std::uint32_t>;  // row and column, from 1

/// From line to line within a cell, as a part of the font's size.
float pitch_of(const std::vector<Line>& lines, const std::vector<std::uint32_t>& column) {
    constexpr float narrowest = 0.8F;
    constexpr float widest = 3;
    float pitch = widest;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const float own = (lines[i].top - lines[i - 1].top) / std::max(lines[i].size, 1.0F);
        const bool same = column[i] == column[i - 1] && lines[i].size == lines[i - 1].size;
        if (same && own > narrowest) pitch = std::min(pitch, own);
    }
    return pitch;
}

/// Rows as the file draws them: a cell's lines together, cells from left to right.
class RowWriter {
public:
    RowWriter(const std::vector<Line>& lines, const std::vector<std::uint32_t>& column)
        : lines_(lines), column_(column), pitch_(pitch_of(lines, column)) {}

    std::map<Place, std::vector<Line>> write() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (begins_row(i)) {
                ++row_;
                bottom_ = lines_[i].bottom;
            }
            bottom_ = std::max(bottom_, lines_[i].bottom);
            cells_[{row_, column_[i] + 1}].push_back(lines_[i]);
        }
        return std::move(cells_);
    }

private:
    bool begins_row(std::size_t i) const {
        if (i == 0) return true;
        const Line& line = lines_[i];
        const Line& before = lines_[i - 1];
        const float slack = 0.3F * line.height();
        if (column_[i] != column_[i - 1]) return line.top >= bottom_ - slack;
        constexpr float paragraph_gap = 0.45F;
        constexpr float looser = 1.12F;
        const bool follows = line.top - before.bottom < paragraph_gap * line.height() && line.top > before.top &&
                             line.top - before.top < looser * pitch_ * line.size;
        return !follows && !another_spans(before.bottom, line.top, column_[i]);
    }
    /// Whether a line of another column lies across the gap, so that no row can end there.
    bool another_spans(float from, float to, std::uint32_t column) const {
        const float middle = (from + to) / 2;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const float slack = 0.15F * lines_[i].height();
            if (column_[i] != column && lines_[i].top + slack < middle && lines_[i].bottom - slack > middle)
                return true;
        }
        return false;
    }

    const std::vector<Line>& lines_;
    const std::vector<std::uint32_t>& column_;
    float pitch_;
    std::map<Place, std::vector<Line>> cells_;
    std::uint32_t row_ = 0;
    float bottom_ = 0;  // of the row so far
};

/// Drawn column by column: rows are what the empty heights across all columns part.
std::map<Place, std::vector<Line>> by_height(const std::vector<Line>& lines, const std::vector<std::uint32_t>& column) {
    std::vector<std::size_t> order(lines.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return lines[a].top < lines[b].top; });
    std::map<Place, std::vector<Line>> cells;
    std::uint32_t row = 0;
    float bottom = 0;
    for (const std::size_t i : order) {
        const float slack = 0.2F * lines[i].height();
        if (row == 0 || lines[i].top > bottom - slack) ++row;
        bottom = std::max(bottom, lines[i].bottom);
        cells[{row, column[i] + 1}].push_back(lines[i]);
    }
    return cells;
}

bool drawn_by_column(const std::vector<std::uint32_t>& column) {
    std::size_t back = 0;
    for (std::size_t i = 1; i < column.size(); ++i) back += column[i] < column[i - 1] ? 1 : 0;
    return back == 0;
}

}  // namespace

std::vector<Cell> cells_of(const std::vector<Line>& lines, const std::vector<std::uint32_t>& column) {
    auto placed = drawn_by_column(column) ? by_height(lines, column) : RowWriter(lines, column).write();
    std::vector<Cell> cells;
    for (auto& [place, content] : placed) {
        std::stable_sort(content.begin(), content.end(), [](const Line& a, const Line& b) {
            return same_height(a, b) ? a.left < b.left : a.top < b.top;
        });
        cells.push_back({place.first, place.second, std::move(content)});
    }
    return cells;
}

}  // namespace boardcheck::ingest::pdf
