#include "catalogue/readers.hpp"

namespace boardcheck::catalogue {

namespace {

void read_source(Build& build, const XmlFile& file, pugi::xml_node node) {
    file.expect_attributes(node, {"id", "title", "publisher", "date"}, {"number", "url", "other-dates", "expected"});
    file.expect_elements(node, {"beware"});
    file.words_of_optional_child(node, "beware");
    Source source;
    source.id = node.attribute("id").value();
    source.title = single_spaced(node.attribute("title").value());
    source.number = node.attribute("number").value();
    source.publisher = node.attribute("publisher").value();
    source.date = file.date(node, "date").value_or(Date{});
    source.other_dates = file.dates(node, "other-dates");
    source.expected = file.choice<bool>(node, "expected", {{"yes", true}, {"no", false}}).value_or(false);
    if (file.well_formed_id(node, "id") && build.claim(file, node, "source", source.id))
        build.catalogue.sources.push_back(std::move(source));
}

}  // namespace

void read_sources(Build& build, const XmlFile& file) {
    file.expect_attributes(file.root(), {}, {});
    file.expect_elements(file.root(), {"source"});
    for (const auto node : file.root().children("source")) read_source(build, file, node);
}

void read_messages(Build& build, const XmlFile& file) {
    file.expect_attributes(file.root(), {}, {});
    file.expect_elements(file.root(), {"message"});
    for (const auto node : file.root().children("message")) {
        file.expect_attributes(node, {"id"}, {});
        const std::string id = node.attribute("id").value();
        auto words = file.words(node);
        if (file.well_formed_id(node, "id") && build.claim(file, node, "message", id))
            build.catalogue.messages.emplace(id, std::move(words));
    }
}

}  // namespace boardcheck::catalogue
