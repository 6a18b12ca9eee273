#include "zipped.hpp"

#include <algorithm>
#include <memory>

#include <zip.h>

namespace boardcheck::test {

Parts parts_in(std::string_view text) {
    constexpr std::string_view mark = "-- ";
    Parts parts;
    while (!text.empty()) {
        const auto stop = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, stop);
        if (line.starts_with(mark)) {
            parts.emplace_back(line.substr(mark.size()), std::string());
        } else if (!parts.empty()) {
            parts.back().second += line;
            parts.back().second += '\n';
        }
        text.remove_prefix(std::min(stop + 1, text.size()));
    }
    return parts;
}

std::string zipped(const Parts& parts) {
    struct Free {
        void operator()(zip_source_t* source) const { zip_source_free(source); }
    };
    const std::unique_ptr<zip_source_t, Free> target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!target) return {};
    zip_source_keep(target.get());
    zip_t* archive = zip_open_from_source(target.get(), ZIP_TRUNCATE, nullptr);
    if (archive == nullptr) return {};
    for (const auto& [name, contents] : parts) {
        zip_source_t* source = zip_source_buffer(archive, contents.data(), contents.size(), 0);
        const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(source);
            continue;
        }
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
    if (zip_close(archive) != 0) {
        zip_discard(archive);
        return {};
    }
    std::string bytes;
    if (zip_source_open(target.get()) != 0) return {};
    zip_source_seek(target.get(), 0, SEEK_END);
    bytes.resize(static_cast<std::size_t>(std::max<zip_int64_t>(0, zip_source_tell(target.get()))));
    zip_source_seek(target.get(), 0, SEEK_SET);
    zip_source_read(target.get(), bytes.data(), bytes.size());
    zip_source_close(target.get());
    return bytes;
}

}  // namespace boardcheck::test
