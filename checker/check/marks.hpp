// The words that match the patterns of a marker.
#pragma once

#include <string_view>
#include <vector>

#include "check/parts.hpp"

namespace boardcheck::check {

class Marks {
public:
    /// Of the markers of this name in `rules/extraction`; nothing is marked where there is none.
    Marks(const Case& paper, std::string_view name);
    bool at(std::uint32_t token) const { return token < tokens_.size() && tokens_[token]; }
    bool in(text::TokenRange range) const;

private:
    std::vector<bool> tokens_;
};

}  // namespace boardcheck::check
