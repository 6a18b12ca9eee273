// Which of the files of a folder or a zip are papers: by their first bytes.
//
// A file whose name promises a paper (.docx, .pdf, .txt, ...) is always one, so that a damaged one is reported and not
// passed over. Any other file is one by what it holds: PDF, Word, PowerPoint, OpenDocument, HTML. Text says nothing of
// what it is: without a name for papers (.csv, .json, .log, LICENSE) it is left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"

namespace boardcheck::ingest {

/// How many bytes `is_paper` needs to see.
constexpr std::size_t looked_at = 8192;

/// Files that need not be opened, nor told of: hidden ones, what file managers leave behind, READMEs of folders. `name`
/// with '/' between its parts, below the folder or zip.
bool is_ignored(std::string_view name);
/// Any other file is a paper, or is left out and told.
bool is_paper(std::string_view name, std::string_view beginning);

/// "2 files were left out, as they are no papers: a.png, b.xlsx"; a long list is cut short.
Notice left_out_notice(const std::string& where, const std::vector<std::string>& names);

}  // namespace boardcheck::ingest
