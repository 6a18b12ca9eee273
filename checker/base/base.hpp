// Values that every room of the house shares: spans, offset maps, dates, errors, notices.
//
// Positions are half-open byte ranges into a UTF-8 string; which string is said where the span is declared.
// Lines, columns and pages are worked out when a report needs them. An OffsetMap leads from a rewritten text back
// to the text it was made from; maps compose. Nothing here reads a clock, a locale or a disk.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace boardcheck {

/// Half-open byte range.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend auto operator<=>(const Span&, const Span&) = default;
};

constexpr std::uint32_t length(Span span) { return span.end - span.begin; }
constexpr bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }
/// The slice of `text` that `span` names; the caller guarantees that it is in bounds.
std::string_view slice(std::string_view text, Span span);

/// Input or a rule file that cannot be used: where, what, and how to put it right. `line` is 1-based, 0 where there is
/// none.
struct Error {
    std::string file;
    std::uint32_t line = 0;
    std::string message;
    std::string mend;
    friend auto operator<=>(const Error&, const Error&) = default;
};
/// "file:line: message; mend", without the parts that are empty.
std::string to_string(const Error& error);

template <typename T>
using Result = tl::expected<T, Error>;

/// Something of a paper that was read differently than a user may expect, or not at all. Never dropped in silence.
struct Notice {
    std::string file;
    std::uint32_t line = 0;
    std::string message;
    friend auto operator<=>(const Notice&, const Notice&) = default;
};

/// A calendar date with its precision: month and day are 0 where the source names only a year or a month.
struct Date {
    std::int16_t year = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;
    friend auto operator<=>(const Date&, const Date&) = default;
};
/// "2021", "2021-07" or "2021-07-20".
std::string to_string(Date date);
/// The inverse of to_string; nothing for other shapes and for days that do not exist (2021-06-31).
std::optional<Date> parse_date(std::string_view iso);

/// Leads from positions in a rewritten text to positions in the text it was made from.
/// A rewritten text is made of copied runs (equal lengths, byte for byte) and replaced runs (any lengths).
/// Going back, a begin inside a replaced run rounds down and an end rounds up, so that a slice never loses what made
/// it.
class OffsetMap {
public:
    /// Appends a run that was copied unchanged from `source_begin`.
    void copy(std::uint32_t source_begin, std::uint32_t length);
    /// Appends `length` rewritten bytes that stand for `source`; either may be empty.
    void replace(Span source, std::uint32_t length);
    /// The range of the source that `span` of the rewritten text came from.
    Span to_source(Span span) const;
    /// Length of the rewritten text in bytes.
    std::uint32_t size() const { return size_; }
    /// A map from `later`'s rewritten text to this map's source: `later` was made from the text that this map made.
    OffsetMap compose(const OffsetMap& later) const;
    friend bool operator==(const OffsetMap&, const OffsetMap&) = default;

private:
    struct Run {
        std::uint32_t begin = 0;  // in the rewritten text
        Span source;
        bool copied = true;
        friend bool operator==(const Run&, const Run&) = default;
    };
    std::vector<Run> runs_;
    std::uint32_t size_ = 0;
};

}  // namespace boardcheck
