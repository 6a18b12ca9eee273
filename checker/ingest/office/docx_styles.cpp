#include "ingest/office/docx_styles.hpp"

#include <algorithm>
#include <vector>

#include "ingest/characters.hpp"
#include "ingest/office/docx_tree.hpp"
#include "ingest/office/xml.hpp"

namespace boardcheck::ingest::docx {

namespace {

constexpr std::size_t longest_chain = 64;  // of styles that are based on each other
constexpr std::string_view unnamed_default = " default";

/// A style as the file has it, before it inherits.
struct Given {
    Style style;
    std::string base;
    bool resolved = false;
};
using GivenStyles = std::map<std::string, Given, std::less<>>;

std::optional<bool> switch_of(const pugi::xml_node& properties, std::string_view name) {
    const pugi::xml_node node = child(properties, name);
    return node ? std::optional(is_on(node)) : std::nullopt;
}

template <typename T>
void inherit(std::optional<T>& value, const std::optional<T>& base) {
    if (!value) value = base;
}

/// "heading1" for "Heading 1": programs disagree about both the space and the capital.
std::string key_of(std::string_view name) {
    std::string out;
    for (const char c : name) {
        if (c != ' ' && c != '-' && c != '_') out += lower(c);
    }
    return out;
}

/// What the name of a style says; names of built-in styles are English in all languages of Word.
void read_name(Style& style, std::string_view name) {
    constexpr std::string_view heading = "heading";
    const std::string key = key_of(name);
    const int last = key.empty() ? 0 : number_in(std::string_view(key).substr(key.size() - 1));
    if (key == "title") style.role = StyleRole::title;
    if (key == "caption") style.role = StyleRole::caption;
    const bool numbered = last > 0 && key.size() > 3 && key.starts_with("toc");
    if ((numbered && key.size() == 4) || key == "tableoffigures") style.role = StyleRole::contents;
    if (key.starts_with("listbullet") || key.starts_with("listnumber")) {
        style.role = StyleRole::list;
        style.list_level = std::max(last, 1);
    }
    if (key.size() == heading.size() + 1 && key.starts_with(heading) && last > 0 && style.outline < 0) {
        style.outline = last - 1;
    }
}

int outline_of(const pugi::xml_node& properties) {
    return std::min(number_in(attribute(child(properties, "outlineLvl"), "val"), -1), 9);
}

bool has_heading_row(const pugi::xml_node& style) {
    for (const pugi::xml_node each : style.children()) {
        if (local_name(each) == "tblStylePr" && attribute(each, "type") == "firstRow" && each.first_child()) {
            return true;
        }
    }
    return false;
}

Given read_style(const pugi::xml_node& node) {
    Given given;
    Style& style = given.style;
    style.id = attribute(node, "styleId");
    given.base = attribute(child(node, "basedOn"), "val");
    const pugi::xml_node properties = child(node, "pPr");
    style.outline = outline_of(properties);
    style.place = list_place(properties);
    if (style.place.list) style.numbered_by = style.id;
    style.format = character_format(child(node, "rPr"));
    style.heading_row = has_heading_row(node);
    read_name(style, attribute(child(node, "name"), "val"));
    return given;
}

void inherit_style(Style& style, const Style& base) {
    const bool passed_on = base.role != StyleRole::title;
    if (style.role == StyleRole::plain && passed_on) {
        style.role = base.role;
        style.list_level = base.list_level;
    }
    if (style.outline < 0) style.outline = base.outline;
    if (!style.place.list) style.numbered_by = base.numbered_by;
    inherit(style.place.list, base.place.list);
    inherit(style.place.level, base.place.level);
    style.format = combine(base.format, style.format);
    style.heading_row = style.heading_row || base.heading_row;
}

/// Gives a style what it inherits, from the outermost base inwards.
void resolve(GivenStyles& all, Given& given) {
    std::vector<Given*> chain;
    Given* each = &given;
    while (each != nullptr && !each->resolved && chain.size() < longest_chain) {
        each->resolved = true;  // at once: styles may be based on each other in a circle
        chain.push_back(each);
        const auto base = all.find(each->base);
        each = base == all.end() ? nullptr : &base->second;
    }
    for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
        if (each != nullptr && each != *at) inherit_style((*at)->style, each->style);
        each = *at;
    }
}

}  // namespace

CharacterFormat character_format(const pugi::xml_node& properties) {
    CharacterFormat format;
    if (!properties) return format;
    format.bold = switch_of(properties, "b");
    format.hidden = switch_of(properties, "vanish");
    format.underlined = switch_of(properties, "u");
    format.capitals = switch_of(properties, "caps");
    if (const int size = number_in(attribute(child(properties, "sz"), "val")); size > 0) format.size = size;
    return format;
}

CharacterFormat combine(const CharacterFormat& base, const CharacterFormat& over) {
    CharacterFormat format = over;
    inherit(format.bold, base.bold);
    inherit(format.hidden, base.hidden);
    inherit(format.underlined, base.underlined);
    inherit(format.capitals, base.capitals);
    inherit(format.size, base.size);
    return format;
}

ListPlace list_place(const pugi::xml_node& properties) {
    const pugi::xml_node numbering = child(properties, "numPr");
    ListPlace place;
    if (const auto node = child(numbering, "numId")) place.list = number_in(attribute(node, "val"));
    if (const auto node = child(numbering, "ilvl")) place.level = number_in(attribute(node, "val"));
    return place;
}

Styles::Styles(const pugi::xml_document& tree) {
    GivenStyles given;
    for (const pugi::xml_node node : tree.document_element().children()) {
        const auto name = local_name(node);
        if (name == "docDefaults") defaults_ = character_format(child(child(node, "rPrDefault"), "rPr"));
        if (name != "style") continue;
        Given style = read_style(node);
        const auto fallback = attribute(node, "default");
        if (attribute(node, "type") == "paragraph" && (fallback == "1" || fallback == "true" || fallback == "on")) {
            default_paragraph_ = style.style.id;
        }
        given.try_emplace(style.style.id, std::move(style));
    }
    for (auto& [id, style] : given) resolve(given, style);
    for (auto& [id, style] : given) styles_.emplace(id, std::move(style.style));
}

const Style* Styles::find(std::string_view id) const {
    const auto at = styles_.find(id);
    return at == styles_.end() ? nullptr : &at->second;
}

const Style& Styles::paragraph(std::string_view id) {
    if (id.empty()) id = default_paragraph_.empty() ? unnamed_default : std::string_view(default_paragraph_);
    if (const Style* style = find(id)) return *style;
    Style style;
    style.id = id;
    read_name(style, id);
    return styles_.emplace(std::string(id), std::move(style)).first->second;
}

}  // namespace boardcheck::ingest::docx
