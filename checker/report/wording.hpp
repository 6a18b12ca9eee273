// The words of reports for people: names of standings and severities, dates, counts.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "catalogue/catalogue.hpp"
#include "extract/extract.hpp"

namespace boardcheck::report {

/// In the order in which they deserve attention.
inline constexpr std::array<catalogue::Standing, 6> standings_by_weight{
    catalogue::Standing::contradicted, catalogue::Standing::silent,   catalogue::Standing::restated,
    catalogue::Standing::planned,      catalogue::Standing::in_place, catalogue::Standing::not_applicable};

std::string_view label(catalogue::Standing standing);  // "in place"
std::string_view meaning(catalogue::Standing standing);
/// A sign beside the colour, for those who cannot see the colour.
std::string_view sign(catalogue::Standing standing);

/// "20 July 2021", "July 2021", "2021".
std::string long_date(Date date);
/// A date or period as DateValue::iso has it: "July to September 2021", "autumn 2021", "2021/22" (a financial
/// year), "20 July 2021 to May 2022".
std::string long_period(std::string_view iso);
std::string_view label(extract::Precision precision);    // "half-year"
std::string_view label(extract::PlaceInPaper position);  // "front"
/// "1 paper", "2 papers".
std::string counted(std::size_t count, std::string_view noun);
/// The name of a theme, message `theme.ID` of the catalogue, or its id.
std::string theme_title(const catalogue::Catalogue& catalogue, std::string_view theme);

}  // namespace boardcheck::report
