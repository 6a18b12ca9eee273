#include "ingest/markdown/inline_marks.hpp"

#include <algorithm>
#include <utility>

#include "ingest/markdown/html_tag.hpp"

namespace boardcheck::ingest {

namespace {

/// Length of "[^1]"; 0 where there is none.
std::uint32_t footnote_reference(std::string_view text) {
    constexpr std::size_t longest = 16;
    if (!text.starts_with("[^")) return 0;
    const auto stop = text.substr(0, longest).find_first_of("] ", 2);
    return stop == std::string_view::npos || text[stop] == ' ' || stop == 2 ? 0 : static_cast<std::uint32_t>(stop) + 1;
}

}  // namespace

Replacement InlineMarks::comment(std::uint32_t at, std::uint32_t end) {
    if (no_more_comments_) return {};
    const auto stop = text_.find("-->", at);
    no_more_comments_ = stop == std::string_view::npos;
    if (no_more_comments_) return {};
    comment_end_ = static_cast<std::uint32_t>(stop) + 3;
    return {std::min(comment_end_, end) - at, {}, false, {}};
}

Replacement InlineMarks::tag(std::uint32_t at, std::uint32_t end) {
    constexpr std::string_view headings = "###### ";
    const Tag tag = tag_at(text_.substr(at, end - at));
    if (tag.length == 0) return {1, "\\<", false, {}};
    const bool in_cell = columns_ > 0 || in_html_row_;
    switch (tag.effect) {
        case TagEffect::none:
            return {tag.length, {}, false, {}};
        case TagEffect::raised: {
            // A raised number is a reference to a note or a power; letters belong to the number before ("6th").
            const auto next = at + tag.length;
            const bool number = next < end && text_[next] >= '0' && text_[next] <= '9';
            return {tag.length, number ? " " : "", false, {}};
        }
        case TagEffect::row_begin:
            in_html_row_ = columns_ == 0;
            return {tag.length, in_html_row_ ? "" : " ", false, {}};
        case TagEffect::row_end: {
            const bool ends = std::exchange(in_html_row_, false);
            return {tag.length, ends ? "\n" : " ", ends, {}};
        }
        case TagEffect::cell_end:
            return {tag.length, in_html_row_ ? "\t" : " ", false, {}};
        default:
            break;
    }
    if (in_cell) return {tag.length, " ", false, {}};
    if (tag.effect == TagEffect::line_break) return {tag.length, "  \n", true, {}};
    if (tag.effect == TagEffect::heading) return {tag.length, "\n\n", true, headings.substr(6U - tag.level)};
    return {tag.length, "\n\n", true, tag.effect == TagEffect::list_item ? "- " : ""};
}

std::uint32_t InlineMarks::invisible(std::uint32_t at, std::uint32_t end) {
    const std::string_view rest = text_.substr(at, end - at);
    if (rest.starts_with("<!--")) return comment(at, end).length;
    const Tag tag = tag_at(rest);
    return tag.effect == TagEffect::none || tag.effect == TagEffect::raised ? tag.length : 0;
}

Replacement InlineMarks::at(std::uint32_t at, std::uint32_t end) {
    const std::string_view rest = text_.substr(at, end - at);
    if (rest.front() == '[') {
        return {footnote_reference(rest), {}, false, {}};
    }
    if (rest.front() == '|') {
        if (columns_ == 0 || ++pipes_ <= columns_) return {};
        // More cells than the table has columns: the parser would drop their words, so they join the last one.
        const bool closing = rest.find_first_not_of(" \t", 1) == std::string_view::npos;
        return closing ? Replacement{} : Replacement{1, "\\|", false, {}};
    }
    if (rest.front() != '<') return {1, {}, false, {}};
    if (rest.starts_with("<!--")) {
        const Replacement dropped = comment(at, end);
        if (dropped.length > 0) return dropped;
    }
    if (const std::uint32_t address = address_at(rest); address > 0) {
        return {address, rest.substr(1, address - 2), false, {}};
    }
    return tag(at, end);
}

}  // namespace boardcheck::ingest
