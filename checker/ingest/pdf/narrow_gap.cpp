#include "ingest/pdf/narrow_gap.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "ingest/pdf/marker.hpp"

namespace boardcheck::ingest::pdf {

namespace {

constexpr std::size_t farthest = 24;  // lines above and below that may show a column
constexpr float aligned = 1.5F;       // points
constexpr float reach = 12;           // of a line's height

/// Of a letter, as a part of an average one.
float width_of(char c) {
    constexpr std::string_view narrow = "iljtfrI.,;:'|!()[]- ";
    constexpr std::string_view wide = "mwMW@%";
    if ((static_cast<unsigned char>(c) & 0xC0) == 0x80) return 0;
    if (narrow.find(c) != std::string_view::npos) return 0.55F;
    if (wide.find(c) != std::string_view::npos) return 1.55F;
    return c >= 'A' && c <= 'Z' ? 1.25F : 1.0F;
}

/// Where in the text the word begins that stands at `left`; nothing where none does.
std::optional<std::size_t> word_at(const Line& line, float left) {
    constexpr float tolerance = 0.6F;
    float all = 0;
    for (const char c : line.text) all += width_of(c);
    const float scale = (line.right - line.left) / std::max(all, 1.0F);
    std::optional<std::size_t> best;
    float nearest = tolerance * line.size;
    float at = line.left;
    for (std::size_t i = 0; i < line.text.size(); ++i) {
        const bool begins = i > 0 && line.text[i - 1] == ' ' && line.text[i] != ' ';
        if (begins && std::abs(at - left) < nearest) {
            nearest = std::abs(at - left);
            best = i;
        }
        at += width_of(line.text[i]) * scale;
    }
    return best;
}

/// Where in `line` the second of two lines side by side begins, if the first begins where `line` does. A line that more
/// than one column begins in is no cell: it stands above or below of the table.
std::optional<float> column_within(const std::vector<const Line*>& sorted, std::size_t index) {
    const Line& line = *sorted[index];
    // Only as far as lines follow each other closely, as rows of a table do.
    const auto close = [&](std::size_t i) {
        constexpr float row_gap = 0.4F;
        return sorted[i]->top - sorted[i - 1]->bottom < row_gap * line.height();
    };
    std::size_t begin = index;
    while (begin > 0 && index - begin < farthest && close(begin)) --begin;
    std::size_t end = index + 1;
    while (end < sorted.size() && end - index <= farthest && close(end)) ++end;
    std::optional<float> found;
    for (std::size_t i = begin; i < end; ++i) {
        const Line& right = *sorted[i];
        const bool inside = right.left > line.left + 2 * line.size && right.left < line.right - line.size / 4;
        const bool near =
            std::abs(right.top - line.top) < reach * line.height() && std::abs(right.size - line.size) < 1;
        if (!inside || !near || same_height(right, line)) continue;
        if (found && std::abs(*found - right.left) < aligned) continue;
        const bool column = std::any_of(sorted.begin() + static_cast<std::ptrdiff_t>(begin),
                                        sorted.begin() + static_cast<std::ptrdiff_t>(end), [&](const Line* left) {
                                            return same_height(*left, right) && left->right < right.left &&
                                                   !is_label(left->text) && std::abs(left->left - line.left) < aligned;
                                        });
        if (column && found) return std::nullopt;
        if (column) found = right.left;
    }
    return found;
}

void part(const Line& line, std::size_t word, float left, std::vector<Line>& out) {
    constexpr float smallest_gap = 2;
    Line first = line;
    Line second = line;
    first.text.resize(word);
    while (first.text.ends_with(' ')) first.text.pop_back();
    first.right = left - smallest_gap * 3;
    second.text.erase(0, word);
    second.left = second.text_left = left;
    const auto at = static_cast<std::uint32_t>(word);
    std::erase_if(first.raised, [at](Span span) { return span.end > at; });
    std::erase_if(second.raised, [at](Span span) { return span.begin < at; });
    for (Span& span : second.raised) span = {span.begin - at, span.end - at};
    out.push_back(std::move(first));
    out.push_back(std::move(second));
}

}  // namespace

Page part_cells(const Page& page) {
    Page parted;
    parted.number = page.number;
    parted.width = page.width;
    parted.height = page.height;
    std::vector<const Line*> sorted;
    for (const Line& line : page.lines) sorted.push_back(&line);
    std::stable_sort(sorted.begin(), sorted.end(), [](const Line* a, const Line* b) { return a->top < b->top; });
    std::vector<std::size_t> place(page.lines.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) place[static_cast<std::size_t>(sorted[i] - page.lines.data())] = i;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const Line& line = page.lines[i];
        const auto left = line.rotated ? std::nullopt : column_within(sorted, place[i]);
        const auto word = left ? word_at(line, *left) : std::nullopt;
        if (word) {
            part(line, *word, *left, parted.lines);
        } else {
            parted.lines.push_back(line);
        }
    }
    return parted;
}

}  // namespace boardcheck::ingest::pdf
