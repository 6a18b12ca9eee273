// A zip in memory, read part by part and never to disk: the parts of a Word file, the papers of a pack.
//
// Nothing that the zip says of itself is believed: bytes are counted while they are unpacked (a header may say 1,000
// and stream for ever), names are compared and never used as paths.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "ingest/ingest.hpp"

struct zip;

namespace boardcheck::ingest {

class Package {
public:
    /// `bytes` must outlive the package. Errors: not a zip, damaged, too many parts.
    static Result<Package> open(const std::string& file, std::string_view bytes, const Limits& limits);

    /// Names of all parts that are not folders, in the order of the zip's directory; the first of each name.
    const std::vector<std::string>& names() const { return names_; }
    bool has(std::string_view name) const;
    /// Errors: no such part, damaged, protected with a password, larger than the limits allow.
    Result<std::string> read(std::string_view name);
    /// The first bytes of a part, at most `most`; errors as of `read`.
    Result<std::string> beginning(std::string_view name, std::size_t most);
    /// Bytes that were unpacked until now.
    std::size_t unpacked() const { return unpacked_; }
    const std::string& file() const { return file_; }

private:
    struct Close {
        void operator()(zip* archive) const;
    };
    Package() = default;
    Result<std::string> read_up_to(std::string_view name, std::size_t most);
    std::string file_;
    Limits limits_;
    std::size_t unpacked_ = 0;
    std::unique_ptr<zip, Close> archive_;
    std::vector<std::string> names_;
};

}  // namespace boardcheck::ingest
