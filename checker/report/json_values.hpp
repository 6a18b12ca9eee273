// Values of JSON that may be absent: null stands for what is not known.
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "base/base.hpp"
#include "ingest/ingest.hpp"

namespace boardcheck::report {

nlohmann::ordered_json text_or_null(const std::string& text);
nlohmann::ordered_json number_or_null(std::uint32_t number);
nlohmann::ordered_json date_or_null(const std::optional<Date>& date);
nlohmann::ordered_json pack_or_null(const std::optional<ingest::PackPlace>& pack);

}  // namespace boardcheck::report
