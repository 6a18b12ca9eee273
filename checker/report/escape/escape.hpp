// Text from papers and file names, made safe for the places where reports put it. Every report escapes here and only
// here.
#pragma once

#include <string>
#include <string_view>

namespace boardcheck::report {

/// For element content and for attribute values in double quotes. Bytes that are not UTF-8 and characters that HTML
/// forbids become U+FFFD.
std::string escape_html(std::string_view text);

/// For a terminal or a plain file: control characters (escape sequences among them), marks that turn the direction of
/// writing, and bytes that are not UTF-8 become U+FFFD; tabs and line ends become spaces.
std::string printable(std::string_view text);

/// One field of a CSV file, in quotes where it needs them, on one line. What a spreadsheet would run as a formula, or
/// change as a number ("10.20", "007"), begins with an apostrophe.
std::string csv_field(std::string_view text);

/// `text` with bytes that are not UTF-8 replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

}  // namespace boardcheck::report
