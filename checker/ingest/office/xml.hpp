// XML of office files by pugixml, whatever prefixes its producer gave to the namespaces.
#pragma once

#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "base/base.hpp"

namespace boardcheck::ingest {

/// Parses a part, keeping white space; entities of a DTD are never expanded. The error names file and part.
Result<pugi::xml_document> parse_xml(const std::string& file, std::string_view part, std::string_view bytes);

/// "p" for "w:p".
std::string_view local_name(std::string_view name);
inline std::string_view local_name(const pugi::xml_node& node) { return local_name(node.name()); }
/// The value of the attribute with this local name; empty where there is none.
std::string_view attribute(const pugi::xml_node& node, std::string_view local);
bool has_attribute(const pugi::xml_node& node, std::string_view local);
/// The first child element with this local name.
pugi::xml_node child(const pugi::xml_node& node, std::string_view local);
/// The whole number at the beginning of `text`; `fallback` where there is none.
int number_in(std::string_view text, int fallback = 0);

}  // namespace boardcheck::ingest
