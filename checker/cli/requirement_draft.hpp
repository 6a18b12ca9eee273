// A requirement as a rule file would have it, ready to be filled in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"

namespace boardcheck::cli {

/// The element with what is known of it; what is not is left empty, so that `rules validate` names it, under a comment
/// that says what goes there. `terms` are terms of the lexicon that its words mention.
std::string requirement_draft(const NewArguments& known, const std::vector<std::string>& terms);

/// The bytes of a rule file with the element behind the requirement that begins in line `after`, or as the first where
/// that is 0.
std::string with_requirement(std::string_view bytes, std::uint32_t after, std::string_view element);

/// The line, from 1, in which `element` begins in `bytes`.
std::uint32_t line_of(std::string_view bytes, std::string_view element);

}  // namespace boardcheck::cli
