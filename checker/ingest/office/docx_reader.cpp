#include "ingest/office/docx_reader.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "ingest/office/docx_blocks.hpp"
#include "ingest/office/docx_headings.hpp"
#include "ingest/office/docx_properties.hpp"
#include "ingest/office/docx_tree.hpp"
#include "ingest/office/docx_typed_lists.hpp"
#include "ingest/office/parts.hpp"
#include "ingest/office/xml.hpp"
#include "ingest/repair/repair.hpp"

namespace boardcheck::ingest::docx {

namespace {

/// The part that the main part names so; null where there is none.
pugi::xml_document part(OfficeParts& parts, std::string_view type) {
    const Relationship* found = find_type(parts.relationships(), type);
    return found == nullptr ? pugi::xml_document() : parts.by_name(found->target);
}

/// How notes are numbered: as the last section says, or else the settings of the file.
std::string note_format(const pugi::xml_node& body, const pugi::xml_node& settings, std::string_view notes,
                        std::string_view usual) {
    for (const pugi::xml_node& place : {child(body, "sectPr"), settings}) {
        if (const auto format = child(child(place, notes), "numFmt")) return std::string(attribute(format, "val"));
    }
    return std::string(usual);
}

/// Headers and footers of all sections, in the order in which the text comes to them.
void read_furniture(OfficeParts& parts, const pugi::xml_node& body, Styles& styles, DocxBlocks& blocks,
                    std::size_t depth) {
    std::vector<std::string> headers, footers;
    std::set<std::string> seen;
    for (pugi::xml_node node = first_inside(body); node; node = node_after(node, body, true)) {
        const auto name = local_name(node);
        if (name != "headerReference" && name != "footerReference") continue;
        const Relationship* found = find_id(parts.relationships(), attribute(node, "id"));
        if (found == nullptr || !seen.insert(found->target).second) continue;
        (name == "headerReference" ? headers : footers).push_back(found->target);
    }
    const auto write = [&](const std::vector<std::string>& names, BlockKind kind) {
        for (const std::string& name : names) {
            const pugi::xml_document tree = parts.by_name(name);
            blocks.furniture(read_story(tree.document_element(), styles, depth), kind);
        }
    };
    write(headers, BlockKind::header);
    write(footers, BlockKind::footer);
}

std::string count(std::size_t number, std::string_view one, std::string_view many) {
    return number == 1 ? fmt::format("1 {}", one) : fmt::format("{} {}", number, many);
}

/// What a user should know about how the file was read.
std::vector<std::string> remarks(const StoryNotes& notes, const OfficeParts& parts) {
    std::vector<std::string> found;
    if (notes.tracked_changes) {
        found.emplace_back("the paper has tracked changes: insertions are read, deletions are not");
    }
    if (notes.hidden_text) found.emplace_back("text that is formatted as hidden is left out");
    if (notes.placeholders > 0) {
        found.push_back(fmt::format("{} not filled in: the prompt is read as text",
                                    count(notes.placeholders, "content control is", "content controls are")));
    }
    if (find_type(parts.relationships(), "vbaProject") != nullptr)
        found.emplace_back("the macros in the file are not run");
    if (notes.embedded > 0) {
        found.push_back(count(notes.embedded, "embedded file is not read", "embedded files are not read"));
    }
    if (notes.chunks > 0) {
        found.push_back(count(notes.chunks, "document inside of the file is not read: save it in Word to take it in",
                              "documents inside of the file are not read: save it in Word to take them in"));
    }
    return found;
}

Result<Reading> read(const std::string& file, std::string_view bytes, const Limits& limits) {
    auto package = Package::open(file, bytes, limits);
    if (!package) return tl::unexpected(std::move(package.error()));
    auto parts = OfficeParts::open(*package, "word/document.xml", "Word");
    if (!parts) return tl::unexpected(std::move(parts.error()));
    const pugi::xml_node body = child(parts->main().document_element(), "body");
    if (!body) {
        return tl::unexpected(Error{file, 0, "the main part of the Word file has no body",
                                    "open it in the program that made it, and save it again"});
    }
    Styles styles(part(*parts, "styles"));
    Numbering numbering(part(*parts, "numbering"), styles);
    const pugi::xml_document settings_part = part(*parts, "settings");
    const pugi::xml_node settings = settings_part.document_element();
    Notes footnotes(part(*parts, "footnotes"), note_format(body, settings, "footnotePr", "decimal"));
    Notes endnotes(part(*parts, "endnotes"), note_format(body, settings, "endnotePr", "lowerRoman"));
    Notes comments(part(*parts, "comments"), "none");

    Reading reading;
    reading.format = Format::docx;
    reading.properties = read_properties(parts->of_package("core-properties"));
    const Story story = read_story(body, styles, limits.depth);
    DocxBlocks blocks(reading.draft, styles, numbering, {footnotes, endnotes, comments, *parts}, limits.depth);
    blocks.body(story);
    read_furniture(*parts, body, styles, blocks, limits.depth);
    demote_statements(reading.draft);
    promote_by_look(reading.draft, blocks.looks());
    mark_heading_rows(reading.draft);
    take_typed_bullets(reading.draft);
    split_stacked_lines(reading.draft);
    take_numbers(reading.draft);

    StoryNotes notes = story.notes;
    notes.tracked_changes = notes.tracked_changes || blocks.aside_notes().tracked_changes;
    notes.hidden_text = notes.hidden_text || blocks.aside_notes().hidden_text;
    reading.tracked_changes = notes.tracked_changes;
    reading.notices = std::move(parts->notices());
    for (std::string& remark : remarks(notes, *parts)) reading.notices.push_back({file, 0, std::move(remark)});
    return reading;
}

}  // namespace

}  // namespace boardcheck::ingest::docx

namespace boardcheck::ingest {

Result<Reading> read_docx(const std::string& file, std::string_view bytes, const Limits& limits) {
    return docx::read(file, bytes, limits);
}

}  // namespace boardcheck::ingest
