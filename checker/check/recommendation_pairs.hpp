// Recommendations that are given twice: those at the front beside those at the end, matched by their words.
#pragma once

#include <string>
#include <vector>

#include "check/parts.hpp"

namespace boardcheck::check {

struct Asked {
    const extract::Recommendation* recommendation = nullptr;
    text::TokenRange tokens;
    std::vector<std::string_view> stems;  // of what is asked
    std::vector<std::string> values;      // numbers and dates in it, sorted
};

struct AskedTwice {
    std::size_t front = 0, end = 0;
};

struct Paired {
    std::vector<Asked> front, end;
    std::vector<AskedTwice> pairs;
    std::vector<std::size_t> only_front, only_end;
    bool prose = false;  // the front tells them in a sentence: it may leave some out
};

/// Nothing is paired where the paper gives its recommendations once.
Paired pair_recommendations(const Case& paper);

}  // namespace boardcheck::check
