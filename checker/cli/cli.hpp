// The command: words of a command line in, a report on a stream and an exit status out.
//
// Everything that the outside world decides (variables, terminals, where the program stands) is a value of Environment,
// so that tests decide it. Only this room and ingest touch the disk.
#pragma once

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace boardcheck::cli {

struct Environment {
    std::filesystem::path executable;  // the rules folder is looked for near it
    std::optional<std::string> rules;  // BOARDCHECK_RULES
    std::filesystem::path cache = {};  // folder for compiled rules; empty: none are kept
    bool no_colour = false;            // NO_COLOR
    bool out_terminal = false, err_terminal = false;
    std::size_t width = 100;  // columns of the terminal
};

/// What the command ends with.
enum Status : int { clean = 0, found = 1, failed = 2 };

/// `arguments` without the program's name. Reports go to `out`, messages to `err`.
int run(const std::vector<std::string>& arguments, const Environment& environment, std::ostream& out,
        std::ostream& err);

}  // namespace boardcheck::cli
