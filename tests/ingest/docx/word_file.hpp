// Word files for tests, made of the few parts that a case is about. Shared with the fuzz program.
//
// The text names parts on lines of their own ("-- document", "-- styles", "-- numbering", "-- footnotes", "--
// endnotes",
// "-- comments", "-- header1", "-- footer1", "-- core", "-- macros"); what follows is the inside of the part's
// outermost element, whose tags, with the relationships and the list of content types, are added. Relationships have
// the part's name as their id.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace boardcheck::test {

using Parts = std::vector<std::pair<std::string, std::string>>;  // name in the zip, contents

/// All parts of the file that `text` describes.
Parts word_parts(std::string_view text);
/// A zip of the parts, not compressed.
std::string zip_of(const Parts& parts);
inline std::string word_file(std::string_view text) { return zip_of(word_parts(text)); }

}  // namespace boardcheck::test
