#include "ingest/office/parts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "ingest/characters.hpp"
#include "ingest/office/xml.hpp"

namespace boardcheck::ingest {

namespace {

/// A name as it is compared: producers are careless with case and slashes.
std::string plain(std::string_view name) {
    std::string out = lower(name);
    std::replace(out.begin(), out.end(), '\\', '/');
    return out;
}

/// "word/media/../styles.xml" is "word/styles.xml".
std::string flatten(std::string_view path) {
    std::vector<std::string_view> steps;
    while (!path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        const auto step = path.substr(0, slash);
        path.remove_prefix(std::min(slash + 1, path.size()));
        if (step == "..") {
            if (!steps.empty()) steps.pop_back();
        } else if (!step.empty() && step != ".") {
            steps.push_back(step);
        }
    }
    return fmt::format("{}", fmt::join(steps, "/"));
}

std::string folder_of(std::string_view part) {
    const auto slash = part.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(part.substr(0, slash + 1));
}

std::string_view last_word(std::string_view uri) {
    const auto slash = uri.rfind('/');
    return slash == std::string_view::npos ? uri : uri.substr(slash + 1);
}

}  // namespace

const Relationship* find_id(const std::vector<Relationship>& all, std::string_view id) {
    const auto at = std::find_if(all.begin(), all.end(), [id](const Relationship& each) { return each.id == id; });
    return at == all.end() ? nullptr : &*at;
}

const Relationship* find_type(const std::vector<Relationship>& all, std::string_view type) {
    const auto at =
        std::find_if(all.begin(), all.end(), [type](const Relationship& each) { return each.type == type; });
    return at == all.end() ? nullptr : &*at;
}

Result<OfficeParts> OfficeParts::open(Package& package, std::string_view usual_main, std::string_view kind) {
    OfficeParts parts(package);
    for (const std::string& name : package.names()) parts.names_.emplace_back(plain(name), name);
    std::sort(parts.names_.begin(), parts.names_.end());
    parts.of_package_ = parts.relationships_of("");
    const Relationship* main = find_type(parts.of_package_, "officeDocument");
    const std::string name = main != nullptr && !main->target.empty() ? main->target : parts.spelling(usual_main);
    if (name.empty()) {
        return tl::unexpected(Error{package.file(), 0,
                                    fmt::format("the {} file has no main part: its text is missing", kind),
                                    "open it in the program that made it, and save it again"});
    }
    auto tree = parts.parse(name);
    if (!tree) return tl::unexpected(std::move(tree.error()));
    parts.main_ = std::move(*tree);
    parts.relationships_ = parts.relationships_of(name);
    return parts;
}

std::string OfficeParts::spelling(std::string_view name) const {
    const std::string wanted = plain(name);
    const auto at = std::lower_bound(names_.begin(), names_.end(), std::pair(wanted, std::string()));
    return at != names_.end() && at->first == wanted ? at->second : std::string();
}

Result<pugi::xml_document> OfficeParts::parse(const std::string& name) {
    auto bytes = package_->read(name);
    if (!bytes) return tl::unexpected(std::move(bytes.error()));
    return parse_xml(package_->file(), name, *bytes);
}

std::vector<Relationship> OfficeParts::relationships_of(const std::string& part) {
    const std::string folder = folder_of(part);
    const std::string name = spelling(fmt::format("{}_rels/{}.rels", folder, last_word(part)));
    std::vector<Relationship> found;
    if (name.empty()) return found;
    const pugi::xml_document tree = by_name(name);
    for (const pugi::xml_node each : tree.document_element().children()) {
        if (local_name(each) != "Relationship") continue;
        Relationship relationship{
            std::string(attribute(each, "Id")), std::string(last_word(attribute(each, "Type"))), {}};
        const std::string target = plain(attribute(each, "Target"));
        const bool absolute = target.starts_with('/');
        if (lower(attribute(each, "TargetMode")) != "external") {
            relationship.target = spelling(flatten(absolute ? target : folder + target));
        }
        found.push_back(std::move(relationship));
    }
    return found;
}

pugi::xml_document OfficeParts::by_name(const std::string& name) {
    if (name.empty()) return {};
    auto tree = parse(name);
    if (tree) return std::move(*tree);
    notices_.push_back({package_->file(), 0, fmt::format("read without a part of the file: {}", tree.error().message)});
    return {};
}

pugi::xml_document OfficeParts::of_package(std::string_view type) {
    const Relationship* found = find_type(of_package_, type);
    return found == nullptr ? pugi::xml_document() : by_name(found->target);
}

}  // namespace boardcheck::ingest
