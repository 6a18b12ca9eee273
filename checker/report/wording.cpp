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

std::string long_date(Date date) {
    constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
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
