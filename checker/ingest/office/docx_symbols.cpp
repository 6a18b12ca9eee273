#include "ingest/office/docx_symbols.hpp"

#include <array>
#include <charconv>

#include "ingest/office/xml.hpp"

namespace boardcheck::ingest::docx {

namespace {

struct Sign {
    std::string_view font;  // its beginning
    unsigned code;          // in the font
    std::string_view utf8;
};
constexpr std::array signs{
    Sign{"Wingdings 2", 0x50, "✓"}, Sign{"Wingdings 2", 0x4F, "✗"}, Sign{"Wingdings 2", 0x52, "☑"},
    Sign{"Wingdings 2", 0x54, "☒"}, Sign{"Wingdings 2", 0xA3, "☐"}, Sign{"Wingdings 2", 0x2A, "☐"},
    Sign{"Wingdings", 0xFC, "✓"},   Sign{"Wingdings", 0xFB, "✗"},   Sign{"Wingdings", 0xFE, "☑"},
    Sign{"Wingdings", 0xFD, "☒"},   Sign{"Wingdings", 0xA8, "☐"},   Sign{"Wingdings", 0x6F, "☐"},
    Sign{"Wingdings", 0x78, "☒"},   Sign{"Wingdings", 0xE0, "→"},   Sign{"Wingdings", 0xE8, "→"},
    Sign{"Wingdings", 0xDF, "←"},   Sign{"Wingdings", 0xE1, "↑"},   Sign{"Wingdings", 0xE2, "↓"},
    Sign{"Wingdings", 0x6C, "●"},   Sign{"Wingdings", 0xA7, "▪"},   Sign{"Wingdings", 0x9F, "•"},
    Sign{"Symbol", 0xB7, "•"},      Sign{"Symbol", 0xAE, "→"},      Sign{"Symbol", 0xB3, "≥"},
    Sign{"Symbol", 0xA3, "≤"},      Sign{"Symbol", 0xB1, "±"},      Sign{"Symbol", 0xB4, "×"},
    Sign{"Symbol", 0xB8, "÷"},      Sign{"Symbol", 0xB9, "≠"},      Sign{"Symbol", 0xBB, "≈"},
    Sign{"Symbol", 0xB0, "°"},      Sign{"Symbol", 0x2D, "−"},      Sign{"Symbol", 0x61, "α"},
    Sign{"Symbol", 0x62, "β"},      Sign{"Symbol", 0x67, "γ"},      Sign{"Symbol", 0x44, "Δ"},
    Sign{"Symbol", 0x64, "δ"},      Sign{"Symbol", 0x6D, "μ"},      Sign{"Symbol", 0x70, "π"},
    Sign{"Symbol", 0x73, "σ"},      Sign{"Symbol", 0x53, "Σ"},      Sign{"Symbol", 0x57, "Ω"},
};

constexpr unsigned private_use = 0xF000;

}  // namespace

std::string_view symbol(const pugi::xml_node& node) {
    const auto text = attribute(node, "char");
    const auto font = attribute(node, "font");
    unsigned code = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), code, 16).ec != std::errc()) return {};
    if (code >= private_use && code <= private_use + 0xFF) code -= private_use;
    for (const Sign& sign : signs) {
        if (sign.code == code && font.starts_with(sign.font)) return sign.utf8;
    }
    return {};
}

}  // namespace boardcheck::ingest::docx
