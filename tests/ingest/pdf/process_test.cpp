// Programs that end well, badly, or never: stand-ins for a tool on which a PDF does its worst.
#include <boost/test/unit_test.hpp>

#include "ingest/pdf/poppler.hpp"
#include "ingest/pdf/process.hpp"

using namespace boardcheck;
using namespace boardcheck::ingest::pdf;

namespace {

using Clock = std::chrono::steady_clock;

struct Ran {
    Outcome outcome;
    std::string output;
    double seconds = 0;
};

Ran run_shell(const std::string& script, std::string_view input = {}, double seconds = 10,
              std::size_t output = 1u << 20) {
    const SharedInput shared(input);
    const auto began = Clock::now();
    const auto time = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
    const ProcessLimits limits{256u << 20, output, began + time};
    Ran ran;
    ran.outcome = run({"sh", "-c", script}, shared, limits, [&](std::string_view piece) {
        ran.output += piece;
        return true;
    });
    ran.seconds = std::chrono::duration<double>(Clock::now() - began).count();
    return ran;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_program_reads_the_bytes_and_its_output_comes_back) {
    const Ran ran = run_shell("cat /dev/fd/3; echo trouble >&2; exit 3", "some bytes");
    BOOST_TEST((ran.outcome.ending == Ending::exited));
    BOOST_TEST(ran.outcome.code == 3);
    BOOST_TEST(ran.output == "some bytes");
    BOOST_TEST(ran.outcome.complaints == "trouble\n");
}

BOOST_AUTO_TEST_CASE(a_program_that_hangs_is_ended_with_all_that_it_started) {
    const Ran ran = run_shell("sleep 60 & sleep 60", {}, 0.3);
    BOOST_TEST((ran.outcome.ending == Ending::timed_out));
    BOOST_TEST(ran.seconds < 5);
}

BOOST_AUTO_TEST_CASE(a_program_that_closes_its_output_and_hangs_is_ended) {
    const Ran ran = run_shell("exec >&- 2>&-; sleep 60", {}, 0.3);
    BOOST_TEST((ran.outcome.ending == Ending::timed_out));
    BOOST_TEST(ran.seconds < 5);
}

BOOST_AUTO_TEST_CASE(a_program_that_writes_without_end_is_stopped) {
    const Ran ran = run_shell("yes", {}, 10, 100'000);
    BOOST_TEST((ran.outcome.ending == Ending::too_much_output));
}

BOOST_AUTO_TEST_CASE(a_program_that_dies_of_a_signal_is_told_from_one_that_exits) {
    const Ran ran = run_shell("kill -SEGV $$");
    BOOST_TEST((ran.outcome.ending == Ending::signalled));
    BOOST_TEST(ran.outcome.code == 11);
}

BOOST_AUTO_TEST_CASE(a_program_has_its_limits_before_it_begins) {
    const Ran ran = run_shell("ulimit -v; ulimit -t; ulimit -c; ulimit -f", {}, 3);
    BOOST_TEST(ran.output == "262144\n3\n0\n0\n");
}

BOOST_AUTO_TEST_CASE(a_program_without_memory_says_so) {
    const Ran ran = run_shell("echo 'Out of memory' >&2; exit 1");
    BOOST_TEST((ran.outcome.ending == Ending::out_of_memory));
}

BOOST_AUTO_TEST_CASE(a_program_that_may_not_run_is_not_started) {
    const SharedInput nothing{std::string_view()};
    const ProcessLimits process{256u << 20, 1u << 20, Clock::now() + std::chrono::seconds(5)};
    const Outcome refused = run({"/dev/null"}, nothing, process, [](auto) { return true; });
    BOOST_TEST((refused.ending == Ending::not_started));
}

BOOST_AUTO_TEST_CASE(failures_say_what_to_do) {
    ingest::Limits limits;
    const SharedInput nothing{std::string_view()};
    const ProcessLimits process{1u << 20, 1u << 20, Clock::now() + std::chrono::seconds(5)};
    const Outcome missing = run({"no-such-program-anywhere"}, nothing, process, [](auto) { return true; });
    const auto told = [&](const Outcome& outcome) { return to_string(failure("a.pdf", "pdfinfo", outcome, limits)); };
    BOOST_TEST(told(missing) ==
               "a.pdf: PDFs are read by pdfinfo, which is not installed; "
               "install poppler-utils (apt-get install poppler-utils)");
    BOOST_TEST(told({Ending::timed_out, 0, {}}) ==
               "a.pdf: pdfinfo took more than 25 seconds; save the PDF anew, or raise the limit on seconds");
    BOOST_TEST(told({Ending::out_of_memory, 0, {}}) ==
               "a.pdf: pdfinfo needed more than 1024 MB of memory; save the PDF anew, or raise the limit on memory");
    BOOST_TEST(told({Ending::signalled, 11, {}}) == "a.pdf: pdfinfo crashed on the PDF (signal 11); save the PDF anew");
    BOOST_TEST(told({Ending::exited, 1, "Command Line Error: Incorrect password\n"}) ==
               "a.pdf: the PDF is protected with a password; save it without a password, and give that");
    BOOST_TEST(told({Ending::exited, 1, "Syntax Error: no trailer\n"}) ==
               "a.pdf: the PDF is damaged (Syntax Error: no trailer); save or download it again");
}
