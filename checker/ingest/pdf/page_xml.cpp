#include "ingest/pdf/page_xml.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace boardcheck::ingest::pdf {

namespace {

constexpr std::size_t largest_page = 64u << 20;
constexpr std::string_view page_end = "</page>";
constexpr std::size_t most_bookmarks = 100'000;

/// The value of name="..." in a tag.
std::string_view attribute(std::string_view tag, std::string_view name) {
    for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
        const std::size_t open = at + name.size();
        const bool whole = at > 0 && tag[at - 1] == ' ' && tag.substr(open).starts_with("=\"");
        if (!whole) continue;
        const std::size_t close = tag.find('"', open + 2);
        return close == std::string_view::npos ? std::string_view() : tag.substr(open + 2, close - open - 2);
    }
    return {};
}

float number(std::string_view text) {
    constexpr float farthest = 100'000;
    float value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::isfinite(value) ? std::clamp(value, -farthest, farthest) : 0;
}

int whole_number(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void append_utf8(std::string& out, std::uint32_t code) {
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return;
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((code >> shift) & 0x3F)); };
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        tail(0);
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | (code >> 12));
        tail(6), tail(0);
    } else {
        out += static_cast<char>(0xF0 | (code >> 18));
        tail(12), tail(6), tail(0);
    }
}

/// Appends what the entity at the front of `text` stands for; its length, or 0 where there is none.
std::size_t decode_entity(std::string_view text, std::string& out) {
    constexpr std::size_t longest = 12;
    const std::size_t stop = text.substr(0, longest).find(';');
    if (stop == std::string_view::npos) return 0;
    const std::string_view name = text.substr(1, stop - 1);
    if (name.starts_with("#x") || name.starts_with('#')) {
        const bool hex = name.starts_with("#x");
        const std::string_view digits = name.substr(hex ? 2 : 1);
        std::uint32_t code = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
        append_utf8(out, code);
        return stop + 1;
    }
    struct Entity {
        std::string_view name;
        char character;
    };
    constexpr std::array<Entity, 5> entities{{{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
    for (const Entity& entity : entities) {
        if (entity.name != name) continue;
        out += entity.character;
        return stop + 1;
    }
    return 0;
}

struct Words {
    std::string text;
    bool bold = false;  // most of it
};

/// The text between the tags of an element, which are bold, italic and links.
Words words_of(std::string_view inner) {
    Words words;
    std::size_t bold = 0;
    bool in_bold = false;
    while (!inner.empty()) {
        const std::size_t before = words.text.size();
        std::size_t used = 1;
        if (inner.front() == '<') {
            used = std::min(inner.find('>'), inner.size() - 1) + 1;
            if (inner.starts_with("<b>")) in_bold = true;
            if (inner.starts_with("</b>")) in_bold = false;
        } else if (inner.front() == '&') {
            const std::size_t entity = decode_entity(inner, words.text);
            if (entity == 0) words.text += '&';
            used = std::max<std::size_t>(entity, 1);
        } else {
            used = std::min(inner.find_first_of("<&"), inner.size());
            words.text += inner.substr(0, used);
        }
        if (in_bold) bold += words.text.size() - before;
        inner.remove_prefix(used);
    }
    words.bold = bold * 2 > words.text.size();
    return words;
}

/// The next element of this name: its tag, and what is in it.
struct Element {
    std::string_view tag, inner;
    std::size_t end = 0;  // in the text that was searched
};
std::optional<Element> next_element(std::string_view text, std::size_t from, std::string_view open,
                                    std::string_view close) {
    const std::size_t begin = text.find(open, from);
    if (begin == std::string_view::npos) return std::nullopt;
    const std::size_t inner = text.find('>', begin);
    if (inner == std::string_view::npos) return std::nullopt;
    const std::size_t end = text.find(close, inner);
    if (end == std::string_view::npos) return std::nullopt;
    return Element{text.substr(begin, inner - begin), text.substr(inner + 1, end - inner - 1), end + close.size()};
}

bool names_bold(std::string_view family) {
    constexpr std::array<std::string_view, 5> marks{"Bold", "bold", "Black", "Heavy", "BOLD"};
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return family.find(mark) != std::string_view::npos; });
}

}  // namespace

bool PageParser::take(std::string_view piece) {
    waiting_ += piece;
    std::size_t parsed = 0;
    for (std::size_t end = waiting_.find(page_end, searched_); end != std::string::npos;
         end = waiting_.find(page_end, parsed)) {
        parse_page(std::string_view(waiting_).substr(parsed, end - parsed));
        parsed = end + page_end.size();
    }
    waiting_.erase(0, parsed);
    searched_ = waiting_.size() - std::min(waiting_.size(), page_end.size());
    return waiting_.size() <= largest_page;
}

void PageParser::parse_font(std::string_view tag) {
    fonts_[whole_number(attribute(tag, "id"))] = {number(attribute(tag, "size")), names_bold(attribute(tag, "family"))};
}

void PageParser::parse_page(std::string_view element) {
    const std::size_t begin = element.find("<page ");
    if (begin == std::string_view::npos) return;
    const std::string_view tag = element.substr(begin, element.find('>', begin) - begin);
    Page page;
    page.number = static_cast<std::uint32_t>(std::max(whole_number(attribute(tag, "number")), 0));
    page.width = number(attribute(tag, "width"));
    page.height = number(attribute(tag, "height"));
    const std::size_t first_text = std::min(element.find("<text "), element.size());
    const std::string_view fonts = element.substr(0, first_text);
    for (std::size_t at = fonts.find("<fontspec "); at != std::string_view::npos;
         at = fonts.find("<fontspec ", at + 1)) {
        parse_font(fonts.substr(at, fonts.find('>', at) - at));
    }
    std::vector<Fragment> fragments;
    std::size_t at = first_text;
    while (const auto text = next_element(element, at, "<text ", "</text>")) {
        at = text->end;
        Words words = words_of(text->inner);
        const Font font = fonts_[whole_number(attribute(text->tag, "font"))];
        Fragment fragment{number(attribute(text->tag, "left")),
                          number(attribute(text->tag, "top")),
                          number(attribute(text->tag, "width")),
                          number(attribute(text->tag, "height")),
                          font.size,
                          words.bold || font.bold,
                          std::move(words.text)};
        if (fragment.size <= 0) fragment.size = fragment.height;
        fragments.push_back(std::move(fragment));
    }
    page.lines = lines_of(std::move(fragments));
    run_.pages.push_back(std::move(page));
}

void PageParser::parse_outline(std::string_view text) {
    constexpr std::string_view open = "<outline>", close = "</outline>", item = "<item ";
    std::size_t level = 0;
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with(open)) ++level;
        if (rest.starts_with(close) && level > 0) --level;
        if (!rest.starts_with(item) || run_.outline.size() >= most_bookmarks) continue;
        const auto element = next_element(text, at, item, "</item>");
        if (!element) return;
        const int page = whole_number(attribute(element->tag, "page"));
        run_.outline.push_back({words_of(element->inner).text, static_cast<std::uint32_t>(std::max(page, 0)),
                                static_cast<std::uint8_t>(std::clamp<std::size_t>(level, 1, 255))});
    }
}

PageRun PageParser::finish() && {
    const std::size_t outline = waiting_.find("<outline>");
    if (outline != std::string::npos) parse_outline(std::string_view(waiting_).substr(outline));
    waiting_.clear();
    return std::move(run_);
}

}  // namespace boardcheck::ingest::pdf
