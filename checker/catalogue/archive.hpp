// Values as bytes and back, for a cache that one program writes and the same program reads.
//
// What a struct is made of is said once, by `members(archive, value)`, for both directions. Reading never leaves the
// bytes: damaged ones make the archive bad, and what was read until then is of no use.
#pragma once

#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace boardcheck::catalogue {

/// Numbers, enumerations, and structs of nothing else and without gaps: copied as they stand.
template <typename T>
concept Plain = std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T>;

template <typename T>
concept Mapping = requires {
    typename T::mapped_type;
};

class ArchiveWriter {
public:
    template <typename... T>
    void operator()(const T&... values) {
        (write(values), ...);
    }
    std::string take() && { return std::move(bytes_); }

private:
    void raw(const void* from, std::size_t size) { bytes_.append(static_cast<const char*>(from), size); }
    template <Plain T>
    void write(const T& value) {
        raw(&value, sizeof value);
    }
    void write(const std::string& text) {
        write(text.size());
        raw(text.data(), text.size());
    }
    template <typename T>
    void write(const std::vector<T>& values) {
        write(values.size());
        if constexpr (Plain<T>) {
            raw(values.data(), values.size() * sizeof(T));
        } else {
            for (const T& value : values) write(value);
        }
    }
    template <typename T>
    void write(const std::optional<T>& value) {
        write(value.has_value());
        if (value) write(*value);
    }
    template <typename A, typename B>
    void write(const std::pair<A, B>& pair) {
        write(pair.first);
        write(pair.second);
    }
    template <Mapping Map>
    void write(const Map& map) {
        write(map.size());
        for (const auto& [key, value] : map) {
            write(key);
            write(value);
        }
    }
    template <typename T>
    requires(!Plain<T> && !Mapping<T>) void write(const T& value) { members(*this, value); }

    std::string bytes_;
};

class ArchiveReader {
public:
    explicit ArchiveReader(std::string_view bytes) : bytes_(bytes) {}
    template <typename... T>
    void operator()(T&... values) {
        (read(values), ...);
    }
    /// Whether all bytes were read, and none beyond them were asked for.
    bool good() const { return good_ && bytes_.empty(); }

private:
    void raw(void* to, std::size_t size) {
        if (size > bytes_.size()) {
            good_ = false;
            bytes_ = {};
            return;
        }
        if (size > 0) std::memcpy(to, bytes_.data(), size);
        bytes_.remove_prefix(size);
    }
    /// A number of things of which each takes a byte at least.
    std::size_t count(std::size_t bytes_each = 1) {
        std::size_t value = 0;
        raw(&value, sizeof value);
        if (value > bytes_.size() / bytes_each) good_ = false;
        return good_ ? value : 0;
    }
    template <Plain T>
    void read(T& value) {
        raw(&value, sizeof value);
    }
    void read(bool& value) {
        char byte = 0;
        raw(&byte, 1);
        value = byte != 0;
    }
    void read(std::string& text) {
        text.resize(count());
        raw(text.data(), text.size());
    }
    template <typename T>
    void read(std::vector<T>& values) {
        if constexpr (Plain<T>) {
            values.resize(count(sizeof(T)));
            raw(values.data(), values.size() * sizeof(T));
        } else {
            values.resize(count());
            for (T& value : values) read(value);
        }
    }
    template <typename T>
    void read(std::optional<T>& value) {
        bool there = false;
        read(there);
        if (there) read(value.emplace());
    }
    template <typename A, typename B>
    void read(std::pair<A, B>& pair) {
        read(pair.first);
        read(pair.second);
    }
    template <Mapping Map>
    void read(Map& map) {
        const std::size_t size = count();
        if constexpr (requires { map.reserve(size); }) map.reserve(size);
        for (std::size_t i = 0; i < size && good_; ++i) {
            std::pair<typename Map::key_type, typename Map::mapped_type> entry;
            read(entry.first);
            read(entry.second);
            map.insert(map.end(), std::move(entry));
        }
    }
    template <typename T>
    requires(!Plain<T> && !Mapping<T>) void read(T& value) { members(*this, value); }

    std::string_view bytes_;
    bool good_ = true;
};

}  // namespace boardcheck::catalogue
