// What must hold for every Document, whatever bytes it was read from. Shared with the fuzz program.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "ingest/bytes.hpp"
#include "ingest/ingest.hpp"

namespace boardcheck::test {

inline bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Whether the letters and digits of `words` stand in `source` in their order.
inline bool stand_in_order(std::string_view words, std::string_view source) {
    std::size_t at = 0;
    for (const char c : words) {
        if (!is_letter_or_digit(c)) continue;
        at = source.find(c, at);
        if (at == std::string_view::npos) return false;
        ++at;
    }
    return true;
}

inline std::string broken_block(const ingest::Block& block, std::string_view words, std::string_view source) {
    using ingest::BlockKind;
    const bool cell = block.kind == BlockKind::table_cell;
    if (words.find('\n') != std::string_view::npos) return "a block has a line break in it";
    if ((static_cast<unsigned char>(words.front()) & 0xC0) == 0x80) return "a block begins inside of a character";
    if (words.front() == ' ' || words.back() == ' ') return "a block has a space at an end";
    if (cell != (block.table > 0 && block.row > 0 && block.column > 0)) return "a cell has no place in a table";
    if (block.kind == BlockKind::heading && (block.level < 1 || block.level > 6)) return "a heading has no level";
    if (block.kind == BlockKind::list_item && block.level < 1) return "a list item has no level";
    // Entities stand for letters that are not in the source.
    if (source.find('&') == std::string_view::npos && !stand_in_order(words, source)) {
        return "the words of a block are not where its source is: " + std::string(words);
    }
    return {};
}

/// Files that are text have lines, and a way back to them; others are their own source.
inline bool is_text(ingest::Format format) {
    return format == ingest::Format::text || format == ingest::Format::markdown;
}

/// Empty where all holds; `decoded` is the paper as UTF-8, where it is text.
inline std::string broken_invariant(const ingest::Document& document, std::string_view decoded) {
    if (!is_text(document.format)) decoded = document.text;
    if (document.blocks.empty()) return "there are no blocks";
    if (ingest::valid_utf8(document.text) != document.text.size()) return "the text is not valid UTF-8";
    if (document.source.size() != document.text.size()) return "the way back does not cover the text";
    std::uint32_t at = 0;
    std::uint32_t table = 0;
    for (const ingest::Block& block : document.blocks) {
        if (block.span.begin != at || block.span.end <= at || block.span.end > document.text.size()) {
            return "a block is not where the one before it ends";
        }
        if (is_text(document.format) != (block.line > 0)) return "a block has no line, or one that no one can find";
        if (block.table > table + 1) return "a number of a table is left out";
        table = std::max(table, block.table);
        const Span source = document.source.to_source(block.span);
        if (source.end > decoded.size() || source.begin > source.end) return "the way back leaves the source";
        const auto broken = broken_block(block, slice(document.text, block.span), slice(decoded, source));
        if (!broken.empty()) return broken;
        at = block.span.end + 1;
    }
    return at == document.text.size() + 1 ? std::string() : "there is text after the last block";
}

}  // namespace boardcheck::test
