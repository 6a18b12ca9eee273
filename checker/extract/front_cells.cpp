// Lines of the front, cut into cells.
#include <algorithm>

#include "extract/front_lines.hpp"
#include "extract/words.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::uint32_t longest_row = 300;  // tokens of a line that are looked at
constexpr std::uint32_t longest_label = 6;  // tokens of a label that the rules do not know

std::string_view gap_before(const Paper& paper, std::uint32_t token) {
    return slice(paper.text.text, {paper.text.tokens[token - 1].span.end, paper.text.tokens[token].span.begin});
}

/// Where a colon follows, after words in small letters at most: "Version: 3 To be reviewed: yearly".
bool heads_colon(const Paper& paper, std::uint32_t token, std::uint32_t last) {
    std::uint32_t end = token + 1;
    while (end < std::min(last, token + longest_label) && !paper.word(end).capitalised && !paper.is_punctuation(end))
        ++end;
    return end > token + 1 && end < last && paper.is_sign(end, ":");
}

/// "Terms of Reference:" is one name.
bool is_joined(std::string_view stem) {
    static constexpr std::array<std::string_view, 8> words{"of", "the", "a", "and", "or", "for", "to", "by"};
    return is_one_of(words, stem);
}

/// With "Time:" in "Date: 3 May Time: 2pm" a new label begins, after one that has a value.
bool begins_label(const Paper& paper, std::uint32_t token, const Cell& before) {
    if (!paper.word(token).capitalised || before.tokens.last - before.tokens.first < 2) return false;
    if (paper.is_punctuation(token - 1) && !paper.is_sign(token - 1, ")") && !paper.is_sign(token - 1, "."))
        return false;
    const auto label = role_at(paper, before.sentence, token);
    const bool is_label = label && paper.property(*label, "role")->ends_with("-label") &&
                          label->tokens.last < paper.text.sentences[before.sentence].tokens.last &&
                          paper.is_sign(label->tokens.last, ":") &&
                          slice(paper.text.text, paper.span_of(label->tokens)).find('\n') == std::string_view::npos;
    const bool unknown = heads_colon(paper, token, paper.text.sentences[before.sentence].tokens.last);
    if (!is_label && !unknown) return false;
    // "Audit Committee: terms of reference" is a title.
    if (is_label && *paper.property(*label, "role") != "body-label" && !is_joined(paper.stem(token - 1))) return true;
    const auto first = label_of(paper, before);
    if (!first || first->value >= before.tokens.last) return false;
    // A title may have a colon.
    return is_label || (first->set_off && first->role != "title-label");
}

bool begins_cell(const Paper& paper, std::uint32_t token, const Cell& before) {
    if (paper.is_sign(token - 1, "|")) return true;
    const std::string_view gap = gap_before(paper, token);
    if (gap.find('\n') != std::string_view::npos || gap.find('\t') != std::string_view::npos || gap.size() > 1)
        return true;
    const ingest::Block& block = paper.block_of(before.sentence);
    const bool one_thing = block.kind == ingest::BlockKind::heading || (block.table != 0 && !block.doubtful);
    return !one_thing && begins_label(paper, token, before);
}

/// Where in the paper's first line the name of a body ends, and its motto, its address or another line begins, which a
/// conversion put on the same line: "Pellshire Health and Wellbeing Board Working together for Pellshire"; the end of
/// the cell: nowhere.
std::uint32_t end_of_name(const Paper& paper, const Cell& cell) {
    const TokenRange tokens = cell.tokens;
    if (cell.sentence > 0 || paper.is_heading(0)) return tokens.last;
    std::uint32_t end = tokens.first;
    for (const match::Mention& mention : paper.mentions_in(0)) {
        if (mention.tokens.last > tokens.last) continue;
        const bool body = paper.property(mention, "structure") || paper.property(mention, "role") == "meeting-word";
        if (body) end = std::max(end, mention.tokens.last);
    }
    if (end == tokens.first || end == tokens.last || !paper.word(end).capitalised) return tokens.last;
    for (std::uint32_t token = tokens.first; token < end; ++token)
        if (!paper.word(token).capitalised && paper.word(token).surface.size() > 3) return tokens.last;
    for (std::uint32_t token = end; token < tokens.last; ++token) {
        const bool word = paper.text.tokens[token].kind == text::TokenKind::word;
        const bool goes_on = paper.is_sign(token, ":") || paper.is_sign(token, "(");
        if (goes_on) return tokens.last;
        if (!word || !paper.word(token).capitalised) return end;
    }
    return tokens.last;
}

}  // namespace

std::vector<Cell> line_cells(const Paper& paper, std::uint32_t sentence) {
    TokenRange whole = paper.text.sentences[sentence].tokens;
    whole.last = std::min(whole.last, whole.first + longest_row);
    std::vector<Cell> cells;
    for (std::uint32_t token = whole.first; token < whole.last; ++token) {
        if (paper.is_sign(token, "|")) continue;
        if (cells.empty() || begins_cell(paper, token, cells.back())) cells.push_back({sentence, {token, token}});
        cells.back().tokens.last = token + 1;
    }
    if (cells.empty()) return cells;
    const std::uint32_t end = end_of_name(paper, cells.front());
    if (end < cells.front().tokens.last) {
        cells.insert(cells.begin() + 1, {sentence, {end, cells.front().tokens.last}});
        cells.front().tokens.last = end;
    }
    return cells;
}

}  // namespace boardcheck::extract
