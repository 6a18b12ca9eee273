#include "ingest/pdf/region.hpp"

#include <algorithm>
#include <numeric>

#include "ingest/pdf/label.hpp"
#include "ingest/pdf/marker.hpp"
#include "ingest/pdf/narrow_gap.hpp"

namespace boardcheck::ingest::pdf {

namespace {

constexpr int deepest = 3;            // columns within columns
constexpr float gutter = 0.25F;       // of the font's size: what parts columns
constexpr float far_below = 2.5F;     // of a line's height: what parts two tables
constexpr float close_below = 0.55F;  // of a line's height: the next line of the same cell

/// Text from `left` to `right`, with nothing in between that is as wide as a gutter.
struct Strip {
    float left = 0, right = 0;
};

/// Lines that stand beside each other.
struct Band {
    std::vector<std::size_t> lines;
    float top = 0, bottom = 0, height = 0;
};

void widen(std::vector<Strip>& strips, Strip added, float gap) {
    std::vector<Strip> out;
    for (const Strip& strip : strips) {
        const bool apart = strip.right + gap <= added.left || added.right + gap <= strip.left;
        if (apart) {
            out.push_back(strip);
        } else {
            added = {std::min(added.left, strip.left), std::max(added.right, strip.right)};
        }
    }
    const auto place = std::find_if(out.begin(), out.end(), [&](Strip strip) { return strip.left > added.left; });
    out.insert(place, added);
    strips = std::move(out);
}

class Splitter {
public:
    Splitter(std::vector<Line> lines, std::vector<Region>& out) : lines_(std::move(lines)), out_(out) {}

    void split(std::vector<std::size_t> lines, int depth) {
        std::stable_sort(lines.begin(), lines.end(),
                         [&](std::size_t a, std::size_t b) { return lines_[a].top < lines_[b].top; });
        std::vector<Band> bands = bands_of(lines);
        std::vector<std::vector<std::size_t>*> rows;
        for (Band& band : bands) rows.push_back(&band.lines);
        join_hanging_labels(lines_, rows);
        Region text;
        std::size_t at = 0;
        std::size_t free_from = 0;  // the first band that is in `text` only
        while (at < bands.size()) {
            std::vector<Strip> strips;
            const std::size_t end = depth < deepest ? range_end(bands, at, strips) : at;
            if (end == at) {
                add_text(text, bands[at].lines);
                ++at;
                continue;
            }
            std::vector<std::size_t> within;
            for (std::size_t i = at; i < end; ++i) {
                within.insert(within.end(), bands[i].lines.begin(), bands[i].lines.end());
            }
            const bool columns = at > free_from && runs_in_columns(within, strips);
            for (std::size_t i = at; columns && i > free_from && above_column(bands, i - 1, strips); --i) {
                within.insert(within.end(), bands[i - 1].lines.begin(), bands[i - 1].lines.end());
                text.lines.resize(text.lines.size() - bands[i - 1].lines.size());
            }
            place_range(text, within, strips, depth);
            at = free_from = end;
        }
        flush(text);
    }

private:
    std::vector<Band> bands_of(const std::vector<std::size_t>& sorted) const {
        std::vector<Band> bands;
        for (const std::size_t i : sorted) {
            const Line& line = lines_[i];
            const bool beside = !bands.empty() && same_height(lines_[bands.back().lines.front()], line);
            if (!beside) bands.push_back({{}, line.top, line.bottom, line.height()});
            Band& band = bands.back();
            band.lines.push_back(i);
            band.bottom = std::max(band.bottom, line.bottom);
            band.height = std::max(band.height, line.height());
        }
        for (Band& band : bands) {
            std::sort(band.lines.begin(), band.lines.end(),
                      [&](std::size_t a, std::size_t b) { return lines_[a].left < lines_[b].left; });
        }
        return bands;
    }

    float gap_for(const Line& line) const { return gutter * line.size; }

