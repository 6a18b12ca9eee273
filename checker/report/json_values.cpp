#include "report/json_values.hpp"

namespace boardcheck::report {

using nlohmann::ordered_json;

ordered_json text_or_null(const std::string& text) { return text.empty() ? ordered_json(nullptr) : ordered_json(text); }

ordered_json number_or_null(std::uint32_t number) { return number == 0 ? ordered_json(nullptr) : ordered_json(number); }

ordered_json date_or_null(const std::optional<Date>& date) {
    return date ? ordered_json(to_string(*date)) : ordered_json(nullptr);
}

ordered_json pack_or_null(const std::optional<ingest::PackPlace>& pack) {
    if (!pack) return nullptr;
    return {{"item", text_or_null(pack->item)},
            {"title", text_or_null(pack->title)},
            {"first_page", pack->first_page},
            {"last_page", pack->last_page}};
}

}  // namespace boardcheck::report
