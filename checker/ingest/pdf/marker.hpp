// What stands in front of list items and numbered paragraphs.
#pragma once

#include <cstdint>
#include <string_view>

namespace boardcheck::ingest::pdf {

struct Marker {
    std::string_view number;  // without a trailing stop; empty for bullets
    std::size_t length = 0;   // with the space after it; 0: there is none
    bool bullet = false;
    bool dotted = false;  // "5.12": the number of a paragraph, not of an item
};

/// The bullet or number at the front of a line: "•", "1.", "(a)", "iv)", "5.12".
Marker marker_of(std::string_view text);
/// Nothing but such a number or bullet.
bool is_label(std::string_view text);

}  // namespace boardcheck::ingest::pdf
