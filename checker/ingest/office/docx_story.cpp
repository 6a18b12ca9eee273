#include "ingest/office/docx_story.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/office/docx_symbols.hpp"
#include "ingest/office/docx_tree.hpp"
#include "ingest/office/docx_walk.hpp"
#include "ingest/office/xml.hpp"

namespace boardcheck::ingest::docx {

namespace {

constexpr std::string_view blank = " \t\r\n";

bool is_insertion(std::string_view name) { return name == "ins" || name == "moveTo"; }

/// A switch that is on in both the paragraph's and the characters' style is off.
std::optional<bool> toggle(const std::optional<bool>& paragraph, const std::optional<bool>& characters) {
    return characters ? paragraph.value_or(false) != *characters : paragraph;
}

/// The mark of a deleted paragraph's end stands among the properties of the mark.
bool has_deleted_mark(const pugi::xml_node& paragraph) {
    const pugi::xml_node mark = child(child(paragraph, "pPr"), "rPr");
    return child(mark, "del") || child(mark, "moveFrom");
}

bool has_inserted_mark(const pugi::xml_node& paragraph) {
    const pugi::xml_node mark = child(child(paragraph, "pPr"), "rPr");
    return child(mark, "ins") || child(mark, "moveTo");
}

bool is_range_mark(std::string_view name) {
    return name.ends_with("Start") || name.ends_with("End") || name == "proofErr" || name.empty();
}

/// Whether another paragraph follows with nothing between them.
bool paragraph_follows(const pugi::xml_node& paragraph) {
    pugi::xml_node next = paragraph.next_sibling();
    while (next && is_range_mark(local_name(next))) next = next.next_sibling();
    return local_name(next) == "p";
}

}  // namespace

Story read_story(const pugi::xml_node& root, Styles& styles, std::size_t depth) {
    return DocxWalk(root, styles, depth).run(root);
}

Story DocxWalk::run(const pugi::xml_node& root) {
    blocks(root, {});
    return std::move(story_);
}

void DocxWalk::blocks(const pugi::xml_node& root, Place place) {
    std::vector<pugi::xml_node> tables;
    for (pugi::xml_node node = first_inside(root); node;) {
        const auto name = local_name(node);
        bool enter = false;
        if (name == "p") {
            paragraph(node, place);
        } else if (name == "tbl" && place.cell) {
            tables.push_back(node);
        } else if (name == "tbl") {
            table(node, place.depth + 1);
        } else {
            enter = structure(node, name);
        }
        node = node_after(node, root, enter);
    }
    for (const pugi::xml_node& each : tables) table(each, place.depth + 1);
}

void DocxWalk::flat(const pugi::xml_node& root, CellIndex cell) {
    for (pugi::xml_node node = first_inside(root); node;) {
        const auto name = local_name(node);
        bool enter = true;
        if (name == "p") {
            if (open_) end_paragraph();
            begin_paragraph(node, cell);
        } else if (name != "txbxContent") {
            enter = inline_element(node);
        }
        node = node_after(node, root, enter);
    }
    if (open_) end_paragraph();
}

void DocxWalk::paragraph(const pugi::xml_node& node, Place place) {
    begin_paragraph(node, place.cell);
    for (pugi::xml_node each = first_inside(node); each;) {
        each = node_after(each, node, inline_element(each));
    }
    const bool deleted = has_deleted_mark(node);
    if (deleted || has_inserted_mark(node)) story_.notes.tracked_changes = true;
    carried_ = deleted && paragraph_follows(node);
    if (carried_) return;
    // Without text there is nothing left of it, and nothing to be numbered.
    if (!deleted || current_.begin < story_.pieces.size()) end_paragraph();
    open_ = false;
    const auto boxes = std::exchange(boxes_, {});
    for (const pugi::xml_node& box : boxes) {
        if (place.depth < deepest_) {
            blocks(box, {place.cell, place.depth + 1});
        } else {
            flat(box, place.cell);
        }
    }
}

void DocxWalk::begin_paragraph(const pugi::xml_node& node, CellIndex cell) {
    if (!carried_) {
        current_ = {};
        current_.begin = static_cast<std::uint32_t>(story_.pieces.size());
    }
    carried_ = false;
    open_ = true;
    current_.node = node;
    current_.cell = cell;
    current_.style = &styles_.paragraph(attribute(child(child(node, "pPr"), "pStyle"), "val"));
    inherited_ = combine(styles_.defaults(), current_.style->format);
    format_ = inherited_;
    run_ = {};
}

void DocxWalk::end_paragraph() {
    open_ = false;
    current_.end = static_cast<std::uint32_t>(story_.pieces.size());
    story_.paragraphs.push_back(current_);
}

/// What may stand around paragraphs as well as around runs.
bool DocxWalk::structure(const pugi::xml_node& node, std::string_view name) {
    if (name == "sdtPr" && is_on(child(node, "showingPlcHdr"))) ++story_.notes.placeholders;
    if (name == "altChunk" || name == "subDoc") ++story_.notes.chunks;
    if (is_deletion(name) || is_insertion(name)) story_.notes.tracked_changes = true;
    return !is_deletion(name) && !name.ends_with("Pr");
}

bool DocxWalk::inline_element(const pugi::xml_node& node) {
    const auto name = local_name(node);
    if (name.empty()) return false;
    if (name == "t") {
        text(node);
    } else if (name == "r") {
        begin_run(node);
        return true;
    } else if (name == "tab" || name == "ptab") {
        add(PieceKind::space, {}, node);
    } else if (name == "br" || name == "cr") {
        add(PieceKind::line_break, {}, node);
    } else if (name == "noBreakHyphen") {
        add(PieceKind::text, "-", node);
    } else if (name == "sym") {
        add(PieceKind::text, symbol(node), node);
    } else if (name == "footnoteReference") {
        add(PieceKind::footnote, {}, node);
    } else if (name == "endnoteReference") {
        add(PieceKind::endnote, {}, node);
    } else if (name == "commentReference") {
        add(PieceKind::comment, {}, node);
    } else if (name == "relIds") {
        add(PieceKind::diagram, {}, node);
    } else if (name == "fldChar") {
        current_.sequence = current_.sequence || fields_.inside("SEQ");
        add(PieceKind::text, fields_.mark(node), node);
    } else if (name == "instrText") {
        fields_.instruction(node.text().get());
    } else if (name == "txbxContent") {
        boxes_.push_back(node);
    } else {
        if (name == "fldSimple" && field_name(attribute(node, "instr")) == "SEQ") current_.sequence = true;
        if (name == "OLEObject") ++story_.notes.embedded;
        return name != "delText" && structure(node, name);
    }
    return false;
}

void DocxWalk::begin_run(const pugi::xml_node& node) {
    run_ = node;
    format_ = inherited_;
    const pugi::xml_node properties = child(node, "rPr");
    if (!properties) return;
    if (const Style* style = styles_.find(attribute(child(properties, "rStyle"), "val"))) {
        format_ = combine(inherited_, style->format);
        format_.bold = toggle(inherited_.bold, style->format.bold);
        format_.hidden = toggle(inherited_.hidden, style->format.hidden);
    }
    format_ = combine(format_, character_format(properties));
}

void DocxWalk::text(const pugi::xml_node& node) {
    for (const pugi::xml_node each : node.children()) {
        if (each.type() == pugi::node_pcdata || each.type() == pugi::node_cdata) {
            add(PieceKind::text, each.value(), node);
        }
    }
}

void DocxWalk::add(PieceKind kind, std::string_view text, const pugi::xml_node& node) {
    if (kind == PieceKind::text && text.empty()) return;
    // The chosen entry of a list stands at the field's beginning, before its result could.
    const bool entry = kind == PieceKind::text && local_name(node) == "fldChar";
    if (fields_.in_instruction() && !entry) return;
    if (format_.hidden.value_or(false) && kind != PieceKind::comment) {
        const bool words = text.find_first_not_of(blank) != std::string_view::npos;
        story_.notes.hidden_text = story_.notes.hidden_text || words;
        return;
    }
    if (!open_) return;
    if (kind == PieceKind::text && !current_.contents) current_.contents = fields_.inside("TOC");
    story_.pieces.push_back({kind, text, node, run_, format_});
}

}  // namespace boardcheck::ingest::docx
