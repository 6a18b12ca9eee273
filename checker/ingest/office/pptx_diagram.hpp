// The words of a diagram that PowerPoint lays out itself (SmartArt), from the part that holds its data.
#pragma once

#include <cstdint>
#include <vector>

#include <pugixml.hpp>

namespace boardcheck::ingest {

struct DiagramPoint {
    pugi::xml_node text;  // a text body
    std::uint8_t level = 1;
};

/// The points with words, each followed by those below it, as the diagram's text pane lists them.
std::vector<DiagramPoint> diagram_points(const pugi::xml_node& data);

}  // namespace boardcheck::ingest
