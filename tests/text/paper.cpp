#include "paper.hpp"

#include <stdexcept>

namespace boardcheck::test {

using ingest::Block;
using ingest::BlockKind;

Paper& Paper::add(Block block, std::string_view words) {
    if (!document_.blocks.empty()) document_.text += '\n';
    block.span.begin = static_cast<std::uint32_t>(document_.text.size());
    document_.text += words;
    block.span.end = static_cast<std::uint32_t>(document_.text.size());
    document_.blocks.push_back(std::move(block));
    return *this;
}

std::vector<std::string> lines_of(std::string_view text) { return split(text, "\n"); }

std::string trim(std::string_view text) {
    const auto begin = text.find_first_not_of(" \r");
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \r") - begin + 1));
}

std::vector<std::string> split(std::string_view text, std::string_view mark) {
    std::vector<std::string> parts;
    for (;;) {
        const auto at = text.find(mark);
        parts.push_back(trim(text.substr(0, at)));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + mark.size());
    }
}

namespace {

Block block_of(const std::string& head) {
    Block block;
    const auto gap = head.find(' ');
    const std::string kind = head.substr(0, gap);
    if (gap != std::string::npos) block.number = head.substr(gap + 1);
    const bool levelled = kind.size() == 2 && kind[1] >= '1' && kind[1] <= '9';
    if (levelled) block.level = static_cast<std::uint8_t>(kind[1] - '0');
    if (levelled && kind[0] == 'h') {
        block.kind = BlockKind::heading;
    } else if (levelled && kind[0] == 'i') {
        block.kind = BlockKind::list_item;
    } else if (kind == "title") {
        block.kind = BlockKind::slide_title;
    } else if (kind == "footer") {
        block.kind = BlockKind::footer;
    } else if (kind == "note") {
        block.kind = BlockKind::speaker_note;
    } else if (kind == "comment") {
        block.kind = BlockKind::comment;
    } else if (kind == "footnote") {
        block.kind = BlockKind::footnote;
    } else if (kind == "b") {
        block.emphasised = true;
    } else if (kind == "d") {
        block.doubtful = true;
    } else if (kind != "p") {
        throw std::runtime_error("unknown kind of block: " + head);
    }
    return block;
}

}  // namespace

ingest::Document paper(std::string_view lines) {
    Paper paper;
    std::uint32_t table = 0;
    std::uint32_t row = 0;
    for (const std::string& line : lines_of(lines)) {
        if (line.empty()) continue;
        const auto colon = line.find(": ");
        if (colon == std::string::npos) throw std::runtime_error("not a block: " + line);
        const std::string head = line.substr(0, colon);
        const std::string words = line.substr(colon + 2);
        if (head != "row" && head != "header") {
            row = 0;
            paper.add(block_of(head), words);
            continue;
        }
        if (row++ == 0) ++table;
        std::uint32_t column = 0;
        for (const std::string& cell : split(words, "|")) {
            Block block;
            block.kind = BlockKind::table_cell;
            block.table = table;
            block.row = row;
            block.column = ++column;
            block.header_cell = head == "header";
            paper.add(block, cell);
        }
    }
    return paper.document();
}

std::vector<std::string> sentences_of(const text::Text& text) {
    std::vector<std::string> sentences;
    for (const text::Sentence& sentence : text.sentences) sentences.emplace_back(slice(text.text, sentence.span));
    return sentences;
}

}  // namespace boardcheck::test
