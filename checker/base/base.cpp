#include "base/base.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include <fmt/format.h>

namespace boardcheck {

std::string_view slice(std::string_view text, Span span) {
    assert(span.begin <= span.end && span.end <= text.size());
    return text.substr(span.begin, length(span));
}

std::string to_string(const Error& error) {
    std::string out = error.file;
    if (error.line != 0) out += fmt::format(":{}", error.line);
    if (!out.empty()) out += ": ";
    out += error.message;
    if (!error.mend.empty()) out += "; " + error.mend;
    return out;
}

std::string to_string(Date date) {
    if (date.month == 0) return fmt::format("{:04}", date.year);
    if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

namespace {

std::optional<int> digits(std::string_view text) {
    if (text.empty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return {};
    int value = 0;
    for (char c : text) value = value * 10 + (c - '0');
    return value;
}

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

}  // namespace

std::optional<Date> parse_date(std::string_view iso) {
    if (iso.size() != 4 && iso.size() != 7 && iso.size() != 10) return {};
    const auto year = digits(iso.substr(0, 4));
    if (!year) return {};
    Date date{static_cast<std::int16_t>(*year), 0, 0};
    if (iso.size() == 4) return date;
    const auto month = digits(iso.substr(5, 2));
    if (iso[4] != '-' || !month || *month < 1 || *month > 12) return {};
    date.month = static_cast<std::uint8_t>(*month);
    if (iso.size() == 7) return date;
    const auto day = digits(iso.substr(8, 2));
    if (iso[7] != '-' || !day || *day < 1 || *day > days_in_month(*year, *month)) return {};
    date.day = static_cast<std::uint8_t>(*day);
    return date;
}

void OffsetMap::copy(std::uint32_t source_begin, std::uint32_t length) {
    if (length == 0) return;
    if (!runs_.empty() && runs_.back().copied && runs_.back().source.end == source_begin) {
        runs_.back().source.end += length;
    } else {
        runs_.push_back({size_, {source_begin, source_begin + length}, true});
    }
    size_ += length;
}

void OffsetMap::replace(Span source, std::uint32_t length) {
    if (length == 0 && source.begin == source.end) return;
    runs_.push_back({size_, source, false});
    size_ += length;
}

Span OffsetMap::to_source(Span span) const {
    if (runs_.empty()) return {};
    assert(span.begin <= span.end && span.end <= size_);
    // An empty replaced run (something dropped) shares its begin with the run after it; the last one wins, so that
    // a span does not grow over what was dropped before it.
    const auto run_at = [this](std::uint32_t position) {
        auto after = std::upper_bound(runs_.begin(), runs_.end(), position,
                                      [](std::uint32_t value, const Run& run) { return value < run.begin; });
        return after == runs_.begin() ? after : std::prev(after);
    };
    const auto first = run_at(span.begin);
    const std::uint32_t begin = first->copied
                                    ? std::min(first->source.begin + (span.begin - first->begin), first->source.end)
                                    : first->source.begin;
    if (span.end == span.begin) return {begin, begin};
    const auto last = run_at(span.end - 1);
    const std::uint32_t end = last->copied ? last->source.begin + (span.end - last->begin) : last->source.end;
    return {begin, std::max(begin, end)};
}

OffsetMap OffsetMap::compose(const OffsetMap& later) const {
    OffsetMap composed;
    for (std::size_t i = 0; i < later.runs_.size(); ++i) {
        const Run& run = later.runs_[i];
        const std::uint32_t run_end = i + 1 < later.runs_.size() ? later.runs_[i + 1].begin : later.size_;
        if (!run.copied) {
            composed.replace(to_source(run.source), run_end - run.begin);
            continue;
        }
        // A copied run may cross several of our runs: take it apart at their borders.
        std::uint32_t at = run.source.begin;
        while (at < run.source.end) {
            auto after = std::upper_bound(runs_.begin(), runs_.end(), at,
                                          [](std::uint32_t value, const Run& ours) { return value < ours.begin; });
            const Run& ours = *std::prev(after);
            const std::uint32_t ours_end = after == runs_.end() ? size_ : after->begin;
            const std::uint32_t until = std::min(run.source.end, ours_end);
            if (ours.copied) {
                composed.copy(ours.source.begin + (at - ours.begin), until - at);
            } else {
                composed.replace(ours.source, until - at);
            }
            at = until;
        }
    }
    return composed;
}

}  // namespace boardcheck
