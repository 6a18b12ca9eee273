// What the text of a slide inherits from its layout, its master and the presentation: bullets, numbers, weight, size.
//
// The trees must outlive the design.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

namespace boardcheck::ingest {

/// How a paragraph of one level looks; nothing: nobody says.
struct SlideLook {
    enum class Bullet { unsaid, none, sign, number } bullet = Bullet::unsaid;
    std::string_view scheme;  // of a number: "arabicPeriod"
    int start = 1;            // of a number
    std::optional<bool> bold;
    std::optional<int> size;  // hundredths of a point
};

/// The role of a shape that stands for one of the layout's: "title", "body", "sldNum"; empty: no placeholder.
std::string_view placeholder_of(const pugi::xml_node& shape);
bool is_title_placeholder(std::string_view placeholder);

class SlideDesign {
public:
    /// Null nodes are allowed: nothing is inherited from them.
    SlideDesign(const pugi::xml_node& layout, const pugi::xml_node& master, const pugi::xml_node& presentation)
        : layout_(layout), master_(master), presentation_(presentation) {}
    /// The lists of looks that the text of a shape draws upon, the nearest first.
    std::vector<pugi::xml_node> sources(const pugi::xml_node& shape) const;
    /// Of text that stands in no placeholder.
    std::vector<pugi::xml_node> plain_sources() const;

private:
    pugi::xml_node layout_, master_, presentation_;
};

/// The look of a paragraph; `level` counts from 0.
SlideLook look_of(const pugi::xml_node& paragraph, int level, const std::vector<pugi::xml_node>& sources);
int level_of(const pugi::xml_node& paragraph);
/// "(b)" for 2 by "alphaLcParenBoth"; without a trailing stop.
std::string slide_number(int number, std::string_view scheme);

}  // namespace boardcheck::ingest
