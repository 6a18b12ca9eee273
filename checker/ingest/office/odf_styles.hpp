// What the styles of an OpenDocument file say that matters to a reader: bold, hidden, the look of list labels.
//
// Names are views into the XML that was read, which must outlive the styles.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include <pugixml.hpp>

#include "ingest/office/numeral.hpp"

namespace boardcheck::ingest {

constexpr std::size_t odf_levels = 10;  // of lists and headings, as the standard has them

/// How the items of one level of a list are labelled.
struct OdfLabel {
    enum class Kind { none, bullet, number } kind = Kind::none;
    bool shown = false;  // of a number: it has numerals
    Numerals numerals = Numerals::arabic;
    std::string_view prefix, suffix;
    int start = 1;
    int levels_shown = 1;  // 3: "1.2.3"
};
using OdfLabels = std::array<OdfLabel, odf_levels>;

class OdfStyles {
public:
    /// Takes the styles from office:styles or office:automatic-styles; a later style wins over one of the same name.
    void read(const pugi::xml_node& container);

    /// What this style says itself or inherits; `fallback` where it does not say.
    bool bold(std::string_view family, std::string_view name, bool fallback) const;
    bool hidden(std::string_view family, std::string_view name) const;
    bool hidden_slide(std::string_view name) const;
    /// Whether the style, or one that it is derived from, has this name.
    bool derives_from(std::string_view family, std::string_view name, std::string_view ancestor) const;
    std::string_view list_of_paragraph(std::string_view name) const;
    /// Null where there is no such list style.
    const OdfLabels* list(std::string_view name) const;
    const OdfLabels& outline() const { return outline_; }

private:
    enum class Said : std::uint8_t { nothing, no, yes };
    struct Style {
        std::string_view parent;
        std::string_view list;
        Said bold = Said::nothing;
        Said hidden = Said::nothing;
        Said hidden_slide = Said::nothing;
        bool says_list = false;
    };
    template <typename Property>
    Said said(std::string_view family, std::string_view name, Property property) const;
    const Style* find(std::string_view family, std::string_view name) const;
    void read_style(const pugi::xml_node& node);
    std::unordered_map<std::string, Style> styles_;  // "paragraph:Standard"
    std::unordered_map<std::string, OdfLabels> lists_;
    OdfLabels outline_{};
};

}  // namespace boardcheck::ingest
