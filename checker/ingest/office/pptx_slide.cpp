#include "ingest/office/pptx_slide.hpp"

#include <algorithm>
#include <array>

#include "ingest/characters.hpp"
#include "ingest/office/pptx_diagram.hpp"
#include "ingest/office/pptx_text.hpp"
#include "ingest/office/xml.hpp"

namespace boardcheck::ingest {

namespace {

constexpr int widest = 1'000;  // of a merged cell

bool is_true(std::string_view value) { return value == "1" || value == "true"; }

/// All elements below `root` that `wanted` asks for, in order; those inside of them are not looked for.
template <typename Wanted>
std::vector<pugi::xml_node> find_all(const pugi::xml_node& root, Wanted wanted) {
    std::vector<pugi::xml_node> open{root};
    std::vector<pugi::xml_node> found;
    while (!open.empty()) {
        pugi::xml_node node = open.back();
        open.pop_back();
        const std::string_view name = local_name(node);
        if (wanted(name)) {
            found.push_back(node);
            continue;
        }
        if (name == "AlternateContent") node = seen_alternative(node);
        for (auto each = node.last_child(); each; each = each.previous_sibling()) {
            if (each.type() == pugi::node_element) open.push_back(each);
        }
    }
    return found;
}

/// The shapes of a slide or page of notes, groups opened.
std::vector<pugi::xml_node> shapes_of(const pugi::xml_node& part) {
    return find_all(child(child(part, "cSld"), "spTree"), [](std::string_view name) {
        return name == "sp" || name == "graphicFrame" || name == "cxnSp" || name == "pic";
    });
}

bool is_furniture(std::string_view placeholder) {
    constexpr std::array<std::string_view, 4> kinds{"dt", "ftr", "hdr", "sldNum"};
    return std::find(kinds.begin(), kinds.end(), placeholder) != kinds.end();
}

std::uint32_t span_in(const pugi::xml_node& cell, std::string_view name) {
    return static_cast<std::uint32_t>(std::clamp(number_in(attribute(cell, name), 1), 1, widest));
}

}  // namespace

Block SlideReader::like(BlockKind kind) const {
    Block block = like_;
    block.kind = kind;
    return block;
}

void SlideReader::read(const pugi::xml_node& slide) {
    auto shapes = shapes_of(slide);
    const auto title = std::find_if(shapes.begin(), shapes.end(), [](const pugi::xml_node& shape) {
        return is_title_placeholder(placeholder_of(shape)) && !is_blank(slide_words(child(shape, "txBody")));
    });
    const bool titled = title != shapes.end();
    if (titled) std::rotate(shapes.begin(), title, std::next(title));
    for (std::size_t i = 0; i < shapes.size(); ++i) read_shape(shapes[i], titled && i == 0);
    read_comments();
    read_notes();
}

void SlideReader::read_shape(const pugi::xml_node& shape, bool title) {
    if (const auto data = child(child(shape, "graphic"), "graphicData")) return read_graphic(data);
    const auto body = child(shape, "txBody");
    const std::string_view placeholder = placeholder_of(shape);
    if (is_furniture(placeholder)) {
        const std::string words = slide_words(body);
        const auto kind = placeholder == "hdr" ? BlockKind::header : BlockKind::footer;
        // Digits alone at the foot of a slide are its number.
        if (has_letters(words) || placeholder != "sldNum") show_.furniture.push_back({like(kind), words});
        return;
    }
    write_slide_text(show_.writer, body, design_.sources(shape),
                     like(title ? BlockKind::slide_title : BlockKind::paragraph));
}

void SlideReader::read_graphic(const pugi::xml_node& data) {
    for (const pugi::xml_node each : data.children()) {
        const std::string_view name = local_name(each);
        if (name == "tbl") read_table(each);
        if (name == "relIds") read_diagram(attribute(each, "dm"));
        if (name == "chart") read_chart(attribute(each, "id"));
    }
}

void SlideReader::read_table(const pugi::xml_node& table) {
    const bool headed = is_true(attribute(child(table, "tblPr"), "firstRow"));
    const auto sources = design_.plain_sources();
    Block cell = like(BlockKind::table_cell);
    cell.table = ++show_.tables;
    for (const pugi::xml_node row : table.children()) {
        if (local_name(row) != "tr") continue;
        ++cell.row;
        cell.column = 0;
        cell.header_cell = headed && cell.row == 1;
        for (const pugi::xml_node each : row.children()) {
            if (local_name(each) != "tc") continue;
            ++cell.column;
            // Cells that were merged away keep their old words, which nobody sees.
            if (is_true(attribute(each, "hMerge")) || is_true(attribute(each, "vMerge"))) continue;
            cell.column_span = span_in(each, "gridSpan");
            cell.row_span = span_in(each, "rowSpan");
            write_slide_text(show_.writer, child(each, "txBody"), sources, cell);
        }
    }
}

void SlideReader::read_diagram(std::string_view id) {
    const Relationship* found = find_id(relationships_, id);
    if (found == nullptr) return;
    const pugi::xml_document data = show_.parts.by_name(found->target);
    for (const DiagramPoint& point : diagram_points(data.document_element())) {
        Block item = like(BlockKind::list_item);
        item.level = point.level;
        write_slide_text(show_.writer, point.text, {}, item);
    }
}

/// Titles of a chart and its axes. Its numbers stand in a workbook, and its labels repeat them.
void SlideReader::read_chart(std::string_view id) {
    const Relationship* found = find_id(relationships_, id);
    if (found == nullptr) return;
    const pugi::xml_document chart = show_.parts.by_name(found->target);
    const auto titles = find_all(chart.document_element(), [](std::string_view name) { return name == "title"; });
    for (const pugi::xml_node& title : titles) {
        write_slide_text(show_.writer, child(child(title, "tx"), "rich"), {}, like(BlockKind::caption));
    }
}

/// Old comments have their words in an element of their own, newer ones a text body like that of a shape. Replies stand
/// in front of what they reply to, and are read after it.
void SlideReader::read_comments() {
    for (const Relationship& each : relationships_) {
        if (each.type != "comments") continue;
        const pugi::xml_document part = show_.parts.by_name(each.target);
        for (const pugi::xml_node& comment : part.document_element().children()) {
            write_slide_line(show_.writer, child(comment, "text").text().get(), like(BlockKind::comment));
            write_slide_text(show_.writer, child(comment, "txBody"), {}, like(BlockKind::comment));
            for (const pugi::xml_node& reply : child(comment, "replyLst").children()) {
                write_slide_text(show_.writer, child(reply, "txBody"), {}, like(BlockKind::comment));
            }
        }
    }
}

void SlideReader::read_notes() {
    const Relationship* found = find_type(relationships_, "notesSlide");
    if (found == nullptr) return;
    const pugi::xml_document notes = show_.parts.by_name(found->target);
    for (const pugi::xml_node& shape : shapes_of(notes.document_element())) {
        if (is_furniture(placeholder_of(shape))) continue;
        write_slide_text(show_.writer, child(shape, "txBody"), {}, like(BlockKind::speaker_note));
    }
}

}  // namespace boardcheck::ingest
