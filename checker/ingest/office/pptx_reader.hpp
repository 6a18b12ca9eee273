// Reads PowerPoint presentations (.pptx), shows and templates.
#pragma once

#include <string>
#include <string_view>

#include "ingest/draft.hpp"

namespace boardcheck::ingest {

/// Slides in the order in which they are shown; bullets and numbers as their layouts give them; speaker notes and
/// comments after the slide's own words; hidden slides too, marked. A damaged part is left out, and told, where it is
/// not a slide. Errors: not a zip, damaged, a slide that cannot be read, larger than the limits.
Result<Reading> read_pptx(const std::string& file, std::string_view bytes, const Limits& limits);

}  // namespace boardcheck::ingest
