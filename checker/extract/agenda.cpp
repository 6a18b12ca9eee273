// The items of an agenda: rows of a table, or numbered lines, below a line that calls itself one.
#include <algorithm>

#include "extract/details.hpp"
#include "extract/front.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::uint32_t front_sentences = 40;  // in which an agenda says that it is one
constexpr std::uint32_t longest_heading = 16;  // tokens of that line
constexpr std::uint32_t longest_opening = 4;   // tokens
constexpr std::size_t fewest_items = 3, most_items = 500;
constexpr std::size_t most_between = 4;  // sentences for each item

/// The sentence after which the items begin; none in a paper that is no agenda.
std::optional<std::uint32_t> beginning(const Paper& paper) {
    const auto& sentences = paper.text.sentences;
    const std::size_t end = std::min<std::size_t>(sentences.size(), front_sentences);
    for (std::uint32_t i = 0; i < end; ++i) {
        const TokenRange tokens = sentences[i].tokens;
        const bool is_line = tokens.last - tokens.first <= longest_heading && paper.block_of(i).table == 0;
        if (is_line && has_role(paper, {i, tokens}, "agenda-title")) return i + 1;
    }
    return {};
}

bool has_letters(const Paper& paper, TokenRange range) {
    for (std::uint32_t token = range.first; token < range.last; ++token) {
        const bool is_word = paper.text.tokens[token].kind == text::TokenKind::word;
        if (is_word && paper.word(token).surface.size() > 1) return true;
    }
    return false;
}

/// "7", "10.2", "7a": what numbers an item.
bool is_item_number(std::string_view words) {
    const bool begins = !words.empty() && words.front() >= '0' && words.front() <= '9';
    return begins && words.size() <= 6 && words.find_first_of(" /:") == std::string_view::npos;
}

/// The number of an item, where the cell holds nothing else: "7", "7.", "Item 7".
std::string number_in(const Paper& paper, TokenRange cell) {
    std::string words = paper.words(cell);
    while (words.ends_with('.')) words.pop_back();
    if (const auto space = words.find(' '); space != std::string::npos && words.find(' ', space + 1) == words.npos)
        words.erase(0, space + 1);
    return is_item_number(words) ? words : std::string();
}

/// What an agenda calls the purpose of which the paper makes a recommendation.
std::string purpose_of(std::string_view ask) {
    if (ask == "note") return "information";
    if (ask == "approve" || ask == "agree" || ask == "endorse") return "decision";
    return ask == "consider" || ask == "comment" ? "discussion" : "";
}

/// The column of a table that is for papers: 0 where there is none.
std::uint32_t column_of_papers(const Paper& paper, std::uint32_t header) {
    const auto cells = cells_of(paper, header);
    for (std::uint32_t i = 0; i < cells.size(); ++i) {
        const std::uint32_t block = paper.text.sentences[header].block + i;
        const bool is_cell = block < paper.document.blocks.size() && cells[i].last - cells[i].first <= 3;
        if (is_cell && has_role(paper, {header, cells[i]}, "agenda-enclosed"))
            return paper.document.blocks[block].column;
    }
    return 0;
}

/// Fills in what the item says of its purpose, and of its paper; gives back where the first of these words stands.
std::uint32_t read_signs(const Paper& paper, std::uint32_t sentence, TokenRange range, AgendaItem& item) {
    std::uint32_t first = range.last;
    for (const match::Mention& mention : paper.mentions_in(sentence)) {
        if (mention.tokens.first < range.first || mention.tokens.last > range.last) continue;
        const auto purpose = paper.property(mention, "purpose");
        const auto role = paper.property(mention, "role");
        const bool is_paper =
            role && role->starts_with("agenda-") && *role != "agenda-title" && *role != "agenda-routine";
        const auto ask = paper.property(mention, "ask");
        const std::string asked = ask ? purpose_of(*ask) : std::string();
        if (!purpose && !is_paper && asked.empty()) continue;
        if (is_paper) item.enclosed = *role == "agenda-enclosed";
        if (item.purpose.empty()) item.purpose = purpose ? *purpose : asked;
        first = std::min(first, mention.tokens.first);
    }
    return first;
}

