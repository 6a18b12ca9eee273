// Office files made from text: the parts stand one after the other, each after a line "-- name".
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace boardcheck::test {

using Parts = std::vector<std::pair<std::string, std::string>>;  // names and contents

Parts parts_in(std::string_view text);
/// The bytes of a zip with these parts, not compressed; empty where libzip fails.
std::string zipped(const Parts& parts);

}  // namespace boardcheck::test
