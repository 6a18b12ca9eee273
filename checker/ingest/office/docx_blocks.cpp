#include "ingest/office/docx_blocks.hpp"

#include <algorithm>

#include "ingest/office/docx_tree.hpp"
#include "ingest/office/numeral.hpp"
#include "ingest/office/pptx_diagram.hpp"
#include "ingest/office/xml.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest::docx {

namespace {

constexpr std::string_view blank = " \t\r\n\xC2\xA0";
constexpr int deepest_heading = 6;

bool is_blank(std::string_view text) { return text.find_first_not_of(blank) == std::string_view::npos; }

int outline_of(const Paragraph& paragraph) {
    const pugi::xml_node direct = child(child(paragraph.node, "pPr"), "outlineLvl");
    return direct ? number_in(attribute(direct, "val"), -1) : paragraph.style->outline;
}

void set_heading(DraftBlock& block, int level) {
    block.block.kind = BlockKind::heading;
    block.block.level = static_cast<std::uint8_t>(std::clamp(level, 1, deepest_heading));
    block.marked = true;
}

void set_item(DraftBlock& block, int level) {
    block.block.kind = BlockKind::list_item;
    block.block.level = static_cast<std::uint8_t>(std::max(level, 1));
    block.marked = true;
}

void set_kind(DraftBlock& block, const Paragraph& paragraph, const std::optional<ListMark>& mark) {
    constexpr int body_text = 9;
    const int outline = outline_of(paragraph);
    const StyleRole role = paragraph.style->role;
    if (paragraph.contents || role == StyleRole::contents) return;
    if (outline >= 0 && outline < body_text) return set_heading(block, outline + 1);
    if (role == StyleRole::title) return set_heading(block, 1);
    if (role == StyleRole::caption || paragraph.sequence) {
        block.block.kind = BlockKind::caption;
    } else if (mark && (mark->bullet || (!mark->number.empty() && !numbers_clause(mark->number)))) {
        set_item(block, mark->level + 1);
    } else if (!mark && role == StyleRole::list) {
        set_item(block, paragraph.style->list_level);
    }
}

}  // namespace

void DocxBlocks::body(const Story& story) {
    tables_.clear();
    for (const Paragraph& paragraph : story.paragraphs) {
        write(story, paragraph, block_of(story, paragraph));
        call_notes(story, paragraph);
    }
}

DraftBlock DocxBlocks::block_of(const Story& story, const Paragraph& paragraph) {
    DraftBlock block;
    const auto mark = numbering_.next(*paragraph.style, list_place(child(paragraph.node, "pPr")));
    if (mark) block.block.number = mark->number;
    if (paragraph.cell) {
        place_in_table(block, story.cells[*paragraph.cell]);
    } else {
        set_kind(block, paragraph, mark);
        place_in_list(block);
    }
    return block;
}

void DocxBlocks::place_in_list(DraftBlock& block) {
    if (block.block.kind != BlockKind::list_item) return;
    const bool goes_on = !draft_.blocks.empty() && draft_.blocks.back().list == lists_ && lists_ > 0;
    block.list = goes_on ? lists_ : ++lists_;
}

void DocxBlocks::place_in_table(DraftBlock& block, const CellPlace& place) {
    const auto known = tables_.find(place.table);
    block.block.kind = BlockKind::table_cell;
    block.block.table = known != tables_.end() ? known->second : static_cast<std::uint32_t>(tables_.size() + 1);
    block.block.row = place.row;
    block.block.column = place.column;
    block.block.row_span = place.row_span;
    block.block.column_span = place.column_span;
    block.block.header_cell = place.header;
}

bool DocxBlocks::write(const Story& story, const Paragraph& paragraph, const DraftBlock& block) {
    bool bold = false;
    const TextLook look = look_of(story, paragraph, bold);
    writer_.begin(block);
    writer_.block().block.emphasised = bold && block.block.kind != BlockKind::heading;
    bool words = false;
    for (std::uint32_t i = paragraph.begin; i < paragraph.end; ++i) {
        const Piece& piece = story.pieces[i];
        words = words || (piece.kind == PieceKind::text && !is_blank(piece.text));
        if (piece.kind == PieceKind::text) writer_.text(piece.text);
        if (piece.kind == PieceKind::space) writer_.space();
        if (piece.kind == PieceKind::line_break) writer_.line_break();
    }
    // A cell that numbers its row has no words but the number.
    if (!words && block.block.kind == BlockKind::table_cell) {
        writer_.text(block.block.number);
        writer_.block().block.number.clear();
    }
    return end_block(story, paragraph, block, look);
}

