#include "ingest/html/content.hpp"

#include <algorithm>
#include <unordered_map>

namespace boardcheck::ingest {

namespace {

using Words = std::vector<std::string>;

constexpr std::size_t short_text = 600;  // bytes: a notice, not a part of a paper

bool any_word(const Words& words, std::initializer_list<std::string_view> wanted) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
    });
}

bool adjacent_words(const Words& words, std::string_view first, std::string_view second) {
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i - 1] == first && words[i] == second) return true;
    }
    return false;
}

bool has_any_role(const GumboNode& node, std::initializer_list<std::string_view> roles) {
    const std::string role = lower_case(trimmed(attribute(node, "role")));
    return !role.empty() && std::find(roles.begin(), roles.end(), role) != roles.end();
}

/// Leads about the site or the page and is never part of a paper.
bool is_navigation(const GumboNode& node) {
    return tag_of(node) == GUMBO_TAG_NAV ||
           has_any_role(node, {"navigation", "search", "menu", "menubar", "toolbar", "dialog", "alertdialog", "doc-toc",
                               "tablist", "tooltip"});
}

struct Mass {
    std::size_t prose = 0;  // bytes of text that are no link
    std::size_t links = 0;
    std::size_t headings = 0;
};

std::size_t visible_bytes(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

bool is_container(const GumboNode& node) {
    switch (tag_of(node)) {
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_HEADER:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_CENTER:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_TBODY:
        case GUMBO_TAG_TR:
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH:
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_SPAN:
            return true;
        default:
            return false;
    }
}

/// Of the containers of a page, weighed once: each is asked about at every level above it.
class Scales {
public:
    explicit Scales(const GumboNode& body) { weigh(body, false); }
    Mass of(const GumboNode& node) const {
        const auto found = masses_.find(&node);
        return found == masses_.end() ? Mass{} : found->second;
    }

private:
    Mass weigh(const GumboNode& node, bool in_link) {
        Mass mass;
        if (is_hidden(node) || is_navigation(node)) return mass;
        mass.headings += heading_level(node) > 0 ? 1 : 0;
        (in_link ? mass.links : mass.prose) += visible_bytes(text_of(node));
        const bool link = in_link || (tag_of(node) == GUMBO_TAG_A && has_attribute(node, "href"));
        for (const GumboNode* child : children_of(node)) {
            const Mass part = weigh(*child, link);
            mass.prose += part.prose;
            mass.links += part.links;
            mass.headings += part.headings;
        }
        if (is_block(node)) masses_.emplace(&node, mass);
        return mass;
    }
    std::unordered_map<const GumboNode*, Mass> masses_;
};

struct TableShape {
    std::size_t rows = 0, most_cells = 0, headings = 0;
    bool header_cells = false;
};

void look_at_row(const GumboNode& row, const Scales& scales, TableShape& shape) {
    std::size_t cells = 0;
    for (const GumboNode* cell : children_of(row)) {
        const GumboTag tag = tag_of(*cell);
        if (tag != GUMBO_TAG_TD && tag != GUMBO_TAG_TH) continue;
        ++cells;
        shape.header_cells = shape.header_cells || tag == GUMBO_TAG_TH;
        shape.headings += scales.of(*cell).headings;
    }
    ++shape.rows;
    shape.most_cells = std::max(shape.most_cells, cells);
}

/// Only arranges the page.
bool is_layout_table(const GumboNode& table, const Scales& scales) {
    if (has_any_role(table, {"presentation", "none"})) return true;
    TableShape shape;
    for (const GumboNode* part : children_of(table)) {
        shape.header_cells = shape.header_cells || tag_of(*part) == GUMBO_TAG_THEAD;
        for (const GumboNode* row : children_of(*part)) {
            if (tag_of(*row) == GUMBO_TAG_TR) look_at_row(*row, scales, shape);
        }
    }
    return !shape.header_cells && (shape.most_cells <= 1 || shape.headings > 0);
}

void find_layout_tables(const GumboNode& node, const Scales& scales, Content& content) {
    if (tag_of(node) == GUMBO_TAG_TABLE && is_layout_table(node, scales)) content.layout_tables.insert(&node);
    for (const GumboNode* child : children_of(node)) find_layout_tables(*child, scales, content);
}

bool mostly_links(const Mass& mass) { return mass.links > mass.prose; }

/// Names that are given to nothing else, wherever they stand.
bool is_named_furniture(const GumboNode& node, const Scales& scales) {
    if (!is_element(node) || node.v.element.attributes.length == 0) return false;
    const Words words = naming_words(node);
    const bool named = any_word(words, {"cookie", "cookies", "breadcrumb", "breadcrumbs", "skiplink", "skiplinks",
                                        "pagination", "gdpr", "sharethis", "addthis", "navbar"}) ||
                       adjacent_words(words, "bread", "crumb") || adjacent_words(words, "skip", "link") ||
                       adjacent_words(words, "skip", "links") || adjacent_words(words, "skip", "to") ||
                       adjacent_words(words, "social", "media") || adjacent_words(words, "back", "to") ||
                       adjacent_words(words, "social", "share") || adjacent_words(words, "share", "links");
    if (!named) return false;
    const Mass mass = scales.of(node);
    return mass.prose < short_text || mostly_links(mass);
}

/// Names of what stands around the content of a site.
bool is_named_around(const GumboNode& node) {
    return any_word(naming_words(node),
                    {"nav", "navigation", "menu", "footer", "header", "masthead", "banner", "sidebar", "search",
                     "topbar", "toolbar", "share", "social", "related", "login"});
}

bool speaks_of_the_site(const GumboNode& node, const Mass& mass) {
    if (mass.prose > short_text) return false;
    const std::string text = lower_case(all_text(node));
    const auto says = [&text](std::string_view words) { return text.find(words) != std::string::npos; };
    return says("\xC2\xA9") || says("copyright") || says("all rights reserved") || says("privacy policy") ||
           (says("cookies") && (says("accept") || says("site"))) || says("skip to");
}

bool is_furniture(const GumboNode& node, const Scales& scales) {
    if (!is_container(node)) return false;
    const Mass mass = scales.of(node);
    if (mass.prose + mass.links == 0) return true;
    if (mostly_links(mass) || speaks_of_the_site(node, mass)) return true;
    if (has_any_role(node, {"banner", "contentinfo", "complementary"})) return mass.prose < short_text;
    return is_named_around(node) && mass.prose < short_text;
}

/// The elements that call themselves the main part, outermost ones.
void find_mains(const GumboNode& node, bool articles, std::vector<const GumboNode*>& found) {
    if (is_hidden(node)) return;
    const bool main = articles ? tag_of(node) == GUMBO_TAG_ARTICLE || has_role(node, "article")
                               : tag_of(node) == GUMBO_TAG_MAIN || has_role(node, "main");
    if (main) return found.push_back(&node);
    for (const GumboNode* child : children_of(node)) find_mains(*child, articles, found);
}

/// The last heading of the first level before `main`, which has none: the title that a site puts above its content.
struct TitleAbove {
    const GumboNode* title = nullptr;
    bool done = false;
};

void find_title_above(const GumboNode& node, const GumboNode& main, TitleAbove& above) {
    if (&node == &main) above.done = true;
    if (above.done || is_hidden(node) || is_navigation(node)) return;
    if (heading_level(node) == 1) above.title = &node;
    for (const GumboNode* child : children_of(node)) find_title_above(*child, main, above);
}

bool has_title(const GumboNode& node) {
    if (heading_level(node) == 1) return true;
    const auto children = children_of(node);
    return std::any_of(children.begin(), children.end(), [](const GumboNode* child) { return has_title(*child); });
}

/// What the page calls its main part, where it holds enough of its words.
std::vector<const GumboNode*> declared_main(const GumboNode& body, const Scales& scales) {
    const std::size_t whole = scales.of(body).prose;
    for (const bool articles : {false, true}) {
        std::vector<const GumboNode*> mains;
        find_mains(body, articles, mains);
        std::size_t held = 0;
        for (const GumboNode* main : mains) held += scales.of(*main).prose;
        const bool enough = articles ? held * 2 >= whole : held * 4 >= whole;
        // Several articles are parts of a paper, with words between them, as likely as papers.
        if (mains.empty() || !enough || held == 0 || (articles && mains.size() > 1)) continue;
        if (std::any_of(mains.begin(), mains.end(), [](const GumboNode* main) { return has_title(*main); })) {
            return mains;
        }
        TitleAbove above;
        find_title_above(body, *mains.front(), above);
        if (above.title != nullptr) mains.insert(mains.begin(), above.title);
        return mains;
    }
    return {};
}

bool may_be_entered(const GumboNode& node, const Content& content) {
    if (!is_container(node)) return false;
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_SPAN) return false;
    return tag != GUMBO_TAG_TABLE || content.layout_tables.contains(&node);
}

