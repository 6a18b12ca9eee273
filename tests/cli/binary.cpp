// The program itself: help, version, standard input, statuses as the shell sees them.
#include <boost/test/unit_test.hpp>

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <memory>

#include "session.hpp"

using namespace boardcheck::cli;
using namespace boardcheck::cli::testing;

namespace {

/// Runs the program through the shell, which joins its two streams into `out`.
Outcome shell(const std::string& before, const std::string& arguments) {
    const std::string command =
        before + " BOARDCHECK_RULES='" + data("rules") + "' '" BOARDCHECK_BINARY "' " + arguments + " 2>&1";
    Outcome outcome;
    std::FILE* pipe = ::popen(command.c_str(), "r");
    BOOST_REQUIRE(pipe != nullptr);
    std::array<char, 4096> buffer{};
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe))
        outcome.out.append(buffer.data(), got);
    outcome.status = WEXITSTATUS(::pclose(pipe));
    return outcome;
}

}  // namespace

BOOST_AUTO_TEST_CASE(help_and_version_are_everywhere) {
    for (const std::string command : {"", "check", "rules", "rules list", "rules show", "rules test"}) {
        const auto help = shell("", command + " --help");
        BOOST_TEST(help.status == clean);
        BOOST_TEST(contains(help.out, "Usage: boardcheck " + command), help.out);
        BOOST_TEST(contains(help.out, "--help"), help.out);
        const auto version = shell("", command + " --version");
        BOOST_TEST(version.status == clean);
        BOOST_TEST(version.out == "boardcheck " BOARDCHECK_VERSION "\n");
    }
    for (const std::string command : {"", "check", "rules list", "rules show", "rules test"}) {
        BOOST_TEST(contains(shell("", command + " --help").out, "Example"), command);
    }
}

BOOST_AUTO_TEST_CASE(standard_input_is_a_paper) {
    const auto outcome = shell("printf 'Coffee will replace tea at our meetings.' |", "check -");
    BOOST_TEST(outcome.status == found);
    BOOST_TEST(contains(outcome.out, "Tea is not coffee."), outcome.out);
    const auto empty = shell("printf '' |", "check - --format json");
    BOOST_TEST(empty.status == failed);
    BOOST_TEST(empty.out.starts_with("boardcheck: -: the file is empty; give a paper with text in it\n"), empty.out);
}

BOOST_AUTO_TEST_CASE(a_pipe_gets_no_colour_and_no_progress) {
    const auto outcome = shell("", "check '" + data("papers") + "'");
    BOOST_TEST(outcome.status == found);
    BOOST_TEST(!contains(outcome.out, "\x1b"));
    BOOST_TEST(!contains(outcome.out, "\r"));
}

BOOST_AUTO_TEST_CASE(a_full_standard_output_is_said_so) {
    const auto outcome = shell("", "rules list 3>&1 >/dev/full 2>&3; echo $?");
    BOOST_TEST(outcome.out.ends_with("2\n"), outcome.out);
}
