// Writes the text of a shape, a cell or a note of a slide: a block for each paragraph, with its bullet or number.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "ingest/draft_writer.hpp"
#include "ingest/office/pptx_design.hpp"

namespace boardcheck::ingest {

/// Writes the paragraphs of a text body. Each block is a copy of `like`, but for its kind where that is a paragraph and
/// the line has a bullet or number, and for what its own text says. The lines of a title are one block.
void write_slide_text(DraftWriter& writer, const pugi::xml_node& body, const std::vector<pugi::xml_node>& sources,
                      const Block& like);
/// Writes a block of these words.
void write_slide_line(DraftWriter& writer, std::string_view words, const Block& like);

/// The words below `node`, a space between paragraphs.
std::string slide_words(const pugi::xml_node& node);

/// The next child to read in the place of an mc:AlternateContent: its first Choice, or else its Fallback.
pugi::xml_node seen_alternative(const pugi::xml_node& node);

}  // namespace boardcheck::ingest
