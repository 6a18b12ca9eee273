#include "ingest/pdf/label.hpp"

#include <algorithm>
#include <cmath>

#include "ingest/pdf/marker.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest::pdf {

namespace {

/// A clause's number; one without any stop may as well be a figure in a table.
bool hangs(const Line& label, const Line& text) {
    constexpr float farthest = 6;  // of the font's size
    const bool number = is_label(label.text) && label.text.find_first_not_of("0123456789") != std::string::npos;
    const bool words = begins_upper(text.text) || begins_lower(text.text);
    return number && words && text.left - label.left < farthest * text.size && text.left == text.text_left;
}

/// Where the first two pieces of a band begin.
struct Lefts {
    float first = 0, second = 0;
    bool near(const Lefts& other) const {
        constexpr float shift = 2;
        return std::abs(first - other.first) < shift && std::abs(second - other.second) < shift;
    }
};

}  // namespace

void put_in_front(const Line& label, Line& line) {
    const auto moved = static_cast<std::uint32_t>(label.text.size()) + 1;
    for (Span& span : line.raised) span = {span.begin + moved, span.end + moved};
    line.text = label.text + ' ' + line.text;
    line.text_left = line.left;
    line.left = label.left;
}

void join_hanging_labels(std::vector<Line>& lines, const std::vector<std::vector<std::size_t>*>& bands) {
    std::vector<Lefts> tables;
    std::vector<std::pair<Lefts, std::vector<std::size_t>*>> hanging;
    for (std::vector<std::size_t>* band : bands) {
        if (band->size() < 2) continue;
        const Line& label = lines[band->front()];
        const Line& text = lines[(*band)[1]];
        const Lefts lefts{label.left, text.left};
        if (band->size() == 2 && hangs(label, text)) {
            hanging.emplace_back(lefts, band);
        } else {
            const bool known =
                std::any_of(tables.begin(), tables.end(), [&](const Lefts& table) { return table.near(lefts); });
            if (!known) tables.push_back(lefts);
        }
    }
    for (const auto& [lefts, band] : hanging) {
        const bool row =
            std::any_of(tables.begin(), tables.end(), [&own = lefts](const Lefts& table) { return table.near(own); });
        if (row) continue;
        put_in_front(lines[band->front()], lines[(*band)[1]]);
        band->erase(band->begin());
    }
}

}  // namespace boardcheck::ingest::pdf
