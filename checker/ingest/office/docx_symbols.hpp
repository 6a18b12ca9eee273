// Characters of symbol fonts: their codes are places in a font, not letters.
#pragma once

#include <string_view>

#include <pugixml.hpp>

namespace boardcheck::ingest::docx {

/// What a w:sym shows, in UTF-8; empty for ornaments that no character stands for. Lives as long as the program.
std::string_view symbol(const pugi::xml_node& node);

}  // namespace boardcheck::ingest::docx
