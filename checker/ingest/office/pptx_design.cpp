#include "ingest/office/pptx_design.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "ingest/office/numeral.hpp"
#include "ingest/office/xml.hpp"

namespace boardcheck::ingest {

namespace {

constexpr int deepest_level = 8;
constexpr int most_shapes = 500;  // of a layout or master: more are searched in vain for every shape of a slide

pugi::xml_node placeholder_node(const pugi::xml_node& shape) {
    for (const pugi::xml_node each : shape.children()) {
        if (!local_name(each).starts_with("nv")) continue;
        return child(child(each, "nvPr"), "ph");
    }
    return {};
}

std::string_view type_of(const pugi::xml_node& placeholder) {
    const std::string_view type = attribute(placeholder, "type");
    return type.empty() ? "obj" : type;
}

/// The master has only these five; all others stand for its body.
std::string_view master_type(std::string_view type) {
    if (is_title_placeholder(type)) return "title";
    const bool own = type == "dt" || type == "ftr" || type == "sldNum";
    return own ? type : "body";
}

pugi::xml_node shape_tree(const pugi::xml_node& part) { return child(child(part, "cSld"), "spTree"); }

/// The shape of the layout that a placeholder of the slide stands for.
pugi::xml_node layout_shape(const pugi::xml_node& layout, const pugi::xml_node& placeholder) {
    pugi::xml_node same_type;
    const std::string_view type = type_of(placeholder);
    const std::string_view index = attribute(placeholder, "idx");
    int left = most_shapes;
    for (auto shape = shape_tree(layout).first_child(); shape && left > 0; shape = shape.next_sibling(), --left) {
        const auto candidate = placeholder_node(shape);
        if (!candidate) continue;
        if (!index.empty() && attribute(candidate, "idx") == index) return shape;
        const std::string_view other = type_of(candidate);
        const bool titles = is_title_placeholder(other) && is_title_placeholder(type);
        if (!same_type && (other == type || titles)) same_type = shape;
    }
    return same_type;
}

pugi::xml_node master_shape(const pugi::xml_node& master, std::string_view type) {
    int left = most_shapes;
    for (auto shape = shape_tree(master).first_child(); shape && left > 0; shape = shape.next_sibling(), --left) {
        const auto candidate = placeholder_node(shape);
        if (candidate && master_type(type_of(candidate)) == type) return shape;
    }
    return {};
}

pugi::xml_node list_style(const pugi::xml_node& shape) { return child(child(shape, "txBody"), "lstStyle"); }

void add(std::vector<pugi::xml_node>& sources, const pugi::xml_node& node) {
    if (node) sources.push_back(node);
}

void read_bullet(const pugi::xml_node& properties, SlideLook& look) {
    for (const pugi::xml_node each : properties.children()) {
        const std::string_view name = local_name(each);
        if (name == "buNone") look.bullet = SlideLook::Bullet::none;
        if (name == "buChar" || name == "buBlip") look.bullet = SlideLook::Bullet::sign;
        if (name != "buAutoNum") continue;
        look.bullet = SlideLook::Bullet::number;
        look.scheme = attribute(each, "type");
        look.start = std::max(1, number_in(attribute(each, "startAt"), 1));
    }
}

bool is_true(std::string_view value) { return value == "1" || value == "true" || value == "on"; }

void read_source(const pugi::xml_node& properties, SlideLook& look) {
    if (look.bullet == SlideLook::Bullet::unsaid) read_bullet(properties, look);
    const auto run = child(properties, "defRPr");
    if (!look.bold && has_attribute(run, "b")) look.bold = is_true(attribute(run, "b"));
    if (!look.size && has_attribute(run, "sz")) look.size = number_in(attribute(run, "sz"));
}

}  // namespace

std::string_view placeholder_of(const pugi::xml_node& shape) {
    const auto placeholder = placeholder_node(shape);
    return placeholder ? type_of(placeholder) : std::string_view();
}

bool is_title_placeholder(std::string_view placeholder) { return placeholder == "title" || placeholder == "ctrTitle"; }

std::vector<pugi::xml_node> SlideDesign::plain_sources() const {
    std::vector<pugi::xml_node> found;
    add(found, child(presentation_, "defaultTextStyle"));
    return found;
}

std::vector<pugi::xml_node> SlideDesign::sources(const pugi::xml_node& shape) const {
    std::vector<pugi::xml_node> found;
    add(found, list_style(shape));
    if (const auto placeholder = placeholder_node(shape)) {
        add(found, list_style(layout_shape(layout_, placeholder)));
        const std::string_view type = master_type(type_of(placeholder));
        add(found, list_style(master_shape(master_, type)));
        const auto styles = child(master_, "txStyles");
        add(found, child(styles, type == "title" ? "titleStyle" : type == "body" ? "bodyStyle" : "otherStyle"));
    }
    add(found, child(presentation_, "defaultTextStyle"));
    return found;
}

int level_of(const pugi::xml_node& paragraph) {
    return std::clamp(number_in(attribute(child(paragraph, "pPr"), "lvl")), 0, deepest_level);
}

SlideLook look_of(const pugi::xml_node& paragraph, int level, const std::vector<pugi::xml_node>& sources) {
    SlideLook look;
    read_bullet(child(paragraph, "pPr"), look);
    const std::string name = fmt::format("lvl{}pPr", level + 1);
    for (const pugi::xml_node& source : sources) read_source(child(source, name), look);
    return look;
}

std::string slide_number(int number, std::string_view scheme) {
    constexpr std::array<std::pair<std::string_view, Numerals>, 4> kinds{{{"alphaLc", Numerals::letters_small},
                                                                          {"alphaUc", Numerals::letters_capital},
                                                                          {"romanLc", Numerals::roman_small},
                                                                          {"romanUc", Numerals::roman_capital}}};
    const auto* const kind =
        std::find_if(kinds.begin(), kinds.end(), [scheme](const auto& each) { return scheme.starts_with(each.first); });
    const std::string numerals = numeral(number, kind == kinds.end() ? Numerals::arabic : kind->second);
    if (scheme.ends_with("ParenBoth")) return fmt::format("({})", numerals);
    if (scheme.ends_with("ParenR")) return fmt::format("{})", numerals);
    return numerals;
}

}  // namespace boardcheck::ingest
