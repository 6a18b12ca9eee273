// Runs another program on bytes in memory, within limits: address space, processor time, wall-clock time, output.
//
// The program sees the bytes as a file, `shared_input_path`; nothing is written to the disk. Whatever happens, when
// `run` returns neither the program nor a child that it left in its process group is still there. May be called from
// several threads at once, on the same input too.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace boardcheck::ingest::pdf {

/// Bytes as an open file without a name.
class SharedInput {
public:
    explicit SharedInput(std::string_view bytes);
    ~SharedInput();
    SharedInput(const SharedInput&) = delete;
    SharedInput& operator=(const SharedInput&) = delete;
    /// False where the system would not hold the bytes.
    bool good() const { return descriptor_ >= 0; }
    int descriptor() const { return descriptor_; }

private:
    int descriptor_ = -1;
};
/// Where the program finds the input.
inline constexpr const char* shared_input_path = "/dev/fd/3";

struct ProcessLimits {
    std::size_t memory = 1u << 30;    // address space in bytes
    std::size_t output = 512u << 20;  // bytes on its standard output
    std::chrono::steady_clock::time_point deadline;
};

enum class Ending {
    exited,         // by itself; see Outcome::code
    not_installed,  // there is no such program
    not_started,    // the system refused
    timed_out,
    out_of_memory,
    signalled,        // Outcome::code is the signal
    too_much_output,  // more than ProcessLimits::output
    stopped           // by the taker
};

struct Outcome {
    Ending ending = Ending::exited;
    int code = 0;
    std::string complaints;  // what it wrote to its standard error, the first few kilobytes
};

/// Takes the next piece of the standard output; false: enough, stop the program.
using Taker = std::function<bool(std::string_view)>;

/// `command`: the program, looked for in PATH, and its arguments.
Outcome run(const std::vector<std::string>& command, const SharedInput& input, const ProcessLimits& limits,
            const Taker& take);

}  // namespace boardcheck::ingest::pdf
