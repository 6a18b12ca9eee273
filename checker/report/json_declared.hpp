// What a paper declares, as JSON: for the gap report and for the declarations alone.
#pragma once

#include <string>
#include <string_view>

#include "report/json_writer.hpp"
#include "report/report.hpp"

namespace boardcheck::report {

void text_or_null(JsonWriter& json, std::string_view name, const std::string& text);
void number_or_null(JsonWriter& json, std::string_view name, std::uint32_t number);

/// An array with what `write` writes of each value.
template <typename Values, typename Write>
void write_each(JsonWriter& json, std::string_view name, const Values& values, Write write) {
    json.key(name);
    json.begin_array();
    for (const auto& value : values) write(value);
    json.end_array();
}

/// The members `file`, `format` and `pack`, of the object that is open.
void write_origin(JsonWriter& json, const ingest::Document& document);
/// The members `errors` and `notices` of the report, of the object that is open.
void write_unread(JsonWriter& json, const std::vector<Outcome>& papers, const std::vector<Notice>& notices);
void write_notices(JsonWriter& json, const std::vector<Notice>& notices);

/// The words with the place where they stand.
void write_evidence(JsonWriter& json, const Paper& paper, const extract::Evidence& evidence);

/// What stands for a title, body or purpose that is not said: the gap report has always had empty text there, and
/// programs rely on it. All else is null.
enum class Unsaid { empty, null };

/// The declarations of a kind, as the array (of meta: the object) that is named after it; nothing for members, which
/// stand within their structures.
void write_declared(JsonWriter& json, const Paper& paper, Kind kind, Unsaid unsaid);

}  // namespace boardcheck::report
