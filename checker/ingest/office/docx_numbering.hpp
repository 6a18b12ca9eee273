// Automatic numbers of a Word file: they stand nowhere in its text, and are counted here as Word counts them.
#pragma once

#include <array>
#include <bitset>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <pugixml.hpp>

#include "ingest/office/docx_styles.hpp"

namespace boardcheck::ingest::docx {

constexpr int list_levels = 9;

struct ListLevel {
    int start = 0;
    std::string format = "decimal";  // as Word names it: "lowerRoman", "bullet", "none"
    std::string text;                // "%1.%2"
    int restart = -1;                // after a paragraph of this level, from 1, or one further out; 0: never; -1: any
    bool legal = false;              // all numbers of the text are decimal
    std::string style;               // the paragraph style that has this level
};

/// What stands in front of a paragraph.
struct ListMark {
    int level = 0;  // from 0
    bool bullet = false;
    std::string number;  // without a stop at its end; may be empty
};

class Numbering {
public:
    Numbering(const pugi::xml_document& tree, const Styles& styles);
    /// Counts the paragraph; nothing where it is in no list. Ask once for every paragraph, in their order.
    std::optional<ListMark> next(const Style& style, const ListPlace& direct);

private:
    using Levels = std::array<ListLevel, list_levels>;
    struct List {
        int abstract = 0;
        std::map<int, int> starts;        // by level: where the list begins to count again
        std::map<int, ListLevel> levels;  // that it defines anew
    };
    struct Counter {
        std::array<int, list_levels> value{};
        std::bitset<list_levels> started;
    };
    void read_abstract(const pugi::xml_node& node);
    void read_list(const pugi::xml_node& node);
    void follow_links(const Styles& styles);
    const ListLevel& level_of(const List& list, int level) const;
    int level_of_style(const List& list, const Style& style) const;
    int start_of(const List& list, int level) const;
    void count(int id, const List& list, int level);
    std::string text_of(const List& list, int level) const;

    std::unordered_map<int, Levels> abstracts_;
    std::unordered_map<int, std::string> links_;  // abstract lists that are defined by a style
    std::unordered_map<int, List> lists_;
    std::unordered_map<int, Counter> counters_;          // by abstract list
    std::map<int, std::bitset<list_levels>> restarted_;  // by list: levels whose own start has been used
};

/// "iv" for 4 in "lowerRoman"; empty for bullets and "none".
std::string list_number(int number, std::string_view format);

}  // namespace boardcheck::ingest::docx