/// Goes down to where the running text is, and leaves out the furniture beside the way.
void follow_the_text(const GumboNode& body, const Scales& scales, Content& content) {
    const GumboNode* here = &body;
    while (true) {
        const std::size_t whole = scales.of(*here).prose;
        const GumboNode* next = nullptr;
        for (const GumboNode* child : children_of(*here)) {
            if (may_be_entered(*child, content) && scales.of(*child).prose * 2 > whole) next = child;
        }
        if (next == nullptr) return;
        for (const GumboNode* child : children_of(*here)) {
            if (child != next && is_furniture(*child, scales)) content.left_out.insert(child);
        }
        here = next;
    }
}

bool is_read_note(const GumboNode& node) { return has_any_role(node, {"doc-endnotes", "doc-footnote", "note"}); }

/// Furniture inside of what is read.
void leave_out_furniture(const GumboNode& node, const Scales& scales, Content& content) {
    if (content.left_out.contains(&node)) return;
    const bool out = is_hidden(node) || is_navigation(node) ||
                     (!is_read_note(node) && is_named_furniture(node, scales)) || tag_of(node) == GUMBO_TAG_LABEL ||
                     (tag_of(node) == GUMBO_TAG_BUTTON && heading_level(*node.parent) == 0);
    if (out) {
        content.left_out.insert(&node);
        return;
    }
    for (const GumboNode* child : children_of(node)) leave_out_furniture(*child, scales, content);
}

}  // namespace

Content find_content(const GumboNode& body) {
    const Scales scales(body);
    Content content;
    find_layout_tables(body, scales, content);
    content.roots = declared_main(body, scales);
    if (content.roots.empty()) {
        content.roots.push_back(&body);
        follow_the_text(body, scales, content);
    }
    for (const GumboNode* root : content.roots) {
        for (const GumboNode* child : children_of(*root)) leave_out_furniture(*child, scales, content);
    }
    return content;
}

}  // namespace boardcheck::ingest