/// Apologies, minutes and the like have no paper, unless the agenda says so.
void settle(const Paper& paper, AgendaItem& item) {
    if (item.enclosed) return;
    const text::Sentence& sentence = paper.text.sentences[item.evidence.sentence];
    for (const match::Mention& mention : paper.mentions_in(item.evidence.sentence)) {
        const bool first = mention.tokens.first < sentence.tokens.first + longest_opening;
        if (first && paper.property(mention, "role") == "agenda-routine") item.enclosed = false;
    }
}

/// A row of a table: number, title, and what the other cells say. `papers` is the column that is for papers.
std::optional<AgendaItem> item_of_row(const Paper& paper, std::uint32_t sentence, std::uint32_t papers) {
    const auto cells = cells_of(paper, sentence);
    AgendaItem item;
    item.number = paper.block_of(sentence).number;
    if (papers != 0) item.enclosed = false;
    for (std::uint32_t i = 0; i < cells.size(); ++i) {
        const TokenRange cell = cells[i];
        const std::uint32_t block = paper.text.sentences[sentence].block + i;
        const bool for_paper = papers != 0 && block < paper.document.blocks.size() &&
                               paper.document.blocks[block].column == papers && !paper.words(cell).empty();
        if (for_paper) item.enclosed = has_letters(paper, cell) || !number_in(paper, cell).empty();
        if (item.number.empty() && !number_in(paper, cell).empty()) {
            item.number = number_in(paper, cell);
        } else if (item.title.empty() && has_letters(paper, cell)) {
            item.title = paper.words(cell);
            item.evidence = paper.evidence(sentence, cell);
        } else if (!item.title.empty()) {
            read_signs(paper, sentence, cell, item);
        }
    }
    if (item.number.empty() || item.title.empty()) return {};
    return item;
}

/// A numbered line; what it says of purpose and paper stands after its title.
std::optional<AgendaItem> item_of_line(const Paper& paper, std::uint32_t sentence) {
    AgendaItem item;
    item.number = paper.block_of(sentence).number;
    if (!is_item_number(item.number)) return {};
    const TokenRange range = paper.text.sentences[sentence].tokens;
    const std::uint32_t signs = read_signs(paper, sentence, {range.first + 1, range.last}, item);
    std::uint32_t end = signs;
    const auto is_joint = [&](std::uint32_t at) {
        return paper.is_punctuation(at) || paper.stem(at) == "for" || paper.stem(at) == "to";
    };
    while (end > range.first + 1 && end < range.last && is_joint(end - 1)) --end;
    item.title = paper.words({range.first, end});
    item.evidence = paper.evidence(sentence, {range.first, end});
    return item;
}

/// "To note the report." in a line below its item.
std::string purpose_below(const Paper& paper, std::uint32_t sentence) {
    const TokenRange range = paper.text.sentences[sentence].tokens;
    AgendaItem item;
    read_signs(paper, sentence, {range.first, std::min(range.last, range.first + longest_opening)}, item);
    return item.purpose;
}

}  // namespace

std::vector<AgendaItem> find_agenda(const Paper& paper) {
    const auto begin = beginning(paper);
    if (!begin) return {};
    std::vector<AgendaItem> items;
    std::uint32_t block = 0, papers = 0;
    for (std::uint32_t i = *begin; i < paper.text.sentences.size() && items.size() < most_items; ++i) {
        const text::Sentence& sentence = paper.text.sentences[i];
        if (i > *begin && sentence.block == block) continue;  // more of the same line
        block = sentence.block;
        const ingest::Block& place = paper.block_of(i);
        if (place.table != 0 && place.row == 1) papers = column_of_papers(paper, i);
        auto item = place.table != 0 ? item_of_row(paper, i, papers) : item_of_line(paper, i);
        if (item) {
            settle(paper, *item);
            items.push_back(std::move(*item));
        } else if (!items.empty() && items.back().purpose.empty() && place.table == 0)
            items.back().purpose = purpose_below(paper, i);
    }
    // In minutes the items are headings of what was said: most of the paper is something else.
    const std::size_t sentences = paper.text.sentences.size() - *begin;
    if (items.size() < fewest_items || items.size() * most_between < sentences) items.clear();
    return items;
}

}  // namespace boardcheck::extract
