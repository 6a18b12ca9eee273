// People with their posts, as lists of authors and contacts name them.
#pragma once

#include <vector>

#include "extract/front.hpp"

namespace boardcheck::extract {

/// "Ann Lee, Director of Care; Bo Ray (Governance Lead)", "the Director of Care (Ann Lee)".
std::vector<Author> people_in(const Paper& paper, const Cell& cell);

/// Whether the words are a person's name and nothing else: capitalised, two to five, or a surname after "Dr"; none of
/// them a word for a post or a body.
bool is_name(const Paper& paper, const Cell& cell);
/// ... and begin with a given name that is known, an initial, or a title.
bool is_sure_name(const Paper& paper, const Cell& cell);
/// A person who stands on a line of their own, name first: "Ann Lee, Director of Care".
bool is_person_line(const Paper& paper, const Cell& cell);

}  // namespace boardcheck::extract
