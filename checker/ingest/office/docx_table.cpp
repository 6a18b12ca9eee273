#include <algorithm>
#include <charconv>

#include "ingest/office/docx_tree.hpp"
#include "ingest/office/docx_walk.hpp"
#include "ingest/office/xml.hpp"

namespace boardcheck::ingest::docx {

namespace {

constexpr int most_columns = 1024;
constexpr std::uint32_t most_cells = 1u << 20;  // of a row
constexpr unsigned look_first_row = 0x20;

/// Whether the table's style gives its first row another look, and the table asks for that.
bool first_row_stands_out(const pugi::xml_node& table, const Styles& styles) {
    const pugi::xml_node properties = child(table, "tblPr");
    const Style* style = styles.find(attribute(child(properties, "tblStyle"), "val"));
    const pugi::xml_node look = child(properties, "tblLook");
    if (style == nullptr || !style->heading_row || !look) return false;
    if (has_attribute(look, "firstRow")) {
        const auto value = attribute(look, "firstRow");
        return value == "1" || value == "true" || value == "on";
    }
    const auto value = attribute(look, "val");
    unsigned bits = 0;
    std::from_chars(value.data(), value.data() + value.size(), bits, 16);
    return (bits & look_first_row) != 0;
}

std::uint32_t columns_of(const pugi::xml_node& properties, std::string_view name, int fallback) {
    return static_cast<std::uint32_t>(
        std::clamp(number_in(attribute(child(properties, name), "val"), fallback), fallback, most_columns));
}

bool has_words(const pugi::xml_node& root) {
    for (pugi::xml_node node = first_inside(root); node; node = node_after(node, root, true)) {
        if (local_name(node) == "t" && *node.text().get() != '\0') return true;
    }
    return false;
}

bool goes_on(const pugi::xml_node& merge) { return merge && attribute(merge, "val") != "restart"; }

}  // namespace

void DocxWalk::table(const pugi::xml_node& node, std::size_t depth) {
    CellPlace place;
    place.table = ++story_.tables;
    if (depth > deepest_) {
        place.row = place.column = 1;
        story_.cells.push_back(place);
        return flat(node, static_cast<std::uint32_t>(story_.cells.size() - 1));
    }
    const bool stands_out = first_row_stands_out(node, styles_);
    bool heading_rows = true;
    Owners owners;
    for (pugi::xml_node each = first_inside(node); each;) {
        const auto name = local_name(each);
        bool enter = false;
        if (name == "tr") {
            ++place.row;
            const pugi::xml_node properties = child(each, "trPr");
            heading_rows = heading_rows && is_on(child(properties, "tblHeader"));
            place.header = heading_rows || (stands_out && place.row == 1);
            row(each, place, owners, depth);
        } else {
            enter = structure(each, name);
        }
        each = node_after(each, node, enter);
    }
}

void DocxWalk::row(const pugi::xml_node& node, CellPlace place, Owners& owners, std::size_t depth) {
    const pugi::xml_node properties = child(node, "trPr");
    if (child(properties, "ins") || child(properties, "del")) story_.notes.tracked_changes = true;
    if (child(properties, "del")) return;
    place.column = 1 + columns_of(properties, "gridBefore", 0);
    for (pugi::xml_node each = first_inside(node); each;) {
        const auto name = local_name(each);
        bool enter = false;
        if (name == "tc") {
            place.column_span = columns_of(child(each, "tcPr"), "gridSpan", 1);
            if (!merge(each, place, owners)) {
                story_.cells.push_back(place);
                blocks(each, {static_cast<std::uint32_t>(story_.cells.size() - 1), depth});
            }
            place.column = std::min(place.column + place.column_span, most_cells);
        } else {
            enter = structure(each, name);
        }
        each = node_after(each, node, enter);
    }
}

/// Whether the cell belongs to the one above or before it. One that has words of its own stays a cell.
bool DocxWalk::merge(const pugi::xml_node& node, const CellPlace& place, Owners& owners) {
    const pugi::xml_node properties = child(node, "tcPr");
    const pugi::xml_node down = child(properties, "vMerge");
    const std::size_t end = std::min<std::size_t>(place.column + place.column_span, most_columns);
    if (owners.size() < end) owners.resize(end);
    const bool in_grid = place.column < end;
    const CellIndex above = in_grid && goes_on(down) ? owners[place.column] : std::nullopt;
    if (above && !has_words(node)) {
        CellPlace& owner = story_.cells[*above];
        owner.row_span = std::max(owner.row_span, place.row - owner.row + 1);
        return true;
    }
    const bool before = goes_on(child(properties, "hMerge")) && !story_.cells.empty() &&
                        story_.cells.back().table == place.table && story_.cells.back().row == place.row;
    if (before && !has_words(node)) {
        story_.cells.back().column_span += place.column_span;
        return true;
    }
    const CellIndex own = down ? CellIndex(static_cast<std::uint32_t>(story_.cells.size())) : std::nullopt;
    for (std::size_t column = place.column; column < end; ++column) owners[column] = own;
    return false;
}

}  // namespace boardcheck::ingest::docx
