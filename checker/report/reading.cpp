// What was read of a paper, block by block: for people who wonder where a finding comes from, and for other tools.
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "report/escape/escape.hpp"
#include "report/json_values.hpp"
#include "report/report.hpp"

namespace boardcheck::report {

using ingest::Block;
using ingest::BlockKind;
using ingest::Document;
using nlohmann::ordered_json;

namespace {

/// The headings above each block, kept while walking down a document.
class SectionPath {
public:
    explicit SectionPath(const Document& document) : document_(document) {}

    std::vector<std::string> at(const Block& block) {
        const bool heading = block.kind == BlockKind::heading || block.kind == BlockKind::slide_title;
        const std::uint8_t level = std::max<std::uint8_t>(block.level, 1);
        while (heading && !path_.empty() && path_.back().level >= level) path_.pop_back();
        std::vector<std::string> titles;
        for (const Heading& each : path_) titles.push_back(each.title);
        if (heading) {
            const std::string number = block.number.empty() ? "" : block.number + " ";
            path_.push_back({level, number + std::string(slice(document_.text, block.span))});
        }
        return titles;
    }

private:
    struct Heading {
        std::uint8_t level;
        std::string title;
    };
    const Document& document_;
    std::vector<Heading> path_;
};

/// "list_item 2", "table_cell 1.3.2", "table_cell 1.1.1 head".
std::string kind_label(const Block& block) {
    std::string label(name_of(block.kind));
    if (block.level > 0) label += fmt::format(" {}", block.level);
    if (block.table > 0) label += fmt::format(" {}.{}.{}", block.table, block.row, block.column);
    if (block.row_span > 1 || block.column_span > 1) label += fmt::format(" {}x{}", block.row_span, block.column_span);
    if (block.header_cell) label += " head";
    if (block.emphasised) label += " bold";
    if (block.hidden) label += " hidden";
    if (block.doubtful) label += " doubtful";
    return label;
}

std::string place_label(const Document& document, const Block& block) {
    if (block.slide > 0) return fmt::format("slide {}", block.slide);
    const ingest::PageStart* page = ingest::page_at(document, block.span.begin);
    if (page == nullptr) return block.line > 0 ? fmt::format("line {}", block.line) : "";
    return fmt::format("p. {}{}", page->page, page->label.empty() ? "" : " (" + page->label + ")");
}

std::string about(const Document& document) {
    std::string line = fmt::format("{}: {}", name_of_file(document), name_of(document.format));
    if (!document.language.empty()) line += ", language " + document.language;
    if (document.tracked_changes) line += ", with tracked changes";
    if (!document.properties.title.empty()) line += fmt::format(", titled \"{}\"", document.properties.title);
    if (!document.properties.author.empty()) line += ", by " + document.properties.author;
    return line + fmt::format("; {} blocks", document.blocks.size());
}

void write_document(std::string& out, const Document& document) {
    out += printable(about(document)) + "\n";
    for (const Notice& notice : document.notices) out += "! " + printable(notice.message) + "\n";
    std::size_t ordinal = 0;
    for (const Block& block : document.blocks) {
        const std::string number = block.number.empty() ? "" : "[" + block.number + "] ";
        const auto words = printable(number + std::string(slice(document.text, block.span)));
        out +=
            fmt::format("{:>5}  {:<12} {:<22} {}\n", ++ordinal, place_label(document, block), kind_label(block), words);
    }
}

ordered_json table_json(const Block& block) {
    if (block.table == 0) return nullptr;
    return {{"table", block.table},
            {"row", block.row},
            {"column", block.column},
            {"row_span", block.row_span},
            {"column_span", block.column_span},
            {"header", block.header_cell}};
}

ordered_json block_json(const Document& document, const Block& block, std::vector<std::string> section) {
    const ingest::PageStart* page = ingest::page_at(document, block.span.begin);
    return {{"kind", name_of(block.kind)},
            {"level", number_or_null(block.level)},
            {"number", text_or_null(block.number)},
            {"text", slice(document.text, block.span)},
            {"line", number_or_null(block.line)},
            {"page", number_or_null(page == nullptr ? 0 : page->page)},
            {"page_label", text_or_null(page == nullptr ? "" : page->label)},
            {"slide", number_or_null(block.slide)},
            {"cell", table_json(block)},
            {"emphasised", block.emphasised},
            {"hidden", block.hidden},
            {"doubtful", block.doubtful},
            {"section", std::move(section)}};
}

ordered_json document_json(const Document& document) {
    ordered_json notices = ordered_json::array();
    for (const Notice& notice : document.notices) notices.push_back(notice.message);
    ordered_json outline = ordered_json::array();
    for (const ingest::Bookmark& each : document.outline) {
        outline.push_back({{"title", each.title}, {"page", number_or_null(each.page)}, {"level", each.level}});
    }
    ordered_json blocks = ordered_json::array();
    SectionPath sections(document);
    for (const Block& block : document.blocks) blocks.push_back(block_json(document, block, sections.at(block)));
    return {{"file", document.file},
            {"format", name_of(document.format)},
            {"pack", pack_or_null(document.pack)},
            {"language", text_or_null(document.language)},
            {"tracked_changes", document.tracked_changes},
            {"title", text_or_null(document.properties.title)},
            {"author", text_or_null(document.properties.author)},
            {"created", date_or_null(document.properties.created)},
            {"modified", date_or_null(document.properties.modified)},
            {"notices", std::move(notices)},
            {"outline", std::move(outline)},
            {"blocks", std::move(blocks)}};
}

}  // namespace

std::string reading_human(const std::vector<Result<Document>>& papers) {
    std::string out;
    for (const auto& paper : papers) {
        if (paper) write_document(out, *paper);
    }
    return out;
}

std::string reading_json(const std::vector<Result<Document>>& papers) {
    ordered_json root{{"papers", ordered_json::array()}, {"errors", ordered_json::array()}};
    for (const auto& paper : papers) {
        if (paper) {
            root["papers"].push_back(document_json(*paper));
        } else {
            root["errors"].push_back(
                {{"file", paper.error().file}, {"message", paper.error().message}, {"mend", paper.error().mend}});
        }
    }
    return root.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace boardcheck::report
