#include "ingest/markdown/open_items.hpp"

#include <algorithm>

namespace boardcheck::ingest {

namespace {

constexpr std::uint32_t indent_of_child = 2;
constexpr std::ptrdiff_t most_glyphs = 3;  // at one column

}  // namespace

bool OpenItems::go_on_with(const Marker& marker) const {
    return std::any_of(items_.begin(), items_.end(), [&marker](const Item& item) {
        return item.glyph == marker.glyph && (!is_list_number(marker) || item.number + 1 == marker.number);
    });
}

void OpenItems::close_for_paragraph(std::uint32_t columns) {
    while (!items_.empty() && columns < items_.back().columns + indent_of_child) items_.pop_back();
}

void OpenItems::close_for_item(const Marker& marker, std::uint32_t columns, bool under_text) {
    while (!items_.empty() && columns + indent_of_child <= items_.back().columns) items_.pop_back();
    const auto beside = std::find_if(items_.begin(), items_.end(),
                                     [columns](const Item& item) { return columns < item.columns + indent_of_child; });
    if (beside == items_.end()) {
        if (items_.size() >= deepest_) items_.pop_back();
        return;
    }
    const auto same =
        std::find_if(beside, items_.end(), [&marker](const Item& item) { return item.glyph == marker.glyph; });
    const bool child =
        same == items_.end() && under_text && items_.end() - beside < most_glyphs && items_.size() < deepest_;
    if (!child) items_.erase(same == items_.end() ? beside : same, items_.end());
}

}  // namespace boardcheck::ingest
