#include "report/passage.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace boardcheck::report {

namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::string_view cell_bar = " | ";
constexpr std::size_t context_limit = 180;
constexpr std::size_t words_limit = 500;
constexpr std::size_t heading_limit = 60;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string on_one_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (!is_space(c)) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

/// The end of `text`, as `shortened` does for its beginning.
std::string last_part(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return std::string(text);
    std::size_t begin = text.find(' ', text.size() - limit);
    if (begin == std::string_view::npos) begin = text.size() - limit;
    while (begin < text.size() && continues_character(text[begin])) ++begin;
    return std::string(ellipsis) + std::string(text.substr(begin));
}

/// Whether a block is the first of its cell.
bool opens_cell(const ingest::Document& document, const ingest::Block& block) {
    if (block.kind != ingest::BlockKind::table_cell) return false;
    if (&block == document.blocks.data()) return true;
    const ingest::Block& before = *(&block - 1);
    return before.table != block.table || before.row != block.row || before.column != block.column;
}

/// What stands between two parts of a sentence that meet at a position of Document::text.
std::string_view gap_at(const ingest::Document& document, std::uint32_t position) {
    const ingest::Block* block = block_at(document, position);
    if (block != nullptr && block->span.begin == position && opens_cell(document, *block)) return cell_bar;
    const bool spaced = position > 0 && position < document.text.size() &&
                        (is_space(document.text[position - 1]) || is_space(document.text[position]));
    return spaced ? " " : "";
}

bool ends_cell(const ingest::Document& document, std::uint32_t position) {
    const ingest::Block* block = block_at(document, position);
    if (block == nullptr || block->kind != ingest::BlockKind::table_cell || block->span.end != position) return false;
    const bool last = block == &document.blocks.back();
    return last || opens_cell(document, *(block + 1)) || (block + 1)->kind != ingest::BlockKind::table_cell;
}

/// The words of a range of Document::text, with bars between the cells of a table.
std::string with_bars(const ingest::Document& document, Span span) {
    std::string out;
    std::uint32_t done = span.begin;
    while (true) {
        while (done < span.end && is_space(document.text[done])) ++done;
        if (done >= span.end) return out;
        const ingest::Block* block = block_at(document, done);
        const bool cell = block != nullptr && block->kind == ingest::BlockKind::table_cell && done < block->span.end;
        const std::uint32_t end = cell ? std::min(span.end, block->span.end) : span.end;
        if (!out.empty()) out += cell && !opens_cell(document, *block) ? std::string_view(" ") : cell_bar;
        out += on_one_line(slice(document.text, {done, end}));
        done = end;
    }
}

/// The innermost sentence that introduces a list; headings of tables and rows say less than they take room.
std::string lead_in_of(const Paper& paper, const text::Sentence& sentence) {
    for (auto at = sentence.lead_ins.rbegin(); at != sentence.lead_ins.rend(); ++at) {
        const text::Sentence& lead = paper.text.sentences[*at];
        if (paper.document.blocks[lead.block].kind == ingest::BlockKind::table_cell) continue;
        return last_part(words_at(paper, lead.span), context_limit);
    }
    return {};
}

}  // namespace

const ingest::Block* block_at(const ingest::Document& document, std::uint32_t position) {
    const auto after =
        std::upper_bound(document.blocks.begin(), document.blocks.end(), position,
                         [](std::uint32_t at, const ingest::Block& block) { return at < block.span.begin; });
    return after == document.blocks.begin() ? nullptr : &*std::prev(after);
}

std::string name_of(const Paper& paper) {
    const std::string& title = paper.declarations.meta.title;
    if (title.empty()) return name_of_file(paper.document);
    const bool item = paper.document.pack && !paper.document.pack->item.empty();
    return item ? paper.document.pack->item + " " + title : title;
}

std::string words_at(const Paper& paper, Span span) {
    return on_one_line(slice(paper.document.text, paper.text.document.to_source(span)));
}

std::string quote_with_bars(const Paper& paper, const extract::Evidence& evidence) {
    return with_bars(paper.document, paper.text.document.to_source(evidence.span));
}

std::string shortened(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return std::string(text);
    std::size_t end = text.rfind(' ', limit);
    if (end == std::string_view::npos || end == 0) end = limit;
    while (end > 0 && continues_character(text[end])) --end;
    return std::string(text.substr(0, end)) + std::string(ellipsis);
}

Passage passage_of(const Paper& paper, const extract::Evidence& evidence) {
    const text::Sentence& sentence = paper.text.sentences[evidence.sentence];
    const Span words = paper.text.document.to_source(evidence.span);
    const Span whole = paper.text.document.to_source(sentence.span);
    const ingest::Document& document = paper.document;
    Passage passage;
    passage.lead_in = lead_in_of(paper, sentence);
    passage.words = shortened(with_bars(document, words), words_limit);
    if (whole.begin < words.begin) {
        passage.before = last_part(with_bars(document, {whole.begin, words.begin}), context_limit);
        passage.before += gap_at(document, words.begin);
    }
    if (words.end < whole.end) {
        const std::string rest = shortened(with_bars(document, {words.end, whole.end}), context_limit);
        passage.after = std::string(ends_cell(document, words.end) ? cell_bar : gap_at(document, words.end)) + rest;
    }
    return passage;
}

std::string to_string(const Passage& passage) {
    return (passage.lead_in.empty() ? "" : passage.lead_in + " ") + passage.before + passage.words + passage.after;
}

std::vector<extract::Evidence> joined_by_sentence(const std::vector<extract::Evidence>& evidence) {
    std::vector<extract::Evidence> joined;
    for (const extract::Evidence& each : evidence) {
        const auto same = std::find_if(joined.begin(), joined.end(),
                                       [&](const extract::Evidence& other) { return other.sentence == each.sentence; });
        if (same == joined.end()) {
            joined.push_back(each);
        } else {
            same->span = {std::min(same->span.begin, each.span.begin), std::max(same->span.end, each.span.end)};
        }
    }
    return joined;
}

std::string place_label(const Place& place) {
    std::string label;
    const auto add = [&label](const std::string& part) { label += (label.empty() ? "" : ", ") + part; };
    if (!place.section.empty()) add(shortened(place.section.back(), heading_limit));
    if (place.page != 0) add(fmt::format("p. {}", place.page));
    if (!place.page_label.empty()) label += fmt::format(" (printed {})", place.page_label);
    if (place.slide != 0) add(fmt::format("slide {}", place.slide));
    if (!place.paragraph.empty()) add("§" + place.paragraph);
    if (place.line != 0) add(fmt::format("line {}", place.line));
    if (place.doubtful) label += label.empty() ? "(layout unclear)" : " (layout unclear)";
    return label;
}

}  // namespace boardcheck::report
