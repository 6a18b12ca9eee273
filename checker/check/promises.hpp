// The kinds of promises that commitments.cpp looks at.
#pragma once

#include <vector>

#include "check/parts.hpp"
#include "check/row_tables.hpp"

namespace boardcheck::check {

/// Rows of tables with columns for an owner and a date.
void add_action_tables(const Case& paper, const std::vector<RowTable>& tables, std::vector<Finding>& findings);
/// Promises in sentences and items.
void add_promises(const Case& paper, std::vector<Finding>& findings);
/// Owners of whom the paper says nothing else.
void add_unknown_owners(const Case& paper, std::vector<Finding>& findings);
/// Promises whose condition stands in another place.
void add_conditions(const Case& paper, std::vector<Finding>& findings);
/// Deadlines that are over, or come before what they wait for.
void add_deadlines(const Case& paper, std::vector<Finding>& findings);

}  // namespace boardcheck::check
