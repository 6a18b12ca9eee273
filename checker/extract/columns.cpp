#include "extract/columns.hpp"

namespace boardcheck::extract {

std::uint32_t column_at(const Paper& paper, std::uint32_t sentence, text::TokenRange tokens) {
    const std::uint32_t place = paper.text.document.to_source(paper.span_of(tokens)).begin;
    const auto& blocks = paper.document.blocks;
    std::uint32_t b = paper.text.sentences[sentence].block;
    const ingest::Block& first = blocks[b];
    std::uint32_t column = first.column;
    for (; first.table != 0 && b < blocks.size(); ++b) {
        if (blocks[b].table != first.table || blocks[b].row != first.row || blocks[b].span.begin > place) break;
        column = blocks[b].column;
    }
    return column;
}

}  // namespace boardcheck::extract
