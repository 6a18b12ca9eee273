// Folders of rule files, as the command reads them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catalogue/catalogue.hpp"

namespace boardcheck::test {

/// Every *.xml file below `folder`, by its name relative to it; at least one.
std::vector<catalogue::RuleFile> rule_files(const std::filesystem::path& folder);
/// Folders in data/<group>, in order of name; at least one.
std::vector<std::filesystem::path> folders_in(const std::string& group);
std::string slurp(const std::filesystem::path& path);

/// One line for each fault, as a user sees it.
std::string lines_of(const std::vector<Error>& faults);

/// Loads `files`, which must be without fault.
catalogue::Catalogue loaded(const std::vector<catalogue::RuleFile>& files);

}  // namespace boardcheck::test
