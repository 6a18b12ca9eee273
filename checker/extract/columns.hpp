// The columns of tables: a row of short cells is one sentence, and its cells are blocks.
#pragma once

#include "extract/paper.hpp"

namespace boardcheck::extract {

/// The column, from 1, in which words of a row stand; 0 where they stand in no table.
std::uint32_t column_at(const Paper& paper, std::uint32_t sentence, text::TokenRange tokens);

}  // namespace boardcheck::extract
