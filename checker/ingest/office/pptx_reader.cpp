#include "ingest/office/pptx_reader.hpp"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ingest/office/docx_properties.hpp"
#include "ingest/office/package.hpp"
#include "ingest/office/parts.hpp"
#include "ingest/office/pptx_slide.hpp"
#include "ingest/office/pptx_text.hpp"
#include "ingest/office/xml.hpp"
#include "ingest/repair/repair.hpp"
#include "ingest/repair/table_numbers.hpp"

namespace boardcheck::ingest {

namespace {

constexpr std::string_view usual_main = "ppt/presentation.xml";

/// A layout or master, which many slides share.
struct Design {
    pugi::xml_document tree;
    std::vector<Relationship> relationships;
};

class ShowReader {
public:
    ShowReader(OfficeParts& parts, Reading& reading)
        : parts_(parts), reading_(reading), writer_(reading.draft), show_{parts_, writer_} {}

    Result<void> read() {
        for (const std::string& part : slide_order()) {
            ++number_;
            const auto slide = parts_.parse(part);
            if (!slide) return tl::unexpected(slide.error());
            read_slide(part, slide->document_element());
        }
        number_tables(reading_.draft);
        take_numbers(reading_.draft);
        write_furniture();
        tell();
        return {};
    }

private:
    /// Each slide once, even where a damaged list names it again.
    std::vector<std::string> slide_order() const {
        std::unordered_map<std::string_view, std::string_view> targets;
        for (const Relationship& each : parts_.relationships()) targets.try_emplace(each.id, each.target);
        std::vector<std::string> order;
        std::unordered_set<std::string_view> seen;
        for (const pugi::xml_node each : child(parts_.main().document_element(), "sldIdLst").children()) {
            const auto found = targets.find(relationship_id(each));
            if (found == targets.end() || found->second.empty()) continue;
            if (seen.insert(found->second).second) order.emplace_back(found->second);
        }
        return order;
    }

    /// A slide has two ids, and only their prefixes tell them apart: that of the relationship has one.
    static std::string_view relationship_id(const pugi::xml_node& slide) {
        for (const pugi::xml_attribute each : slide.attributes()) {
            const std::string_view name = each.name();
            if (name.ends_with(":id")) return each.value();
        }
        return {};
    }

    const Design& design(const std::string& part) {
        auto& found = designs_[part];
        if (!found) {
            found = std::make_unique<Design>();
            if (!part.empty()) {
                found->tree = parts_.by_name(part);
                found->relationships = parts_.relationships_of(part);
            }
        }
        return *found;
    }

    static std::string target(const std::vector<Relationship>& relationships, std::string_view type) {
        const Relationship* found = find_type(relationships, type);
        return found == nullptr ? std::string() : found->target;
    }

    void read_slide(const std::string& part, const pugi::xml_node& slide) {
        const auto relationships = parts_.relationships_of(part);
        const Design& layout = design(target(relationships, "slideLayout"));
        const Design& master = design(target(layout.relationships, "slideMaster"));
        const SlideDesign looks(layout.tree.document_element(), master.tree.document_element(),
                                parts_.main().document_element());
        Block like;
        like.slide = number_;
        like.hidden = attribute(slide, "show") == "0" || attribute(slide, "show") == "false";
        if (like.hidden) hidden_.push_back(number_);
        SlideReader(show_, looks, like, relationships).read(slide);
    }

    void write_furniture() {
        std::unordered_set<std::string_view> seen;
        for (const BlockKind kind : {BlockKind::header, BlockKind::footer}) {
            for (const SlideFurniture& each : show_.furniture) {
                if (each.like.kind != kind || !seen.insert(each.words).second) continue;
                write_slide_line(writer_, each.words, each.like);
            }
        }
    }

    void tell() {
        if (hidden_.empty()) return;
        parts_.notices().push_back(
            {parts_.file(), 0, fmt::format("hidden slides are read, and marked so: {}", fmt::join(hidden_, ", "))});
    }

    OfficeParts& parts_;
    Reading& reading_;
    DraftWriter writer_;
    SlideShow show_;
    std::uint32_t number_ = 0;
    std::vector<std::uint32_t> hidden_;
    std::unordered_map<std::string, std::unique_ptr<Design>> designs_;
};

}  // namespace

Result<Reading> read_pptx(const std::string& file, std::string_view bytes, const Limits& limits) {
    auto package = Package::open(file, bytes, limits);
    if (!package) return tl::unexpected(std::move(package.error()));
    auto parts = OfficeParts::open(*package, usual_main, "PowerPoint");
    if (!parts) return tl::unexpected(std::move(parts.error()));
    Reading reading;
    reading.format = Format::pptx;
    const auto read = ShowReader(*parts, reading).read();
    if (!read) return tl::unexpected(read.error());
    reading.properties = docx::read_properties(parts->of_package("core-properties"));
    reading.notices = std::move(parts->notices());
    return reading;
}

}  // namespace boardcheck::ingest
