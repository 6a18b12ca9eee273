#include "ingest/assemble.hpp"

#include <algorithm>

namespace boardcheck::ingest {

namespace {

/// A word that conversion broke at a line's end ("co-" "production") takes no space.
bool broken_word(std::string_view before, std::string_view after) {
    constexpr std::string_view soft_hyphen = "\xC2\xAD";
    if (before.ends_with(soft_hyphen)) return true;
    const bool hyphen = before.size() > 1 && before.back() == '-' && before[before.size() - 2] != ' ';
    return hyphen && after.front() >= 'a' && after.front() <= 'z';
}

class Writer {
public:
    Writer(const Draft& draft, Document& document) : draft_(draft), document_(document) {
        document_.text.reserve(draft.text.size() + draft.blocks.size());
        document_.blocks.reserve(draft.blocks.size());
    }
    void add(const DraftBlock& block) {
        if (!document_.text.empty()) write("\n", {block.lines.front().begin, block.lines.front().begin});
        document_.blocks.push_back(block.block);
        Block& written = document_.blocks.back();
        written.span.begin = position();
        for (std::size_t i = 0; i < block.lines.size(); ++i) {
            const Span line = block.lines[i];
            if (i > 0 && !broken_word(line_text(draft_, block.lines[i - 1]), line_text(draft_, line))) {
                write(" ", {block.lines[i - 1].end, std::max(block.lines[i - 1].end, line.begin)});
            }
            turn_page(line.begin);
            document_.text += line_text(draft_, line);
            back_.copy(line.begin, length(line));
        }
        written.span.end = position();
        if (const PageStart* page = page_at(document_, written.span.begin)) written.page = page->page;
    }
    const OffsetMap& back() const { return back_; }  // Document::text -> Draft::text

private:
    std::uint32_t position() const { return static_cast<std::uint32_t>(document_.text.size()); }
    void write(std::string_view glue, Span source) {
        document_.text += glue;
        back_.replace(source, 1);
    }
    /// Notes that the text goes on at `at` of the draft, where that is another page.
    void turn_page(std::uint32_t at) {
        const auto after =
            std::upper_bound(draft_.pages.begin(), draft_.pages.end(), at,
                             [](std::uint32_t place, const PageStart& page) { return place < page.begin; });
        if (after == draft_.pages.begin()) return;
        const PageStart& page = *std::prev(after);
        if (!document_.pages.empty() && document_.pages.back().page == page.page) return;
        document_.pages.push_back({position(), page.page, page.label});
    }
    const Draft& draft_;
    Document& document_;
    OffsetMap back_;
};

}  // namespace

void assemble(const Draft& draft, Document& document) {
    Writer writer(draft, document);
    for (const DraftBlock& block : draft.blocks) {
        if (!block.lines.empty()) writer.add(block);
    }
    if (draft.source.size() > 0) {
        document.source = draft.source.compose(writer.back());
    } else {
        document.source.copy(0, static_cast<std::uint32_t>(document.text.size()));
    }
}

}  // namespace boardcheck::ingest
