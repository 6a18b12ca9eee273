#include "ingest/markdown/html_tag.hpp"
#include "ingest/characters.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace boardcheck::ingest {

namespace {

constexpr std::array<std::string_view, 31> inline_names{
    "a",      "abbr", "b",     "big", "cite", "code", "col", "colgroup", "del",   "em",   "font",
    "i",      "img",  "input", "ins", "kbd",  "mark", "q",   "s",        "small", "span", "strike",
    "strong", "sub",  "sup",   "tt",  "u",    "var",  "wbr", "label",    "o:p"};

constexpr std::array<std::string_view, 41> block_names{
    "address", "article", "aside",  "blockquote", "body",  "caption", "center", "dd",  "details", "div", "dl",
    "dt",      "figure",  "footer", "figcaption", "form",  "h1",      "h2",     "h3",  "h4",      "h5",  "h6",
    "head",    "header",  "hr",     "html",       "li",    "main",    "nav",    "ol",  "p",       "pre", "section",
    "summary", "table",   "tbody",  "tfoot",      "thead", "title",   "ul",     "meta"};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_name(char c) { return is_letter_or_digit(c) || c == ':'; }

bool is_heading(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

/// What a tag does, given that its name is known.
TagEffect effect_of(std::string_view name, bool closing) {
    if (name == "sup") return closing ? TagEffect::none : TagEffect::raised;
    if (contains(inline_names, name)) return TagEffect::none;
    if (name == "br") return TagEffect::line_break;
    if (name == "tr") return closing ? TagEffect::row_end : TagEffect::row_begin;
    if (name == "td" || name == "th") return closing ? TagEffect::cell_end : TagEffect::none;
    if (name == "li" && !closing) return TagEffect::list_item;
    if (is_heading(name) && !closing) return TagEffect::heading;
    return TagEffect::block_break;
}

}  // namespace

Tag tag_at(std::string_view text) {
    const bool closing = text.size() > 1 && text[1] == '/';
    const std::size_t begin = closing ? 2 : 1;
    std::size_t end = begin;
    std::string name;
    constexpr std::size_t longest = 10;
    for (; end < text.size() && is_name(text[end]) && name.size() <= longest; ++end) {
        name += lower(text[end]);
    }
    const bool known = contains(inline_names, name) || contains(block_names, name) || name == "br" || name == "tr" ||
                       name == "td" || name == "th";
    if (!known || end >= text.size()) return {};
    const char after = text[end];
    if (after != '>' && after != '/' && after != ' ' && after != '\t') return {};
    const auto stop = text.find_first_of("<>", end);
    if (stop == std::string_view::npos || text[stop] == '<') return {};
    Tag tag{static_cast<std::uint32_t>(stop) + 1, effect_of(name, closing), 0};
    if (tag.effect == TagEffect::heading) tag.level = static_cast<std::uint8_t>(name[1] - '0');
    return tag;
}

std::uint32_t address_at(std::string_view text) {
    const auto stop = text.find_first_of("<> \t", 1);
    if (stop == std::string_view::npos || text[stop] != '>') return 0;
    const auto inside = text.substr(1, stop - 1);
    const bool address = inside.starts_with("http://") || inside.starts_with("https://") ||
                         inside.starts_with("mailto:") || inside.find('@') != std::string_view::npos;
    return address ? static_cast<std::uint32_t>(stop) + 1 : 0;
}

}  // namespace boardcheck::ingest
