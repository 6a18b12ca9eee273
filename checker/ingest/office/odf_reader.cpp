#include "ingest/office/odf_reader.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ingest/office/docx_headings.hpp"
#include "ingest/office/odf_walk.hpp"
#include "ingest/office/package.hpp"
#include "ingest/office/xml.hpp"
#include "ingest/repair/repair.hpp"
#include "ingest/repair/table_numbers.hpp"

namespace boardcheck::ingest {

namespace {

constexpr std::string_view text_part = "content.xml";
constexpr std::string_view styles_part = "styles.xml";
constexpr std::string_view properties_part = "meta.xml";
constexpr std::string_view manifest_part = "META-INF/manifest.xml";

/// The file's own date, without its time.
std::optional<Date> date_of(std::string_view moment) {
    constexpr std::size_t length = 10;
    return parse_date(moment.substr(0, length));
}

Properties properties_of(const pugi::xml_node& root) {
    Properties found;
    for (const pugi::xml_node each : child(root, "meta").children()) {
        const std::string_view name = local_name(each);
        const std::string_view value = each.text().get();
        if (name == "title") found.title = value;
        // The last one who saved it is its author only where nobody else is named.
        if (name == "initial-creator" || (name == "creator" && found.author.empty())) found.author = value;
        if (name == "creation-date") found.created = date_of(value);
        if (name == "date") found.modified = date_of(value);
    }
    return found;
}

/// An OpenDocument file, its parts read one by one.
class OdfFile {
public:
    OdfFile(Package& package, Reading& reading) : package_(package), reading_(reading) {}

    Result<pugi::xml_document> part(std::string_view name) {
        const auto bytes = package_.read(name);
        if (!bytes) return tl::unexpected(bytes.error());
        return parse_xml(package_.file(), name, *bytes);
    }
    /// Empty, and told, where it is damaged: the text can be read without it.
    pugi::xml_document minor_part(std::string_view name) {
        if (!package_.has(name)) return {};
        auto document = part(name);
        if (document) return std::move(*document);
        tell(fmt::format("{} was left out: {}", name, document.error().message));
        return {};
    }
    bool is_protected() {
        if (!package_.has(manifest_part)) return false;
        const auto manifest = package_.read(manifest_part);
        return manifest && manifest->find(":encryption-data") != std::string::npos;
    }
    bool has_macros() const {
        const auto& names = package_.names();
        return std::any_of(names.begin(), names.end(), [](const std::string& name) {
            return name.starts_with("Basic/") || name.starts_with("Scripts/");
        });
    }
    void tell(std::string message) { reading_.notices.push_back({package_.file(), 0, std::move(message)}); }

private:
    Package& package_;
    Reading& reading_;
};

void read_page_styles(OdfWalk& walk, const pugi::xml_node& root, const OdfStyles& styles) {
    for (const BlockKind kind : {BlockKind::header, BlockKind::footer}) {
        const std::string_view wanted = kind == BlockKind::header ? "header" : "footer";
        for (const pugi::xml_node page : child(root, "master-styles").children()) {
            for (const pugi::xml_node each : page.children()) {
                const std::string_view name = local_name(each);
                const bool shown = name.starts_with(wanted) && attribute(each, "display") != "false";
                if (shown) walk.furniture(each, kind, styles);
            }
        }
    }
}

void tell_what_was_seen(OdfFile& file, const OdfWalk& walk) {
    if (walk.tracked_changes()) {
        file.tell("the paper has tracked changes: insertions are read, deletions are not");
    }
    if (walk.left_out()) file.tell("words that are marked as hidden were left out");
    const auto& hidden = walk.hidden_slides();
    if (!hidden.empty()) {
        file.tell(fmt::format("hidden slides are read, and marked so: {}", fmt::join(hidden, ", ")));
    }
    if (file.has_macros()) file.tell("the file has macros, which are never run");
}

/// A title alone is not enough: the headings below it may have been formatted by hand.
void repair_text(Draft& draft) {
    take_numbers(draft);
    docx::mark_heading_rows(draft);
    const bool headings = std::any_of(draft.blocks.begin(), draft.blocks.end(), [](const DraftBlock& block) {
        return block.block.kind == BlockKind::heading && block.marked;
    });
    if (!headings) promote_headings(draft);
}

Result<Reading> read_odf(const std::string& name, std::string_view bytes, const Limits& limits, Format format) {
    auto package = Package::open(name, bytes, limits);
    if (!package) return tl::unexpected(package.error());
    Reading reading;
    reading.format = format;
    OdfFile file(*package, reading);
    if (file.is_protected()) {
        return tl::unexpected(
            Error{name, 0, "the file is protected with a password", "save it without a password, and give that"});
    }
    const auto content = file.part(text_part);
    if (!content) return tl::unexpected(content.error());
    const pugi::xml_document common = file.minor_part(styles_part);
    const pugi::xml_node root = content->document_element();
    const pugi::xml_node styles_root = common.document_element();
    OdfStyles styles;
    styles.read(child(styles_root, "styles"));
    OdfStyles page_styles = styles;
    styles.read(child(root, "automatic-styles"));
    page_styles.read(child(styles_root, "automatic-styles"));

    const bool slides = format == Format::odp;
    OdfWalk walk(reading.draft, limits, styles, slides);
    walk.body(child(child(root, "body"), slides ? "presentation" : "text"));
    number_tables(reading.draft);
    slides ? take_numbers(reading.draft) : repair_text(reading.draft);
    if (!slides) read_page_styles(walk, styles_root, page_styles);
    walk.finish();
    reading.tracked_changes = walk.tracked_changes();
    tell_what_was_seen(file, walk);
    reading.properties = properties_of(file.minor_part(properties_part).document_element());
    return reading;
}

}  // namespace

Result<Reading> read_odt(const std::string& file, std::string_view bytes, const Limits& limits) {
    return read_odf(file, bytes, limits, Format::odt);
}

Result<Reading> read_odp(const std::string& file, std::string_view bytes, const Limits& limits) {
    return read_odf(file, bytes, limits, Format::odp);
}

}  // namespace boardcheck::ingest
