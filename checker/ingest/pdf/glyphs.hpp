// Characters of PDFs that are not what they look like: ligatures, private-use bullets, hyphens of many kinds.
#pragma once

#include <string>
#include <string_view>

namespace boardcheck::ingest::pdf {

/// Ligatures become their letters; the hyphen of Unicode becomes '-'.
void mend_glyphs(std::string& text);

/// Only a bullet: a point, square, dash or arrow, or a glyph of a symbol font.
bool is_bullet(std::string_view text);
/// Length of a bullet and the space after it at the front; 0 where there is none.
std::size_t bullet_length(std::string_view text);

}  // namespace boardcheck::ingest::pdf
