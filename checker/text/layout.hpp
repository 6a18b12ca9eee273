// How a document's blocks lie in the normalised text: the frame that the steps of segmentation share.
#pragma once

#include <vector>

#include "text/text.hpp"

namespace boardcheck::text {

/// Half-open range of indices into Text::sentences.
struct SentenceRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

struct Layout {
    std::vector<Span> spans;               // of each block, in Text::text
    std::vector<TokenRange> tokens;        // of each block
    std::vector<SentenceRange> sentences;  // of each block; a row that is one sentence belongs to its first cell
};

/// Running heads, speaker notes and reviewers' comments are not what the paper says: they have no tokens.
inline bool is_read(const ingest::Block& block) {
    return is_body(block.kind) || block.kind == ingest::BlockKind::footnote;
}

/// Blocks [first, last) that form one row of a table, or one block of another kind.
struct Row {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};
inline Row row_at(const std::vector<ingest::Block>& blocks, std::uint32_t first) {
    std::uint32_t last = first + 1;
    if (blocks[first].kind != ingest::BlockKind::table_cell) return {first, last};
    while (last < blocks.size() && blocks[last].kind == ingest::BlockKind::table_cell &&
           blocks[last].table == blocks[first].table && blocks[last].row == blocks[first].row) {
        ++last;
    }
    return {first, last};
}

}  // namespace boardcheck::text
