#include "ingest/pack/bookmarks.hpp"

#include <algorithm>
#include <array>

#include "ingest/pack/cover_sheet.hpp"
#include "ingest/pack/item_marker.hpp"
#include "ingest/pack/plain_words.hpp"

namespace boardcheck::ingest::pack {

namespace {

constexpr std::array<std::string_view, 7> endings{".pdf", ".docx", ".doc", ".pptx", ".ppt", ".xlsx", ".xls"};

std::string_view without_ending(std::string_view title) {
    for (const auto ending : endings) {
        if (title.ends_with(ending)) return title.substr(0, title.size() - ending.size());
    }
    return title;
}

/// What shows that an entry names a paper and not a chapter, whatever its page looks like.
bool names_paper(std::string_view title) {
    return without_ending(title) != title || item_marker(title) || known_paper(title) != KnownPaper::none;
}

/// What the pages of one level of the outline say.
struct Level {
    std::vector<const Bookmark*> entries;  // one for a page, without appendices
    std::size_t supported = 0;             // of those behind the first page
    std::size_t opposed = 0;
    std::size_t behind = 0;
};

Level level_of(const Document& document, const std::vector<double>& support, double enough, std::uint8_t number) {
    Level level;
    std::uint32_t last = 0;
    for (const Bookmark& bookmark : document.outline) {
        if (bookmark.level != number || bookmark.page <= last || bookmark.page > support.size()) continue;
        if (begins_appendix(without_marker(bookmark.title))) continue;
        last = bookmark.page;
        level.entries.push_back(&bookmark);
        if (bookmark.page == 1) continue;
        ++level.behind;
        constexpr double name_counts = 2;
        const double all = support[bookmark.page - 1] + (names_paper(bookmark.title) ? name_counts : 0);
        if (all >= enough) ++level.supported;
        if (all < 0) ++level.opposed;
    }
    return level;
}

bool is_papers(const Level& level) {
    constexpr std::size_t fewest = 2;
    return level.supported >= fewest && 2 * level.supported >= level.behind && 4 * level.opposed <= level.behind;
}

}  // namespace

std::string paper_title(std::string_view bookmark) { return std::string(without_marker(without_ending(bookmark))); }

std::string paper_item(std::string_view bookmark) {
    const auto title = without_ending(bookmark);
    if (const auto marker = item_marker(title); marker && marker->kind == MarkerKind::agenda_item) return marker->item;
    auto number = item_number(title.substr(0, title.find(' ')));
    if (number.empty() || number.front() < '0' || number.front() > '9') return {};
    while (number.size() > 1 && number.front() == '0' && number[1] != '.') number.remove_prefix(1);
    return std::string(number);
}

std::vector<const Bookmark*> paper_bookmarks(const Document& document, const std::vector<double>& support,
                                             double enough) {
    constexpr std::uint8_t deepest = 3;
    Level best;
    for (std::uint8_t number = 1; number <= deepest; ++number) {
        Level level = level_of(document, support, enough, number);
        if (is_papers(level) && level.supported > best.supported) best = std::move(level);
    }
    return best.entries;
}

}  // namespace boardcheck::ingest::pack
