#include "ingest/pdf/paragraph.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "ingest/pdf/marker.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest::pdf {

namespace {

constexpr float usual_leading = 1.2F;

template <typename Key>
Key most_common(const std::map<Key, float>& weights, Key fallback) {
    const auto most = std::max_element(weights.begin(), weights.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == weights.end() ? fallback : most->first;
}

float rounded(float value, float step) { return std::round(value / step) * step; }

float width_of_first_word(const Line& line) {
    const std::string_view text = std::string_view(line.text);
    const std::size_t word = std::min(text.find(' '), text.size());
    const float width = line.right - line.text_left;
    return width * static_cast<float>(word) / static_cast<float>(std::max<std::size_t>(text.size(), 1));
}

}  // namespace

std::string Paragraph::text() const {
    std::string all;
    for (const Piece& piece : pieces) {
        if (!all.empty()) all += ' ';
        all += piece.text;
    }
    return all;
}

Setting setting_of(const std::vector<Page>& pages) {
    std::map<float, float> sizes;
    std::vector<float> rights;
    for (const Page& page : pages) {
        float right = 0;
        for (const Line& line : page.lines) {
            sizes[line.size] += static_cast<float>(line.text.size());
            if (!line.rotated && line.right < page.width) right = std::max(right, line.right);
        }
        if (!page.lines.empty()) rights.push_back(right);
    }
    Setting setting;
    setting.size = most_common(sizes, 11.0F);
    std::sort(rights.begin(), rights.end());
    setting.right = rights.empty() ? 0 : rights[rights.size() / 2];
    std::map<float, float> leadings;
    for (const Page& page : pages) {
        for (std::size_t i = 1; i < page.lines.size(); ++i) {
            const Line& above = page.lines[i - 1];
            const Line& line = page.lines[i];
            const float pitch = line.top - above.top;
            const bool full = above.right > 0.85F * setting.right && above.size == setting.size;
            if (!full || line.size != above.size || pitch < 0.8F * line.size || pitch > 2.5F * line.size) continue;
            leadings[rounded(pitch / line.size, 0.02F)] += 1;
        }
    }
    setting.leading = most_common(leadings, usual_leading);
    return setting;
}

void ParagraphBuilder::begin_page(const Page& page, std::vector<std::string> notes) {
    page_ = page.number;
    page_width_ = page.width;
    notes_ = std::move(notes);
}

std::string ParagraphBuilder::text_of(const Line& line) const {
    std::string text = line.text;
    for (auto span = line.raised.rbegin(); span != line.raised.rend(); ++span) {
        std::string called(slice(line.text, *span));
        while (called.ends_with(' ')) called.pop_back();
        if (std::find(notes_.begin(), notes_.end(), called) == notes_.end()) continue;
        text.erase(span->begin, called.size());
    }
    return text;
}

void ParagraphBuilder::start(const Line& line, const Block& block) {
    Paragraph paragraph;
    paragraph.block = block;
    paragraph.left = line.left;
    paragraph.text_left = line.text_left;
    paragraph.size = line.size;
    paragraph.bold = line.bold;
    paragraph.lines = 1;
    std::string text = text_of(line);
    const Marker marker = block.kind == BlockKind::footnote ? Marker{} : marker_of(text);
    const bool marked = marker.length > 0 && marker.length < text.size();
    if (marked && (block.kind == BlockKind::paragraph || marker.bullet)) {
        paragraph.block.number = marker.number;
        paragraph.bullet = marker.bullet;
        paragraph.marked = true;
        const bool item = block.kind == BlockKind::paragraph && !marker.dotted;
        if (item) paragraph.block.kind = BlockKind::list_item;
        if (item) paragraph.block.level = 1;
        text.erase(0, marker.length);
    }
    paragraph.pieces.push_back({page_, std::move(text)});
    paragraphs_.push_back(std::move(paragraph));
    second_left_ = -1;
}

void ParagraphBuilder::append(Paragraph& paragraph, const Line& line) {
    const std::string text = text_of(line);
    if (paragraph.pieces.back().page == page_) {
        const bool cell = paragraph.block.kind == BlockKind::table_cell;
        std::string& before = paragraph.pieces.back().text;
        cell ? hyphenation_.join_in_cell(before, text) : hyphenation_.join(before, text);
    } else {
        paragraph.pieces.push_back({page_, text});
    }
    if (second_left_ < 0) second_left_ = line.left;
    if (!line.bold) paragraph.bold = false;
    ++paragraph.lines;
}

/// The first word of the next line would still have had its place on the last one.
bool ParagraphBuilder::ended_early(const Line& next, float right) const {
    const float middle = (last_.left + last_.right) / 2;
    const bool centred = std::abs(middle - page_width_ / 2) < last_.size && last_.left > 0.2F * page_width_;
    const float room = (right - last_.right) * (centred ? 2.0F : 1.0F);
    return room > width_of_first_word(next) * 1.1F + 0.4F * last_.size;
}

bool ParagraphBuilder::starts_item(const Line& line, bool early) const {
    const Marker marker = marker_of(line.text);
    if (marker.length == 0) return false;
    const Paragraph& paragraph = paragraphs_.back();
    const float expected = second_left_ >= 0 ? second_left_ : paragraph.text_left;
    const bool in_line = std::abs(line.left - expected) < 0.5F * line.size;
    const std::string& text = paragraph.pieces.back().text;
    const bool dash = marker.bullet && (line.text.starts_with('-') || line.text.starts_with("\xE2\x80\x93"));
    const bool plain = !marker.bullet || dash;
    return !(plain && in_line && !early && ends_open(text) && !text.ends_with(',') && !paragraph.bullet);
}

bool ParagraphBuilder::continues(const Line& line, float right) const {
    const Paragraph& paragraph = paragraphs_.back();
    const float larger = std::max(line.size, last_.size);
    if (line.rotated != last_.rotated || std::abs(line.size - last_.size) > 0.12F * larger) return false;
    if (same_height(line, last_)) return true;
    const bool early = ended_early(line, right);
    const float pitch = line.top - last_.top;
    const bool title = line.size > 1.3F * setting_.size && line.bold == last_.bold && pitch > 0;
    if (title && pitch < 1.4F * line.size && !starts_item(line, early)) return true;
    const float leading = std::max(setting_.leading, usual_leading * 0.9F);
    if (pitch < 0 || pitch > 1.22F * leading * larger) return false;
    if (starts_item(line, early)) return false;
    const bool lower = begins_lower(line.text);
    if (paragraph.bold != line.bold && (early || !lower)) return false;
    const float expected = second_left_ >= 0 ? second_left_ : paragraph.text_left;
    const bool centred = std::abs((line.left + line.right) - (last_.left + last_.right)) < 2 * line.size;
    const float back = second_left_ >= 0 ? 1.0F : 6.0F;
    const bool hangs = second_left_ < 0 && paragraph.marked && paragraph.text_left == paragraph.left;
    const float ahead = hangs ? 6.0F : 0.9F;
    const bool indented = line.left > expected + ahead * line.size || line.left < expected - back * line.size;
    if (indented && !centred) return false;
    return !early || (ends_open(paragraph.pieces.back().text) && lower);
}

/// From one column or page to the next.
bool ParagraphBuilder::continues_across(const Line& line, float right) const {
    const Paragraph& paragraph = paragraphs_.back();
    const bool text = paragraph.block.kind == BlockKind::paragraph || paragraph.block.kind == BlockKind::list_item;
    if (!text || std::abs(line.size - last_.size) > 0.05F * line.size || line.bold != last_.bold) return false;
    if (line.rotated || last_.rotated) return false;
    const bool early = ended_early(line, right);
    const bool open = ends_open(paragraph.pieces.back().text);
    if (!open || starts_item(line, early)) return false;
    return begins_lower(line.text) || (!early && !line.bold);
}

void ParagraphBuilder::add_line(const Line& line, const Block& block, float right, bool across) {
    const bool joins =
        open_ && !paragraphs_.empty() && (across ? continues_across(line, last_right_) : continues(line, right));
    if (joins) {
        append(paragraphs_.back(), line);
        if (across) second_left_ = line.left;
    } else {
        start(line, block);
    }
    open_ = true;
    last_ = line;
    last_right_ = right;
}

void ParagraphBuilder::add_text(const Region& region) {
    constexpr std::size_t few = 5;
    const bool short_region = region.lines.size() < few && !region.column;
    const float right = short_region ? std::max(region.right, setting_.right) : region.right;
    Block block;
    bool across = open_ && (region.column || paragraphs_.back().pieces.back().page != page_);
    open_ = across;
    for (const Line& line : region.lines) {
        add_line(line, block, right, across);
        across = false;
    }
}

void ParagraphBuilder::add_cell(const std::vector<Line>& lines, const Block& cell, float right) {
    open_ = false;
    for (const Line& line : lines) add_line(line, cell, right, false);
    open_ = false;
}

std::size_t ParagraphBuilder::row_size(std::uint32_t table, std::uint32_t row) const {
    std::size_t size = 0;
    for (auto each = paragraphs_.rbegin(); each != paragraphs_.rend(); ++each, ++size) {
        if (each->block.table != table || each->block.row != row) break;
    }
    return size;
}

void ParagraphBuilder::add_rest_of_cell(const std::vector<Line>& lines, const Block& cell, float right) {
    const std::size_t size = row_size(cell.table, cell.row);
    const auto begin = paragraphs_.end() - static_cast<std::ptrdiff_t>(size);
    // In the order of columns, after the last paragraph of the same cell.
    const auto after = std::find_if(begin, paragraphs_.end(),
                                    [&](const Paragraph& paragraph) { return paragraph.block.column > cell.column; });
    const bool known = after != begin && std::prev(after)->block.column == cell.column;
    std::vector<Paragraph> behind(std::make_move_iterator(after), std::make_move_iterator(paragraphs_.end()));
    paragraphs_.erase(after, paragraphs_.end());
    open_ = false;
    std::size_t first = 0;
    for (; known && first < lines.size(); ++first) {
        if (first > 0 && !continues(lines[first], right)) break;
        append(paragraphs_.back(), lines[first]);
        last_ = lines[first];
    }
    add_cell({lines.begin() + static_cast<std::ptrdiff_t>(first), lines.end()}, cell, right);
    std::move(behind.begin(), behind.end(), std::back_inserter(paragraphs_));
}

void ParagraphBuilder::add_note(const std::vector<Line>& lines) {
    open_ = false;
    Block block;
    block.kind = BlockKind::footnote;
    for (const Line& line : lines) {
        if (open_) {
            append(paragraphs_.back(), line);
        } else {
            start(line, block);
        }
        open_ = true;
    }
    open_ = false;
}

}  // namespace boardcheck::ingest::pdf
