#include "ingest/pdf/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <utility>

namespace boardcheck::ingest::pdf {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t longest_complaints = 4096;
constexpr int input_descriptor = 3;  // as in shared_input_path

/// An open file that is closed again.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        close();
        number_ = std::exchange(other.number_, -1);
        return *this;
    }
    int number() const { return number_; }
    bool open() const { return number_ >= 0; }
    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

private:
    int number_;
};

/// Above the numbers that the program's own files get, so that giving it one never overwrites another.
Descriptor moved_up(int number) {
    constexpr int first_free = 10;
    const int moved = ::fcntl(number, F_DUPFD_CLOEXEC, first_free);
    ::close(number);
    return Descriptor(moved);
}

struct Pipe {
    Descriptor read, write;
};

std::optional<Pipe> make_pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
    Pipe pipe{moved_up(ends[0]), moved_up(ends[1])};
    if (!pipe.read.open() || !pipe.write.open()) return std::nullopt;
    return pipe;
}

/// posix_spawn's two lists of wishes.
class Wishes {
public:
    Wishes() {
        ::posix_spawn_file_actions_init(&files);
        ::posix_spawnattr_init(&attributes);
    }
    ~Wishes() {
        ::posix_spawn_file_actions_destroy(&files);
        ::posix_spawnattr_destroy(&attributes);
    }
    Wishes(const Wishes&) = delete;
    Wishes& operator=(const Wishes&) = delete;
    posix_spawn_file_actions_t files{};
    posix_spawnattr_t attributes{};
};

/// Starts the program in a process group of its own, with default signals; 0 or the reason why not.
int start(const std::vector<std::string>& command, int input, int output, int errors, pid_t& child) {
    Wishes wishes;
    ::posix_spawn_file_actions_addopen(&wishes.files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&wishes.files, output, STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&wishes.files, errors, STDERR_FILENO);
    ::posix_spawn_file_actions_adddup2(&wishes.files, input, input_descriptor);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    ::posix_spawnattr_setsigmask(&wishes.attributes, &none);
    ::posix_spawnattr_setsigdefault(&wishes.attributes, &all);
    ::posix_spawnattr_setpgroup(&wishes.attributes, 0);
    ::posix_spawnattr_setflags(&wishes.attributes,
                               POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::vector<char*> arguments;
    arguments.reserve(command.size() + 1);
    for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    return ::posix_spawnp(&child, arguments.front(), &wishes.files, &wishes.attributes, arguments.data(), environ);
}

/// What the program may use. Set from outside, in its first moments: between fork and exec nothing may be called here.
void restrain(pid_t child, const ProcessLimits& limits) {
    const auto left = std::chrono::duration_cast<std::chrono::seconds>(limits.deadline - Clock::now()).count();
    const auto seconds = static_cast<rlim_t>(std::max<long>(left + 1, 1));
    const rlimit memory{limits.memory, limits.memory};
    const rlimit time{seconds, seconds + 1};
    const rlimit none{0, 0};
    ::prlimit(child, RLIMIT_AS, &memory, nullptr);
    ::prlimit(child, RLIMIT_CPU, &time, nullptr);
    ::prlimit(child, RLIMIT_CORE, &none, nullptr);
    ::prlimit(child, RLIMIT_FSIZE, &none, nullptr);
}

int milliseconds_to(Clock::time_point deadline) {
    constexpr long longest = 60'000;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    return static_cast<int>(std::clamp<long>(left + 1, 0, longest));
}

/// A started program and what comes out of it.
class Conversation {
public:
    Conversation(Descriptor output, Descriptor errors, const ProcessLimits& limits, const Taker& take)
        : output_(std::move(output)), errors_(std::move(errors)), limits_(limits), take_(take) {}

    /// Until both outputs are closed, or there is a reason to end it.
    Ending listen() {
        while (output_.open() || errors_.open()) {
            std::array<pollfd, 2> wait{pollfd{output_.number(), POLLIN, 0}, pollfd{errors_.number(), POLLIN, 0}};
            const int ready = ::poll(wait.data(), wait.size(), milliseconds_to(limits_.deadline));
            if (Clock::now() >= limits_.deadline) return Ending::timed_out;
            if (ready < 0 && errno != EINTR) return Ending::not_started;
            if (ready <= 0) continue;
            if (wait[1].revents != 0) hear(errors_, [this](std::string_view piece) { return complain(piece); });
            if (wait[0].revents != 0) hear(output_, [this](std::string_view piece) { return pass_on(piece); });
            if (ending_ != Ending::exited) return ending_;
        }
        return Ending::exited;
    }
    std::string complaints() && { return std::move(complaints_); }

private:
    template <typename Use>
    void hear(Descriptor& from, Use use) {
        const ssize_t size = ::read(from.number(), buffer_.data(), buffer_.size());
        if (size < 0 && errno == EINTR) return;
        if (size <= 0) {
            from.close();
            return;
        }
        use(std::string_view(buffer_.data(), static_cast<std::size_t>(size)));
    }
    void complain(std::string_view piece) {
        complaints_ += piece.substr(0, longest_complaints - std::min(longest_complaints, complaints_.size()));
    }
    void pass_on(std::string_view piece) {
        heard_ += piece.size();
        if (heard_ > limits_.output) {
            ending_ = Ending::too_much_output;
        } else if (!take_(piece)) {
            ending_ = Ending::stopped;
        }
    }
    Descriptor output_, errors_;
    const ProcessLimits& limits_;
    const Taker& take_;
    std::string complaints_;
    std::size_t heard_ = 0;
    Ending ending_ = Ending::exited;
    std::vector<char> buffer_ = std::vector<char>(std::size_t{1} << 16);
};

/// Waits for a program that has closed its outputs, and leaves it to be reaped; false: it goes on beyond its time.
bool ends_before(Clock::time_point deadline, pid_t child) {
    constexpr int pause = 1;  // milliseconds
    while (true) {
        siginfo_t info{};
        const int answer = ::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOHANG | WNOWAIT);
        if ((answer == 0 && info.si_pid == child) || (answer < 0 && errno != EINTR)) return true;
        if (Clock::now() >= deadline) return false;
        ::poll(nullptr, 0, pause);
    }
}

