#include "ingest/office/xml.hpp"

#include <charconv>

#include <fmt/format.h>

namespace boardcheck::ingest {

Result<pugi::xml_document> parse_xml(const std::string& file, std::string_view part, std::string_view bytes) {
    pugi::xml_document document;
    const auto outcome = document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                                              pugi::encoding_auto);
    if (!outcome) {
        return tl::unexpected(
            Error{file, 0,
                  fmt::format("the part {} is damaged XML: {} (byte {})", part, outcome.description(), outcome.offset),
                  "open it in the program that made it, and save it again"});
    }
    return document;
}

std::string_view local_name(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

namespace {

pugi::xml_attribute find_attribute(const pugi::xml_node& node, std::string_view local) {
    for (const pugi::xml_attribute each : node.attributes()) {
        if (local_name(each.name()) == local) return each;
    }
    return {};
}

}  // namespace

std::string_view attribute(const pugi::xml_node& node, std::string_view local) {
    return find_attribute(node, local).value();
}

bool has_attribute(const pugi::xml_node& node, std::string_view local) { return !find_attribute(node, local).empty(); }

pugi::xml_node child(const pugi::xml_node& node, std::string_view local) {
    for (const pugi::xml_node each : node.children()) {
        if (local_name(each) == local) return each;
    }
    return {};
}

int number_in(std::string_view text, int fallback) {
    int value = fallback;
    const auto outcome = std::from_chars(text.data(), text.data() + text.size(), value);
    return outcome.ec == std::errc() ? value : fallback;
}

}  // namespace boardcheck::ingest
