#include "ingest/office/odf_inline.hpp"

#include <algorithm>
#include <array>

#include "ingest/office/xml.hpp"

namespace boardcheck::ingest {

namespace {

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Elements whose words nobody sees in the paragraph: labels that are computed, glosses, programs.
bool is_unseen(std::string_view name) {
    constexpr std::array<std::string_view, 6> names{"number",          "ruby-text",       "script",
                                                    "event-listeners", "tracked-changes", "page-thumbnail"};
    return is_one_of(name, names);
}

bool is_hidden_field(const pugi::xml_node& node, std::string_view name) {
    return (name == "hidden-text" || name == "hidden-paragraph") && attribute(node, "is-hidden") == "true";
}

struct Open {
    pugi::xml_node node;
    bool bold = false;
};

class Collector {
public:
    Collector(const OdfStyles& styles, bool slide) : styles_(styles), slide_(slide) {}
    OdfInline collect(const pugi::xml_node& paragraph) {
        const std::string_view style = attribute(paragraph, "style-name");
        if (styles_.hidden("paragraph", style)) {
            content_.left_out = true;
            return std::move(content_);
        }
        push_children({paragraph, styles_.bold("paragraph", style, false)});
        while (!open_.empty()) {
            const Open next = open_.back();
            open_.pop_back();
            read(next);
        }
        return std::move(content_);
    }

private:
    void push_children(const Open& parent) {
        for (auto each = parent.node.last_child(); each; each = each.previous_sibling()) {
            open_.push_back({each, parent.bold});
        }
    }
    void add(OdfPiece::Kind kind, const Open& open) { content_.pieces.push_back({kind, {}, open.node, open.bold}); }
    void read(Open open);
    void read_element(Open open, std::string_view name);

    const OdfStyles& styles_;
    bool slide_;
    std::vector<Open> open_;
    OdfInline content_;
};

void Collector::read(Open open) {
    const auto type = open.node.type();
    if (type == pugi::node_pcdata || type == pugi::node_cdata) {
        content_.pieces.push_back({OdfPiece::Kind::words, open.node.value(), {}, open.bold});
    } else if (type == pugi::node_element) {
        read_element(open, local_name(open.node));
    }
}

void Collector::read_element(Open open, std::string_view name) {
    if (name == "s" || name == "tab") {
        add(OdfPiece::Kind::space, open);
    } else if (name == "line-break") {
        add(OdfPiece::Kind::line_break, open);
    } else if (is_odf_object(name)) {
        add(OdfPiece::Kind::object, open);
    } else if (is_hidden_field(open.node, name)) {
        content_.left_out = true;
    } else if (!is_unseen(name) && !(slide_ && name == "page-number")) {
        const std::string_view style = attribute(open.node, "style-name");
        if (name == "span" && !style.empty()) {
            if (styles_.hidden("text", style)) {
                content_.left_out = true;
                return;
            }
            open.bold = styles_.bold("text", style, open.bold);
        }
        push_children(open);
    }
}

}  // namespace

bool is_odf_object(std::string_view name) {
    constexpr std::array<std::string_view, 19> names{
        "frame",   "note",     "annotation",      "custom-shape", "g",
        "rect",    "ellipse",  "circle",          "line",         "polyline",
        "polygon", "path",     "regular-polygon", "connector",    "caption",
        "measure", "text-box", "control",         "scene"};
    return is_one_of(name, names);
}

OdfInline odf_inline(const pugi::xml_node& paragraph, const OdfStyles& styles, bool slide) {
    return Collector(styles, slide).collect(paragraph);
}

}  // namespace boardcheck::ingest
