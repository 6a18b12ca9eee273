// The walk through a part of a Word file that makes a Story of it; see docx_story.hpp.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ingest/office/docx_fields.hpp"
#include "ingest/office/docx_story.hpp"

namespace boardcheck::ingest::docx {

class DocxWalk {
public:
    DocxWalk(const pugi::xml_node& root, Styles& styles, std::size_t depth)
        : styles_(styles), deepest_(depth), fields_(root) {}
    Story run(const pugi::xml_node& root);

private:
    using CellIndex = std::optional<std::uint32_t>;
    /// Where blocks are met.
    struct Place {
        CellIndex cell;
        std::size_t depth = 0;
    };

    // Paragraphs and what is in them (docx_story.cpp).
    void blocks(const pugi::xml_node& root, Place place);
    /// Reads everything below `root` as paragraphs, whatever it is nested in.
    void flat(const pugi::xml_node& root, CellIndex cell);
    void paragraph(const pugi::xml_node& node, Place place);
    void begin_paragraph(const pugi::xml_node& node, CellIndex cell);
    void end_paragraph();
    /// Whether to look inside of the element.
    bool inline_element(const pugi::xml_node& node);
    bool structure(const pugi::xml_node& node, std::string_view name);
    void begin_run(const pugi::xml_node& node);
    void text(const pugi::xml_node& node);
    void add(PieceKind kind, std::string_view text, const pugi::xml_node& node);

    // Tables (docx_table.cpp).
    struct Row {
        std::uint32_t number = 0;
        bool header = false;
    };
    /// By column of the grid, the cell that goes on downwards.
    using Owners = std::vector<CellIndex>;
    void table(const pugi::xml_node& node, std::size_t depth);
    void row(const pugi::xml_node& node, CellPlace place, Owners& owners, std::size_t depth);
    bool merge(const pugi::xml_node& node, const CellPlace& place, Owners& owners);

    Styles& styles_;
    std::size_t deepest_;
    Fields fields_;
    Story story_;
    Paragraph current_;
    bool open_ = false;     // a paragraph has begun
    bool carried_ = false;  // its mark is deleted: it goes on in the next one
    pugi::xml_node run_;
    CharacterFormat format_;             // of the run
    CharacterFormat inherited_;          // of the paragraph
    std::vector<pugi::xml_node> boxes_;  // that the paragraph holds
};

}  // namespace boardcheck::ingest::docx
