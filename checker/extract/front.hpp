// The front and the foot of a paper, where it says what it is: their lines, cut into cells, and what their labels say.
#pragma once

#include <string>
#include <vector>

#include "extract/paper.hpp"

namespace boardcheck::extract {

/// Words of one line: a whole line, or what stands between two bars or wide gaps of it.
struct Cell {
    std::uint32_t sentence = 0;
    text::TokenRange tokens;  // may reach into the next sentences of the same block
};

/// A label with what it labels: "Date of meeting | Thursday 23 September 2021", "Subject: **Update on ...**".
struct Labelled {
    std::string role;
    Cell value;
    Cell label;  // its own words; empty where the value goes on from a line before
};

struct Front {
    std::vector<Labelled> labels;  // in reading order; those of the foot last
    std::vector<Cell> letterhead;  // what stands without a label before the paper's first prose
    std::uint32_t prose = 0;       // the sentence with which that begins
    static constexpr std::uint32_t none = 0xffffffff;
    std::uint32_t salutation = none;  // the sentence "Dear ..." of a letter
};

Front front_of(const Paper& paper);

/// The longest mention with a role (with this one, where one is named) that begins at this token.
std::optional<match::Mention> role_at(const Paper& paper, std::uint32_t sentence, std::uint32_t token,
                                      std::string_view role = {});
/// Whether a mention inside of the cell has this role.
bool has_role(const Paper& paper, const Cell& cell, std::string_view role);
/// Of "21 SEPTEMBER 2021" where the day was read as the number of a heading.
std::optional<Date> day_with_number(const Paper& paper, std::uint32_t sentence);
/// Each sentence that a cell has a part of.
std::vector<std::uint32_t> sentences_of(const Paper& paper, const Cell& cell);

}  // namespace boardcheck::extract
