// Zips that tests make.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <zip.h>

namespace boardcheck::test {

using Members = std::vector<std::pair<std::string, std::string>>;

/// `members` must not be changed before this returns; with a password they are encrypted.
inline std::string zip_of(const Members& members, const char* password = nullptr) {
    zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_t* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, nullptr);
    if (archive == nullptr) throw std::runtime_error("no zip can be made");
    zip_source_keep(buffer);
    for (const auto& [name, bytes] : members) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const auto at = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (at < 0) throw std::runtime_error("no member " + name);
        if (password != nullptr) {
            zip_file_set_encryption(archive, static_cast<zip_uint64_t>(at), ZIP_EM_AES_256, password);
        }
    }
    if (zip_close(archive) != 0) throw std::runtime_error("the zip cannot be written");
    zip_stat_t status;
    zip_source_stat(buffer, &status);
    std::string out(status.size, '\0');
    zip_source_open(buffer);
    zip_source_read(buffer, out.data(), out.size());
    zip_source_close(buffer);
    zip_source_free(buffer);
    return out;
}

}  // namespace boardcheck::test
