#include "ingest/markdown/text_reader.hpp"

#include <algorithm>

#include "ingest/bytes.hpp"
#include "ingest/markdown/markdown_reader.hpp"
#include "ingest/markdown/prepare.hpp"
#include "ingest/repair/repair.hpp"

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

/// The draft's own list of pages, from the page breaks of the text that was given.
std::vector<PageStart> page_starts(const Draft& draft, const std::vector<std::uint32_t>& breaks) {
    std::vector<PageStart> starts;
    if (breaks.empty()) return starts;
    for (const DraftBlock& block : draft.blocks) {
        for (const Span line : block.lines) {
            const std::uint32_t at = draft.source.to_source(line).begin;
            const auto after = std::upper_bound(breaks.begin(), breaks.end(), at);
            const auto page = static_cast<std::uint32_t>(after - breaks.begin()) + 1;
            if (starts.empty() || starts.back().page < page) starts.push_back({line.begin, page, {}});
        }
    }
    return starts;
}

void number_lines(Draft& draft, std::string_view text) {
    LineCounter lines(text);
    for (DraftBlock& block : draft.blocks) {
        if (!block.lines.empty()) block.block.line = lines.line_at(draft.source.to_source(block.lines.front()).begin);
    }
}

}  // namespace

Result<Reading> read_text(const std::string& file, std::string_view bytes, const Limits& limits) {
    auto decoded = decode(file, bytes, limits);
    if (!decoded) return tl::unexpected(std::move(decoded.error()));
    const std::string_view text = decoded->rewritten ? std::string_view(*decoded->rewritten) : bytes;
    const Prepared prepared = prepare(text, decoded->begin, limits);
    Reading reading{read_markdown(prepared, limits)};
    reading.draft.source = prepared.source.compose(reading.draft.source);
    reading.draft.pages = page_starts(reading.draft, prepared.pages);
    repair(reading.draft);
    number_lines(reading.draft, text);
    const bool named_so = file.ends_with(".md") || file.ends_with(".markdown");
    reading.format = prepared.markdown || named_so ? Format::markdown : Format::text;
    reading.notices = std::move(decoded->notices);
    return reading;
}

}  // namespace boardcheck::ingest
