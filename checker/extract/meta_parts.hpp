// What a paper says of itself, part by part, from its front.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "extract/front.hpp"

namespace boardcheck::extract {

/// The first value of a label with this role, or nothing.
const Labelled* labelled(const Front& front, std::string_view role);

std::vector<Author> authors_of(const Paper& paper, const Front& front);
std::vector<std::string> contacts_of(const Paper& paper, const Front& front);
std::string title_of(const Paper& paper, const Front& front);
std::string body_of(const Paper& paper, const Front& front);
/// What the paper says that it is for; empty where it does not.
std::string purpose_of(const Paper& paper, const Front& front);
/// What the recommendations come to, for a paper that does not say what it is for.
std::string purpose_of(const std::vector<Recommendation>& recommendations);

bool is_minutes(const Paper& paper, const Front& front);
/// "Ann Lee, Chief Executive, July 2021" at the very end.
std::optional<Cell> signing_line(const Paper& paper);
/// Capitalised words that end in the word for a body: a place and a kind of body.
bool is_body_name(const Paper& paper, const Cell& cell);
/// A line that names nothing but a body, a date, a place or a label.
bool is_name_only(const Paper& paper, const Cell& cell);
/// What stands before the first date of the cell, where something does: "Board, 14 September 2021".
text::TokenRange up_to_date(const Paper& paper, const Cell& cell);

}  // namespace boardcheck::extract
