// The numbers of an OpenDocument file's lists and headings, which are computed and stand nowhere in the text.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <pugixml.hpp>

#include "ingest/office/odf_styles.hpp"

namespace boardcheck::ingest {

/// What stands in front of a paragraph.
struct OdfPoint {
    bool item = false;       // it belongs to a point with a bullet or a number, not to a clause
    std::uint32_t list = 0;  // number of the list it belongs to, from 1; 0: none
    std::size_t level = 0;   // depth in its list, from 1
    std::string number;
};

/// In a text, lists say themselves how they go on from each other. In a presentation they do not: there, lines of one
/// text box are counted on as long as their labels look alike, whatever lists they stand in.
class OdfLists {
public:
    explicit OdfLists(bool slides) : slides_(slides) {}
    /// The styles must outlive the lists, or be replaced.
    void use(const OdfStyles& styles) { styles_ = &styles; }
    void enter_list(const pugi::xml_node& node);
    void leave_list();
    void enter_item(const pugi::xml_node& node);
    void leave_item();
    /// Only the first paragraph of an item is numbered.
    OdfPoint paragraph(std::string_view style);
    std::string heading(const pugi::xml_node& node, std::size_t level);

    /// A text box, a note or a cell begins: the lists around it do not reach into it. Returns what `resume` needs.
    std::size_t suspend();
    void resume(std::size_t before);

private:
    static constexpr int unset = -1;
    struct Counters {
        std::array<int, odf_levels> at{unset, unset, unset, unset, unset, unset, unset, unset, unset, unset};
    };
    /// The lines of a text box on a slide so far.
    struct Box {
        Counters counters;
        std::array<const OdfLabel*, odf_levels> labels{};  // the last of each level; null: no number
    };
    struct OpenList {
        std::string_view style;
        std::size_t counters = 0;
        bool fresh = false;   // an item has begun, and had no paragraph yet
        bool header = false;  // of the open item: it has no label
        int start = unset;    // of the open item
    };
    std::size_t counters_for(const pugi::xml_node& node, std::string_view style);
    static void count(Counters& counters, const OdfLabels& labels, std::size_t level, int start);
    static std::string number(const Counters& counters, const OdfLabels& labels, std::size_t level);

    void count_in_box(const OdfLabels& labels, std::size_t level, int start);

    const bool slides_;
    const OdfStyles* styles_ = nullptr;
    std::vector<OpenList> open_;
    std::size_t base_ = 0;  // lists below are those around a text box
    std::vector<Counters> counters_;
    std::unordered_map<std::string_view, std::size_t> by_id_, by_style_;
    Counters outline_;
    Box box_;
};

}  // namespace boardcheck::ingest
