// Segments documents built from any bytes, and checks what must hold for every Text. Each line is a block; as in the
// case files of tests/text, its first letter says of which kind.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../../text/invariants.hpp"
#include "text/text.hpp"

using namespace boardcheck;
using ingest::Block;
using ingest::BlockKind;

namespace {

/// A Document is valid UTF-8: what is not becomes "?".
std::string valid(std::string_view bytes) {
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        bool good = size != 0 && lead < 0xf5 && at + size <= bytes.size();
        for (std::size_t i = 1; good && i < size; ++i)
            good = (static_cast<unsigned char>(bytes[at + i]) & 0xc0) == 0x80;
        if (good && size > 2) {
            const auto next = static_cast<unsigned char>(bytes[at + 1]);
            good = !(lead == 0xe0 && next < 0xa0) && !(lead == 0xed && next > 0x9f) && !(lead == 0xf0 && next < 0x90) &&
                   !(lead == 0xf4 && next > 0x8f);
        }
        text += good ? bytes.substr(at, size) : std::string_view("?");
        at += good ? size : 1;
    }
    return text;
}

class Builder {
public:
    void line(std::string_view words) {
        Block block;
        const char kind = words.empty() ? 'p' : words.front();
        const auto second = static_cast<std::uint8_t>(words.size() > 1 ? words[1] : 0);
        block.level = second % 8;
        block.emphasised = kind == 'b';
        block.doubtful = kind == 'd';
        if (kind == 'h') block.kind = BlockKind::heading;
        if (kind == 'i') block.kind = BlockKind::list_item;
        if (kind == 't') block.kind = BlockKind::slide_title;
        if (kind == 'f') block.kind = BlockKind::footer;
        if (words.size() > 4 && words.substr(0, 3) == "p (") block.number = words.substr(2, words.find(')', 2) - 1);
        row_ = kind == 'r' ? row_ + 1 : 0;
        if (kind != 'r') return add(block, words);
        table_ += row_ == 1 ? 1 : 0;
        row(block, words);
    }
    ingest::Document document;

private:
    void row(Block block, std::string_view words) {
        block.kind = BlockKind::table_cell;
        block.table = table_;
        block.row = row_;
        block.header_cell = row_ == 1;
        for (block.column = 1; true; ++block.column) {
            const auto bar = words.find('|');
            add(block, words.substr(0, bar));
            if (bar == std::string_view::npos) return;
            words.remove_prefix(bar + 1);
        }
    }
    void add(Block block, std::string_view words) {
        if (!document.blocks.empty()) document.text += '\n';
        block.span.begin = static_cast<std::uint32_t>(document.text.size());
        document.text += valid(words);
        block.span.end = static_cast<std::uint32_t>(document.text.size());
        document.blocks.push_back(block);
    }

    std::uint32_t table_ = 0;
    std::uint32_t row_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    Builder builder;
    for (std::size_t at = 0; at <= input.size();) {
        const std::size_t end = std::min(input.find('\n', at), input.size());
        builder.line(input.substr(at, end - at));
        at = end + 1;
    }
    const std::string broken = test::broken_invariant(builder.document, text::segment(builder.document));
    if (!broken.empty()) {
        std::fprintf(stderr, "does not hold: %s\n", broken.c_str());
        std::abort();
    }
    text::words_of(input);
    return 0;
}