    std::vector<Strip> strips_of(const Band& band) const {
        std::vector<Strip> strips;
        for (const std::size_t i : band.lines) widen(strips, {lines_[i].left, lines_[i].right}, gap_for(lines_[i]));
        return strips;
    }

    /// From `at` on, the bands that leave gutters open all the way down; `at` itself where there are none.
    std::size_t range_end(const std::vector<Band>& bands, std::size_t at, std::vector<Strip>& strips) const {
        strips = strips_of(bands[at]);
        std::size_t first_split = at;
        // A tall cell may begin above the others: look a little down for the first line that has another beside it.
        while (strips.size() < 2) {
            constexpr std::size_t farthest = 3;
            const std::size_t next = first_split + 1;
            if (next >= bands.size() || next > at + farthest || !close(bands, next)) return at;
            const auto more = strips_of(bands[next]);
            if (more.size() < 2 && !out_of_line(bands, next)) return at;
            for (const Strip& strip : more) widen(strips, strip, gap_for(lines_[bands[next].lines.front()]));
            first_split = next;
        }
        if (first_split > at && !out_of_line_above(bands, at, strips)) return at;
        std::size_t end = first_split + 1;  // after the last band that is certain to belong
        std::vector<Strip> sure = strips;
        for (std::size_t i = end; i < bands.size(); ++i) {
            std::vector<Strip> wider = strips;
            const auto own = strips_of(bands[i]);
            for (const Strip& strip : own) widen(wider, strip, gap_for(lines_[bands[i].lines.front()]));
            const float below = (bands[i].top - bands[i - 1].bottom) / std::max(bands[i].height, 1.0F);
            const bool fits = wider.size() >= 2 && (own.size() >= 2 || wider.size() >= strips.size());
            if (!fits || below > (wider.size() == strips.size() ? 2 : 1) * far_below) break;
            strips = std::move(wider);
            if (own.size() < 2 && !goes_on(bands, i, end)) continue;
            end = i + 1;
            sure = strips;
        }
        strips = std::move(sure);
        return end;
    }

    bool close(const std::vector<Band>& bands, std::size_t i) const {
        return bands[i].top - bands[i - 1].bottom < close_below * bands[i].height;
    }
    /// A line of a cell that follows the cell's line before without a gap.
    bool goes_on(const std::vector<Band>& bands, std::size_t i, std::size_t end) const {
        return i == end && close(bands, i);
    }
    bool out_of_line(const std::vector<Band>& bands, std::size_t i) const {
        return std::abs(lines_[bands[i].lines.front()].left - lines_[bands[i - 1].lines.front()].left) <
               lines_[bands[i].lines.front()].size;
    }
    /// What stands above the first split line is the head of a cell that is not the first of its row.
    bool out_of_line_above(const std::vector<Band>& bands, std::size_t at, const std::vector<Strip>& strips) const {
        return lines_[bands[at].lines.front()].left >= strips.back().left ||
               lines_[bands[at].lines.front()].left > strips.front().right;
    }

    /// Lines of columns are not always on one height: the first of one may stand above the first of the other.
    bool above_column(const std::vector<Band>& bands, std::size_t i, const std::vector<Strip>& strips) const {
        const Band& band = bands[i];
        if (bands[i + 1].top - band.bottom > far_below * band.height) return false;
        return std::all_of(band.lines.begin(), band.lines.end(), [&](std::size_t line) {
            return std::any_of(strips.begin(), strips.end(), [&](const Strip& strip) {
                const float slack = lines_[line].size / 2;
                return lines_[line].left > strip.left - slack && lines_[line].right < strip.right + slack;
            });
        });
    }
    bool runs_in_columns(std::vector<std::size_t> within, const std::vector<Strip>& strips) const {
        std::sort(within.begin(), within.end());
        const auto [columns, merged] = without_label_columns(within, columns_of(within, strips), strips);
        return is_text_in_columns(within, columns, merged);
    }

    void add_text(Region& text, const std::vector<std::size_t>& lines) const {
        for (const std::size_t i : lines) text.lines.push_back(lines_[i]);
    }

