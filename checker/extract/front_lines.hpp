// The lines of a front: how they are cut into cells, and with which label a cell begins.
#pragma once

#include "extract/front.hpp"

namespace boardcheck::extract {

struct Label {
    std::string role;         // of its term; "other-label": one that is of no use here
    std::uint32_t value = 0;  // the token after the label and what sets it off
    bool set_off = false;     // by a colon
};

/// The label with which a cell begins, if it is set off from its value: by a colon, a dash, the end of the line or of
/// the cell; or if its value follows at once ("Report of the Director", "Report author Ann Lee", "Date 3 May 2021").
std::optional<Label> label_of(const Paper& paper, const Cell& cell);
/// Whether the words before a colon at the beginning of the cell may be a label that the rules do not know.
std::optional<Label> unknown_label_of(const Paper& paper, const Cell& cell);

/// The cells of a sentence: what stands between bars, the cells of a table, wide gaps; and from label to label.
std::vector<Cell> line_cells(const Paper& paper, std::uint32_t sentence);

}  // namespace boardcheck::extract
