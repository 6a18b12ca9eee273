#include "text/lead_ins.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace boardcheck::text {

namespace {

using ingest::Block;
using ingest::BlockKind;

// Deeper lists are an artefact; the outermost lead-in and the innermost ones say enough.
constexpr std::size_t most_lead_ins = 16;

/// Headers, footers and the like stand between the blocks of a list without ending it.
bool is_furniture(const Block& block) {
    switch (block.kind) {
        case BlockKind::header:
        case BlockKind::footer:
        case BlockKind::footnote:
            return true;
        default:
            return false;
    }
}

bool is_roman(std::string_view letters) { return letters.find_first_not_of("ivx") == std::string_view::npos; }

/// Letters of "(a)", "a)", "iv"; empty for other numbers.
std::string_view letters_of(std::string_view number) {
    if (!number.empty() && number.front() == '(') number.remove_prefix(1);
    if (!number.empty() && number.back() == ')') number.remove_suffix(1);
    const bool letters = std::all_of(number.begin(), number.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!letters || number.size() > 5 || (number.size() > 2 && !is_roman(number))) return {};
    return number;
}

/// "(c)" after "(b)", "3" after "2".
bool follows(std::string_view before, std::string_view after) {
    if (before.empty() || before.size() != after.size()) return false;
    std::size_t at = 0;
    while (at < before.size() && before[at] == after[at]) ++at;
    return at < before.size() && after[at] == before[at] + 1 && before.substr(at + 1) == after.substr(at + 1);
}

class LeadIns {
public:
    LeadIns(const ingest::Document& document, const Text& text, const Layout& layout, std::vector<Sentence>& sentences)
        : blocks_(document.blocks), text_(text), layout_(layout), sentences_(sentences) {}

    void run() {
        for (std::uint32_t block = 0; block < blocks_.size();) {
            const Row row = row_at(blocks_, block);
            if (layout_.tokens[row.first].first != layout_.tokens[row.last - 1].last) visit(row);
            block = row.last;
        }
    }

private:
    /// An item or sub-item of the list that is open.
    struct Open {
        std::uint8_t level = 0;
        std::uint32_t sentence = 0;  // its last
    };

    void visit(Row row) {
        const Block& block = blocks_[row.first];
        if (is_furniture(block)) return;
        if (block.kind == BlockKind::table_cell) return table_row(row);
        table_ = 0;
        if (const std::uint8_t level = level_of(row.first); level != 0) return item(row.first, level);
        if (continues_list(row.first)) return;
        if (is_stray(row.first)) return;
        other(row.first);
    }

    /// A stray line between a list and its introduction, or between two items, is no part of either.
    bool is_stray(std::uint32_t block) const {
        if (!blocks_[block].doubtful || blocks_[block].kind != BlockKind::paragraph) return false;
        if (ending_of(text_, layout_.tokens[block]) == Ending::colon) return false;
        const bool awaited = introduction_ && ending_of(text_, sentences_[*introduction_].tokens) == Ending::colon;
        return is_list_open() || awaited;
    }

    /// Depth of a list item; lettered paragraphs are items where a list can be.
    std::uint8_t level_of(std::uint32_t index) {
        const Block& block = blocks_[index];
        if (block.kind == BlockKind::list_item) {
            lettered_ = false;
            return std::max<std::uint8_t>(block.level, 1);
        }
        const std::string_view letters = letters_of(block.number);
        if (block.kind != BlockKind::paragraph || letters.empty()) return 0;
        if (!is_list_open() && !introduction_) return 0;
        const bool follows_letter =
            lettered_ && last_letter_.size() == 1 && letters.size() == 1 && letters.front() == last_letter_.front() + 1;
        const bool nested = lettered_ && is_roman(letters) && !follows_letter;
        lettered_ = true;
        if (!nested) last_letter_ = letters;
        return nested ? 2 : 1;
    }

    bool is_list_open() const { return !open_.empty(); }

    void item(std::uint32_t block, std::uint8_t level) {
        if (!is_list_open() && !interrupted_.empty() && !introduction_ &&
            follows(blocks_[last_item_].number, blocks_[block].number)) {
            open_.swap(interrupted_);
            std::swap(list_introduction_, interrupted_introduction_);
        } else if (!is_list_open()) {
            list_introduction_ = introduction_;
        }
        interrupted_.clear();
        introduction_.reset();
        while (!open_.empty() && open_.back().level >= level) open_.pop_back();
        std::vector<std::uint32_t> lead_ins;
        if (list_introduction_) lead_ins.push_back(*list_introduction_);
        for (const Open& parent : open_) lead_ins.push_back(parent.sentence);
        if (lead_ins.size() > most_lead_ins) {
            lead_ins.erase(lead_ins.begin() + 1, lead_ins.end() - (most_lead_ins - 1));
        }
        give(block, lead_ins);
        open_.push_back({level, layout_.sentences[block].last - 1});
        last_item_ = block;
    }

