// The papers that a command is given, read and assessed, with all that is to be told of them on the way.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/assess.hpp"
#include "cli/commands.hpp"

namespace boardcheck::cli {

struct Request {
    const std::vector<std::string>& paths;
    std::vector<std::string> targets;  // files that will be written; empty names are standard output
    Options options;
};

/// What came of each paper; what could not be read, or was left out, has been told on standard error. Nothing where a
/// target is one of the papers, which has been told as well.
std::optional<Assessed> gather(const Request& request, const catalogue::Catalogue& catalogue,
                               const Environment& environment, const Streams& streams);

bool all_read(const std::vector<report::Outcome>& outcomes);

/// Whether a report that goes to `output` has colours.
bool coloured(Colour colour, const std::string& output, const Environment& environment);

}  // namespace boardcheck::cli
