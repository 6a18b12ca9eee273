#include "ingest/pdf/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
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

/// Where PATH has the program; empty: nowhere. A name with a slash is taken as it is.
std::string find_program(const std::string& name) {
    if (name.find('/') != std::string::npos) return name;
    const char* variable = std::getenv("PATH");
    std::string_view path = variable == nullptr ? "/usr/bin:/bin" : variable;
    while (!path.empty()) {
        const std::string_view folder = path.substr(0, path.find(':'));
        path.remove_prefix(std::min(folder.size() + 1, path.size()));
        std::string file = std::string(folder.empty() ? "." : folder) + '/' + name;
        if (::access(file.c_str(), X_OK) == 0) return file;
    }
    return {};
}

struct Wish {
    __rlimit_resource_t what;
    rlimit limit;
};

/// What the program may use.
std::array<Wish, 4> wishes_of(const ProcessLimits& limits) {
    const auto left = std::chrono::duration_cast<std::chrono::seconds>(limits.deadline - Clock::now()).count();
    const auto seconds = static_cast<rlim_t>(std::max<long>(left + 1, 1));
    return {Wish{RLIMIT_AS, {limits.memory, limits.memory}}, Wish{RLIMIT_CPU, {seconds, seconds + 1}},
            Wish{RLIMIT_CORE, {0, 0}}, Wish{RLIMIT_FSIZE, {0, 0}}};
}

/// All that the child needs, made before the fork: after it, only calls that a signal handler may make as well.
struct Launch {
    std::string program;
    std::vector<char*> arguments;
    std::array<Wish, 4> wishes;
    int input = -1, output = -1, errors = -1, report = -1;
};

/// In the child: becomes the program, or tells the number of the error that kept it from that.
[[noreturn]] void become(const Launch& launch) {
    struct sigaction usual {};
    usual.sa_handler = SIG_DFL;
    for (int signal = 1; signal < NSIG; ++signal) ::sigaction(signal, &usual, nullptr);
    ::setpgid(0, 0);
    for (const Wish& wish : launch.wishes) ::setrlimit(wish.what, &wish.limit);
    const int nothing = ::open("/dev/null", O_RDONLY);
    const bool ready = nothing >= 0 && ::dup2(nothing, STDIN_FILENO) >= 0 &&
                       ::dup2(launch.output, STDOUT_FILENO) >= 0 && ::dup2(launch.errors, STDERR_FILENO) >= 0 &&
                       ::dup2(launch.input, input_descriptor) >= 0;
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    if (ready) ::execve(launch.program.c_str(), launch.arguments.data(), environ);
    const int reason = errno;
    [[maybe_unused]] const ssize_t told = ::write(launch.report, &reason, sizeof reason);
    ::_exit(127);
}

/// Starts the program in a process group of its own, with default signals and within its limits; 0 or the reason why
/// not.
int start(const std::vector<std::string>& command, Launch launch, const ProcessLimits& limits, pid_t& child) {
    launch.program = find_program(command.front());
    if (launch.program.empty()) return ENOENT;
    for (const std::string& argument : command) launch.arguments.push_back(const_cast<char*>(argument.c_str()));
    launch.arguments.push_back(nullptr);
    launch.wishes = wishes_of(limits);
    auto report = make_pipe();
    if (!report) return errno;
    launch.report = report->write.number();
    // No handler of ours may run in the child.
    sigset_t all;
    sigset_t before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    child = ::fork();
    const int refused = errno;
    if (child == 0) become(launch);
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    if (child < 0) return refused;
    report->write.close();
    int reason = 0;
    ssize_t size = 0;
    // Ends when the program has begun, as the pipe is closed then.
    while ((size = ::read(report->read.number(), &reason, sizeof reason)) < 0 && errno == EINTR) {
    }
    if (size <= 0) return 0;
    while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
    return reason == 0 ? EIO : reason;
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
    // The last two are the loader's, which finds no room for the program's libraries.
    constexpr std::array<std::string_view, 4> signs{"ut of memory", "bad_alloc", "failed to map segment",
                                                    "annot allocate memory"};
    const bool starved = std::any_of(signs.begin(), signs.end(),
                                     [&](std::string_view sign) { return complaints.find(sign) != std::string::npos; });
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
    Launch launch;
    launch.input = input.descriptor();
    launch.output = output->write.number();
    launch.errors = errors->write.number();
    const int refused = start(command, std::move(launch), limits, child);
    if (refused != 0) return {refused == ENOENT ? Ending::not_installed : Ending::not_started, refused, {}};
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