    /// A paragraph inside a list that goes on with the sentence of the item before it.
    bool continues_list(std::uint32_t block) {
        if (!is_list_open() || blocks_[block].kind != BlockKind::paragraph) return false;
        if (!resumes_after(block)) return false;
        const Token& first = text_.tokens[layout_.tokens[block].first];
        const bool small = first.kind == TokenKind::word && !text_.words[first.word].capitalised;
        const bool cut = ending_of(text_, layout_.tokens[last_item_]) == Ending::open;
        if (!small || !cut || ending_of(text_, layout_.tokens[block]) == Ending::colon) return false;
        give(block, sentences_[layout_.sentences[last_item_].first].lead_ins);
        open_.back().sentence = layout_.sentences[block].last - 1;
        return true;
    }

    bool resumes_after(std::uint32_t block) const {
        return introduces_list(blocks_, block) ||
               (lettered_ && block + 1 < blocks_.size() && !letters_of(blocks_[block + 1].number).empty());
    }

    /// Anything else ends the list, and may introduce the next.
    void other(std::uint32_t block) {
        if (is_list_open()) {
            interrupted_.swap(open_);
            interrupted_introduction_ = list_introduction_;
        }
        const BlockKind kind = blocks_[block].kind;
        if (kind == BlockKind::heading || kind == BlockKind::slide_title) interrupted_.clear();
        open_.clear();
        lettered_ = false;
        list_introduction_.reset();
        introduction_.reset();
        if (blocks_[block].kind != BlockKind::paragraph) return;
        const SentenceRange range = layout_.sentences[block];
        if (ending_of(text_, sentences_[range.last - 1].tokens) != Ending::stop) introduction_ = range.last - 1;
    }

    void table_row(Row row) {
        const Block& cell = blocks_[row.first];
        if (cell.table != table_ || table_ == 0) {
            table_ = cell.table;
            table_lead_ins_.clear();
            if (introduction_ && ending_of(text_, sentences_[*introduction_].tokens) == Ending::colon) {
                table_lead_ins_.push_back(*introduction_);
            }
            other(row.first);
        }
        std::vector<std::uint32_t> lead_ins = table_lead_ins_;
        std::optional<std::uint32_t> label;
        for (std::uint32_t i = row.first; i < row.last; ++i) {
            if (label && lead_ins.size() == table_lead_ins_.size()) lead_ins.push_back(*label);
            give(i, lead_ins);
            const SentenceRange range = layout_.sentences[i];
            if (!label && range.first != range.last) label = range.first;
        }
        if (cell.header_cell && label && table_lead_ins_.size() < most_lead_ins) table_lead_ins_.push_back(*label);
    }

    void give(std::uint32_t block, const std::vector<std::uint32_t>& lead_ins) {
        const SentenceRange range = layout_.sentences[block];
        for (std::uint32_t i = range.first; i < range.last; ++i) sentences_[i].lead_ins = lead_ins;
    }

    const std::vector<Block>& blocks_;
    const Text& text_;
    const Layout& layout_;
    std::vector<Sentence>& sentences_;
    std::optional<std::uint32_t> introduction_;       // the sentence before, where it can introduce a list
    std::optional<std::uint32_t> list_introduction_;  // of the list that is open
    std::vector<Open> open_;
    std::vector<Open> interrupted_;  // the list before this paragraph, should its numbers go on after it
    std::optional<std::uint32_t> interrupted_introduction_;
    std::uint32_t last_item_ = 0;
    bool lettered_ = false;  // the open list is one of lettered paragraphs
    std::string_view last_letter_;
    std::uint32_t table_ = 0;
    std::vector<std::uint32_t> table_lead_ins_;
};

}  // namespace

Ending ending_of(const Text& text, TokenRange tokens) {
    constexpr std::array<std::string_view, 6> closing{")", "]", "}", "\"", "'", "*"};
    while (tokens.last > tokens.first) {
        const Token& token = text.tokens[tokens.last - 1];
        const std::string_view surface = text.words[token.word].surface;
        if (surface == "." || surface == "!" || surface == "?") return Ending::stop;
        if (surface == ":" || surface == "-") return Ending::colon;
        if (std::find(closing.begin(), closing.end(), surface) == closing.end()) break;
        --tokens.last;
    }
    return Ending::open;
}

bool introduces_list(const std::vector<Block>& blocks, std::uint32_t block) {
    for (std::uint32_t next = block + 1; next < blocks.size(); ++next) {
        if (!is_furniture(blocks[next])) return blocks[next].kind == BlockKind::list_item;
    }
    return false;
}

void find_lead_ins(const ingest::Document& document, const Text& text, const Layout& layout,
                   std::vector<Sentence>& sentences) {
    LeadIns(document, text, layout, sentences).run();
}

}  // namespace boardcheck::text
