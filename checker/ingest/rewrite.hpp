// A text that is being rewritten from another one, with the way back.
#pragma once

#include <string>
#include <string_view>

#include "base/base.hpp"

namespace boardcheck::ingest {

class Rewrite {
public:
    explicit Rewrite(std::string_view source) : source_(source) { text_.reserve(source.size() + source.size() / 16); }
    void keep(std::uint32_t begin, std::uint32_t end) {
        if (begin >= end) return;
        text_ += source_.substr(begin, end - begin);
        map_.copy(begin, end - begin);
    }
    /// Writes `text` for the bytes from `begin` to `end`; either may be empty.
    void put(std::string_view text, std::uint32_t begin, std::uint32_t end) {
        if (text == source_.substr(begin, end - begin)) return keep(begin, end);
        text_ += text;
        map_.replace({begin, end}, static_cast<std::uint32_t>(text.size()));
    }
    std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
    std::string take_text() { return std::move(text_); }
    OffsetMap take_map() { return std::move(map_); }

private:
    std::string_view source_;
    std::string text_;
    OffsetMap map_;
};

}  // namespace boardcheck::ingest
