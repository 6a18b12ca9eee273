#include "check/row_tables.hpp"

#include <algorithm>

namespace boardcheck::check {

namespace {

using text::TokenRange;

/// Puts the tokens of a sentence into the cells of the blocks in which they stand.
void add_sentence(const Case& paper, std::uint32_t sentence, RowTable& table) {
    const auto& blocks = paper.document.blocks;
    const TokenRange tokens = paper.text.sentences[sentence].tokens;
    std::size_t b = paper.text.sentences[sentence].block;
    for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
        const std::uint32_t place = paper.text.document.to_source(paper.text.tokens[token].span).begin;
        while (b + 1 < blocks.size() && blocks[b + 1].table == blocks[b].table && blocks[b + 1].span.begin <= place)
            ++b;
        const ingest::Block& block = blocks[b];
        if (table.rows.empty() || table.rows.back().number != block.row) {
            table.rows.push_back({block.row, block.header_cell || block.row <= 1, {}});
        }
        TableCell& cell = table.rows.back().cells[block.column];
        if (cell.tokens.first == cell.tokens.last) cell = {sentence, {token, token}, block.row_span};
        cell.tokens.last = token + 1;
        table.columns = std::max(table.columns, block.column);
        table.guessed = table.guessed || block.doubtful;
    }
    table.last_sentence = sentence;
}

/// A merged cell belongs to all its rows.
void spread_merged_cells(RowTable& table) {
    std::map<std::uint32_t, std::pair<TableCell, std::uint32_t>> merged;  // by column, with the row after its last
    for (TableRow& row : table.rows) {
        for (const auto& [column, cell] : row.cells) {
            if (cell.row_span > 1) merged[column] = {{cell.sentence, cell.tokens, 0}, row.number + cell.row_span};
        }
        for (const auto& [column, from] : merged) {
            if (row.number < from.second) row.cells.try_emplace(column, from.first);
        }
    }
}

}  // namespace

std::vector<RowTable> row_tables_of(const Case& paper) {
    std::vector<RowTable> tables;
    std::uint32_t number = 0;
    for (std::uint32_t i = 0; i < paper.text.sentences.size(); ++i) {
        const ingest::Block& block = paper.document.blocks[paper.text.sentences[i].block];
        if (block.table == 0) continue;
        if (tables.empty() || block.table != number) {
            tables.emplace_back();
            tables.back().first_sentence = i;
        }
        number = block.table;
        add_sentence(paper, i, tables.back());
    }
    for (RowTable& table : tables) spread_merged_cells(table);
    return tables;
}

TableCell whole_row(const TableRow& row) {
    TableCell whole;
    for (const auto& [column, cell] : row.cells) {
        if (cell.row_span == 0) continue;
        const bool first = whole.tokens.first == whole.tokens.last;
        if (first || cell.tokens.first < whole.tokens.first) {
            whole.sentence = cell.sentence;
            whole.tokens.first = cell.tokens.first;
        }
        whole.tokens.last = std::max(whole.tokens.last, cell.tokens.last);
    }
    return whole;
}

}  // namespace boardcheck::check
