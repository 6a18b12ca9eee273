// Goes through the content of a page in reading order and writes its blocks.
//
// Recursion is as deep as the page, which `tame` has bounded.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/draft_writer.hpp"
#include "ingest/html/content.hpp"
#include "ingest/html/marks.hpp"
#include "ingest/html/table_grid.hpp"

namespace boardcheck::ingest {

class BlockWalker {
public:
    BlockWalker(const Content& content, const HtmlNotes& notes, const Limits& limits, Draft& draft)
        : content_(content), notes_(notes), limits_(limits), writer_(draft) {}
    void run();
    bool tracked_changes() const { return tracked_changes_; }

private:
    struct List {
        bool ordered = false;
        char type = '1';
        int next = 1;
        std::uint32_t id = 0;
    };
    /// What a block that begins here would be.
    struct Place {
        BlockKind kind = BlockKind::paragraph;
        std::uint8_t heading = 0;
        std::uint8_t item_level = 0;
        std::uint32_t list = 0;
        const GridCell* cell = nullptr;
        std::uint32_t* table = nullptr;  // number of the table of `cell`, 0 as long as it has no words
        std::size_t tables = 0;          // within each other
    };

    void walk(const GumboNode& node);
    void walk_children(const GumboNode& node);
    void walk_element(const GumboNode& node);
    bool walk_special(const GumboNode& node);
    void walk_block(const GumboNode& node);
    void walk_list(const GumboNode& node);
    void walk_item(const GumboNode& node);
    void walk_paragraph(const GumboNode& node);
    void walk_phrase(const GumboNode& node);
    void walk_table(const GumboNode& node);
    void walk_layout(const GumboNode& node);
    void walk_cells(const GumboNode& node);
    void walk_as(const GumboNode& node, BlockKind kind);
    void walk_note(std::size_t index);

    void text(std::string_view words);
    void line_break();
    void preformatted(std::string_view words);
    void begin_block();
    void end_block();

    const Content& content_;
    const HtmlNotes& notes_;
    const Limits& limits_;
    DraftWriter writer_;
    Place place_;
    std::vector<List> lists_;
    std::vector<const GumboNode*> nested_tables_, headers_, footers_;
    std::vector<std::size_t> called_;  // notes, after the block that calls them
    std::vector<bool> told_;           // of all notes
    std::string number_;               // for the next block
    const GumboNode* mark_end_ = nullptr;
    std::uint32_t list_count_ = 0;
    std::uint32_t tables_ = 0;
    int bold_ = 0;
    bool all_bold_ = false;
    bool broken_ = false;  // a line break without words after it
    bool preformatted_ = false;
    bool in_note_ = false;
    bool tracked_changes_ = false;
};

}  // namespace boardcheck::ingest
