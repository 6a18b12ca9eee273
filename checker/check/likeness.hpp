// How alike two pieces of text are, by the words that carry their meaning; and which of many belong together.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.hpp"

namespace boardcheck::check {

/// Stems without function words, sorted, each once.
using Bag = std::vector<std::string>;
Bag bag_of(const text::Text& text, Span span);
Bag bag_of(std::string_view words);

struct Pair {
    std::uint32_t one = 0, other = 0;  // indices into the two lists
    double likeness = 0;               // 0 to 1
};
/// All pairs that are at least so much alike, the most alike first. Words that few items have count for more. Linear
/// for lists whose words are not all the same ones.
std::vector<Pair> alike(const std::vector<Bag>& ones, const std::vector<Bag>& others, double least);
/// Of these, each item in one pair at most: the most alike go together.
std::vector<Pair> pair_up(const std::vector<Bag>& ones, const std::vector<Bag>& others, double least);

}  // namespace boardcheck::check
