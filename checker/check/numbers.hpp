// What a paper has numbered, in reading order: headings, paragraphs, items of lists, tables and figures.
#pragma once

#include <string>
#include <vector>

#include "check/attachments.hpp"

namespace boardcheck::check {

struct Numbered {
    std::string kind;    // "section", "paragraph", "table", ...
    std::string number;  // as printed: "5.2", "(a)", "B"
    std::string label;   // what numbers are compared by: "5.2", "(a)", "b"
    std::uint32_t sentence = 0;
    std::size_t part = 0;  // of the paper: 0, or one more than the index of the attachment that it stands in
};

std::vector<Numbered> numbers_of(const Case& paper, const Attachments& attachments);

/// 0 for the paper itself, or one more than the index of the attachment in which the sentence stands.
std::size_t part_of(const Attachments& attachments, std::uint32_t sentence);

/// Whether the paper, or an attachment, is part of a longer one by its title: it may leave out what it refers to, and
/// numbers.
bool is_extract(const Case& paper, const Attachments& attachments, std::size_t part);

/// "5" of "5.2", nothing of "5".
std::string chapter_of(const std::string& label);

/// The value of what comes after the last stop: 2 of "5.2", 3 of "c" and "(c)", 4 of "(iv)"; 0 of anything else.
std::uint32_t last_value(const std::string& label);

}  // namespace boardcheck::check
