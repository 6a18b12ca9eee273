// Reads PowerPoint presentations (.pptx), shows and templates.
#pragma once

#include <string>
#include <string_view>

#include "ingest/draft.hpp"

namespace boardcheck::ingest {

/// Slides in the order in which they are shown; bullets and numbers as their layouts give them; speaker notes and
/// comments after the slide's own words; hidden slides too, marked. A part that is damaged is left out, and told.
/// Errors: not a zip, damaged, no slide that can be read, larger than the limits.
Result<Reading> read_pptx(const std::string& file, std::string_view bytes, const Limits& limits);

}  // namespace boardcheck::ingest
