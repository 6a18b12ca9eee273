// Numbers that a paper prints in front of its headings, paragraphs and points.
#pragma once

#include <cstdint>
#include <string_view>

namespace boardcheck::ingest {

struct PrintedNumber {
    std::string_view number;   // without a trailing stop; empty where there is none
    std::uint32_t length = 0;  // with its stop and the white space after it
    std::uint32_t depth = 0;   // 1 for "2", 2 for "2.1"; 0 for letters
};

/// "5.12 ", "(a) ", "a) ", "iv. ": the number of a paragraph or point.
PrintedNumber point_number(std::string_view text);
/// Also "2. ", "2 ", "A. " and "Appendix A: ": the number of a heading.
PrintedNumber heading_number(std::string_view text);

/// 1 for "2" and "2.0", 2 for "2.1"; 0 for letters; 1 for "Appendix A".
std::uint32_t depth_of(std::string_view number);
/// "Figure 1: ", "Table 2 - ": the number of a caption.
PrintedNumber caption_number(std::string_view text);

/// Whether `second` follows `first`: "(b)" after "(a)", "5.2" after "5.1".
bool follows(std::string_view first, std::string_view second);

}  // namespace boardcheck::ingest
