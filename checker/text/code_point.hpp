// One character of UTF-8.
#pragma once

#include <cstdint>
#include <string_view>

namespace boardcheck::text {

struct CodePoint {
    std::int32_t value = -1;  // -1 where the bytes are not UTF-8
    std::uint32_t end = 0;    // where the next one begins
};

/// The code point that begins at `at`, which is in bounds; a byte that begins none is passed by itself.
inline CodePoint code_point_at(std::string_view text, std::uint32_t at) {
    const auto byte = [text](std::uint32_t index) { return static_cast<unsigned char>(text[index]); };
    const std::uint32_t lead = byte(at);
    if (lead < 0x80) return {static_cast<std::int32_t>(lead), at + 1};
    const std::uint32_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() - at < size) return {-1, at + 1};
    std::uint32_t value = lead & (0x7fu >> size);
    for (std::uint32_t i = 1; i < size; ++i) {
        if ((byte(at + i) & 0xc0) != 0x80) return {-1, at + 1};
        value = (value << 6) | (byte(at + i) & 0x3fu);
    }
    const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
    const bool surrogate = value >= 0xd800 && value < 0xe000;
    if (overlong || surrogate || value > 0x10ffff) return {-1, at + 1};
    return {static_cast<std::int32_t>(value), at + size};
}

}  // namespace boardcheck::text
