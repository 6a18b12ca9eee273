#include "ingest/draft_writer.hpp"

#include <algorithm>

#include "ingest/bytes.hpp"

namespace boardcheck::ingest {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

std::size_t sequence_length(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

/// No-break, en, em, thin and other spaces of Unicode, and the separators of lines and paragraphs.
bool is_wide_space(std::string_view character) {
    if (character == "\xC2\xA0" || character == "\xC2\x85" || character == "\xE3\x80\x80") return true;
    if (character == "\xE2\x81\x9F" || character == "\xE2\x80\xA8" || character == "\xE2\x80\xA9") return true;
    return character == "\xE2\x80\xAF" || (character.size() == 3 && character.starts_with("\xE2\x80") &&
                                           static_cast<unsigned char>(character[2]) <= 0x8A);
}

/// Joiners, marks of direction and byte order marks: nothing that a reader sees.
bool is_invisible(std::string_view character) {
    if (character == "\xEF\xBB\xBF" || character == "\xE2\x81\xA0") return true;
    return character.size() == 3 && character.starts_with("\xE2\x80") &&
           ((static_cast<unsigned char>(character[2]) >= 0x8B && static_cast<unsigned char>(character[2]) <= 0x8F) ||
            (static_cast<unsigned char>(character[2]) >= 0xAA && static_cast<unsigned char>(character[2]) <= 0xAE));
}

}  // namespace

void DraftWriter::begin(const DraftBlock& block) {
    end();
    block_ = block;
    block_.lines.clear();
    open_ = true;
    gap_ = false;
    line_begin_ = static_cast<std::uint32_t>(draft_.text.size());
}

void DraftWriter::text(std::string_view utf8) {
    while (!utf8.empty()) {
        const std::size_t good = valid_utf8(utf8);
        for (std::size_t at = 0; at < good;) {
            const std::size_t size = sequence_length(static_cast<unsigned char>(utf8[at]));
            character(utf8.substr(at, size));
            at += size;
        }
        utf8.remove_prefix(good);
        if (utf8.empty()) return;
        character(replacement);
        utf8.remove_prefix(1);
    }
}

void DraftWriter::character(std::string_view utf8) {
    const auto lead = static_cast<unsigned char>(utf8.front());
    const bool space = lead == ' ' || (lead >= '\t' && lead <= '\r');
    if (space || (lead >= 0x80 && is_wide_space(utf8))) {
        gap_ = true;
        return;
    }
    if (lead < 0x20 || lead == 0x7F || (lead >= 0x80 && is_invisible(utf8))) return;
    if (gap_ && draft_.text.size() > line_begin_) draft_.text += ' ';
    gap_ = false;
    draft_.text += utf8;
}

void DraftWriter::line_break() {
    if (draft_.text.size() > line_begin_) block_.hard_breaks = true;
    end_line();
}

void DraftWriter::end_line() {
    const auto at = static_cast<std::uint32_t>(draft_.text.size());
    if (at > line_begin_) {
        block_.lines.push_back({line_begin_, at});
        draft_.text += '\n';
    }
    line_begin_ = static_cast<std::uint32_t>(draft_.text.size());
    gap_ = false;
}

bool DraftWriter::end() {
    if (!open_) return false;
    open_ = false;
    end_line();
    if (block_.lines.empty()) return false;
    if (block_.lines.size() == 1) block_.hard_breaks = false;
    draft_.blocks.push_back(std::move(block_));
    block_ = {};
    return true;
}

void DraftWriter::page(std::uint32_t number, std::string label) {
    const auto at = static_cast<std::uint32_t>(draft_.text.size());
    if (!draft_.pages.empty() && draft_.pages.back().begin == at) draft_.pages.pop_back();
    draft_.pages.push_back({at, number, std::move(label)});
}

}  // namespace boardcheck::ingest
