#include "ingest/pdf/footnote.hpp"

#include <algorithm>

namespace boardcheck::ingest::pdf {

namespace {

/// Length of the raised number at the front of a line; 0 where there is none.
std::size_t mark_length(const Line& line) {
    const bool raised = !line.raised.empty() && line.raised.front().begin == 0;
    return raised ? line.raised.front().end : 0;
}

std::string without_spaces(std::string_view text) {
    std::string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c != ' '; });
    return out;
}

void take_mark(Line& line) {
    const std::size_t text = std::min(line.text.find_first_not_of(' ', mark_length(line)), line.text.size());
    line.text.erase(0, text);
    line.raised.erase(line.raised.begin());
    for (Span& span : line.raised) {
        span.begin -= std::min(span.begin, static_cast<std::uint32_t>(text));
        span.end -= std::min(span.end, static_cast<std::uint32_t>(text));
    }
}

std::string_view text_of(const Line& line, Span span) {
    std::string_view text = slice(line.text, span);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

/// Whether a line above has the note's number as a call.
bool called_above(const Page& page, const Line& note) {
    const std::string_view number = text_of(note, note.raised.front());
    return std::any_of(page.lines.begin(), page.lines.end(), [&](const Line& line) {
        return line.top < note.top && std::any_of(line.raised.begin(), line.raised.end(), [&](Span span) {
                   return span.begin > 0 && text_of(line, span) == number;
               });
    });
}

/// Where the notes begin in the page's lines, which are in the order of height. Notes in small letters need no call:
/// it may be lost; others are told by it, and have nothing beside them.
std::size_t first_note(const Page& page, const std::vector<std::size_t>& order, float size) {
    constexpr float small = 0.93F;
    constexpr float upper_part = 0.3F;
    constexpr std::size_t most_large = 12;  // lines
    std::size_t first = order.size();
    std::size_t large = 0;
    for (std::size_t i = order.size(); i > 0; --i) {
        const Line& line = page.lines[order[i - 1]];
        if (line.rotated || line.top < upper_part * page.height) break;
        const bool is_large = line.size > small * size;
        const bool beside = i < order.size() && same_height(line, page.lines[order[i]]);
        if (is_large && ((first < order.size() && large == 0) || beside || ++large > most_large)) break;
        const bool marked = mark_length(line) > 0 && mark_length(line) < line.text.size();
        if (marked && (large == 0 || called_above(page, line))) first = i - 1;
    }
    return first;
}

}  // namespace

std::vector<Note> take_notes(Page& page, float size) {
    std::vector<std::size_t> order(page.lines.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return page.lines[a].top < page.lines[b].top; });
    const std::size_t first = first_note(page, order, size);
    std::vector<Note> notes;
    std::vector<bool> taken(page.lines.size());
    for (std::size_t i = first; i < order.size(); ++i) {
        Line& line = page.lines[order[i]];
        taken[order[i]] = true;
        const std::size_t mark = mark_length(line);
        const bool beside =
            !notes.empty() && !notes.back().lines.empty() && same_height(notes.back().lines.back(), line);
        if (mark > 0 && mark < line.text.size() && !beside) {
            notes.push_back({without_spaces(std::string_view(line.text).substr(0, mark)), {}});
            take_mark(line);
        }
        notes.back().lines.push_back(line);
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        if (taken[i]) continue;
        if (kept != i) page.lines[kept] = std::move(page.lines[i]);
        ++kept;
    }
    page.lines.resize(kept);
    return notes;
}

}  // namespace boardcheck::ingest::pdf
