// The fields of a paper's template: labels with what stands beside, behind or below them.
#pragma once

#include <string>
#include <vector>

#include "check/parts.hpp"
#include "check/row_tables.hpp"

namespace boardcheck::check {

struct Field {
    std::uint32_t sentence = 0;
    std::string role;        // of the label's term: "author-label", "implication-legal"
    text::TokenRange label;  // the whole label, with what is added to it: "Purpose (tick one)"
    text::TokenRange value;  // no tokens: it was left empty
};

/// In reading order: those of tables with a column of labels, then those of lines ("Author: Ann Lee").
std::vector<Field> fields_of(const Case& paper, const std::vector<RowTable>& tables);

}  // namespace boardcheck::check
