#include "ingest/assemble.hpp"

#include <algorithm>

namespace boardcheck::ingest {

namespace {

/// Counts line breaks forward; starts again where it is asked about an earlier place, as after a joined paragraph.
class LineCounter {
public:
    explicit LineCounter(std::string_view text) : text_(text) {}
    std::uint32_t line_at(std::uint32_t position) {
        if (position < at_) {
            line_ -= count({position, at_});
        } else {
            line_ += count({at_, position});
        }
        at_ = position;
        return line_;
    }

private:
    std::uint32_t count(Span span) const {
        const std::string_view between = slice(text_, span);
        return static_cast<std::uint32_t>(std::count(between.begin(), between.end(), '\n'));
    }
    std::string_view text_;
    std::uint32_t at_ = 0;
    std::uint32_t line_ = 1;
};

/// A word that conversion broke at a line's end ("co-" "production") takes no space.
bool broken_word(std::string_view before, std::string_view after) {
    constexpr std::string_view soft_hyphen = "\xC2\xAD";
    if (before.ends_with(soft_hyphen)) return true;
    const bool hyphen = before.size() > 1 && before.back() == '-' && before[before.size() - 2] != ' ';
    return hyphen && after.front() >= 'a' && after.front() <= 'z';
}

struct Written {
    std::string text;
    OffsetMap draft;  // text -> Draft::text
};

Span write_block(const Draft& draft, const DraftBlock& block, Written& written) {
    if (!written.text.empty()) {
        written.text += '\n';
        written.draft.replace({block.lines.front().begin, block.lines.front().begin}, 1);
    }
    Span span;
    span.begin = static_cast<std::uint32_t>(written.text.size());
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
        const Span line = block.lines[i];
        if (i > 0 && !broken_word(line_text(draft, block.lines[i - 1]), line_text(draft, line))) {
            written.text += ' ';
            written.draft.replace({block.lines[i - 1].end, std::max(block.lines[i - 1].end, line.begin)}, 1);
        }
        written.text += line_text(draft, line);
        written.draft.copy(line.begin, length(line));
    }
    span.end = static_cast<std::uint32_t>(written.text.size());
    return span;
}

}  // namespace

void assemble(std::string_view text, const Prepared& prepared, const Draft& draft, Document& document) {
    Written written;
    written.text.reserve(draft.text.size() + draft.blocks.size());
    document.blocks.reserve(draft.blocks.size());
    for (const DraftBlock& block : draft.blocks) {
        if (block.lines.empty()) continue;
        document.blocks.push_back(block.block);
        document.blocks.back().span = write_block(draft, block, written);
    }
    document.text = std::move(written.text);
    document.source = prepared.source.compose(draft.source).compose(written.draft);
    LineCounter lines(text);
    for (Block& block : document.blocks) {
        const std::uint32_t at = document.source.to_source(block.span).begin;
        block.line = lines.line_at(at);
        if (prepared.pages.empty()) continue;
        const auto after = std::upper_bound(prepared.pages.begin(), prepared.pages.end(), at);
        block.page = static_cast<std::uint32_t>(after - prepared.pages.begin()) + 1;
    }
}

}  // namespace boardcheck::ingest
