#include "cli/output.hpp"

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include <fmt/format.h>

namespace boardcheck::cli {

namespace fs = std::filesystem;

namespace {

Error unwritable(const std::string& path, const std::string& reason, std::string_view what) {
    return {path, 0, fmt::format("the {} cannot be written here: {}", what, reason),
            "name a file in a folder that exists and that you may write to"};
}

/// The reason of the last failed system call.
std::string last_reason() { return std::error_code(errno, std::generic_category()).message(); }

std::optional<std::string> write_to(const fs::path& path, std::string_view bytes) {
    errno = 0;
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    if (!file) return last_reason();
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) return last_reason();
    return {};
}

}  // namespace

std::optional<Error> write_file(const std::string& path, std::string_view bytes, std::string_view what) {
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    if (fs::is_directory(status)) return unwritable(path, "it is a folder", what);
    // A device or a pipe (/dev/stdout) is written to; putting a file in its place would take it away from others.
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        const auto reason = write_to(path, bytes);
        return reason ? std::optional(unwritable(path, *reason, what)) : std::nullopt;
    }
    const fs::path target = fs::exists(status) ? fs::canonical(path, code) : fs::path(path);
    fs::path temporary = target;
    temporary += fmt::format(".{}.part", ::getpid());
    auto reason = write_to(temporary, bytes);
    if (!reason) {
        fs::rename(temporary, target, code);
        if (!code) return {};
        reason = code.message();
    }
    fs::remove(temporary, code);
    return unwritable(path, *reason, what);
}

}  // namespace boardcheck::cli
