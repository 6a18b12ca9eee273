#include "ingest/pdf/heading.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

#include "ingest/characters.hpp"
#include "ingest/repair/printed_number.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest::pdf {

namespace {

constexpr std::size_t longest_heading = 180;  // bytes
constexpr std::size_t most_lines = 4;
constexpr std::uint8_t deepest = 6;

/// Headings of one look have one level. Ordered from the outermost.
struct Look {
    float size = 0;  // negative, so that large ones come first
    bool plain = false;
    bool small_letters = false;
    friend auto operator<=>(const Look&, const Look&) = default;
};

Look look_of(const Paragraph& paragraph) {
    constexpr float step = 0.5F;
    return {-std::round(paragraph.size / step) * step, !paragraph.bold, !is_capitals(paragraph.pieces.front().text)};
}

/// Letters and digits, small, without a number at the front: bookmarks are not always spelled like their headings.
std::string key_of(std::string_view text) {
    std::string key;
    for (const char c : text) {
        if (is_letter_or_digit(c) || is_beyond_ascii(c)) key += lower(c);
    }
    const std::size_t digits = std::min(key.find_first_not_of("0123456789"), key.size());
    return digits < key.size() ? key.substr(digits) : key;
}

/// Bookmarks by text and page.
class Bookmarks {
public:
    explicit Bookmarks(const std::vector<Bookmark>& outline) {
        for (const Bookmark& bookmark : outline) {
            levels_.try_emplace(key_of(bookmark.title) + '\n' + std::to_string(bookmark.page), bookmark.level);
        }
    }
    /// 0: there is none for this paragraph.
    std::uint8_t level_of(const Paragraph& paragraph) const {
        if (levels_.empty()) return 0;
        const std::string key = key_of(paragraph.text());
        const auto found = levels_.find(key + '\n' + std::to_string(paragraph.pieces.front().page));
        return key.empty() || found == levels_.end() ? std::uint8_t{0} : found->second;
    }

private:
    std::unordered_map<std::string, std::uint8_t> levels_;
};

class Marker {
public:
    Marker(std::vector<Paragraph>& paragraphs, const std::vector<Bookmark>& outline, const Setting& setting)
        : paragraphs_(paragraphs), bookmarks_(outline), setting_(setting) {
        std::size_t bold = 0;
        std::size_t all = 0;
        for (const Paragraph& paragraph : paragraphs_) {
            if (paragraph.block.kind == BlockKind::table_cell) continue;
            const std::size_t size = paragraph.text().size();
            all += size;
            if (paragraph.bold) bold += size;
        }
        bold_tells_ = bold * 3 < all;
    }

    void mark() {
        std::vector<std::size_t> headings;
        for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
            if (is_heading(paragraphs_[i])) headings.push_back(i);
        }
        const std::map<Look, std::uint8_t> levels = level_looks(headings);
        std::map<Look, bool> chapters;  // looks that "1" and "1.1" share
        for (const std::size_t i : headings) {
            if (depth_of(number_of(paragraphs_[i])) == 1) chapters[look_of(paragraphs_[i])] = true;
        }
        for (const std::size_t i : headings) {
            Paragraph& heading = paragraphs_[i];
            const Look look = look_of(heading);
            std::size_t level = levels.at(look);
            const std::size_t depth = depth_of(number_of(heading));
            if (depth > 1 && chapters.count(look) != 0) level += depth - 1;
            const std::uint8_t bookmark = bookmarks_.level_of(heading);
            if (bookmark > 0) level = bookmark;
            heading.block.kind = BlockKind::heading;
            heading.block.level = static_cast<std::uint8_t>(std::clamp<std::size_t>(level, 1, deepest));
        }
    }

private:
    static std::string_view number_of(const Paragraph& paragraph) {
        if (!paragraph.block.number.empty()) return paragraph.block.number;
        return heading_number(paragraph.pieces.front().text).number;
    }

    bool is_heading(const Paragraph& paragraph) const {
        const bool text = paragraph.block.kind == BlockKind::paragraph || paragraph.block.kind == BlockKind::list_item;
        if (!text || paragraph.bullet || paragraph.lines > most_lines || paragraph.block.doubtful) return false;
        const std::string words = paragraph.text();
        if (words.size() > longest_heading || !has_letters(words)) return false;
        if (bookmarks_.level_of(paragraph) > 0) return true;
        constexpr float larger = 1.13F;
        if (begins_lower(words) || words.ends_with(';') || words.ends_with(',')) return false;
        const bool numbered = !number_of(paragraph).empty();
        const bool title = is_title(words) || (numbered && is_numbered_title(words)) || words.ends_with('?') ||
                           (words.ends_with(':') && label_length(words) == words.size());
        if (paragraph.size > larger * setting_.size) return !words.ends_with('.') || title;
        const std::string& number = paragraph.block.number;
        const bool roman = number.find_first_not_of("ivx") == std::string::npos;
        const bool lettered = !number.empty() && depth_of(number) == 0 && !roman;
        if (paragraph.bold && bold_tells_ && paragraph.size > 0.9F * setting_.size) return title && !lettered;
        return is_capitals(words) && title && count_words(words) > 1 && bold_tells_ && paragraph.lines == 1 &&
               paragraph.size > 0.95F * setting_.size && !lettered;
    }

    /// The level that most bookmarks of a look have; without bookmarks, its rank.
    std::map<Look, std::uint8_t> level_looks(const std::vector<std::size_t>& headings) const {
        std::map<Look, std::map<std::uint8_t, int>> marked;
        std::map<Look, std::uint8_t> levels;
        for (const std::size_t i : headings) {
            const std::uint8_t level = bookmarks_.level_of(paragraphs_[i]);
            auto& counts = marked[look_of(paragraphs_[i])];
            if (level > 0) ++counts[level];
        }
        std::uint8_t next = 1;
        for (const auto& [look, counts] : marked) {
            const auto most = std::max_element(counts.begin(), counts.end(),
                                               [](const auto& a, const auto& b) { return a.second < b.second; });
            const std::uint8_t level = most == counts.end() ? next : most->first;
            levels[look] = std::min(level, deepest);
            next = std::max<std::uint8_t>(next, static_cast<std::uint8_t>(std::min<int>(level, deepest) + 1));
        }
        return levels;
    }

    std::vector<Paragraph>& paragraphs_;
    Bookmarks bookmarks_;
    const Setting& setting_;
    bool bold_tells_ = true;
};

}  // namespace

void mark_headings(std::vector<Paragraph>& paragraphs, const std::vector<Bookmark>& outline, const Setting& setting) {
    Marker(paragraphs, outline, setting).mark();
}

void level_items(std::vector<Paragraph>& paragraphs) {
    std::vector<float> indents;  // of the items that are open, from the outermost
    for (Paragraph& paragraph : paragraphs) {
        if (paragraph.block.kind == BlockKind::table_cell) continue;
        if (paragraph.block.kind != BlockKind::list_item) {
            const bool inside = paragraph.block.kind == BlockKind::paragraph && !indents.empty() &&
                                paragraph.left > indents.front() + paragraph.size / 2;
            if (!inside) indents.clear();
            continue;
        }
        const float slack = 0.7F * paragraph.size;
        while (!indents.empty() && paragraph.left < indents.back() - slack) indents.pop_back();
        if (indents.empty() || paragraph.left > indents.back() + slack) indents.push_back(paragraph.left);
        paragraph.block.level = static_cast<std::uint8_t>(std::clamp<std::size_t>(indents.size(), 1, 9));
    }
}

}  // namespace boardcheck::ingest::pdf
