// Walks through the body of an OpenDocument file, text or presentation, and writes its blocks.
//
// The walk keeps its own stack, so that no nesting, however deep, takes more than memory in proportion to the file.
// What stands in a paragraph but is not part of its line (text boxes, notes, annotations) is read before the paragraph
// where it stands at its front, else after it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <pugixml.hpp>

#include "ingest/draft_writer.hpp"
#include "ingest/office/odf_inline.hpp"
#include "ingest/office/odf_lists.hpp"
#include "ingest/office/odf_styles.hpp"

namespace boardcheck::ingest {

class OdfWalk {
public:
    /// `styles` must outlive the walk.
    OdfWalk(Draft& draft, const Limits& limits, const OdfStyles& styles, bool slides);
    void body(const pugi::xml_node& node);
    /// What stands at the head or foot of pages: each text once, with other styles than the body's.
    void furniture(const pugi::xml_node& node, BlockKind kind, const OdfStyles& styles);
    /// The furniture that was found on slides.
    void finish();

    bool tracked_changes() const { return tracked_changes_; }
    bool left_out() const { return left_out_; }
    const std::vector<std::uint32_t>& hidden_slides() const { return hidden_slides_; }

private:
    enum class Stage {
        enter,
        words,  // of a paragraph whose first objects have been read
        enter_table,
        enter_row,
        enter_cell,
        leave_table,
        leave_rows,
        leave_cell,
        leave_list,
        leave_item,
        leave  // a context
    };
    struct Step {
        pugi::xml_node node;
        Stage stage = Stage::enter;
    };
    struct Context {
        std::optional<BlockKind> role;  // of all blocks, whatever they are
        bool cell = false;              // in a cell of the innermost table
        bool flat = false;              // in a table that is too deep to be read as one
        bool index = false;             // in a table of contents or the like: no headings
        std::string_view number;        // of the note, for its first block
        std::size_t lists = 0;          // for OdfLists::resume
    };
    struct OpenTable {
        std::uint32_t number = 0, row = 0, column = 0;
        std::uint32_t row_span = 1, column_span = 1;
        bool heading = false;  // the open row is one of the heading
        bool first_row_is_heading = false;
        std::vector<pugi::xml_node> nested;  // tables in the open cell
    };
    struct Furniture {
        pugi::xml_node node;
        BlockKind kind = BlockKind::footer;
        std::uint32_t slide = 0;
    };

    void run();
    void push(const pugi::xml_node& node, Stage stage) { steps_.push_back({node, stage}); }
    void push_children(const pugi::xml_node& node);
    void open(const pugi::xml_node& node, Context context);
    void take(const Step& step);
    void enter(const pugi::xml_node& node);
    bool enter_structure(const pugi::xml_node& node, std::string_view name);
    bool enter_table_part(const pugi::xml_node& node, std::string_view name);
    void enter_table(const pugi::xml_node& node);
    void enter_cell(const pugi::xml_node& node);
    std::uint32_t copies(const pugi::xml_node& node, std::string_view count, std::uint32_t& place);
    bool is_flat() const { return contexts_.back().flat || tables_.empty(); }
    void leave_cell(const pugi::xml_node& node);
    void enter_object(const pugi::xml_node& node, std::string_view name);
    void enter_slide(const pugi::xml_node& node);
    void leave_context();
    void enter_paragraph(const pugi::xml_node& node);
    void write_paragraph(const pugi::xml_node& node, const OdfInline& content);
    void begin_block(const pugi::xml_node& node);
    void end_block();

    Draft& draft_;
    DraftWriter writer_;
    const Limits& limits_;
    const OdfStyles* styles_;
    const OdfStyles& body_styles_;
    const bool slides_;
    OdfLists lists_;
    std::vector<Step> steps_;
    std::vector<Context> contexts_;
    std::vector<OpenTable> tables_;
    std::uint32_t table_count_ = 0;
    std::uint32_t copies_left_;
    std::uint32_t slide_ = 0;
    bool hidden_slide_ = false;
    bool in_furniture_ = false;
    std::vector<Furniture> furniture_;
    std::unordered_set<std::string> furniture_seen_;
    bool tracked_changes_ = false;
    bool left_out_ = false;
    std::vector<std::uint32_t> hidden_slides_;
};

}  // namespace boardcheck::ingest
