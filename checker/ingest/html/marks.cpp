#include "ingest/html/marks.hpp"

#include <algorithm>
#include <array>

#include "ingest/characters.hpp"
#include "ingest/office/numeral.hpp"
#include "ingest/office/xml.hpp"

namespace boardcheck::ingest {

namespace {

constexpr std::size_t longest_mark = 16;

bool is_spacing(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at).starts_with("\xC2\xA0")) {
            ++at;
        } else if (static_cast<unsigned char>(text[at]) > ' ') {
            return false;
        }
    }
    return true;
}

/// Word fills the room behind a mark with small spaces.
bool is_filler(const GumboNode& node) {
    const std::string font = style_of(node, "font");
    return font.starts_with("7.0pt") && is_spacing(all_text(node));
}

bool is_list_paragraph(const GumboNode& paragraph) {
    return attribute(paragraph, "class").find("MsoList") != std::string_view::npos;
}

/// Looks for the end of the mark in reading order, and gathers its text; false where the text is too long for a mark.
bool find_mark(const GumboNode& node, WrittenMark& mark, std::string& text) {
    for (const GumboNode* child : children_of(node)) {
        if (style_of(*child, "mso-list").find("ignore") != std::string::npos) {
            text += all_text(*child);
            mark.end = child;
            return true;
        }
        if (is_filler(*child)) {
            mark.end = child;
            return true;
        }
        text += text_of(*child);
        if (text.size() > longest_mark) return false;
        if (!find_mark(*child, mark, text)) return false;
        if (mark.end != nullptr) return true;
    }
    return true;
}

}  // namespace

std::string list_number(int value, char type) {
    switch (type) {
        case 'a':
            return numeral(value, Numerals::letters_small);
        case 'A':
            return numeral(value, Numerals::letters_capital);
        case 'i':
            return numeral(value, Numerals::roman_small);
        case 'I':
            return numeral(value, Numerals::roman_capital);
        default:
            return numeral(value, Numerals::arabic);
    }
}

char list_type(const GumboNode& list) {
    const std::string_view type = trimmed(attribute(list, "type"));
    if (type.size() == 1 && std::string_view("1aAiI").find(type) != std::string_view::npos) return type.front();
    std::string style = style_of(list, "list-style-type");
    if (style.empty()) style = style_of(list, "list-style");
    struct Style {
        std::string_view name;
        char type;
    };
    constexpr std::array styles{Style{"lower-alpha", 'a'}, Style{"lower-latin", 'a'}, Style{"upper-alpha", 'A'},
                                Style{"upper-latin", 'A'}, Style{"lower-roman", 'i'}, Style{"upper-roman", 'I'}};
    for (const Style& each : styles) {
        if (style.find(each.name) != std::string::npos || has_class(list, each.name)) return each.type;
    }
    return '1';
}

std::string mark_number(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool letter = is_letter_or_digit(c);
        if (letter || std::string_view("().-").find(c) != std::string_view::npos) out += c;
        if (c == ' ' && !out.empty() && out.back() != ' ') out += c;
    }
    while (!out.empty() && (out.back() == '.' || out.back() == ' ')) out.pop_back();
    const bool bullet = out == "o" || std::none_of(out.begin(), out.end(), is_letter_or_digit);
    return bullet ? std::string() : out;
}

std::optional<WrittenMark> written_mark(const GumboNode& paragraph) {
    const std::string list = style_of(paragraph, "mso-list");
    const auto level = list.find("level");
    const bool in_list = level != std::string::npos;
    WrittenMark mark;
    std::string text;
    if (!find_mark(paragraph, mark, text)) mark.end = nullptr;
    const bool marked = mark.end != nullptr && !is_spacing(text) && text.size() <= 2 * longest_mark;
    if (!marked && !in_list) return {};
    if (!marked && !is_list_paragraph(paragraph)) return {};
    mark.level = in_list ? std::clamp(number_in(std::string_view(list).substr(level + 5), 1), 1, 9) : 1;
    if (marked) {
        mark.number = mark_number(text);
    } else {
        mark.end = nullptr;
    }
    return mark;
}

namespace {

bool is_notes_list(const GumboNode& node) {
    const std::string element = style_of(node, "mso-element");
    return has_role(node, "doc-endnotes") || has_class(node, "footnotes") || has_class(node, "endnotes") ||
           has_class(node, "references") || element == "footnote-list" || element == "endnote-list";
}

bool is_office_note(const GumboNode& node) {
    const std::string element = style_of(node, "mso-element");
    if (element == "footnote" || element == "endnote") return true;
    const std::string_view id = attribute(node, "id");
    return tag_of(node) == GUMBO_TAG_DIV && (id.starts_with("sdfootnote") || id.starts_with("sdendnote"));
}

}  // namespace

void HtmlNotes::find(const GumboNode& node, bool in_notes) {
    const bool noted = has_role(node, "doc-footnote") || has_role(node, "doc-endnote") || is_office_note(node) ||
                       (in_notes && tag_of(node) == GUMBO_TAG_LI);
    if (noted) return add(node, NoteKind::footnote);
    if (style_of(node, "mso-element") == "comment") return add(node, NoteKind::comment);
    in_notes = in_notes || is_notes_list(node);
    for (const GumboNode* child : children_of(node)) find(*child, in_notes);
}

void HtmlNotes::add(const GumboNode& node, NoteKind kind) {
    const std::size_t index = notes_.size();
    std::string number;
    if (tag_of(node) == GUMBO_TAG_LI) {
        int value = 0;
        const bool follows = index > 0 && notes_.back().node->parent == node.parent;
        if (follows) value = number_in(notes_.back().number);
        number = std::to_string(number_of(node, "value", value + 1, 0, 100'000));
    }
    notes_.push_back({&node, kind, number});
    of_node_.emplace(&node, index);
    learn_names(node, index);
}

void HtmlNotes::learn_names(const GumboNode& node, std::size_t index) {
    for (const char* name : {"id", "name"}) {
        const std::string_view value = attribute(node, name);
        if (!value.empty()) of_name_.emplace(value, index);
    }
    for (const GumboNode* child : children_of(node)) learn_names(*child, index);
}

std::optional<std::size_t> HtmlNotes::at(const GumboNode& node) const {
    const auto found = of_node_.find(&node);
    return found == of_node_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> HtmlNotes::called_by(const GumboNode& link) const {
    const std::string_view target = attribute(link, "href");
    if (!target.starts_with('#')) return {};
    const auto found = of_name_.find(std::string(target.substr(1)));
    return found == of_name_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace boardcheck::ingest
