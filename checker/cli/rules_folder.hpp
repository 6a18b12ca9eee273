// Finds the rules folder and makes a catalogue of it.
#pragma once

#include <string>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "cli/cli.hpp"

namespace boardcheck::cli {

struct Rules {
    std::filesystem::path folder;
    catalogue::Catalogue catalogue;
};

/// Rules, or every fault in them.
using LoadedRules = tl::expected<Rules, std::vector<Error>>;

/// What a command needs of the rules: only the commands about rules themselves look at examples, and a catalogue
/// without them can come from the cache.
enum class Need { without_examples, all };

/// `named` is the folder of the command line, or empty.
LoadedRules load_rules(const std::string& named, Need need, const Environment& environment);

Result<std::string> read_rule_file(const std::filesystem::path& path);

/// The themes of the requirements, in the order of these.
std::vector<std::string> themes_of(const catalogue::Catalogue& catalogue);

}  // namespace boardcheck::cli
