#include "ingest/html/elements.hpp"

#include <algorithm>
#include <array>

namespace boardcheck::ingest {

namespace {

struct Element {
    std::string_view name;
    Shape shape;
};

// In order of names.
constexpr std::array elements{
    Element{"a", Shape::phrase},         Element{"address", Shape::block},    Element{"applet", Shape::gone},
    Element{"article", Shape::block},    Element{"aside", Shape::block},      Element{"audio", Shape::gone},
    Element{"b", Shape::phrase},         Element{"blockquote", Shape::block}, Element{"body", Shape::root},
    Element{"br", Shape::empty},         Element{"button", Shape::phrase},    Element{"canvas", Shape::gone},
    Element{"caption", Shape::cell},     Element{"center", Shape::block},     Element{"datalist", Shape::gone},
    Element{"dd", Shape::item},          Element{"del", Shape::phrase},       Element{"details", Shape::block},
    Element{"dialog", Shape::block},     Element{"dir", Shape::block},        Element{"div", Shape::block},
    Element{"dl", Shape::block},         Element{"dt", Shape::item},          Element{"fieldset", Shape::block},
    Element{"figcaption", Shape::block}, Element{"figure", Shape::block},     Element{"footer", Shape::block},
    Element{"form", Shape::block},       Element{"h1", Shape::heading},       Element{"h2", Shape::heading},
    Element{"h3", Shape::heading},       Element{"h4", Shape::heading},       Element{"h5", Shape::heading},
    Element{"h6", Shape::heading},       Element{"head", Shape::root},        Element{"header", Shape::block},
    Element{"hgroup", Shape::block},     Element{"hr", Shape::empty},         Element{"html", Shape::root},
    Element{"iframe", Shape::gone},      Element{"ins", Shape::phrase},       Element{"label", Shape::phrase},
    Element{"legend", Shape::block},     Element{"li", Shape::item},          Element{"listing", Shape::block},
    Element{"main", Shape::block},       Element{"menu", Shape::block},       Element{"meta", Shape::empty},
    Element{"nav", Shape::block},        Element{"noembed", Shape::gone},     Element{"noframes", Shape::gone},
    Element{"noscript", Shape::gone},    Element{"object", Shape::gone},      Element{"ol", Shape::block},
    Element{"p", Shape::block},          Element{"pre", Shape::block},        Element{"rp", Shape::gone},
    Element{"script", Shape::gone},      Element{"search", Shape::block},     Element{"section", Shape::block},
    Element{"select", Shape::gone},      Element{"span", Shape::phrase},      Element{"strong", Shape::phrase},
    Element{"style", Shape::gone},       Element{"sub", Shape::phrase},       Element{"summary", Shape::block},
    Element{"sup", Shape::phrase},       Element{"svg", Shape::gone},         Element{"table", Shape::table},
    Element{"tbody", Shape::table_part}, Element{"td", Shape::cell},          Element{"template", Shape::gone},
    Element{"textarea", Shape::gone},    Element{"tfoot", Shape::table_part}, Element{"th", Shape::cell},
    Element{"thead", Shape::table_part}, Element{"title", Shape::title},      Element{"tr", Shape::row},
    Element{"ul", Shape::block},         Element{"video", Shape::gone},       Element{"xmp", Shape::block},
};

constexpr std::array<std::string_view, 22> attributes{
    "aria-hidden", "aria-level", "class",   "colspan", "content",  "hidden", "href",    "http-equiv",
    "id",          "itemprop",   "lang",    "name",    "property", "role",   "rowspan", "scope",
    "start",       "style",      "summary", "title",   "type",     "value"};

static_assert(std::is_sorted(elements.begin(), elements.end(),
                             [](const Element& a, const Element& b) { return a.name < b.name; }));
static_assert(std::is_sorted(attributes.begin(), attributes.end()));

}  // namespace

Shape shape_of(std::string_view name) {
    const auto* const at =
        std::lower_bound(elements.begin(), elements.end(), name,
                         [](const Element& element, std::string_view wanted) { return element.name < wanted; });
    return at != elements.end() && at->name == name ? at->shape : Shape::transparent;
}

bool is_read_attribute(std::string_view name) { return std::binary_search(attributes.begin(), attributes.end(), name); }

}  // namespace boardcheck::ingest
