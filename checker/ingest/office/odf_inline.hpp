// The content of one paragraph or heading of an OpenDocument file, in pieces.
#pragma once

#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "ingest/office/odf_styles.hpp"

namespace boardcheck::ingest {

struct OdfPiece {
    enum class Kind {
        words,
        space,
        line_break,
        object  // a frame, a drawing, a note or an annotation: read apart from the paragraph
    } kind = Kind::words;
    std::string_view words;
    pugi::xml_node object;
    bool bold = false;
};

struct OdfInline {
    std::vector<OdfPiece> pieces;
    bool left_out = false;  // hidden words
};

/// A drawing, a note or an annotation: what is anchored in a paragraph and has paragraphs of its own.
bool is_odf_object(std::string_view name);

/// `slide`: fields that stand for a number of the page are left out, whose words nobody sees.
OdfInline odf_inline(const pugi::xml_node& paragraph, const OdfStyles& styles, bool slide);

}  // namespace boardcheck::ingest
