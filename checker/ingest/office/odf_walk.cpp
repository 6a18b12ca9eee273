#include "ingest/office/odf_walk.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/characters.hpp"
#include "ingest/office/xml.hpp"

namespace boardcheck::ingest {

namespace {

constexpr std::uint32_t most_copies = 64;   // of one row or cell that is said to be repeated
constexpr std::uint32_t all_copies = 4096;  // of all of them
constexpr int widest = 16'384;              // columns or rows that one attribute may skip

bool is_index(std::string_view name) {
    constexpr std::array<std::string_view, 7> names{"table-of-content", "illustration-index", "table-index",
                                                    "object-index",     "user-index",         "alphabetical-index",
                                                    "bibliography"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<BlockKind> furniture_of(std::string_view presentation_class) {
    if (presentation_class == "header") return BlockKind::header;
    constexpr std::array<std::string_view, 3> footers{"footer", "date-time", "page-number"};
    const bool footer = std::find(footers.begin(), footers.end(), presentation_class) != footers.end();
    return footer ? std::optional(BlockKind::footer) : std::nullopt;
}

bool has_paragraph(const pugi::xml_node& node) {
    return static_cast<bool>(node.find_node([](const pugi::xml_node& each) { return !is_blank(each.value()); }));
}

std::uint32_t span_of(const pugi::xml_node& node, std::string_view name) {
    return static_cast<std::uint32_t>(std::clamp(number_in(attribute(node, name), 1), 1, widest));
}

}  // namespace

OdfWalk::OdfWalk(Draft& draft, const Limits& limits, const OdfStyles& styles, bool slides)
    : draft_(draft),
      writer_(draft),
      limits_(limits),
      styles_(&styles),
      body_styles_(styles),
      slides_(slides),
      lists_(slides),
      copies_left_(all_copies) {
    lists_.use(styles);
}

void OdfWalk::body(const pugi::xml_node& node) {
    contexts_.assign(1, Context{});
    push_children(node);
    run();
}

void OdfWalk::run() {
    while (!steps_.empty()) {
        const Step step = steps_.back();
        steps_.pop_back();
        take(step);
    }
}

void OdfWalk::furniture(const pugi::xml_node& node, BlockKind kind, const OdfStyles& styles) {
    in_furniture_ = true;
    styles_ = &styles;
    lists_.use(styles);
    contexts_.assign(1, Context{});
    contexts_.back().role = kind;
    push(node, Stage::enter);
    run();
    styles_ = &body_styles_;
    lists_.use(body_styles_);
    in_furniture_ = false;
}

void OdfWalk::finish() {
    hidden_slide_ = false;
    for (const Furniture& each : std::vector<Furniture>(std::move(furniture_))) {
        slide_ = each.slide;
        furniture(each.node, each.kind, body_styles_);
    }
}

void OdfWalk::push_children(const pugi::xml_node& node) {
    for (auto each = node.last_child(); each; each = each.previous_sibling()) {
        if (each.type() == pugi::node_element) push(each, Stage::enter);
    }
}

/// Reads the children of `node` in a context of their own, out of the lists around them.
void OdfWalk::open(const pugi::xml_node& node, Context context) {
    context.lists = lists_.suspend();
    contexts_.push_back(context);
    push(node, Stage::leave);
    push_children(node);
}

void OdfWalk::leave_context() {
    if (contexts_.back().role == BlockKind::slide_title) end_block();
    lists_.resume(contexts_.back().lists);
    contexts_.pop_back();
}

void OdfWalk::take(const Step& step) {
    switch (step.stage) {
        case Stage::enter:
            return enter(step.node);
        case Stage::words:
            return write_paragraph(step.node, odf_inline(step.node, *styles_, slides_));
        case Stage::enter_table:
            return enter_table(step.node);
        case Stage::enter_row:
            ++tables_.back().row;
            tables_.back().column = 0;
            return push_children(step.node);
        case Stage::enter_cell:
            return enter_cell(step.node);
        case Stage::leave_table:
            return tables_.pop_back();
        case Stage::leave_rows:
            tables_.back().heading = false;
            return;
        case Stage::leave_cell:
            return leave_cell(step.node);
        case Stage::leave_list:
            return lists_.leave_list();
        case Stage::leave_item:
            return lists_.leave_item();
        case Stage::leave:
            return leave_context();
    }
}

void OdfWalk::enter(const pugi::xml_node& node) {
    const std::string_view name = local_name(node);
    const bool line = name.ends_with("-decl") && in_furniture_;
    if (name == "p" || name == "h" || line) return enter_paragraph(node);
    if (enter_structure(node, name) || enter_table_part(node, name)) return;
    if (is_odf_object(name) || name == "notes") return enter_object(node, name);
    if (name == "page") return enter_slide(node);
    push_children(node);
}

/// Lists, sections, what is not read; false where it is none of these.
bool OdfWalk::enter_structure(const pugi::xml_node& node, std::string_view name) {
    if (name == "list") {
        lists_.enter_list(node);
        push(node, Stage::leave_list);
        push_children(node);
    } else if (name == "list-item" || name == "list-header") {
        lists_.enter_item(node);
        push(node, Stage::leave_item);
        push_children(node);
    } else if (name == "tracked-changes") {
        tracked_changes_ = tracked_changes_ || static_cast<bool>(child(node, "changed-region"));
    } else if (name == "section") {
        const std::string_view display = attribute(node, "display");
        const bool hidden = display == "none" || (display == "condition" && attribute(node, "is-hidden") == "true");
        if (hidden) left_out_ = true;
        if (!hidden) push_children(node);
    } else if (is_index(name)) {
        Context context = contexts_.back();
        context.index = true;
        open(child(node, "index-body"), context);
    } else if (name == "footer-decl" || name == "header-decl") {
        furniture_.push_back({node, name == "header-decl" ? BlockKind::header : BlockKind::footer, 0});
    } else {
        return name.ends_with("-decls") || name == "forms";
    }
    return true;
}

bool OdfWalk::enter_table_part(const pugi::xml_node& node, std::string_view name) {
    if (name == "table") {
        if (contexts_.back().cell && !contexts_.back().flat) {
            tables_.back().nested.push_back(node);
        } else {
            enter_table(node);
        }
        return true;
    }
    if (is_flat()) return false;
    OpenTable& table = tables_.back();
    if (name == "table-header-rows") {
        table.heading = true;
        push(node, Stage::leave_rows);
        push_children(node);
    } else if (name == "table-row") {
        for (auto left = copies(node, "number-rows-repeated", table.row); left > 0; --left) {
            push(node, Stage::enter_row);
        }
    } else if (name == "table-cell") {
        for (auto left = copies(node, "number-columns-repeated", table.column); left > 0; --left) {
            push(node, Stage::enter_cell);
        }
    } else if (name == "covered-table-cell") {
        table.column += span_of(node, "number-columns-repeated");
    } else {
        return false;
    }
    return true;
}

/// How often a row or cell is read; one without words that is repeated only takes its places.
std::uint32_t OdfWalk::copies(const pugi::xml_node& node, std::string_view count, std::uint32_t& place) {
    const std::uint32_t said = span_of(node, count);
    if (said == 1) return 1;
    if (!has_paragraph(node)) {
        place += said;
        return 0;
    }
    const std::uint32_t read = std::min({said, most_copies, copies_left_ + 1});
    copies_left_ -= read - 1;
    return read;
}

void OdfWalk::enter_table(const pugi::xml_node& node) {
    if (tables_.size() < limits_.depth) {
        tables_.emplace_back();
        tables_.back().number = ++table_count_;
        tables_.back().first_row_is_heading = slides_ && attribute(node, "use-first-row-styles") == "true";
        push(node, Stage::leave_table);
        push_children(node);
        return;
    }
    Context context = contexts_.back();
    context.flat = true;
    open(node, context);
}

void OdfWalk::enter_cell(const pugi::xml_node& node) {
    OpenTable& table = tables_.back();
    ++table.column;
    table.column_span = span_of(node, "number-columns-spanned");
    table.row_span = span_of(node, "number-rows-spanned");
    Context context = contexts_.back();
    context.cell = true;
    context.lists = lists_.suspend();
    contexts_.push_back(context);
    push(node, Stage::leave_cell);
    push_children(node);
}

/// Reads the tables that stand in the cell, and then leaves it.
void OdfWalk::leave_cell(const pugi::xml_node& node) {
    auto& nested = tables_.back().nested;
    if (nested.empty()) return leave_context();
    push(node, Stage::leave_cell);
    for (auto each = nested.rbegin(); each != nested.rend(); ++each) push(*each, Stage::enter_table);
    nested.clear();
}

void OdfWalk::enter_object(const pugi::xml_node& node, std::string_view name) {
    Context context = contexts_.back();
    const std::string_view presentation = attribute(node, "class");
    const auto furniture = slides_ && !in_furniture_ ? furniture_of(presentation) : std::nullopt;
    if (furniture) {
        // On a page of notes it is furniture of that page, which nobody sees on the slide.
        if (!context.role) furniture_.push_back({node, *furniture, slide_});
        return;
    }
    if (name == "notes") context.role = BlockKind::speaker_note;
    if (name == "annotation") context.role = BlockKind::comment;
    if (name == "note") {
        context.role = BlockKind::footnote;
        context.number = child(node, "note-citation").text().get();
    }
    if (presentation == "title" && !context.role) context.role = BlockKind::slide_title;
    open(node, context);
}

/// The title first, whatever was drawn first; the notes last.
void OdfWalk::enter_slide(const pugi::xml_node& node) {
    ++slide_;
    hidden_slide_ = styles_->hidden_slide(attribute(node, "style-name"));
    if (hidden_slide_) hidden_slides_.push_back(slide_);
    std::array<std::vector<pugi::xml_node>, 3> parts;
    for (const pugi::xml_node each : node.children()) {
        if (each.type() != pugi::node_element) continue;
        const bool title = attribute(each, "class") == "title";
        parts[title ? 0 : local_name(each) == "notes" ? 2 : 1].push_back(each);
    }
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        for (auto each = part->rbegin(); each != part->rend(); ++each) push(*each, Stage::enter);
    }
}

/// Objects that stand in front of the words are read first.
void OdfWalk::enter_paragraph(const pugi::xml_node& node) {
    const OdfInline content = odf_inline(node, *styles_, slides_);
    if (content.left_out) left_out_ = true;
    std::vector<pugi::xml_node> objects;
    for (const OdfPiece& piece : content.pieces) {
        if (piece.kind == OdfPiece::Kind::words && !is_blank(piece.words)) break;
        if (piece.kind == OdfPiece::Kind::object) objects.push_back(piece.object);
    }
    if (objects.empty()) return write_paragraph(node, content);
    push(node, Stage::words);
    for (auto each = objects.rbegin(); each != objects.rend(); ++each) push(*each, Stage::enter);
}

void OdfWalk::write_paragraph(const pugi::xml_node& node, const OdfInline& content) {
    begin_block(node);
    bool plain = false;
    bool bold = false;
    bool begun = false;
    std::vector<pugi::xml_node> objects;
    for (const OdfPiece& piece : content.pieces) {
        switch (piece.kind) {
            case OdfPiece::Kind::words:
                begun = begun || !is_blank(piece.words);
                if (has_words(piece.words)) (piece.bold ? bold : plain) = true;
                writer_.text(piece.words);
                break;
            case OdfPiece::Kind::space:
                writer_.space();
                break;
            case OdfPiece::Kind::line_break:
                writer_.line_break();
                break;
            case OdfPiece::Kind::object:
                if (begun) objects.push_back(piece.object);
                break;
        }
    }
    writer_.block().block.emphasised = bold && !plain && writer_.block().block.kind != BlockKind::heading;
    if (contexts_.back().role != BlockKind::slide_title) end_block();
    for (auto each = objects.rbegin(); each != objects.rend(); ++each) push(*each, Stage::enter);
}

void OdfWalk::begin_block(const pugi::xml_node& node) {
    Context& context = contexts_.back();
    const std::string_view style = attribute(node, "style-name");
    const bool heading = local_name(node) == "h" && !context.index;
    const bool title = !heading && !slides_ && !context.index && styles_->derives_from("paragraph", style, "Title");
    const auto outline = static_cast<std::size_t>(std::max(1, number_in(attribute(node, "outline-level"), 1)));
    DraftBlock draft;
    Block& block = draft.block;
    const OdfPoint point = lists_.paragraph(style);
    block.number = point.number;
    if (heading && point.number.empty()) block.number = lists_.heading(node, outline);
    block.slide = slide_;
    block.hidden = hidden_slide_;
    if (context.role) {
        block.kind = *context.role;
        if (block.kind == BlockKind::slide_title && writer_.open()) return writer_.line_break();
        if (block.kind == BlockKind::footnote) block.number = std::exchange(context.number, {});
    } else if (context.cell) {
        const OpenTable& table = tables_.back();
        block.kind = BlockKind::table_cell;
        block.table = table.number;
        block.row = table.row;
        block.column = table.column;
        block.row_span = table.row_span;
        block.column_span = table.column_span;
        block.header_cell = table.heading || (table.first_row_is_heading && table.row == 1);
    } else if (heading || title) {
        block.kind = BlockKind::heading;
        block.level = static_cast<std::uint8_t>(std::min<std::size_t>(outline, 6));
        draft.marked = heading;
    } else if (point.item) {
        block.kind = BlockKind::list_item;
        block.level = static_cast<std::uint8_t>(std::min<std::size_t>({point.level, limits_.depth, 255}));
        draft.list = point.list;
    }
    writer_.begin(draft);
}

void OdfWalk::end_block() {
    if (!writer_.end() || !in_furniture_) return;
    std::string words;
    for (const Span line : draft_.blocks.back().lines) words += line_text(draft_, line);
    // A number at the foot of a page is no word of the paper.
    if (!has_letters(words) || !furniture_seen_.insert(words).second) draft_.blocks.pop_back();
}

}  // namespace boardcheck::ingest
