// Case files of this room: a line "== paper", the paper byte for byte, a line "== blocks", and the blocks that it must
// be read into, one in a line as `describe` writes them. With BOARDCHECK_REWRITE_CASES set, the tests write the blocks
// that they get into the files instead, to be reviewed as a diff.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "ingest/ingest.hpp"

namespace boardcheck::test {

struct Case {
    std::string paper;
    std::string blocks;
};

/// The .case files in the order of their names; throws where there are none.
std::vector<std::filesystem::path> case_files();
Case read_case(const std::filesystem::path& path);
void write_case(const std::filesystem::path& path, const Case& contents);

std::string slurp(const std::filesystem::path& path);
/// The papers of our own corpus, and real ones that stand beside the repository, where there are any.
std::vector<std::filesystem::path> whole_papers();

/// One line for each block: "@12 list_item 2 #(a) bold doubtful page 3: words".
std::string describe(const ingest::Document& document);

}  // namespace boardcheck::test
