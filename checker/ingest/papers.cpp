// The papers of one file: of a zip, of a PDF pack, or the one that it is.
#include <algorithm>

#include <fmt/format.h>

#include "ingest/bytes.hpp"
#include "ingest/candidate.hpp"
#include "ingest/ingest.hpp"
#include "ingest/language.hpp"
#include "ingest/office/package.hpp"
#include "ingest/pack/pack.hpp"
#include "ingest/read_document.hpp"
#include "ingest/sniff.hpp"

namespace boardcheck::ingest {

namespace {

/// A name out of a zip, for people to read: it may hold anything, and leads nowhere.
std::string shown(std::string_view name) {
    std::string out;
    while (!name.empty()) {
        const std::size_t good = valid_utf8(name);
        for (const char c : name.substr(0, good)) {
            const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
            out += control ? '?' : c == '\\' ? '/' : c;
        }
        name.remove_prefix(good);
        if (name.empty()) break;
        out += '?';
        name.remove_prefix(1);
    }
    std::string safe;
    for (std::size_t at = 0; at <= out.size();) {
        const auto end = std::min(out.find('/', at), out.size());
        const std::string part = out.substr(at, end - at);
        if (!part.empty() && part != ".") {
            if (!safe.empty()) safe += '/';
            safe += part == ".." ? "(..)" : part;
        }
        at = end + 1;
    }
    return safe.empty() ? "(no name)" : safe;
}

class Unpacker {
public:
    explicit Unpacker(const Limits& limits) : limits_(limits), left_(limits.unpacked) {}

    void file(const std::string& name, std::string_view bytes, std::size_t depth) {
        const auto format = sniff(name, bytes, limits_);
        if (!format) return fail(format.error());
        if (*format == Format::zip) return zip(name, bytes, depth);
        auto document = read_document(name, bytes, limits_);
        if (!document) return fail(std::move(document.error()));
        if (*format != Format::pdf) return add(std::move(*document));
        for (auto& paper : split_pack(std::move(*document))) {
            if (!paper) {
                fail(std::move(paper.error()));
            } else {
                add(std::move(*paper));
            }
        }
    }
    Papers take() { return std::move(found_); }

private:
    void add(Document document) {
        tell_languages(document);
        found_.papers.push_back(std::move(document));
    }
    void fail(Error error) { found_.papers.push_back(tl::unexpected(std::move(error))); }

    void zip(const std::string& name, std::string_view bytes, std::size_t depth) {
        if (depth > limits_.zip_depth) {
            return fail({name, 0, fmt::format("zips are nested more than {} deep", limits_.zip_depth),
                         "unpack the inner ones, and give the papers in them"});
        }
        Limits limits = limits_;
        limits.unpacked = left_;
        auto package = Package::open(name, bytes, limits);
        if (!package) return fail(package.error());
        members(name, *package, depth);
    }

    void members(const std::string& zip, Package& package, std::size_t depth) {
        std::vector<std::string> names = package.names();
        std::sort(names.begin(), names.end());
        const std::size_t before = found_.papers.size();
        std::vector<std::string> left_out;
        for (const std::string& name : names) {
            const std::string readable = shown(name);
            if (is_ignored(readable)) continue;
            const std::string file = fmt::format("{}/{}", zip, readable);
            const std::size_t unpacked = package.unpacked();
            auto beginning = package.beginning(name, looked_at);
            if (beginning && !is_paper(readable, *beginning)) {
                left_out.push_back(readable);
                continue;
            }
            auto bytes = package.read(name);
            left_ -= std::min(left_, package.unpacked() - unpacked);
            if (!bytes) {
                fail({file, 0, std::move(bytes.error().message), std::move(bytes.error().mend)});
                if (left_ == 0) break;
                continue;
            }
            this->file(file, *bytes, depth + 1);
        }
        if (!left_out.empty()) found_.notices.push_back(left_out_notice(zip, left_out));
        if (found_.papers.size() == before) {
            fail({zip, 0, "there are no papers in the zip", "put papers there (Word, PDF, HTML, text, ...)"});
        }
    }

    const Limits& limits_;
    std::size_t left_;  // of what may be unpacked, in all zips of the file together
    Papers found_;
};

}  // namespace

Papers papers(const std::string& file, std::string_view bytes, const Limits& limits) {
    Unpacker unpacker(limits);
    unpacker.file(file, bytes, 0);
    return unpacker.take();
}

}  // namespace boardcheck::ingest
