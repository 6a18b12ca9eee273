// Figures of a paper with their units: "£61.4 million", "75 per cent", "412,000", "twenty-four".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/words.hpp"

namespace boardcheck::check {

enum class Unit { count, money, percent };

struct Amount {
    Unit unit = Unit::count;
    double value = 0;
    double step = 1;     // by which the value can be told: 0.1 million for "61.4 million"
    std::string digits;  // as written, without marks: "614"
    text::TokenRange tokens;
    bool in_words = false;  // "seven"
    std::uint32_t sentence = 0;
};

/// The amount whose first word stands at `token` and which ends before `end`; no ordinal, no "1.2.3".
std::optional<Amount> amount_at(const Words& words, std::uint32_t token, std::uint32_t end);

/// All amounts of a sentence, in order, that are no part of a date or of a number that only names something ("section
/// 5", "2.00 pm").
class AmountFinder {
public:
    AmountFinder(const Case& paper, const Words& words);
    std::vector<Amount> find(std::uint32_t sentence) const;

private:
    bool names_something(const Amount& amount, std::uint32_t first) const;

    const Case* paper_;
    const Words* words_;
    std::vector<bool> dated_;  // each token: stands in a date
};

/// "1,250", "£61.4 million", "75%".
std::string to_string(const Amount& amount, const Words& words);

/// Whether two values are one, told with less care: within half a step of the coarser one.
bool agree(const Amount& a, const Amount& b);

}  // namespace boardcheck::check
