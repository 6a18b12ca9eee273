#include "ingest/pdf/furniture.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "ingest/characters.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest::pdf {

namespace {

constexpr float edge = 0.16F;          // of the page's height, at its top and foot
constexpr std::size_t deepest = 6;     // lines from the edge
constexpr std::size_t longest = 200;   // bytes of a running head
constexpr std::size_t fewest = 3;      // pages of a run
constexpr std::uint32_t farthest = 2;  // odd and even pages have heads of their own
constexpr float shift = 9;             // points that a head may be higher or lower than on the page before

bool is_roman_number(std::string_view text) {
    return !text.empty() && text.size() <= 7 && text.find_first_not_of("ivxlc") == std::string_view::npos;
}

/// What lines of a run have in common: their words, whatever number of the page stands among them.
std::string run_key(std::string_view line) { return is_roman_number(line) ? "0" : without_numbers(line); }

enum class Side { head, foot };

/// A line at the edge of a page.
struct Candidate {
    std::size_t page = 0;
    std::size_t line = 0;
    float place = 0;  // from the top of the page, or from its foot
    bool furniture = false;
};

struct EdgeLines {
    std::vector<std::size_t> lines;  // from the edge inwards
};

EdgeLines edge_lines(const Page& page, Side side) {
    EdgeLines found;
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        const Line& line = page.lines[i];
        if (line.rotated || line.text.size() > longest) continue;
        const bool in = side == Side::head ? line.bottom < edge * page.height : line.top > (1 - edge) * page.height;
        if (in) found.lines.push_back(i);
    }
    const auto before = [&](std::size_t a, std::size_t b) {
        return side == Side::head ? page.lines[a].top < page.lines[b].top : page.lines[a].bottom > page.lines[b].bottom;
    };
    std::sort(found.lines.begin(), found.lines.end(), before);
    if (found.lines.size() > deepest) found.lines.resize(deepest);
    return found;
}

/// Marks those of the candidates with one text that form a run of pages at one height.
void mark_runs(std::vector<Candidate*>& same) {
    std::size_t begin = 0;
    for (std::size_t i = 1; i <= same.size(); ++i) {
        const bool goes_on = i < same.size() && same[i]->page - same[i - 1]->page <= farthest &&
                             std::abs(same[i]->place - same[i - 1]->place) < shift;
        if (goes_on) continue;
        if (i - begin >= fewest && same[i - 1]->page - same[begin]->page + 1 >= fewest) {
            for (std::size_t j = begin; j < i; ++j) same[j]->furniture = true;
        }
        begin = i;
    }
}

/// The head of a table that goes on over pages: three lines or more beside each other, and below of each but one, at
/// most, a line that begins where it does.
bool heads_table(const Page& page, const Line& head) {
    constexpr float aligned = 1;
    constexpr float rows = 2.5F;  // of the line's height
    std::size_t beside = 0;
    std::size_t columns = 0;
    for (const Line& each : page.lines) {
        if (each.rotated || !same_height(each, head)) continue;
        ++beside;
        const bool column = std::any_of(page.lines.begin(), page.lines.end(), [&](const Line& line) {
            return !same_height(line, each) && line.top > each.top && line.top < each.bottom + rows * each.height() &&
                   std::abs(line.left - each.left) < aligned;
        });
        columns += column ? 1 : 0;
    }
    return beside >= 3 && columns + 1 >= beside;
}

/// Furniture lies outside of everything else: a line within the page's own text is none, however often it comes.
void keep_outermost(const std::vector<Page>& pages, std::vector<std::vector<Candidate>>& candidates) {
    for (auto& of_page : candidates) {
        float inner = -1;
        for (Candidate& candidate : of_page) {
            const Line& line = pages[candidate.page].lines[candidate.line];
            if (inner >= 0 && candidate.place > inner + line.height() / 2) candidate.furniture = false;
            if (!candidate.furniture && inner < 0) inner = candidate.place;
        }
    }
}

/// The page's own number, in a paper too short for a run.
bool is_lone_number(const Page& page, const Line& line) {
    if (line.text == std::to_string(page.number)) return true;
    return is_page_number(line.text) && (begins_upper(line.text) || begins_lower(line.text));
}

