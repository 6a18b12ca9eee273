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

/// What a command needs of the rules: only the commands about rules themselves look at examples, and a catalogue
/// without them can come from the cache.
enum class Need { without_examples, all };

/// `named` is the folder of the command line, or empty. Every fault of every rule file, or the rules.
tl::expected<Rules, std::vector<Error>> load_rules(const std::string& named, Need need, const Environment& environment);

}  // namespace boardcheck::cli
