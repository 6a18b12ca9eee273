#include "cli/profiles.hpp"

#include <vector>

#include <fmt/format.h>

#include "check/check.hpp"
#include "cli/suggestion.hpp"

namespace boardcheck::cli {

std::optional<Error> unknown_profile(const std::string& name, const catalogue::Catalogue& catalogue) {
    if (name == check::automatic || catalogue.profile(name) != nullptr) return {};
    std::vector<std::string> names;
    for (const catalogue::Profile& profile : catalogue.profiles) names.push_back(profile.id);
    return Error{"", 0, fmt::format("there is no profile '{}'{}", name, suggestion(name, names)),
                 fmt::format("use one of {}", fmt::join(names, ", "))};
}

}  // namespace boardcheck::cli
