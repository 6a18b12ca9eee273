// Case files of this folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace boardcheck::test {

/// Files of data/<group>, in order of name; at least one.
std::vector<std::filesystem::path> cases_in(const std::string& group);
std::string slurp(const std::filesystem::path& path);
/// Parts of a case file between blank lines; lines that begin with '%' are remarks.
std::vector<std::string> parts_of(const std::filesystem::path& path);

}  // namespace boardcheck::test
