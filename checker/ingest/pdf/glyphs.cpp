#include "ingest/pdf/glyphs.hpp"

#include <algorithm>
#include <array>

namespace boardcheck::ingest::pdf {

namespace {

struct Rewriting {
    std::string_view from, to;
};
constexpr std::array<Rewriting, 9> rewritings{{{"\xEF\xAC\x80", "ff"},
                                               {"\xEF\xAC\x81", "fi"},
                                               {"\xEF\xAC\x82", "fl"},
                                               {"\xEF\xAC\x83", "ffi"},
                                               {"\xEF\xAC\x84", "ffl"},
                                               {"\xEF\xAC\x85", "st"},
                                               {"\xEF\xAC\x86", "st"},
                                               {"\xE2\x80\x90", "-"},
                                               {"\xE2\x80\x91", "-"}}};

constexpr std::array<std::string_view, 24> bullets{"\xE2\x80\xA2",
                                                   "\xE2\x97\x8F",
                                                   "\xE2\x97\x8B",
                                                   "\xE2\x97\xA6",
                                                   "\xE2\x96\xAA",
                                                   "\xE2\x96\xAB",
                                                   "\xE2\x96\xA0",
                                                   "\xE2\x96\xA1",
                                                   "\xE2\x97\x86",
                                                   "\xE2\x97\x87",
                                                   "\xE2\x9E\xA2",
                                                   "\xE2\x9E\xA4",
                                                   "\xE2\x96\xBA",
                                                   "\xE2\x9C\x93",
                                                   "\xE2\x9C\x94",
                                                   "\xC2\xB7",
                                                   "\xE2\x88\x99",
                                                   "\xE2\x80\x93",
                                                   "\xE2\x80\x94",
                                                   "-",
                                                   "o",
                                                   "*",
                                                   "\xE2\x81\x83",
                                                   "\xE2\x80\xA3"};

/// U+E000 to U+F8FF: glyphs of fonts like Symbol and Wingdings, which are bullets where they stand first.
bool is_private(std::string_view text) {
    const auto lead = text.empty() ? 0U : static_cast<unsigned char>(text.front());
    return text.size() >= 3 && (lead == 0xEE || (lead == 0xEF && static_cast<unsigned char>(text[1]) < 0xA4));
}

}  // namespace

void mend_glyphs(std::string& text) {
    constexpr std::string_view soft_hyphen = "\xC2\xAD";
    const auto special = [](char c) { return c == '\xEF' || c == '\xE2' || c == '\xC2'; };
    if (std::none_of(text.begin(), text.end(), special)) return;
    std::string out;
    out.reserve(text.size());
    std::string_view rest = text;
    while (!rest.empty()) {
        const auto found = std::find_if(rewritings.begin(), rewritings.end(),
                                        [&](const Rewriting& each) { return rest.starts_with(each.from); });
        if (rest.starts_with(soft_hyphen) && rest.size() > soft_hyphen.size() && rest[soft_hyphen.size()] != ' ') {
            rest.remove_prefix(soft_hyphen.size());
        } else if (found == rewritings.end()) {
            out += rest.front();
            rest.remove_prefix(1);
        } else {
            out += found->to;
            rest.remove_prefix(found->from.size());
        }
    }
    text = std::move(out);
}

std::size_t bullet_length(std::string_view text) {
    std::size_t length = is_private(text) ? 3 : 0;
    for (const std::string_view bullet : bullets) {
        if (length == 0 && text.starts_with(bullet)) length = bullet.size();
    }
    if (length == 0) return 0;
    const std::size_t end = std::min(text.find_first_not_of(' ', length), text.size());
    return end > length || end == text.size() ? end : is_private(text) ? length : 0;
}

bool is_bullet(std::string_view text) { return !text.empty() && bullet_length(text) == text.size(); }

}  // namespace boardcheck::ingest::pdf
