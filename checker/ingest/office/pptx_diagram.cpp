#include "ingest/office/pptx_diagram.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "ingest/office/xml.hpp"

namespace boardcheck::ingest {

namespace {

constexpr std::uint8_t deepest = 9;

struct Point {
    pugi::xml_node text;
    std::vector<std::pair<int, std::size_t>> below;  // place among its siblings, and which point
    bool words = false;                              // not one of those that only lay out or connect
    bool placed = false;                             // below another one
    bool told = false;
};

class Diagram {
public:
    explicit Diagram(const pugi::xml_node& data) {
        for (const pugi::xml_node each : child(data, "ptLst").children()) read_point(each);
        for (const pugi::xml_node each : child(data, "cxnLst").children()) read_connection(each);
        for (Point& point : points_) std::stable_sort(point.below.begin(), point.below.end());
    }
    std::vector<DiagramPoint> told() {
        for (std::size_t i = 0; i < points_.size(); ++i) {
            if (!points_[i].placed) tell(i);
        }
        // What is left stands in a ring.
        for (std::size_t i = 0; i < points_.size(); ++i) tell(i);
        return std::move(told_);
    }

private:
    void read_point(const pugi::xml_node& node) {
        if (local_name(node) != "pt") return;
        const std::string_view type = attribute(node, "type");
        Point point;
        point.text = child(node, "t");
        point.words = type.empty() || type == "node" || type == "asst";
        by_id_.try_emplace(attribute(node, "modelId"), points_.size());
        points_.push_back(std::move(point));
    }
    void read_connection(const pugi::xml_node& node) {
        const std::string_view type = attribute(node, "type");
        const auto above = by_id_.find(attribute(node, "srcId"));
        const auto below = by_id_.find(attribute(node, "destId"));
        if (!(type.empty() || type == "parOf") || above == by_id_.end() || below == by_id_.end()) return;
        points_[above->second].below.emplace_back(number_in(attribute(node, "srcOrd")), below->second);
        points_[below->second].placed = true;
    }
    void tell(std::size_t first) {
        std::vector<std::pair<std::size_t, std::uint8_t>> open{{first, std::uint8_t{0}}};
        while (!open.empty()) {
            const auto [index, level] = open.back();
            open.pop_back();
            Point& point = points_[index];
            if (point.told) continue;
            point.told = true;
            const auto own = static_cast<std::uint8_t>(std::clamp<int>(level, 1, deepest));
            if (point.words && point.text) told_.push_back({point.text, own});
            const auto next = static_cast<std::uint8_t>(std::min<int>(level + 1, deepest));
            for (auto each = point.below.rbegin(); each != point.below.rend(); ++each) {
                open.emplace_back(each->second, next);
            }
        }
    }

    std::vector<Point> points_;
    std::unordered_map<std::string_view, std::size_t> by_id_;
    std::vector<DiagramPoint> told_;
};

}  // namespace

std::vector<DiagramPoint> diagram_points(const pugi::xml_node& data) { return Diagram(data).told(); }

}  // namespace boardcheck::ingest
