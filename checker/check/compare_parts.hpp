// The parts of a comparison, each between two versions of one paper.
#pragma once

#include "check/compare.hpp"
#include "check/likeness.hpp"

namespace boardcheck::check {

std::vector<PromiseChange> promise_changes(const Known& before, const Known& after);
std::vector<StandingChange> standing_changes(const Assessment& before, const Assessment& after);
std::vector<FindingChange> finding_changes(const Known& before, const Known& after);

/// What is to be done: the words of the promise without those for who and when.
Bag action_of(const text::Text& text, const extract::Commitment& promise);

}  // namespace boardcheck::check
