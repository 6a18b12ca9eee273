#include "check/tables.hpp"

#include <algorithm>

namespace boardcheck::check {

namespace {

constexpr std::uint32_t most_rows = 2000, most_columns = 50;

/// The block in which a word stands, looking on from `block`.
std::uint32_t block_at(const ingest::Document& document, std::uint32_t block, std::uint32_t position) {
    while (block + 1 < document.blocks.size() && document.blocks[block].span.end <= position) ++block;
    return block;
}

}  // namespace

std::vector<Table> tables_of(const Case& paper) {
    std::vector<Table> tables;
    std::uint32_t number = 0;
    for (std::uint32_t sentence = 0; sentence < paper.text.sentences.size(); ++sentence) {
        const text::Sentence& it = paper.text.sentences[sentence];
        std::uint32_t block = it.block;
        if (paper.document.blocks[block].kind != ingest::BlockKind::table_cell) continue;
        for (std::uint32_t token = it.tokens.first; token < it.tokens.last; ++token) {
            block = block_at(paper.document, block, paper.text.document.to_source(paper.text.tokens[token].span).begin);
            const ingest::Block& at = paper.document.blocks[block];
            if (at.kind != ingest::BlockKind::table_cell || at.row > most_rows || at.column > most_columns) continue;
            if (tables.empty() || at.table != number) tables.emplace_back();
            number = at.table;
            Table& table = tables.back();
            if (table.cells.empty() || table.cells.back().row != at.row || table.cells.back().column != at.column)
                table.cells.push_back({at.row, at.column, sentence, {token, token}, at.header_cell});
            table.cells.back().tokens.last = token + 1;
            table.rows = std::max(table.rows, at.row);
            table.columns = std::max(table.columns, at.column);
        }
    }
    return tables;
}

Grid::Grid(const Table& table)
    : rows_(table.rows), columns_(table.columns), cells_(std::size_t{rows_ + 1} * (columns_ + 1), nullptr) {
    for (const Cell& cell : table.cells) cells_[std::size_t{cell.row} * (columns_ + 1) + cell.column] = &cell;
}

const Cell* Grid::at(std::uint32_t row, std::uint32_t column) const {
    if (row == 0 || column == 0 || row > rows_ || column > columns_) return nullptr;
    return cells_[std::size_t{row} * (columns_ + 1) + column];
}

}  // namespace boardcheck::check