std::vector<std::vector<Candidate>> find_furniture(const std::vector<Page>& pages, Side side) {
    std::vector<std::vector<Candidate>> candidates(pages.size());
    std::unordered_map<std::string, std::vector<Candidate*>> by_text;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const Page& page = pages[i];
        for (const std::size_t line : edge_lines(page, side).lines) {
            const Line& at = page.lines[line];
            const float place = side == Side::head ? at.top : page.height - at.bottom;
            candidates[i].push_back({i, line, place, is_lone_number(page, at)});
        }
        for (Candidate& candidate : candidates[i]) {
            by_text[run_key(page.lines[candidate.line].text)].push_back(&candidate);
        }
    }
    for (auto& [text, same] : by_text) mark_runs(same);
    for (auto& of_page : candidates) {
        for (Candidate& candidate : of_page) {
            const Page& page = pages[candidate.page];
            const bool head = candidate.furniture && side == Side::head;
            if (head && heads_table(page, page.lines[candidate.line])) candidate.furniture = false;
        }
    }
    keep_outermost(pages, candidates);
    return candidates;
}

// --- Printed numbers -------------------------------------------------------------------------------------------

/// All the numbers in a line of furniture.
std::vector<int> numbers_in(std::string_view text) {
    std::vector<int> numbers;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = text.find_first_of("0123456789", i);
        if (begin == std::string_view::npos) break;
        int value = 0;
        const auto end = std::from_chars(text.data() + begin, text.data() + text.size(), value).ptr;
        numbers.push_back(value);
        i = std::max(static_cast<std::size_t>(end - text.data()), begin + 1);
        while (i < text.size() && is_digit(text[i])) ++i;
    }
    return numbers;
}

bool holds(const std::vector<int>& numbers, int value) {
    return std::find(numbers.begin(), numbers.end(), value) != numbers.end();
}

/// The number that counts on from the page before, or to the page after.
void label_pages(std::vector<Page>& pages, const std::vector<std::vector<Line>>& furniture) {
    std::vector<std::vector<int>> numbers(pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        for (const Line& line : furniture[i]) {
            const auto more = numbers_in(line.text);
            numbers[i].insert(numbers[i].end(), more.begin(), more.end());
            if (is_roman_number(line.text)) pages[i].label = line.text;
        }
    }
    for (std::size_t i = 0; i < pages.size(); ++i) {
        for (const int value : numbers[i]) {
            const bool counts = (i > 0 && holds(numbers[i - 1], value - 1)) ||
                                (i + 1 < pages.size() && holds(numbers[i + 1], value + 1));
            if (counts && pages[i].label.empty()) pages[i].label = std::to_string(value);
        }
        const bool alone = pages[i].label.empty() && holds(numbers[i], static_cast<int>(pages[i].number));
        if (alone) pages[i].label = std::to_string(pages[i].number);
    }
}

}  // namespace

std::vector<Furniture> take_furniture(std::vector<Page>& pages) {
    std::vector<Furniture> furniture(pages.size());
    std::vector<std::vector<Line>> all(pages.size());
    std::vector<std::vector<bool>> taken(pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) taken[i].resize(pages[i].lines.size());
    for (const Side side : {Side::head, Side::foot}) {
        for (const auto& of_page : find_furniture(pages, side)) {
            for (const Candidate& candidate : of_page) {
                if (!candidate.furniture || taken[candidate.page][candidate.line]) continue;
                taken[candidate.page][candidate.line] = true;
                const Line& line = pages[candidate.page].lines[candidate.line];
                all[candidate.page].push_back(line);
                (side == Side::head ? furniture[candidate.page].heads : furniture[candidate.page].feet).push_back(line);
            }
        }
    }
    label_pages(pages, all);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::vector<Line> kept;
        for (std::size_t j = 0; j < pages[i].lines.size(); ++j) {
            if (!taken[i][j]) kept.push_back(std::move(pages[i].lines[j]));
        }
        pages[i].lines = std::move(kept);
    }
    return furniture;
}

}  // namespace boardcheck::ingest::pdf
