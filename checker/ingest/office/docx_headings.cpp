#include "ingest/office/docx_headings.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "ingest/characters.hpp"
#include "ingest/repair/printed_number.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest::docx {

namespace {

constexpr std::size_t longest_heading = 120;
constexpr std::uint8_t deepest = 6;

/// How much a line stands out; the greatest is the outermost level.
using Weight = std::tuple<int, bool, bool, bool>;  // size, capitals, bold, underlined

/// The size of most of the text.
int body_size(const Draft& draft, const std::vector<TextLook>& looks) {
    std::map<int, std::size_t> letters;
    for (std::size_t i = 0; i < looks.size(); ++i) {
        if (is_body(draft.blocks[i].block.kind)) letters[looks[i].size] += text_length(draft.blocks[i]);
    }
    const auto most = std::max_element(letters.begin(), letters.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == letters.end() ? 0 : most->first;
}

class Promoter {
public:
    Promoter(Draft& draft, const std::vector<TextLook>& looks)
        : draft_(draft), looks_(looks), body_size_(body_size(draft, looks)) {}
    void run();

private:
    bool stands_out(std::size_t index) const;
    bool is_text(std::size_t index) const;
    Weight weight_of(std::size_t index) const {
        const TextLook& look = looks_[index];
        return {look.size, look.capitals, draft_.blocks[index].block.emphasised, look.underlined};
    }
    Draft& draft_;
    const std::vector<TextLook>& looks_;
    int body_size_;
};

/// A short line that makes no statement, and looks different from the text.
bool Promoter::stands_out(std::size_t index) const {
    const DraftBlock& block = draft_.blocks[index];
    const bool item = block.block.kind == BlockKind::list_item && !block.block.number.empty();
    if ((block.block.kind != BlockKind::paragraph && !item) || looks_[index].contents) return false;
    if (block.lines.size() > 2 || text_length(block) > longest_heading) return false;
    const TextLook& look = looks_[index];
    constexpr int clearly = 2;  // half points
    const bool large = look.size >= body_size_ + clearly && body_size_ > 0;
    if (!large && !block.block.emphasised && !look.underlined && !look.capitals) return false;
    std::string_view text = first_line(draft_, block);
    const PrintedNumber number = heading_number(text);
    const bool numbered = number.length > 0 || !block.block.number.empty();
    text.remove_prefix(std::min<std::size_t>(number.length, text.size()));
    if (text.ends_with(':')) text.remove_suffix(1);
    if (!has_letters(text) || is_date(text)) return false;
    return numbered ? is_numbered_title(text) : is_title(text);
}

bool Promoter::is_text(std::size_t index) const {
    return index < draft_.blocks.size() && is_body(draft_.blocks[index].block.kind) && !looks_[index].contents;
}

void Promoter::run() {
    constexpr std::size_t most_together = 3;  // more are the lines of a cover, or a list
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < draft_.blocks.size();) {
        std::size_t end = i;
        while (end < draft_.blocks.size() && stands_out(end)) ++end;
        const bool headings = end > i && end - i <= most_together && is_text(end);
        for (std::size_t each = i; headings && each < end; ++each) found.push_back(each);
        i = std::max(end, i + 1);
    }
    std::map<Weight, std::uint8_t, std::greater<>> levels;
    for (const std::size_t i : found) levels[weight_of(i)] = 0;
    std::uint8_t level = 0;
    for (auto& [weight, place] : levels)
        place = level = std::min<std::uint8_t>(deepest, static_cast<std::uint8_t>(level + 1));
    for (const std::size_t i : found) {
        DraftBlock& block = draft_.blocks[i];
        block.block.kind = BlockKind::heading;
        block.block.level = levels[weight_of(i)];
        block.block.emphasised = false;
        block.list = 0;
    }
}

struct HeadingRow {
    bool first_bold = true;
    bool other_plain = false;
    bool marked = false;
    std::uint32_t last_column = 0;  // of the first row
};

}  // namespace

void demote_statements(Draft& draft) {
    constexpr std::size_t longest_title = 160;
    constexpr std::size_t longest_numbered = 90;
    for (DraftBlock& block : draft.blocks) {
        if (block.block.kind != BlockKind::heading) continue;
        const bool numbered = !block.block.number.empty() || heading_number(first_line(draft, block)).length > 0;
        const bool sentence = numbered && last_line(draft, block).ends_with('.');
        if (text_length(block) <= (sentence ? longest_numbered : longest_title)) continue;
        block.block.kind = BlockKind::paragraph;
        block.block.level = 0;
    }
}

void promote_by_look(Draft& draft, const std::vector<TextLook>& looks) {
    const bool marked = std::any_of(draft.blocks.begin(), draft.blocks.end(),
                                    [](const DraftBlock& block) { return block.block.kind == BlockKind::heading; });
    if (!marked) Promoter(draft, looks).run();
}

void mark_heading_rows(Draft& draft) {
    std::map<std::uint32_t, HeadingRow> tables;
    for (const DraftBlock& each : draft.blocks) {
        const Block& block = each.block;
        if (block.table == 0) continue;
        HeadingRow& row = tables[block.table];
        row.marked = row.marked || block.header_cell;
        if (block.row == 1) {
            row.first_bold = row.first_bold && block.emphasised;
            row.last_column = std::max(row.last_column, block.column);
        } else {
            row.other_plain = row.other_plain || !block.emphasised;
        }
    }
    for (DraftBlock& each : draft.blocks) {
        if (each.block.table == 0 || each.block.row != 1) continue;
        const HeadingRow& row = tables[each.block.table];
        each.block.header_cell =
            each.block.header_cell || (!row.marked && row.first_bold && row.other_plain && row.last_column > 1);
    }
}

}  // namespace boardcheck::ingest::docx
