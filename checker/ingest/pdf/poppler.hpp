// Reads a PDF by poppler's tools, `pdfinfo` and `pdftohtml`, which run as processes of their own, within limits.
//
// Errors say what to do: a tool that is not installed, a password, a damaged file, too many pages, a tool that took too
// long, ate too much memory or crashed. Pages whose run failed while others succeeded are a Notice.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.hpp"
#include "ingest/pdf/page.hpp"
#include "ingest/pdf/process.hpp"

namespace boardcheck::ingest::pdf {

struct PdfPages {
    Properties properties;
    std::vector<Page> pages;  // in order
    std::vector<Bookmark> outline;
    std::vector<Notice> notices;
};

/// Page ranges are read side by side, as many at once as there are processors.
Result<PdfPages> read_pages(const std::string& file, std::string_view bytes, const Limits& limits);

/// Why a program that should have read `file` did not; `code` of Ending::exited is not 0.
Error failure(const std::string& file, const std::string& program, const Outcome& outcome, const Limits& limits);

}  // namespace boardcheck::ingest::pdf