    void flush(Region& text) {
        if (text.lines.empty()) return;
        for (const Line& line : text.lines) text.right = std::max(text.right, line.right);
        out_.push_back(std::move(text));
        text = {};
    }

    std::vector<std::uint32_t> columns_of(const std::vector<std::size_t>& within,
                                          const std::vector<Strip>& strips) const {
        std::vector<std::uint32_t> columns;
        for (const std::size_t i : within) {
            std::uint32_t column = 0;
            while (column + 1 < strips.size() && lines_[i].left >= strips[column + 1].left - 0.1F) ++column;
            columns.push_back(column);
        }
        return columns;
    }

    void place_range(Region& text, std::vector<std::size_t> within, const std::vector<Strip>& strips, int depth) {
        std::sort(within.begin(), within.end());  // as drawn
        const std::vector<std::uint32_t> columns = columns_of(within, strips);
        if (strips.size() == 2 && labels_first(within, columns)) {
            join_labels(text, within, columns);
            return;
        }
        const auto [merged, merged_strips] = without_label_columns(within, columns, strips);
        if (is_text_in_columns(within, merged, merged_strips)) {
            flush(text);
            for (std::uint32_t column = 0; column < merged_strips.size(); ++column) {
                std::vector<std::size_t> own;
                for (std::size_t i = 0; i < within.size(); ++i) {
                    if (merged[i] == column) own.push_back(within[i]);
                }
                const std::size_t before = out_.size();
                split(std::move(own), depth + 1);
                for (std::size_t i = before; i < out_.size(); ++i) out_[i].column = true;
            }
            return;
        }
        Region table;
        std::vector<Line> lines;
        for (const std::size_t i : within) lines.push_back(lines_[i]);
        table.cells = cells_of(lines, columns);
        if (table.cells.empty() || table.cells.back().row < 2) {
            std::stable_sort(within.begin(), within.end(), [&](std::size_t a, std::size_t b) {
                return same_height(lines_[a], lines_[b]) ? lines_[a].left < lines_[b].left
                                                         : lines_[a].top < lines_[b].top;
            });
            if (table.cells.size() > 1) {
                // One row is no table: its cells are paragraphs.
                flush(text);
                for (Cell& cell : table.cells) {
                    Region own;
                    own.lines = std::move(cell.lines);
                    flush(own);
                }
                return;
            }
            add_text(text, within);
            return;
        }
        flush(text);
        for (const Strip& strip : strips) table.columns.push_back(strip.left);
        table.right = strips.back().right;
        out_.push_back(std::move(table));
    }

    /// Columns that hold nothing but the numbers of the paragraphs in the next one are part of that.
    std::pair<std::vector<std::uint32_t>, std::vector<Strip>> without_label_columns(
        const std::vector<std::size_t>& within, const std::vector<std::uint32_t>& columns,
        const std::vector<Strip>& strips) const {
        std::vector<bool> labels(strips.size(), true);
        for (std::size_t i = 0; i < within.size(); ++i) {
            if (!is_label(lines_[within[i]].text)) labels[columns[i]] = false;
        }
        std::vector<std::uint32_t> place(strips.size());
        std::vector<Strip> merged;
        for (std::size_t i = 0; i < strips.size(); ++i) {
            place[i] = static_cast<std::uint32_t>(merged.size());
            const bool joins = labels[i] && i + 1 < strips.size();
            if (i > 0 && labels[i - 1]) {
                merged.back().right = strips[i].right;
                place[i] = place[i - 1];
            } else {
                merged.push_back(strips[i]);
            }
            if (!joins) labels[i] = false;
        }
        std::vector<std::uint32_t> moved;
        for (const std::uint32_t column : columns) moved.push_back(place[column]);
        return {moved, merged};
    }