bool DocxBlocks::end_block(const Story& story, const Paragraph& paragraph, const DraftBlock& block,
                           const TextLook& look) {
    if (!writer_.end()) return false;
    if (block.block.kind == BlockKind::table_cell) {
        tables_.try_emplace(story.cells[*paragraph.cell].table, block.block.table);
    }
    looks_.push_back(look);
    return true;
}

TextLook DocxBlocks::look_of(const Story& story, const Paragraph& paragraph, bool& bold) const {
    TextLook look;
    look.contents = paragraph.contents || paragraph.style->role == StyleRole::contents;
    look.underlined = look.capitals = bold = true;
    bool words = false;
    for (std::uint32_t i = paragraph.begin; i < paragraph.end; ++i) {
        const Piece& piece = story.pieces[i];
        if (piece.kind != PieceKind::text || is_blank(piece.text)) continue;
        words = true;
        const CharacterFormat& format = piece.format;
        bold = bold && format.bold.value_or(false);
        look.underlined = look.underlined && format.underlined.value_or(false);
        look.capitals = look.capitals && (format.capitals.value_or(false) || is_capitals(piece.text));
        const int size = format.size.value_or(0);
        look.size = look.size == 0 ? size : std::min(look.size, size);
    }
    bold = bold && words;
    return look;
}

void DocxBlocks::call_notes(const Story& story, const Paragraph& paragraph) {
    for (std::uint32_t i = paragraph.begin; i < paragraph.end; ++i) {
        const Piece& piece = story.pieces[i];
        if (piece.kind == PieceKind::footnote) {
            if (const auto note = asides_.footnotes.call(piece.node)) aside(*note, BlockKind::footnote);
        } else if (piece.kind == PieceKind::endnote) {
            if (const auto note = asides_.endnotes.call(piece.node)) aside(*note, BlockKind::footnote);
        } else if (piece.kind == PieceKind::comment) {
            if (const auto note = asides_.comments.call(piece.node)) aside(*note, BlockKind::comment);
        } else if (piece.kind == PieceKind::diagram) {
            diagram(story, paragraph, piece.node);
        }
    }
}

/// Its points as a list behind the paragraph; in a cell, as more of the cell.
void DocxBlocks::diagram(const Story& story, const Paragraph& paragraph, const pugi::xml_node& reference) {
    const Relationship* found = find_id(asides_.parts.relationships(), attribute(reference, "dm"));
    if (found == nullptr) return;
    const pugi::xml_document data = asides_.parts.by_name(found->target);
    for (const DiagramPoint& point : diagram_points(data.document_element())) {
        DraftBlock block;
        if (paragraph.cell) {
            place_in_table(block, story.cells[*paragraph.cell]);
        } else {
            set_item(block, point.level);
            place_in_list(block);
        }
        writer_.begin(block);
        for (pugi::xml_node node = point.text.first_child(); node; node = node_after(node, point.text, true)) {
            if (local_name(node) == "t") writer_.text(node.text().get());
            if (local_name(node) == "p" || local_name(node) == "br") writer_.space();
        }
        end_block(story, paragraph, block, {});
    }
}

/// Its paragraphs, flat; the number stands at the first.
void DocxBlocks::aside(const Note& note, BlockKind kind) {
    const Story story = read_story(note.node, styles_, depth_);
    notes_.tracked_changes = notes_.tracked_changes || story.notes.tracked_changes;
    notes_.hidden_text = notes_.hidden_text || story.notes.hidden_text;
    std::string number = note.number;
    for (const Paragraph& paragraph : story.paragraphs) {
        DraftBlock block;
        block.block.kind = kind;
        block.block.number = number;
        if (write(story, paragraph, block)) number.clear();
    }
}

void DocxBlocks::furniture(const Story& story, BlockKind kind) {
    for (const Paragraph& paragraph : story.paragraphs) {
        DraftBlock block;
        block.block.kind = kind;
        if (!write(story, paragraph, block)) continue;
        std::string text(name_of(kind));
        for (const Span line : draft_.blocks.back().lines) text.append(" ").append(line_text(draft_, line));
        if (furniture_.insert(std::move(text)).second) continue;
        draft_.blocks.pop_back();
        looks_.pop_back();
    }
}

}  // namespace boardcheck::ingest::docx
