#include "ingest/draft.hpp"

namespace boardcheck::ingest {

std::size_t text_length(const DraftBlock& block) {
    std::size_t sum = block.lines.empty() ? 0 : block.lines.size() - 1;
    for (const Span line : block.lines) sum += length(line);
    return sum;
}

std::string_view first_line(const Draft& draft, const DraftBlock& block) {
    return block.lines.empty() ? std::string_view() : line_text(draft, block.lines.front());
}

std::string_view last_line(const Draft& draft, const DraftBlock& block) {
    return block.lines.empty() ? std::string_view() : line_text(draft, block.lines.back());
}

}  // namespace boardcheck::ingest
