#include "report/wording.hpp"

#include <fmt/format.h>

namespace boardcheck::report {

using catalogue::Standing;

std::string_view label(Standing standing) {
    switch (standing) {
        case Standing::silent:
            return "silent";
        case Standing::restated:
            return "restated";
        case Standing::planned:
            return "planned";
        case Standing::in_place:
            return "in place";
        case Standing::contradicted:
            return "contradicted";
        case Standing::not_applicable:
            return "not applicable";
    }
    return {};
}

std::string_view meaning(Standing standing) {
    switch (standing) {
        case Standing::silent:
            return "The paper says nothing about it.";
        case Standing::restated:
            return "The paper reports what national policy expects, and does not say what happens locally.";
        case Standing::planned:
            return "Local partners will do it, propose to do it, or are asked to agree to it.";
        case Standing::in_place:
            return "The paper says that it exists or is done locally.";
        case Standing::contradicted:
            return "The paper says something that cannot be squared with it.";
        case Standing::not_applicable:
            return "The paper is older than the guidance, or the profile leaves the requirement out.";
    }
    return {};
}

std::string_view sign(Standing standing) {
    switch (standing) {
        case Standing::silent:
            return "○";
        case Standing::restated:
            return "“";
        case Standing::planned:
            return "→";
        case Standing::in_place:
            return "✓";
        case Standing::contradicted:
            return "✕";
        case Standing::not_applicable:
            return "–";
    }
    return {};
}

std::string_view label(extract::Precision precision) {
    using extract::Precision;
    switch (precision) {
        case Precision::day:
            return "day";
        case Precision::week:
            return "week";
        case Precision::month:
            return "month";
        case Precision::quarter:
            return "quarter";
        case Precision::season:
            return "season";
        case Precision::half_year:
            return "half-year";
        case Precision::year:
            return "year";
        case Precision::several_years:
            return "several-years";
        case Precision::vague:
            return "vague";
        case Precision::unresolved:
            return "unresolved";
    }
    return {};
}

std::string_view label(extract::PlaceInPaper position) {
    switch (position) {
        case extract::PlaceInPaper::front:
            return "front";
        case extract::PlaceInPaper::text:
            return "text";
        case extract::PlaceInPaper::end:
            return "end";
    }
    return {};
}

namespace {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

/// "2021-Q3", "2021-autumn": a part of a year that has no number of its own in Date; nothing for other shapes.
std::string part_of_year(std::string_view iso) {
    constexpr std::size_t year = 4;
    if (iso.size() < year + 2 || iso[year] != '-') return {};
    const std::string_view part = iso.substr(year + 1);
    if (part.size() == 2 && part[0] == 'Q' && part[1] >= '1' && part[1] <= '4') {
        const auto first = static_cast<std::size_t>(part[1] - '1') * 3;
        return fmt::format("{} to {} {}", months[first], months[first + 2], iso.substr(0, year));
    }
    const bool word = part[0] >= 'a' && part[0] <= 'z';
    return word ? fmt::format("{} {}", part, iso.substr(0, year)) : std::string();
}

}  // namespace

std::string long_period(std::string_view iso) {
    if (const auto date = parse_date(iso)) return long_date(*date);
    if (const std::string part = part_of_year(iso); !part.empty()) return part;
    const std::size_t slash = iso.find('/');
    if (slash == std::string_view::npos) return std::string(iso);
    const std::string_view end = iso.substr(slash + 1);
    constexpr std::size_t year = 4;
    if (slash == year && end.size() == year) return fmt::format("{}/{}", iso.substr(0, year), end.substr(2));
    if (slash == 0 || end.empty() || end.find('/') != std::string_view::npos) return std::string(iso);
    return long_period(iso.substr(0, slash)) + " to " + long_period(end);
}

std::string long_date(Date date) {
    if (date.month == 0 || date.month > months.size()) return fmt::format("{}", date.year);
    const std::string_view month = months[date.month - 1U];
    if (date.day == 0) return fmt::format("{} {}", month, date.year);
    return fmt::format("{} {} {}", date.day, month, date.year);
}

std::string counted(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string theme_title(const catalogue::Catalogue& catalogue, std::string_view theme) {
    const auto found = catalogue.messages.find(fmt::format("theme.{}", theme));
    return found == catalogue.messages.end() ? std::string(theme) : found->second;
}

}  // namespace boardcheck::report
