#include "cli/progress.hpp"

#include <ostream>

#include <fmt/format.h>

namespace boardcheck::cli {

namespace {
constexpr std::string_view clear_line = "\r\x1b[K";
}

Progress::Progress(std::ostream& err, bool shown, std::size_t total, std::string noun)
    : err_(err), shown_(shown && total > 1), total_(total), noun_(std::move(noun)) {}

Progress::~Progress() {
    if (shown_) err_ << clear_line << std::flush;
}

void Progress::done() {
    if (!shown_) return;
    const std::lock_guard lock(mutex_);
    ++done_;
    err_ << clear_line << fmt::format("{} of {} {}", done_, total_, noun_) << std::flush;
}

}  // namespace boardcheck::cli
