#include "ingest/bytes.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include <fmt/format.h>

namespace boardcheck::ingest {

namespace {

constexpr std::string_view convert_it = "convert it to Word, PDF, text or Markdown first";

// Windows-1252 from 0x80 to 0x9F; from 0xA0 it agrees with Unicode. Five of its places are empty.
constexpr std::array<char16_t, 32> windows_1252{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                                0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

struct Magic {
    std::string_view begin;
    std::string_view what;
};
constexpr std::array<Magic, 6> magics{{{"{\\rtf", "it is in Rich Text Format"},
                                       {"\xD0\xCF\x11\xE0", "it is an old Word, Excel or PowerPoint file"},
                                       {"\x7F"
                                        "ELF",
                                        "it is a program"},
                                       {"\x89PNG", "it is a picture"},
                                       {"\xFF\xD8\xFF", "it is a picture"},
                                       {"GIF8", "it is a picture"}}};

bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// Length of the valid UTF-8 sequence at the front of `at`, which is not empty; 0 where there is none.
std::size_t sequence(std::string_view at) {
    const auto byte = [&at](std::size_t i) { return static_cast<unsigned char>(at[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if (!continues(byte(i))) return 0;
    }
    const bool overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
    const bool surrogate = lead == 0xED && byte(1) >= 0xA0;
    const bool too_high = lead == 0xF4 && byte(1) >= 0x90;
    return overlong || surrogate || too_high ? 0 : length;
}

void append(std::string& out, char32_t point) {
    const auto put = [&out](char32_t bits) { out += static_cast<char>(bits); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6));
        put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | (point >> 18));
        put(0x80 | ((point >> 12) & 0x3F));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    }
}

std::uint32_t line_at(std::string_view bytes, std::size_t at) {
    return 1 +
           static_cast<std::uint32_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
    };
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t point = unit(at);
        if (point >= 0xD800 && point < 0xDC00 && at + 3 < bytes.size() && (unit(at + 2) & 0xFC00) == 0xDC00) {
            at += 2;
            point = 0x10000 + ((point - 0xD800) << 10) + (unit(at) - 0xDC00);
        } else if (point >= 0xD800 && point < 0xE000) {
            point = 0xFFFD;
        }
        append(out, point);
    }
    return out;
}

std::string from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 16);
    while (!bytes.empty()) {
        const std::size_t good = valid_utf8(bytes);
        out += bytes.substr(0, good);
        bytes.remove_prefix(good);
        if (bytes.empty()) break;
        const auto byte = static_cast<unsigned char>(bytes.front());
        append(out, byte < 0xA0 ? windows_1252[byte - 0x80] : static_cast<char32_t>(byte));
        bytes.remove_prefix(1);
    }
    return out;
}

std::optional<Error> refuse_other_kinds(const std::string& file, std::string_view bytes) {
    const auto magic = std::find_if(magics.begin(), magics.end(),
                                    [bytes](const Magic& candidate) { return bytes.starts_with(candidate.begin); });
    if (magic == magics.end()) return {};
    return Error{file, 0, fmt::format("not text: {}", magic->what), std::string(convert_it)};
}

/// Text has no NUL and hardly a control character besides white space; anything else is some other kind of file.
std::optional<Error> refuse_binary(const std::string& file, std::string_view text) {
    if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
        return Error{file, line_at(text, nul), "not text: it contains a NUL character", std::string(convert_it)};
    }
    const auto control = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && (c < '\t' || c > '\r');
    }));
    if (control > 8 && control > text.size() / 100) {
        return Error{file, 0,
                     fmt::format("not text: {} of its {} characters are control characters", control, text.size()),
                     std::string(convert_it)};
    }
    return {};
}

Decoded decode_bytes(const std::string& file, std::string_view bytes) {
    Decoded decoded;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        decoded.rewritten = from_utf16(bytes.substr(2), bytes.front() == '\xFE');
        if (bytes.size() % 2 != 0) {
            decoded.notices.push_back({file, line_at(*decoded.rewritten, decoded.rewritten->size()),
                                       "UTF-16 text ends within a character; its last byte was left out"});
        }
        return decoded;
    }
    const std::size_t good = valid_utf8(bytes);
    if (good < bytes.size()) {
        decoded.notices.push_back({file, line_at(bytes, good),
                                   fmt::format("byte 0x{:02X} is not valid UTF-8; such bytes were read as Windows-1252",
                                               static_cast<unsigned char>(bytes[good]))});
        decoded.rewritten = from_windows_1252(bytes);
    }
    if ((decoded.rewritten ? std::string_view(*decoded.rewritten) : bytes).starts_with("\xEF\xBB\xBF"))
        decoded.begin = 3;
    return decoded;
}

}  // namespace

std::size_t valid_utf8(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        std::uint64_t eight = 0;
        if (at + sizeof eight <= bytes.size()) {
            std::memcpy(&eight, bytes.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080U) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        const std::size_t length = sequence(bytes.substr(at));
        if (length == 0) return at;
        at += length;
    }
    return at;
}

Result<Decoded> decode(const std::string& file, std::string_view bytes, const Limits& limits) {
    if (bytes.empty()) return tl::unexpected(Error{file, 0, "the file is empty", "give a paper with text in it"});
    // Positions are 32 bits wide, and decoding can make three bytes of one.
    const std::size_t most = std::min<std::size_t>(limits.text_bytes, std::size_t{1} << 30);
    if (bytes.size() > most) {
        return tl::unexpected(Error{file, 0, fmt::format("the file has {} bytes, the limit is {}", bytes.size(), most),
                                    "split it, or check that it is a paper"});
    }
    if (auto error = refuse_other_kinds(file, bytes)) return tl::unexpected(std::move(*error));
    Decoded decoded = decode_bytes(file, bytes);
    const std::string_view text = decoded.rewritten ? std::string_view(*decoded.rewritten) : bytes;
    if (auto error = refuse_binary(file, text)) return tl::unexpected(std::move(*error));
    return decoded;
}

}  // namespace boardcheck::ingest
