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
/// Their names; Boost.Test cannot print a path.
std::vector<std::string> case_names();
Case read_case(const std::filesystem::path& path);
Case read_case(const std::string& name);
/// The blocks that a case must be read into; where the variable is set, `got` becomes them.
std::string reviewed_blocks(const std::string& name, const std::string& got);

std::string slurp(const std::filesystem::path& path);
/// The papers of our own corpus, and real ones that stand beside the repository, where there are any.
std::vector<std::filesystem::path> whole_papers();

std::string repeated(std::string_view text, std::size_t times);
std::vector<std::string> notices_of(const ingest::Document& document);
/// One line for each block: "@12 list_item 2 #(a) bold doubtful page 3: words".
std::string describe(const ingest::Document& document);

}  // namespace boardcheck::test
