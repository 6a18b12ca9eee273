// What the reports for a terminal have in common.
#pragma once

#include <string>
#include <vector>

#include "report/lines.hpp"

namespace boardcheck::report {

/// The parts that are not empty, with dots between.
std::string dotted(const std::vector<std::string>& parts);

void write_notices(Lines& lines, const std::vector<Notice>& notices);
void write_unreadable(Lines& lines, const Error& error);
/// Files of folders that were left out.
void write_left_out(Lines& lines, const std::vector<Notice>& notices);
/// "2 papers checked, 1 not read".
std::string papers_in_words(const std::vector<Outcome>& papers, std::string_view done);

}  // namespace boardcheck::report
