// What a Word file says of itself: docProps/core.xml.
#pragma once

#include <pugixml.hpp>

#include "ingest/ingest.hpp"

namespace boardcheck::ingest::docx {

Properties read_properties(const pugi::xml_document& core);

}  // namespace boardcheck::ingest::docx
