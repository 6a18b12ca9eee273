// The parts of a sentence that each ask for something: "note A, to approve B and to ratify C" asks three times.
#pragma once

#include <string>
#include <vector>

#include "extract/paper.hpp"

namespace boardcheck::extract {

struct Ask {
    std::string ask;           // of the verb's term; "other" where the verb is none of those that are known
    std::string number;        // "(b)" in "(a) note A; (b) approve B"
    text::TokenRange tokens;   // with the verb
    std::uint32_t object = 0;  // the token after the verb
    bool known = false;        // the verb is a known one
};

/// Asks in a part of a sentence; the first one begins at its beginning, whatever its verb.
std::vector<Ask> asks_in(const Paper& paper, std::uint32_t sentence, text::TokenRange range);

}  // namespace boardcheck::extract
