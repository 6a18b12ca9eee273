// What stands at the beginning of a line: bullets of any glyph, list numbers, rules, rows of tables.
#pragma once

#include <cstdint>
#include <string_view>

namespace boardcheck::ingest {

struct Marker {
    std::uint32_t length = 0;  // bytes, without the space after it; 0 where there is none
    char32_t glyph = 0;        // of a bullet; '1' for a list number
    std::uint32_t number = 0;  // of a list number
};

/// A bullet at the front of `line`: a hyphen, an asterisk, a dash, a letter o or one of the glyphs that word processors
/// use, also those that conversion left in the private-use area.
Marker bullet_at(std::string_view line);
/// "12." or "12)" with a space after it.
Marker list_number_at(std::string_view line);

inline bool is_list_number(const Marker& marker) { return marker.glyph == '1'; }
inline bool is_dash(const Marker& marker) { return marker.glyph >= 0x2012 && marker.glyph <= 0x2015; }

/// Length of "12." or "12)" that a CommonMark parser would take for the marker of an item, however many digits it has.
std::uint32_t parser_number(std::string_view text);
/// "[label]:", which a CommonMark parser would drop as the definition of a link.
bool is_definition(std::string_view text);

/// Hyphens, underscores, equals signs and what else draws a line across a page or a table; no words.
bool is_rule(std::string_view line);
/// A rule that says where the columns of a Markdown table are: "|---|:--|".
bool is_delimiter_row(std::string_view line);
/// Number of cells in a row of a Markdown table.
std::uint32_t count_cells(std::string_view line);

inline bool is_blank(char c) { return c == ' ' || c == '\t'; }

}  // namespace boardcheck::ingest
