#include "ingest/office/docx_properties.hpp"

#include "ingest/office/xml.hpp"

namespace boardcheck::ingest::docx {

namespace {

/// "2021-07-20T09:30:00Z"
std::optional<Date> day_of(std::string_view moment) {
    constexpr std::size_t day_length = 10;
    return parse_date(moment.substr(0, day_length));
}

}  // namespace

Properties read_properties(const pugi::xml_document& core) {
    Properties found;
    for (const pugi::xml_node each : core.document_element().children()) {
        const auto name = local_name(each);
        const std::string_view text = each.text().get();
        if (name == "title") found.title = text;
        if (name == "creator") found.author = text;
        if (name == "created") found.created = day_of(text);
        if (name == "modified") found.modified = day_of(text);
    }
    return found;
}

}  // namespace boardcheck::ingest::docx
