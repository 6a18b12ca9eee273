// Where a report goes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/base.hpp"

namespace boardcheck::cli {

/// Writes a file in one step: readers see the old content or the new one, never a part. What went wrong, or nothing;
/// `what` is the name of the content in that message.
std::optional<Error> write_file(const std::string& path, std::string_view bytes, std::string_view what = "report");

}  // namespace boardcheck::cli