    /// The first column holds nothing but the numbers of the paragraphs beside it.
    bool labels_first(const std::vector<std::size_t>& within, const std::vector<std::uint32_t>& columns) const {
        bool any = false;
        for (std::size_t i = 0; i < within.size(); ++i) {
            if (columns[i] != 0) continue;
            if (!is_label(lines_[within[i]].text)) return false;
            any = true;
        }
        return any;
    }

    /// Items within numbered paragraphs have labels of their own.
    static void join_pairs(std::vector<Line>& lines) {
        std::vector<Line> joined;
        for (Line& line : lines) {
            const bool pair = !joined.empty() && same_height(joined.back(), line) && is_label(joined.back().text) &&
                              line.left > joined.back().left;
            if (pair) {
                put_in_front(joined.back(), line);
                joined.back() = std::move(line);
            } else {
                joined.push_back(std::move(line));
            }
        }
        lines = std::move(joined);
    }

    void join_labels(Region& text, std::vector<std::size_t> within, const std::vector<std::uint32_t>& columns) const {
        std::vector<Line> labels;
        std::vector<Line> rest;
        for (std::size_t i = 0; i < within.size(); ++i) {
            (columns[i] == 0 ? labels : rest).push_back(lines_[within[i]]);
        }
        std::stable_sort(rest.begin(), rest.end(), [](const Line& a, const Line& b) {
            return same_height(a, b) ? a.left < b.left : a.top < b.top;
        });
        for (Line& label : labels) {
            const auto beside =
                std::find_if(rest.begin(), rest.end(), [&](const Line& line) { return same_height(line, label); });
            if (beside == rest.end() || beside->left != beside->text_left) {
                const auto below =
                    std::find_if(rest.begin(), rest.end(), [&](const Line& line) { return line.top > label.top; });
                rest.insert(below, label);
                continue;
            }
            put_in_front(label, *beside);
        }
        join_pairs(rest);
        std::move(rest.begin(), rest.end(), std::back_inserter(text.lines));
    }

    /// Text that runs down one column and then the next: drawn so, or in long lines that fill their columns.
    bool is_text_in_columns(const std::vector<std::size_t>& within, const std::vector<std::uint32_t>& columns,
                            const std::vector<Strip>& strips) const {
        constexpr std::size_t fewest_lines = 4;
        constexpr std::size_t most_columns = 4;
        constexpr float full = 0.55F;
        if (strips.size() > most_columns) return false;
        std::size_t changes = 0;
        for (std::size_t i = 1; i < columns.size(); ++i) changes += columns[i] != columns[i - 1] ? 1 : 0;
        for (std::uint32_t column = 0; column < strips.size(); ++column) {
            std::size_t count = 0;
            float filled = 0;
            float characters = 0;
            for (std::size_t i = 0; i < within.size(); ++i) {
                if (columns[i] != column) continue;
                ++count;
                filled += lines_[within[i]].right - lines_[within[i]].left;
                characters += static_cast<float>(lines_[within[i]].text.size());
            }
            const float lines = static_cast<float>(count);
            const float width = strips[column].right - strips[column].left;
            constexpr float shortest = 14;
            const bool flows = filled > full * width * lines && characters > shortest * lines;
            if (count < fewest_lines || !flows) return false;
        }
        return changes < 2 * strips.size();
    }

    std::vector<Line> lines_;
    std::vector<Region>& out_;
};

}  // namespace

std::vector<Region> regions_of(const Page& given) {
    Page page = part_cells(given);
    std::vector<Region> regions;
    std::vector<std::size_t> upright;
    Region rotated;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        if (page.lines[i].rotated) {
            rotated.lines.push_back(page.lines[i]);
        } else {
            upright.push_back(i);
        }
    }
    // A page with more lines than any page has is read line by line: looking for columns may take time that grows
    // faster than their number.
    constexpr std::size_t most_lines = 5000;
    const int depth = upright.size() > most_lines ? deepest : 0;
    Splitter(std::move(page.lines), regions).split(std::move(upright), depth);
    if (!rotated.lines.empty()) regions.push_back(std::move(rotated));
    return regions;
}

}  // namespace boardcheck::ingest::pdf
