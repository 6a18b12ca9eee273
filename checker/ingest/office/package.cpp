#include "ingest/office/package.hpp"

#include <algorithm>
#include <limits>
#include <unordered_set>

#include <fmt/format.h>
#include <zip.h>

namespace boardcheck::ingest {

namespace {

constexpr std::size_t step = 1u << 16;
constexpr std::size_t ratio_counts_from = 1u << 20;

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::string words_of(zip_error_t* error) {
    std::string words = zip_error_strerror(error);
    zip_error_fini(error);
    return words;
}

Error damaged(const std::string& file, std::string what) {
    return {file, 0, std::move(what), "open it in the program that made it, and save it again"};
}

}  // namespace

void Package::Close::operator()(zip* archive) const { zip_discard(archive); }

Result<Package> Package::open(const std::string& file, std::string_view bytes, const Limits& limits) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return tl::unexpected(damaged(file, "the zip cannot be read: " + words_of(&error)));
    Package package;
    package.archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!package.archive_) {
        zip_source_free(source);
        return tl::unexpected(damaged(file, "the file is a damaged zip: " + words_of(&error)));
    }
    zip_error_fini(&error);
    package.file_ = file;
    package.limits_ = limits;
    const auto count =
        static_cast<std::size_t>(std::max<zip_int64_t>(0, zip_get_num_entries(package.archive_.get(), 0)));
    if (count > limits.parts) {
        return tl::unexpected(Error{file, 0, fmt::format("the zip has {} parts, the limit is {}", count, limits.parts),
                                    "check that it is a paper or a pack of papers"});
    }
    std::unordered_set<std::string_view> seen;
    package.names_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const char* name = zip_get_name(package.archive_.get(), i, 0);
        if (name == nullptr || *name == '\0' || std::string_view(name).ends_with('/')) continue;
        if (seen.insert(name).second) package.names_.emplace_back(name);
    }
    return package;
}

bool Package::has(std::string_view name) const {
    return zip_name_locate(archive_.get(), std::string(name).c_str(), 0) >= 0;
}

Result<std::string> Package::read(std::string_view name) {
    return read_up_to(name, std::numeric_limits<std::size_t>::max());
}

Result<std::string> Package::beginning(std::string_view name, std::size_t most) { return read_up_to(name, most); }

Result<std::string> Package::read_up_to(std::string_view name, std::size_t most) {
    const std::string part(name);
    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_stat(archive_.get(), part.c_str(), 0, &status) != 0) {
        return tl::unexpected(damaged(file_, fmt::format("the file has no part {}", part)));
    }
    if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE) {
        return tl::unexpected(Error{file_, 0, fmt::format("{} is protected with a password", part),
                                    "give the file without its password"});
    }
    const std::unique_ptr<zip_file_t, CloseFile> stream(zip_fopen_index(archive_.get(), status.index, 0));
    if (!stream) {
        return tl::unexpected(
            damaged(file_, fmt::format("the part {} is damaged: {}", part, zip_strerror(archive_.get()))));
    }
    const std::size_t packed =
        std::max<std::size_t>(1, (status.valid & ZIP_STAT_COMP_SIZE) != 0 ? status.comp_size : 1);
    std::string out;
    while (true) {
        const std::size_t before = out.size();
        const std::size_t wanted = std::min(step, most - before);
        out.resize(before + wanted);
        const zip_int64_t got = zip_fread(stream.get(), out.data() + before, wanted);
        if (got < 0) {
            return tl::unexpected(damaged(file_, fmt::format("the part {} is damaged: {}", part,
                                                             zip_error_strerror(zip_file_get_error(stream.get())))));
        }
        out.resize(before + static_cast<std::size_t>(got));
        if (got == 0 || out.size() == most) return out;
        unpacked_ += static_cast<std::size_t>(got);
        if (unpacked_ > limits_.unpacked) {
            return tl::unexpected(Error{file_, 0,
                                        fmt::format("its parts unpack to more than {} bytes", limits_.unpacked),
                                        "check that it is a paper, and split it"});
        }
        if (out.size() > ratio_counts_from && out.size() / packed > limits_.ratio) {
            return tl::unexpected(
                Error{file_, 0, fmt::format("the part {} unpacks to more than {} times its size", part, limits_.ratio),
                      "check where the file comes from: papers do not do that"});
        }
    }
}

}  // namespace boardcheck::ingest
