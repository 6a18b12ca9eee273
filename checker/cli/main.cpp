#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iostream>

#include "cli/cli.hpp"

namespace {

using boardcheck::cli::Environment;

constexpr std::size_t widest = 120;  // longer lines are hard to read

std::optional<std::string> variable(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') return {};
    return std::string(value);
}

std::filesystem::path executable() {
    std::error_code code;
    auto path = std::filesystem::read_symlink("/proc/self/exe", code);
    return code ? std::filesystem::path() : path;
}

/// BOARDCHECK_CACHE, else where the desktop's conventions put caches; "none" switches it off.
std::filesystem::path cache_folder() {
    if (const auto chosen = variable("BOARDCHECK_CACHE")) return *chosen == "none" ? std::string() : *chosen;
    if (const auto caches = variable("XDG_CACHE_HOME")) return std::filesystem::path(*caches) / "boardcheck";
    if (const auto home = variable("HOME")) return std::filesystem::path(*home) / ".cache" / "boardcheck";
    return {};
}

Environment environment() {
    Environment made;
    made.executable = executable();
    made.rules = variable("BOARDCHECK_RULES");
    made.cache = cache_folder();
    made.no_colour = variable("NO_COLOR").has_value();
    made.out_terminal = ::isatty(STDOUT_FILENO) != 0;
    made.err_terminal = ::isatty(STDERR_FILENO) != 0;
    winsize size{};
    if (made.out_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        made.width = std::min<std::size_t>(size.ws_col, widest);
    }
    return made;
}

}  // namespace

int main(int count, char** words) {
    try {
        return boardcheck::cli::run({words + 1, words + count}, environment(), std::cout, std::cerr);
    } catch (const std::exception& error) {
        std::cerr << "boardcheck: something went wrong inside the program: " << error.what() << '\n';
        return boardcheck::cli::failed;
    }
}
