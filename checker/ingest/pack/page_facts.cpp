#include "ingest/pack/page_facts.hpp"

#include <algorithm>
#include <charconv>

#include "ingest/pack/plain_words.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest::pack {

namespace {

constexpr std::size_t most_top = 60;
constexpr std::size_t longest_head = 160;

/// "3" and "Page 3 of 14" are 3, "iv" and "A-12" 0.
std::uint32_t printed_number(std::string_view label) {
    if (!is_page_number(label)) return 0;
    const auto digit = label.find_first_of("0123456789");
    std::uint32_t number = 0;
    std::from_chars(label.data() + digit, label.data() + label.size(), number);
    return number;
}

std::uint32_t last_page(const Document& document) {
    std::uint32_t last = 0;
    for (const PageStart& page : document.pages) last = std::max(last, page.page);
    for (const Bookmark& bookmark : document.outline) last = std::max(last, bookmark.page);
    return last;
}

void place_blocks(const Document& document, std::vector<Page>& pages) {
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const Block& block = document.blocks[i];
        if (block.page == 0 || block.page > pages.size()) continue;
        Page& page = pages[block.page - 1];
        if (!is_body(block.kind)) {
            if (block.kind == BlockKind::header || block.kind == BlockKind::footer) page.furniture.push_back(i);
            continue;
        }
        if (page.top.size() < most_top) page.top.push_back(i);
        page.last = i;
        page.size += length(block.span);
    }
}

/// Pages that begin in the middle of a block, and the labels of all.
void read_starts(const Document& document, std::vector<Page>& pages) {
    std::size_t block = 0;
    for (const PageStart& start : document.pages) {
        while (block < document.blocks.size() && document.blocks[block].span.end <= start.begin) ++block;
        if (start.page == 0 || start.page > pages.size()) continue;
        Page& page = pages[start.page - 1];
        if (page.printed == 0) page.printed = printed_number(start.label);
        const bool body = block < document.blocks.size() && is_body(document.blocks[block].kind);
        if (body && document.blocks[block].span.begin < start.begin) page.runs_on = true;
    }
}

bool same_head(const Document& document, const Page& page, const Page& other, std::size_t place) {
    if (place >= page.top.size() || place >= other.top.size()) return false;
    const std::size_t first = page.top[place];
    const std::size_t second = other.top[place];
    if (document.blocks[first].kind == BlockKind::table_cell) return false;
    if (length(document.blocks[first].span) > longest_head || length(document.blocks[second].span) > longest_head) {
        return false;
    }
    const std::string letters = plain_letters(text_of(document, first));
    return has_several_letters(letters) && letters == plain_letters(text_of(document, second));
}

/// How many of a page's first blocks are those of a page beside it too.
std::size_t count_heads(const Document& document, const std::vector<Page>& pages, std::size_t page) {
    constexpr std::size_t most_heads = 3;
    std::size_t heads = 0;
    while (heads < most_heads) {
        const bool before = page > 0 && same_head(document, pages[page], pages[page - 1], heads);
        const bool after = page + 1 < pages.size() && same_head(document, pages[page], pages[page + 1], heads);
        if (!before && !after) break;
        ++heads;
    }
    return heads;
}

void take_heads(const Document& document, std::vector<Page>& pages) {
    std::vector<std::size_t> heads(pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) heads[i] = count_heads(document, pages, i);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        Page& page = pages[i];
        const auto end = page.top.begin() + static_cast<std::ptrdiff_t>(heads[i]);
        for (auto head = page.top.begin(); head != end; ++head) {
            page.running_head += plain_letters(text_of(document, *head)) + '\n';
            page.furniture.push_back(*head);
        }
        page.top.erase(page.top.begin(), end);
    }
}

/// Page numbers that the reader took for text, or for a head or foot.
void read_printed_numbers(const Document& document, Page& page) {
    for (const std::size_t block : page.furniture) {
        if (page.printed == 0) page.printed = printed_number(text_of(document, block));
    }
    if (page.printed > 0 || page.empty()) return;
    // Not a year or an amount that stands alone.
    constexpr std::uint32_t most = 999;
    for (const std::size_t block : {page.last, page.top.front()}) {
        const std::uint32_t number = printed_number(text_of(document, block));
        if (page.printed == 0 && number <= most) page.printed = number;
    }
}

}  // namespace

std::vector<Page> page_facts(const Document& document) {
    constexpr std::uint32_t most_pages = 100'000;
    const std::uint32_t last = last_page(document);
    std::vector<Page> pages(last <= most_pages ? last : 0);
    for (std::size_t i = 0; i < pages.size(); ++i) pages[i].number = static_cast<std::uint32_t>(i + 1);
    place_blocks(document, pages);
    read_starts(document, pages);
    take_heads(document, pages);
    for (Page& page : pages) read_printed_numbers(document, page);
    return pages;
}

bool stands_out(const Document& document, std::size_t block) {
    const Block& each = document.blocks[block];
    const auto text = text_of(document, block);
    if (each.kind == BlockKind::heading || each.kind == BlockKind::slide_title) return true;
    if (each.kind != BlockKind::paragraph) return false;
    constexpr std::size_t most_words = 20;
    return (each.emphasised || is_capitals(text)) && count_words(text) <= most_words;
}

std::size_t middle_size(const std::vector<Page>& pages) {
    std::vector<std::size_t> sizes;
    for (const Page& page : pages) {
        if (!page.empty()) sizes.push_back(page.size);
    }
    if (sizes.empty()) return 0;
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return *middle;
}

}  // namespace boardcheck::ingest::pack
