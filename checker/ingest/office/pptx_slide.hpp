// Reads one slide: its shapes and what belongs to them, then comments, then speaker notes.
//
// The order is that in which PowerPoint reads a slide aloud: the title, and then the shapes from the back to the front.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <pugixml.hpp>

#include "ingest/draft_writer.hpp"
#include "ingest/office/parts.hpp"
#include "ingest/office/pptx_design.hpp"

namespace boardcheck::ingest {

/// Header, footer or date of a slide.
struct SlideFurniture {
    Block like;
    std::string words;
};

/// What all slides of a presentation share.
struct SlideShow {
    OfficeParts& parts;
    DraftWriter& writer;
    std::uint32_t tables = 0;  // so far
    std::vector<SlideFurniture> furniture = {};
};

class SlideReader {
public:
    /// `like` has the slide's number, and whether it is shown.
    SlideReader(SlideShow& show, const SlideDesign& design, const Block& like,
                const std::vector<Relationship>& relationships)
        : show_(show), design_(design), like_(like), relationships_(relationships) {}
    void read(const pugi::xml_node& slide);

private:
    Block like(BlockKind kind) const;
    void read_shape(const pugi::xml_node& shape, bool title);
    void read_graphic(const pugi::xml_node& data);
    void read_table(const pugi::xml_node& table);
    void read_diagram(std::string_view id);
    void read_chart(std::string_view id);
    void read_comments();
    void read_notes();

    SlideShow& show_;
    const SlideDesign& design_;
    Block like_;
    const std::vector<Relationship>& relationships_;
};

}  // namespace boardcheck::ingest
