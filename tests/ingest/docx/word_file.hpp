// Word files for tests, made of the few parts that a case is about. Shared with the fuzz program.
//
// The text names parts on lines of their own: "-- document", "-- styles", "-- numbering", "-- footnotes", "--
// endnotes",
// "-- comments", "-- header1", "-- footer1", "-- diagram1", "-- core" and "-- macros". What follows such a line is the
// inside of the part's outermost element; its tags, the relationships and the list of content types are added. The id
// of a relationship is the name of its part.
#pragma once

#include <string>
#include <string_view>

#include "../office/zipped.hpp"

namespace boardcheck::test {

/// All parts of the file that `text` describes.
Parts word_parts(std::string_view text);
inline std::string word_file(std::string_view text) { return zipped(word_parts(text)); }

}  // namespace boardcheck::test
