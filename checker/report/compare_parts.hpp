// Two versions of one paper side by side, for the reports on what changed.
#pragma once

#include <string>

#include "report/report.hpp"

namespace boardcheck::report {

struct Versions {
    const Paper& before;
    const Paper& after;
    const extract::Commitment* before_of(const check::PromiseChange& change) const;  // null: none
    const extract::Commitment* after_of(const check::PromiseChange& change) const;
};

/// "1 July 2022", "no date".
std::string date_or_none(const std::string& iso);
/// The owner, or "no one".
std::string someone(const std::string& owner);

}  // namespace boardcheck::report
