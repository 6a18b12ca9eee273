// One run of the command with the small rules folder of the tests, and a scratch folder for papers made on the way.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "cli/cli.hpp"

namespace boardcheck::cli::testing {

struct Outcome {
    int status = 0;
    std::string out, err;
};

/// With the rules of data/rules, unless `environment` names others.
Outcome run(const std::vector<std::string>& arguments, Environment environment = {});

/// As a program that stands at `executable`, without BOARDCHECK_RULES.
Outcome run_from(const std::string& executable, const std::vector<std::string>& arguments);

/// A path below data/.
std::string data(std::string_view name);
std::string slurp(const std::filesystem::path& path);
bool contains(std::string_view text, std::string_view part);

/// A folder of its own, gone when the test ends.
class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::string path(std::string_view name = {}) const;
    /// Writes a file and gives its path.
    std::string file(std::string_view name, std::string_view bytes) const;
    /// A copy of data/rules.
    std::string rules() const;

private:
    std::filesystem::path folder_;
};

}  // namespace boardcheck::cli::testing
