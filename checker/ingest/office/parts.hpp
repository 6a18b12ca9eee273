// The parts of a Word or PowerPoint file, found by their relationships: their names are the producer's own choice.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "ingest/draft.hpp"
#include "ingest/office/package.hpp"

namespace boardcheck::ingest {

struct Relationship {
    std::string id;
    std::string type;    // the last word of its URI: "styles", "footnotes"
    std::string target;  // name of a part of the package, as the package spells it; empty: outside, or missing
};
/// Null where there is none.
const Relationship* find_id(const std::vector<Relationship>& all, std::string_view id);
const Relationship* find_type(const std::vector<Relationship>& all, std::string_view type);

class OfficeParts {
public:
    /// `usual_main` is taken where nothing says which part is the main one; `kind` is for messages: "PowerPoint".
    /// Errors: no main part, or one that cannot be read. `package` must outlive the parts.
    static Result<OfficeParts> open(Package& package, std::string_view usual_main, std::string_view kind);

    const std::string& file() const { return package_->file(); }
    const pugi::xml_document& main() const { return main_; }
    /// All relationships of the main part.
    const std::vector<Relationship>& relationships() const { return relationships_; }
    std::vector<Relationship> relationships_of(const std::string& part);
    Result<pugi::xml_document> parse(const std::string& name);
    /// Null where there is no such part. One that is damaged is a notice, and null.
    pugi::xml_document by_name(const std::string& name);
    /// A part that belongs to the whole file: "core-properties".
    pugi::xml_document of_package(std::string_view type);
    std::vector<Notice>& notices() { return notices_; }

private:
    explicit OfficeParts(Package& package) : package_(&package) {}
    std::string spelling(std::string_view name) const;
    Package* package_;
    std::vector<std::pair<std::string, std::string>> names_;  // in small letters, and as they are; sorted
    std::vector<Relationship> of_package_;
    std::vector<Relationship> relationships_;
    pugi::xml_document main_;
    std::vector<Notice> notices_;
};

}  // namespace boardcheck::ingest
