// The dates and periods that a paper names, resolved against its own date.
#include "extract/paper.hpp"

namespace boardcheck::extract {

std::vector<DateValue> find_dates(const Paper&, const std::optional<Date>&) { return {}; }

}  // namespace boardcheck::extract
