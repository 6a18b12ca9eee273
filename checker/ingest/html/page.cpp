#include "ingest/html/page.hpp"

#include <algorithm>
#include <array>

#include "ingest/characters.hpp"
#include "ingest/html/elements.hpp"
#include "ingest/office/xml.hpp"

namespace boardcheck::ingest {

namespace {

constexpr std::string_view white_space = " \t\r\n\f";

void add_words(std::string_view text, std::vector<std::string>& words) {
    std::string word;
    const auto finish = [&] {
        if (!word.empty()) words.push_back(lower_case(word));
        word.clear();
    };
    for (const char c : text) {
        const bool begins = is_upper(c) && !word.empty() && !is_upper(word.back());
        if (!is_letter_or_digit(c) || begins) finish();
        if (is_letter_or_digit(c)) word += c;
    }
    finish();
}

}  // namespace

void HtmlPage::Destroy::operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }

HtmlPage::HtmlPage(std::string_view html) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    output_.reset(gumbo_parse_with_options(&options, html.data(), html.size()));
    for (const GumboNode* node : children_of(*output_->root)) {
        if (tag_of(*node) == GUMBO_TAG_BODY) body_ = node;
        if (tag_of(*node) == GUMBO_TAG_HEAD) head_ = node;
    }
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT; }

std::vector<const GumboNode*> children_of(const GumboNode& node) {
    if (!is_element(node)) return {};
    const GumboVector& children = node.v.element.children;
    std::vector<const GumboNode*> nodes(children.length);
    for (unsigned int i = 0; i < children.length; ++i) nodes[i] = static_cast<const GumboNode*>(children.data[i]);
    return nodes;
}

std::string_view text_of(const GumboNode& node) {
    const bool text =
        node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
    return text ? node.v.text.text : "";
}

std::string all_text(const GumboNode& node) {
    std::string text(text_of(node));
    for (const GumboNode* child : children_of(node)) text += all_text(*child);
    return text;
}

bool has_attribute(const GumboNode& node, const char* name) {
    return is_element(node) && gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

std::string_view attribute(const GumboNode& node, const char* name) {
    if (!is_element(node)) return {};
    const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
    return found == nullptr ? std::string_view() : found->value;
}

std::string style_of(const GumboNode& node, std::string_view property) {
    std::string_view style = attribute(node, "style");
    while (!style.empty()) {
        const auto end = std::min(style.find(';'), style.size());
        const std::string_view declaration = style.substr(0, end);
        style.remove_prefix(std::min(end + 1, style.size()));
        const auto colon = declaration.find(':');
        if (colon == std::string_view::npos) continue;
        if (lower_case(trimmed(declaration.substr(0, colon))) == property) {
            return lower_case(trimmed(declaration.substr(colon + 1)));
        }
    }
    return {};
}

bool has_role(const GumboNode& node, std::string_view role) {
    return has_attribute(node, "role") && lower_case(trimmed(attribute(node, "role"))) == role;
}

std::vector<std::string> naming_words(const GumboNode& node) {
    std::vector<std::string> words;
    add_words(attribute(node, "class"), words);
    add_words(attribute(node, "id"), words);
    return words;
}

bool has_class(const GumboNode& node, std::string_view name) {
    std::string_view classes = attribute(node, "class");
    while (!classes.empty()) {
        const auto end = std::min(classes.find_first_of(white_space), classes.size());
        if (classes.substr(0, end) == name) return true;
        classes.remove_prefix(std::min(end + 1, classes.size()));
    }
    return false;
}

int heading_level(const GumboNode& node) {
    const GumboTag tag = tag_of(node);
    if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) return static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1;
    if (has_role(node, "heading")) return number_of(node, "aria-level", 2, 1, 6);
    return has_class(node, "MsoTitle") ? 1 : 0;
}

bool is_block(const GumboNode& node) {
    if (!is_element(node)) return false;
    const std::string display = style_of(node, "display");
    if (display == "block" || display == "table" || display == "list-item") return true;
    const Shape shape = shape_of(gumbo_normalized_tagname(node.v.element.tag));
    return shape != Shape::phrase && shape != Shape::transparent && shape != Shape::empty;
}

bool is_hidden(const GumboNode& node) {
    if (!is_element(node) || node.v.element.attributes.length == 0) return false;
    if (has_attribute(node, "hidden") || attribute(node, "aria-hidden") == "true") return true;
    if (style_of(node, "display") == "none" || style_of(node, "visibility") == "hidden") return true;
    if (style_of(node, "mso-hide") == "all") return true;
    constexpr std::array<std::string_view, 6> classes{
        "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "govuk-visually-hidden", "d-none"};
    return std::any_of(classes.begin(), classes.end(), [&](std::string_view name) { return has_class(node, name); });
}

int number_of(const GumboNode& node, const char* name, int fallback, int least, int most) {
    return std::clamp(number_in(trimmed(attribute(node, name)), fallback), least, most);
}

std::string lower_case(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
    return out;
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(white_space);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(white_space) - begin + 1);
}

}  // namespace boardcheck::ingest
