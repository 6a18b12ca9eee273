#include "ingest/ingest.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <set>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ingest/candidate.hpp"

namespace boardcheck::ingest {

namespace {

namespace fs = std::filesystem;

struct Descriptor {
    int value = -1;
    explicit Descriptor(int descriptor) : value(descriptor) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (value >= 0) close(value);
    }
};

Error system_error(const std::string& file, std::string_view what, int number, std::string mend) {
    return {file, 0, fmt::format("{}: {}", what, std::strerror(number)), std::move(mend)};
}

Result<std::string> read_all(const std::string& file, int descriptor, const Limits& limits) {
    constexpr std::size_t step = 1u << 16;
    std::string bytes;
    while (true) {
        const std::size_t before = bytes.size();
        bytes.resize(before + std::max(step, before));
        const ssize_t got = read(descriptor, bytes.data() + before, bytes.size() - before);
        if (got < 0 && errno == EINTR) {
            bytes.resize(before);
            continue;
        }
        if (got < 0) return tl::unexpected(system_error(file, "cannot be read", errno, "check the file and its disk"));
        bytes.resize(before + static_cast<std::size_t>(got));
        if (got == 0) return bytes;
        if (bytes.size() > limits.bytes) {
            return tl::unexpected(Error{file, 0, fmt::format("the file has more than {} bytes", limits.bytes),
                                        "split it, or check that it is a paper"});
        }
    }
}

Result<std::string> read_file(const std::string& file, const Limits& limits) {
    if (file == "-") return read_all(file, STDIN_FILENO, limits);
    // Not blocking: opening a pipe that nobody writes to would wait for ever.
    const Descriptor descriptor(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (descriptor.value < 0) {
        const bool missing = errno == ENOENT || errno == ENOTDIR;
        return tl::unexpected(missing ? Error{file, 0, "there is no such file", "check the path"}
                                      : system_error(file, "cannot be opened", errno, "check who may read it"));
    }
    struct stat status {};
    if (fstat(descriptor.value, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISFIFO(status.st_mode)) {
        return tl::unexpected(Error{file, 0, "is neither a file nor a folder", "name a paper or a folder of papers"});
    }
    if (S_ISFIFO(status.st_mode)) fcntl(descriptor.value, F_SETFL, O_RDONLY);
    return read_all(file, descriptor.value, limits);
}

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

/// The first bytes of a file; none of what is no file or may not be read, which `load` will say.
std::string beginning_of(const std::string& file) {
    const Descriptor descriptor(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (descriptor.value < 0 || fstat(descriptor.value, &status) != 0 || !S_ISREG(status.st_mode)) return {};
    std::string bytes(looked_at, '\0');
    const ssize_t got = read(descriptor.value, bytes.data(), bytes.size());
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(0, got)));
    return bytes;
}

/// What is below a folder, each list in byte order. A folder inside it that cannot be listed is an Input with its
/// error.
struct Listing {
    std::vector<std::string> papers, left_out;
    std::vector<Input> failed;
};

Listing list(const std::string& folder) {
    Listing found;
    std::vector<fs::path> to_visit{folder};
    while (!to_visit.empty()) {
        const fs::path here = std::move(to_visit.back());
        to_visit.pop_back();
        std::error_code fault;
        for (fs::directory_iterator at(here, fault), end; !fault && at != end; at.increment(fault)) {
            std::error_code ignored;
            if (is_hidden(at->path())) continue;
            if (at->is_directory(ignored)) {
                // A link to a folder is not followed: it may lead back here.
                if (!at->is_symlink(ignored)) to_visit.push_back(at->path());
                continue;
            }
            const std::string file = at->path().native();
            const std::string name = at->path().filename().native();
            if (is_ignored(name)) continue;
            (is_paper(name, beginning_of(file)) ? found.papers : found.left_out).push_back(file);
        }
        if (fault) {
            found.failed.push_back({here.native(), system_error(here.native(), "the folder cannot be listed",
                                                                fault.value(), "check who may read it")});
        }
    }
    std::sort(found.papers.begin(), found.papers.end());
    std::sort(found.left_out.begin(), found.left_out.end());
    return found;
}

Notice left_out_of(const std::string& folder, std::vector<std::string> files) {
    for (std::string& file : files) file = fs::path(file).lexically_relative(folder).native();
    return left_out_notice(folder, files);
}

/// Knows a file again, whatever path leads to it.
class Seen {
public:
    bool first(const std::string& path) {
        std::error_code fault;
        const fs::path canonical = path == "-" ? fs::path() : fs::canonical(path, fault);
        return paths_.insert(canonical.empty() ? path : canonical.native()).second;
    }

private:
    std::set<std::string> paths_;
};

void collect_folder(const std::string& folder, Seen& seen, Collection& collection) {
    Listing found = list(folder);
    std::vector<Input> inputs = std::move(found.failed);
    if (found.papers.empty() && inputs.empty()) {
        inputs.push_back({folder, Error{folder, 0, "there are no papers in the folder",
                                        "put papers there (Word, PDF, HTML, text, ...), or name the files"}});
    }
    for (const std::string& paper : found.papers) {
        if (seen.first(paper)) inputs.push_back({paper, std::nullopt});
    }
    std::sort(inputs.begin(), inputs.end(), [](const Input& a, const Input& b) { return a.file < b.file; });
    std::move(inputs.begin(), inputs.end(), std::back_inserter(collection.inputs));
    std::erase_if(found.left_out, [&](const std::string& file) { return !seen.first(file); });
    if (!found.left_out.empty()) collection.notices.push_back(left_out_of(folder, std::move(found.left_out)));
}

}  // namespace

Result<std::string> load(const Input& input, const Limits& limits) {
    if (input.fault) return tl::unexpected(*input.fault);
    return read_file(input.file, limits);
}

Collection collect(const std::vector<std::string>& paths) {
    Collection collection;
    Seen seen;
    for (const std::string& path : paths) {
        if (!seen.first(path)) continue;
        std::error_code ignored;
        if (path != "-" && fs::is_directory(path, ignored)) {
            collect_folder(path, seen, collection);
        } else {
            collection.inputs.push_back({path, std::nullopt});
        }
    }
    return collection;
}

}  // namespace boardcheck::ingest
