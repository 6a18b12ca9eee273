// The styles of a Word file, each with all that it inherits.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

namespace boardcheck::ingest::docx {

/// What a run looks like; nothing: as what it inherits from.
struct CharacterFormat {
    std::optional<bool> bold, hidden, underlined, capitals;
    std::optional<int> size;  // in half points
};
/// From a w:rPr; null gives nothing.
CharacterFormat character_format(const pugi::xml_node& properties);
/// `over` on top of `base`.
CharacterFormat combine(const CharacterFormat& base, const CharacterFormat& over);

enum class StyleRole { plain, title, caption, contents, list };

/// The list that a paragraph belongs to; `list` 0 takes it out of all lists.
struct ListPlace {
    std::optional<int> list, level;
};
/// From a w:pPr.
ListPlace list_place(const pugi::xml_node& properties);

struct Style {
    std::string id;
    StyleRole role = StyleRole::plain;
    int outline = -1;  // 0 to 8: a heading; 9: body text; -1: not said
    ListPlace place;
    std::string numbered_by;  // the id of the style that brings the list
    int list_level = 1;       // of a style for list items that has no list: from its name
    CharacterFormat format;
    bool heading_row = false;  // of a table: the first row looks different
};

class Styles {
public:
    /// `tree` may be empty: then only the names of styles speak.
    explicit Styles(const pugi::xml_document& tree);

    /// Of a paragraph with this style id; the default style where it is empty, one by its name where it is unknown. The
    /// reference stays good.
    const Style& paragraph(std::string_view id);
    /// Null where there is no such style.
    const Style* find(std::string_view id) const;
    const CharacterFormat& defaults() const { return defaults_; }

private:
    std::map<std::string, Style, std::less<>> styles_;
    std::string default_paragraph_;
    CharacterFormat defaults_;
};

}  // namespace boardcheck::ingest::docx
