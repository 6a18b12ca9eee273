#include "ingest/office/odf_styles.hpp"

#include <algorithm>

#include "ingest/office/xml.hpp"

namespace boardcheck::ingest {

namespace {

constexpr int longest_chain = 32;  // of styles derived from each other; a ring has no end

Numerals numerals_of(std::string_view format) {
    if (format == "a") return Numerals::letters_small;
    if (format == "A") return Numerals::letters_capital;
    if (format == "i") return Numerals::roman_small;
    if (format == "I") return Numerals::roman_capital;
    return Numerals::arabic;
}

OdfLabel read_label(const pugi::xml_node& node) {
    OdfLabel label;
    const std::string_view name = local_name(node);
    if (name == "list-level-style-bullet" || name == "list-level-style-image") {
        label.kind = OdfLabel::Kind::bullet;
        return label;
    }
    label.kind = OdfLabel::Kind::number;
    const std::string_view format = attribute(node, "num-format");
    label.shown = !format.empty();
    label.numerals = numerals_of(format);
    label.prefix = attribute(node, "num-prefix");
    label.suffix = attribute(node, "num-suffix");
    label.start = std::max(0, number_in(attribute(node, "start-value"), 1));
    label.levels_shown = std::clamp(number_in(attribute(node, "display-levels"), 1), 1, static_cast<int>(odf_levels));
    return label;
}

OdfLabels read_labels(const pugi::xml_node& node) {
    OdfLabels labels;
    for (const pugi::xml_node each : node.children()) {
        const int level = number_in(attribute(each, "level"));
        if (level >= 1 && level <= static_cast<int>(odf_levels)) {
            labels[static_cast<std::size_t>(level) - 1] = read_label(each);
        }
    }
    return labels;
}

std::string key(std::string_view family, std::string_view name) {
    std::string out(family);
    out += ':';
    out += name;
    return out;
}

bool is_bold(std::string_view weight) { return weight == "bold" || number_in(weight) >= 600; }

}  // namespace

void OdfStyles::read(const pugi::xml_node& container) {
    for (const pugi::xml_node node : container.children()) {
        const std::string_view name = local_name(node);
        if (name == "style") read_style(node);
        if (name == "list-style") lists_[std::string(attribute(node, "name"))] = read_labels(node);
        if (name == "outline-style") outline_ = read_labels(node);
    }
}

void OdfStyles::read_style(const pugi::xml_node& node) {
    Style style;
    style.parent = attribute(node, "parent-style-name");
    style.list = attribute(node, "list-style-name");
    style.says_list = has_attribute(node, "list-style-name");
    if (const auto text = child(node, "text-properties")) {
        const std::string_view weight = attribute(text, "font-weight");
        if (!weight.empty()) style.bold = is_bold(weight) ? Said::yes : Said::no;
        const std::string_view display = attribute(text, "display");
        if (!display.empty()) style.hidden = display == "none" ? Said::yes : Said::no;
    }
    const std::string_view visibility = attribute(child(node, "drawing-page-properties"), "visibility");
    if (!visibility.empty()) style.hidden_slide = visibility == "hidden" ? Said::yes : Said::no;
    styles_[key(attribute(node, "family"), attribute(node, "name"))] = style;
}

const OdfStyles::Style* OdfStyles::find(std::string_view family, std::string_view name) const {
    const auto found = styles_.find(key(family, name));
    return found == styles_.end() ? nullptr : &found->second;
}

template <typename Property>
OdfStyles::Said OdfStyles::said(std::string_view family, std::string_view name, Property property) const {
    const Style* style = find(family, name);
    for (int i = 0; i < longest_chain && style != nullptr; ++i) {
        if (style->*property != Said::nothing) return style->*property;
        style = style->parent.empty() ? nullptr : find(family, style->parent);
    }
    return Said::nothing;
}

bool OdfStyles::bold(std::string_view family, std::string_view name, bool fallback) const {
    const Said answer = said(family, name, &Style::bold);
    return answer == Said::nothing ? fallback : answer == Said::yes;
}

bool OdfStyles::hidden(std::string_view family, std::string_view name) const {
    return said(family, name, &Style::hidden) == Said::yes;
}

bool OdfStyles::hidden_slide(std::string_view name) const {
    return said("drawing-page", name, &Style::hidden_slide) == Said::yes;
}

bool OdfStyles::derives_from(std::string_view family, std::string_view name, std::string_view ancestor) const {
    for (int i = 0; i < longest_chain && !name.empty(); ++i) {
        if (name == ancestor) return true;
        const Style* style = find(family, name);
        name = style == nullptr ? std::string_view() : style->parent;
    }
    return false;
}

std::string_view OdfStyles::list_of_paragraph(std::string_view name) const {
    const Style* style = find("paragraph", name);
    for (int i = 0; i < longest_chain && style != nullptr; ++i) {
        if (style->says_list) return style->list;
        style = style->parent.empty() ? nullptr : find("paragraph", style->parent);
    }
    return {};
}

const OdfLabels* OdfStyles::list(std::string_view name) const {
    const auto found = lists_.find(std::string(name));
    return found == lists_.end() ? nullptr : &found->second;
}

}  // namespace boardcheck::ingest
