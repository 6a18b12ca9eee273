#include "ingest/html/charset.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <iconv.h>

#include "ingest/bytes.hpp"
#include "ingest/html/page.hpp"

namespace boardcheck::ingest {

namespace {

constexpr std::size_t named_within = 4096;

/// "windows-1252" of <meta charset="windows-1252"> or of its longer form; empty where there is none.
std::string named_charset(std::string_view bytes) {
    const std::string beginning = lower_case(bytes.substr(0, named_within));
    for (auto at = beginning.find("charset"); at != std::string::npos; at = beginning.find("charset", at + 1)) {
        auto value = beginning.find_first_not_of(" \t\r\n", at + 7);
        if (value == std::string::npos || beginning[value] != '=') continue;
        value = beginning.find_first_not_of(" \t\r\n\"'=", value);
        if (value == std::string::npos) return {};
        const auto end = beginning.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_:.", value);
        return beginning.substr(value, std::min(end, beginning.size()) - value);
    }
    return {};
}

/// These are read as Windows-1252, as browsers do.
bool is_western(std::string_view charset) {
    constexpr std::array<std::string_view, 8> names{"windows-1252", "cp1252",     "iso-8859-1", "iso8859-1",
                                                    "latin1",       "iso_8859-1", "us-ascii",   "ascii"};
    return std::find(names.begin(), names.end(), charset) != names.end();
}

class Converter {
public:
    explicit Converter(const std::string& charset) : handle_(iconv_open("UTF-8", charset.c_str())) {}
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() {
        if (known()) iconv_close(handle_);
    }
    bool known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }
    /// Bytes that mean nothing become U+FFFD.
    std::string convert(std::string bytes) {
        std::string out;
        std::array<char, 4096> part{};
        char* in = bytes.data();
        std::size_t left = bytes.size();
        while (left > 0) {
            char* to = part.data();
            std::size_t room = part.size();
            const std::size_t before = left;
            iconv(handle_, &in, &left, &to, &room);
            out.append(part.data(), part.size() - room);
            if (left < before || room < part.size()) continue;
            out += "\xEF\xBF\xBD";
            ++in;
            --left;
        }
        return out;
    }

private:
    iconv_t handle_;
};

}  // namespace

Result<DecodedPage> decode_page(const std::string& file, std::string_view bytes, const Limits& limits) {
    auto decoded = decode(file, bytes, limits);
    if (!decoded) return tl::unexpected(std::move(decoded.error()));
    DecodedPage page;
    page.text = decoded->rewritten ? std::move(*decoded->rewritten) : std::string(bytes);
    page.text.erase(0, decoded->begin);
    if (decoded->notices.empty()) return page;
    const std::string charset = named_charset(bytes);
    if (is_western(charset)) return page;
    Converter converter(charset);
    const bool other = !charset.empty() && !charset.starts_with("utf") && converter.known();
    if (other) {
        page.text = converter.convert(std::string(bytes));
    } else {
        page.notices = std::move(decoded->notices);
    }
    return page;
}

}  // namespace boardcheck::ingest
