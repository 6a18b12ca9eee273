#include <algorithm>
#include <utility>

#include "ingest/repair/printed_number.hpp"
#include "ingest/repair/repair.hpp"

namespace boardcheck::ingest {

namespace {

constexpr std::uint32_t narrowest_gap = 3;  // spaces; fewer are found inside of sentences
constexpr std::string_view wide_gap = "          ";
constexpr std::uint32_t first_new_table = 1u << 31;

bool is_blank_byte(char c) { return c == ' ' || c == '\t'; }

/// Cells of a line that is laid out in columns; one cell where it is not.
std::vector<Span> cells_of(const Draft& draft, Span line) {
    std::vector<Span> cells;
    std::uint32_t begin = line.begin;
    std::uint32_t at = line.begin + point_number(line_text(draft, line)).length;
    while (at < line.end) {
        std::uint32_t end = at;
        bool tab = false;
        for (; end < line.end && is_blank_byte(draft.text[end]); ++end) tab = tab || draft.text[end] == '\t';
        if (tab || end - at >= narrowest_gap) {
            if (at > begin) cells.push_back({begin, at});
            begin = end;
        }
        at = std::max(end, at + 1);
    }
    if (begin < line.end) cells.push_back({begin, line.end});
    return cells;
}

/// Three spaces in a row; only every third byte has to be looked at.
bool has_wide_gap(std::string_view text) {
    for (std::size_t at = narrowest_gap - 1; at < text.size(); at += narrowest_gap) {
        if (text[at] != ' ') continue;
        std::size_t begin = at;
        while (begin > 0 && text[begin - 1] == ' ') --begin;
        while (at + 1 < text.size() && text[at + 1] == ' ') ++at;
        if (at + 1 - begin >= narrowest_gap) return true;
    }
    return false;
}

bool is_row(const Draft& draft, Span line) {
    const std::string_view text = line_text(draft, line);
    return (text.find('\t') != std::string_view::npos || has_wide_gap(text)) && cells_of(draft, line).size() > 1;
}

class TableSplitter {
public:
    explicit TableSplitter(Draft& draft) : draft_(draft) { out_.reserve(draft.blocks.size()); }
    void read(DraftBlock& block);
    std::vector<DraftBlock> finish() {
        flush();
        return std::move(out_);
    }

private:
    void flush();
    void write_cells();

    const Draft& draft_;
    std::vector<DraftBlock> out_;
    std::vector<DraftBlock> pending_;  // blocks that follow each other and are all made of rows
    std::uint32_t tables_ = first_new_table;
};

void TableSplitter::write_cells() {
    std::vector<std::vector<Span>> rows;
    bool tabs = true;
    for (const DraftBlock& block : pending_) {
        for (const Span line : block.lines) {
            rows.push_back(cells_of(draft_, line));
            tabs = tabs && line_text(draft_, line).find('\t') != std::string_view::npos;
        }
    }
    const bool even =
        std::all_of(rows.begin(), rows.end(), [&rows](const auto& row) { return row.size() == rows.front().size(); });
    ++tables_;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            DraftBlock cell;
            cell.block.kind = BlockKind::table_cell;
            cell.block.table = tables_;
            cell.block.row = static_cast<std::uint32_t>(row) + 1;
            cell.block.column = static_cast<std::uint32_t>(column) + 1;
            // Names in columns look like a table, but what stands beside each other may not belong together.
            cell.block.doubtful = !even || !tabs;
            cell.lines = {rows[row][column]};
            out_.push_back(std::move(cell));
        }
    }
}

void TableSplitter::flush() {
    std::size_t rows = 0;
    for (const DraftBlock& block : pending_) rows += block.lines.size();
    const bool row = rows == 1 && cells_of(draft_, pending_.front().lines.front()).size() > 2;
    const bool apart =
        rows == 1 && line_text(draft_, pending_.front().lines.front()).find(wide_gap) != std::string_view::npos;
    if (rows > 1 || row) {
        write_cells();
    } else if (apart) {
        // "CABINET          Item 7": two things on one line.
        for (const Span part : cells_of(draft_, pending_.front().lines.front())) {
            out_.push_back(pending_.front());
            out_.back().lines = {part};
        }
    } else {
        std::move(pending_.begin(), pending_.end(), std::back_inserter(out_));
    }
    pending_.clear();
}

void TableSplitter::read(DraftBlock& block) {
    std::vector<bool> is_row_at;
    if (block.block.kind == BlockKind::paragraph) {
        for (const Span line : block.lines) is_row_at.push_back(is_row(draft_, line));
    }
    const auto rows = std::count(is_row_at.begin(), is_row_at.end(), true);
    const bool all = rows > 0 && static_cast<std::size_t>(rows) == block.lines.size();
    // A row of another width begins another table.
    const bool wider =
        all && !pending_.empty() &&
        cells_of(draft_, block.lines.front()).size() != cells_of(draft_, pending_.back().lines.front()).size();
    if (!all || wider) flush();
    if (all || rows < 2) {
        (all ? pending_ : out_).push_back(std::move(block));
        return;
    }
    // Rows and lines of text without a blank line between them.
    const std::vector<Span> lines = std::exchange(block.lines, {});
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t end = i + 1;
        while (end < lines.size() && is_row_at[end] == is_row_at[i]) ++end;
        DraftBlock part = block;
        part.lines.assign(lines.begin() + static_cast<std::ptrdiff_t>(i),
                          lines.begin() + static_cast<std::ptrdiff_t>(end));
        if (is_row_at[i]) {
            pending_.push_back(std::move(part));
            flush();
        } else {
            out_.push_back(std::move(part));
        }
        i = end;
    }
}

}  // namespace

void split_flattened_tables(Draft& draft) {
    TableSplitter splitter(draft);
    for (DraftBlock& block : draft.blocks) splitter.read(block);
    draft.blocks = splitter.finish();
}

}  // namespace boardcheck::ingest
