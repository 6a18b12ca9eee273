// Which version of the program this is.
#pragma once

#include <string_view>

namespace boardcheck::cli {

/// Of the project, as CMake knows it.
inline std::string_view version() { return BOARDCHECK_VERSION; }

}  // namespace boardcheck::cli
