// The profile that a command is given, by name.
#pragma once

#include <optional>
#include <string>

#include "base/base.hpp"
#include "catalogue/catalogue.hpp"

namespace boardcheck::cli {

/// What is wrong with a name that is neither automatic nor a profile's; nothing where it is one.
std::optional<Error> unknown_profile(const std::string& name, const catalogue::Catalogue& catalogue);

}  // namespace boardcheck::cli