/// The program, and what it may have started, are gone after this. Killed first and reaped then: until that, no other
/// process can have its number.
int end_group(pid_t child) {
    ::kill(-child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
}

Outcome judge(int status, std::string complaints) {
    Outcome outcome;
    const bool starved =
        complaints.find("ut of memory") != std::string::npos || complaints.find("bad_alloc") != std::string::npos;
    outcome.complaints = std::move(complaints);
    outcome.code = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
    if (WIFSIGNALED(status)) outcome.ending = Ending::signalled;
    if (WIFSIGNALED(status) && (outcome.code == SIGXCPU || outcome.code == SIGKILL)) outcome.ending = Ending::timed_out;
    if (starved && (WIFSIGNALED(status) || outcome.code != 0)) outcome.ending = Ending::out_of_memory;
    return outcome;
}

}  // namespace

SharedInput::SharedInput(std::string_view bytes) {
    const int made = ::memfd_create("boardcheck", MFD_CLOEXEC);
    if (made < 0) return;
    Descriptor file = moved_up(made);
    while (!bytes.empty()) {
        const ssize_t size = ::write(file.number(), bytes.data(), bytes.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(size));
    }
    descriptor_ = ::fcntl(file.number(), F_DUPFD_CLOEXEC, 10);
}

SharedInput::~SharedInput() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Outcome run(const std::vector<std::string>& command, const SharedInput& input, const ProcessLimits& limits,
            const Taker& take) {
    if (Clock::now() >= limits.deadline) return {Ending::timed_out, 0, {}};
    auto output = make_pipe();
    auto errors = make_pipe();
    if (!output || !errors || !input.good() || command.empty()) return {Ending::not_started, 0, {}};
    pid_t child = 0;
    const int refused = start(command, input.descriptor(), output->write.number(), errors->write.number(), child);
    if (refused != 0) return {refused == ENOENT ? Ending::not_installed : Ending::not_started, refused, {}};
    restrain(child, limits);
    output->write.close();
    errors->write.close();
    Conversation conversation(std::move(output->read), std::move(errors->read), limits, take);
    Ending ending = conversation.listen();
    if (ending == Ending::exited && !ends_before(limits.deadline, child)) ending = Ending::timed_out;
    const int status = end_group(child);
    if (ending != Ending::exited) return {ending, 0, std::move(conversation).complaints()};
    return judge(status, std::move(conversation).complaints());
}

}  // namespace boardcheck::ingest::pdf
