#include "cli/rule_cache.hpp"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <system_error>

#include <fmt/format.h>
#include <xxhash.h>

#include "cli/output.hpp"

namespace boardcheck::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view prefix = "rules-";
constexpr std::string_view ending = ".compiled";
constexpr std::size_t caches_kept = 4;

class Digest {
public:
    Digest() : state_(XXH3_createState(), XXH3_freeState) { XXH3_128bits_reset(state_.get()); }
    void add(std::string_view bytes) {
        const std::uint64_t size = bytes.size();
        XXH3_128bits_update(state_.get(), &size, sizeof size);
        XXH3_128bits_update(state_.get(), bytes.data(), bytes.size());
    }
    std::string hex() const {
        const XXH128_hash_t hash = XXH3_128bits_digest(state_.get());
        return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
    }

private:
    std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state_;
};

/// Another build may lay its structs out in another way.
std::string identity_of(const fs::path& program) {
    std::error_code fault;
    const auto size = fs::file_size(program, fault);
    const auto time = fault ? fs::file_time_type() : fs::last_write_time(program, fault);
    return fault ? std::string() : fmt::format("{} {}", size, time.time_since_epoch().count());
}

/// The newest few stay.
void sweep(const fs::path& folder) {
    std::vector<std::pair<fs::file_time_type, fs::path>> caches;
    std::error_code fault;
    for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault)) {
        const std::string name = at->path().filename().string();
        if (!name.starts_with(prefix) || !name.ends_with(ending)) continue;
        caches.emplace_back(at->last_write_time(fault), at->path());
    }
    std::sort(caches.rbegin(), caches.rend());
    for (std::size_t i = caches_kept; i < caches.size(); ++i) fs::remove(caches[i].second, fault);
}

}  // namespace

RuleCache::RuleCache(fs::path folder, const fs::path& program, const std::vector<catalogue::RuleFile>& files)
    : folder_(std::move(folder)) {
    const std::string identity = identity_of(program);
    if (folder_.empty() || identity.empty()) return;
    Digest digest;
    digest.add(identity);
    for (const catalogue::RuleFile& file : files) {
        digest.add(file.name);
        digest.add(file.bytes);
    }
    file_ = folder_ / fmt::format("{}{}{}", prefix, digest.hex(), ending);
}

std::optional<catalogue::Catalogue> RuleCache::find() const {
    if (file_.empty()) return {};
    std::ifstream file(file_, std::ios::binary | std::ios::ate);
    if (!file) return {};
    std::string bytes(static_cast<std::size_t>(std::max<std::streamoff>(0, file.tellg())), '\0');
    file.seekg(0);
    std::uint64_t check = 0;
    if (bytes.size() < sizeof check || !file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return {};
    std::memcpy(&check, bytes.data(), sizeof check);
    const std::string_view content = std::string_view(bytes).substr(sizeof check);
    if (XXH3_64bits(content.data(), content.size()) != check) return {};
    return catalogue::from_bytes(content);
}

void RuleCache::keep(const catalogue::Catalogue& catalogue) const {
    if (file_.empty()) return;
    std::error_code fault;
    fs::create_directories(folder_, fault);
    if (fault) return;
    const std::string content = catalogue::to_bytes(catalogue);
    const std::uint64_t check = XXH3_64bits(content.data(), content.size());
    std::string bytes(sizeof check, '\0');
    std::memcpy(bytes.data(), &check, sizeof check);
    if (!write_file(file_.string(), bytes + content)) sweep(folder_);
}

}  // namespace boardcheck::cli
