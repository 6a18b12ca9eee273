#include "ingest/html/html_reader.hpp"

#include <algorithm>
#include <array>

#include "ingest/html/block_walker.hpp"
#include "ingest/html/charset.hpp"
#include "ingest/html/tame.hpp"
#include "ingest/repair/repair.hpp"

namespace boardcheck::ingest {

namespace {

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : trimmed(text)) {
        const bool space = static_cast<unsigned char>(c) <= ' ';
        if (!space) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    return out;
}

template <std::size_t count>
bool is_one_of(std::string_view name, const std::array<std::string_view, count>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

void take_meta(const GumboNode& meta, Properties& properties) {
    constexpr std::array<std::string_view, 4> authors{"author", "dc.creator", "dcterms.creator", "article:author"};
    constexpr std::array<std::string_view, 7> created{
        "created", "dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "article:published_time", "date"};
    constexpr std::array<std::string_view, 6> modified{"changed",          "modified",      "dcterms.modified",
                                                       "dc.date.modified", "last-modified", "article:modified_time"};
    std::string name = lower_case(attribute(meta, "name"));
    if (name.empty()) name = lower_case(attribute(meta, "property"));
    const std::string content = one_line(attribute(meta, "content"));
    if (is_one_of(name, authors) && properties.author.empty()) properties.author = content;
    if (is_one_of(name, created) && !properties.created) properties.created = parse_date(content.substr(0, 10));
    if (is_one_of(name, modified) && !properties.modified) properties.modified = parse_date(content.substr(0, 10));
}

Properties properties_of(const HtmlPage& page) {
    Properties properties;
    if (page.head() == nullptr) return properties;
    for (const GumboNode* child : children_of(*page.head())) {
        if (tag_of(*child) == GUMBO_TAG_TITLE && properties.title.empty())
            properties.title = one_line(all_text(*child));
        if (tag_of(*child) == GUMBO_TAG_META) take_meta(*child, properties);
    }
    return properties;
}

}  // namespace

Result<Reading> read_html(const std::string& file, std::string_view bytes, const Limits& limits) {
    auto decoded = decode_page(file, bytes, limits);
    if (!decoded) return tl::unexpected(std::move(decoded.error()));
    const auto html = tame(file, decoded->text, limits);
    if (!html) return tl::unexpected(html.error());
    const HtmlPage page(*html);
    Reading reading;
    reading.format = Format::html;
    reading.notices = std::move(decoded->notices);
    reading.properties = properties_of(page);
    if (page.body() == nullptr) return reading;
    const Content content = find_content(*page.body());
    const HtmlNotes notes(*page.body());
    BlockWalker walker(content, notes, limits, reading.draft);
    walker.run();
    take_numbers(reading.draft);
    const auto& blocks = reading.draft.blocks;
    const bool styled = std::any_of(blocks.begin(), blocks.end(),
                                    [](const DraftBlock& block) { return block.block.kind == BlockKind::heading; });
    if (!styled) promote_headings(reading.draft);
    reading.tracked_changes = walker.tracked_changes();
    if (reading.tracked_changes) {
        reading.notices.push_back({file, 0, "the page has tracked changes: insertions were read, deletions were not"});
    }
    return reading;
}

}  // namespace boardcheck::ingest
