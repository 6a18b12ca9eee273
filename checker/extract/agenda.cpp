// The items of an agenda: rows of a table, or numbered lines, below a line that calls itself one.
#include <algorithm>

#include "extract/details.hpp"
#include "extract/front.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::uint32_t front_sentences = 40;  // in which an agenda says that it is one
constexpr std::uint32_t longest_heading = 12;  // tokens of that line
constexpr std::size_t fewest_items = 3, most_items = 500;

/// The sentence after which the items begin; none in a paper that is no agenda.
std::optional<std::uint32_t> beginning(const Paper& paper) {
    const auto& sentences = paper.text.sentences;
    const std::size_t end = std::min<std::size_t>(sentences.size(), front_sentences);
    for (std::uint32_t i = 0; i < end; ++i) {
        const TokenRange tokens = sentences[i].tokens;
        const bool is_line = tokens.last - tokens.first <= longest_heading && paper.block_of(i).table == 0;
        if (is_line && tokens.first < tokens.last && role_at(paper, i, tokens.first, "agenda-title")) return i + 1;
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

/// Fills in what the item says of its purpose, and of its paper; gives back where the first of these words stands.
std::uint32_t read_signs(const Paper& paper, std::uint32_t sentence, TokenRange range, AgendaItem& item) {
    std::uint32_t first = range.last;
    for (const match::Mention& mention : paper.mentions_in(sentence)) {
        if (mention.tokens.first < range.first || mention.tokens.last > range.last) continue;
        const auto purpose = paper.property(mention, "purpose");
        const auto role = paper.property(mention, "role");
        const bool is_paper = role && role->starts_with("agenda-") && *role != "agenda-title";
        if (!purpose && !is_paper) continue;
        if (is_paper) item.enclosed = *role == "agenda-enclosed";
        if (purpose && item.purpose.empty()) item.purpose = *purpose;
        first = std::min(first, mention.tokens.first);
    }
    return first;
}

/// A row of a table: number, title, and what the other cells say.
std::optional<AgendaItem> item_of_row(const Paper& paper, std::uint32_t sentence) {
    const auto cells = cells_of(paper, sentence);
    AgendaItem item;
    item.number = paper.block_of(sentence).number;
    for (const TokenRange cell : cells) {
        if (item.number.empty() && is_item_number(paper.words(cell))) {
            item.number = paper.words(cell);
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
    while (end > range.first + 1 && end < range.last && paper.is_punctuation(end - 1)) --end;
    item.title = paper.words({range.first, end});
    item.evidence = paper.evidence(sentence, {range.first, end});
    return item;
}

}  // namespace

std::vector<AgendaItem> find_agenda(const Paper& paper) {
    const auto begin = beginning(paper);
    if (!begin) return {};
    std::vector<AgendaItem> items;
    std::uint32_t block = 0;
    for (std::uint32_t i = *begin; i < paper.text.sentences.size() && items.size() < most_items; ++i) {
        const text::Sentence& sentence = paper.text.sentences[i];
        if (i > *begin && sentence.block == block) continue;  // more of the same line
        block = sentence.block;
        auto item = paper.block_of(i).table != 0 ? item_of_row(paper, i) : item_of_line(paper, i);
        if (item) items.push_back(std::move(*item));
    }
    if (items.size() < fewest_items) items.clear();
    return items;
}

}  // namespace boardcheck::extract
