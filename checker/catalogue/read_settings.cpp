#include "catalogue/readers.hpp"
#include "text/text.hpp"

namespace boardcheck::catalogue {

namespace {

/// How papers name a document, as they are compared: by stems, without articles and marks.
void add_name(Source& source, std::string_view words) {
    SourceName name;
    for (const text::Word& word : text::words_of(words)) {
        const bool mark = word.stem.find_first_of(":,().") != std::string::npos;
        if (is_skipped(word.stem) || mark) continue;
        if (name.stems.empty()) name.small = !word.capitalised && word.number < 0;
        name.stems.push_back(word.stem);
    }
    if (!name.stems.empty()) source.names.push_back(std::move(name));
}

void read_source(Build& build, const XmlFile& file, pugi::xml_node node) {
    file.expect_attributes(node, {"id", "title", "publisher", "date"}, {"number", "url", "kind"});
    file.expect_elements(node, {"beware", "name"});
    file.words_of_optional_child(node, "beware");
    Source source;
    source.id = node.attribute("id").value();
    source.title = single_spaced(node.attribute("title").value());
    source.number = node.attribute("number").value();
    source.publisher = node.attribute("publisher").value();
    source.kind = node.attribute("kind").value();
    add_name(source, source.title);
    if (source.kind != "act") add_name(source, source.number);  // chapter numbers begin anew each year
    for (const auto child : node.children("name")) {
        file.expect_attributes(child, {}, {});
        add_name(source, file.words(child));
    }
    source.date = file.date(node, "date").value_or(Date{});
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
