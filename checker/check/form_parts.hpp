// The parts of form.cpp: what a paper of its kind and its own template should have.
#pragma once

#include <vector>

#include "check/fields.hpp"
#include "check/parts.hpp"

namespace boardcheck::check {

/// Fields of the template that were not filled in.
void add_fields(const Case& paper, const std::vector<Field>& fields, std::vector<Finding>& findings);
/// Implications that are missing, promised by a heading, or said to be none.
void add_implications(const Case& paper, const std::vector<Field>& fields, std::vector<Finding>& findings);

/// Whether the paper asks for more than to be noted.
bool asks_for_decision(const Case& paper);

}  // namespace boardcheck::check
