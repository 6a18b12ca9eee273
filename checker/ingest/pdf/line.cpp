#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "ingest/pdf/glyphs.hpp"
#include "ingest/pdf/page.hpp"

namespace boardcheck::ingest::pdf {

namespace {

// Gaps as parts of the font's size.
constexpr float space_gap = 0.13F;    // wider ones are spaces
constexpr float joining_gap = 0.75F;  // wider ones part cells and columns
constexpr float overlap_back = 0.35F;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\xC2\xA0") == std::string_view::npos; }

bool is_rotated(const Fragment& fragment) {
    constexpr float narrowest = 0.08F;
    return fragment.width < narrowest * fragment.size * static_cast<float>(fragment.text.size());
}

/// The number of a footnote, or a sign in its place.
bool is_note_mark(std::string_view text) {
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    constexpr std::size_t most_digits = 3;
    if (text.size() <= most_digits && !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos) {
        return true;
    }
    return text == "*" || text == "\xE2\x80\xA0" || text == "\xE2\x80\xA1";
}

/// A line as it grows.
struct Growing {
    Line line;
    float bold_width = 0, width = 0;
    std::vector<std::pair<float, float>> sizes;  // font size and how much of the line has it
    bool space_due = false;
    int pieces = 1;
    std::size_t last_letters = 0;  // of rotated text, whose width is not told: of the last piece
    float last_top = 0;
};

void note_size(Growing& growing, const Fragment& fragment) {
    const auto width = static_cast<float>(fragment.text.size());
    growing.width += width;
    if (fragment.bold) growing.bold_width += width;
    auto known = std::find_if(growing.sizes.begin(), growing.sizes.end(),
                              [&](const auto& size) { return size.first == fragment.size; });
    if (known == growing.sizes.end()) known = growing.sizes.insert(known, {fragment.size, 0.0F});
    known->second += width;
    const auto most = std::max_element(growing.sizes.begin(), growing.sizes.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    growing.line.size = most->first;
    growing.line.bold = growing.bold_width > 0.9F * growing.width;
}

Growing begun_with(const Fragment& fragment) {
    Growing growing;
    Line& line = growing.line;
    line.left = line.text_left = fragment.left;
    line.right = fragment.left + fragment.width;
    line.top = fragment.top;
    line.bottom = fragment.top + std::max(fragment.height, 1.0F);
    line.text = fragment.text;
    line.rotated = is_rotated(fragment);
    growing.last_letters = fragment.text.size();
    growing.last_top = fragment.top;
    note_size(growing, fragment);
    return growing;
}

bool ends_with_space(std::string_view text) { return text.ends_with(' ') || text.ends_with("\xC2\xA0"); }

bool goes_on(const Growing& growing, const Fragment& fragment) {
    const Line& line = growing.line;
    if (line.rotated != is_rotated(fragment)) return false;
    if (line.rotated) {
        constexpr float longest_letter = 0.9F;
        const float letters = static_cast<float>(growing.last_letters);
        return std::abs(fragment.left - line.left) < 1 &&
               std::abs(fragment.top - growing.last_top) < longest_letter * fragment.size * letters;
    }
    const float shared = std::min(line.bottom, fragment.top + fragment.height) - std::max(line.top, fragment.top);
    if (shared < 0.5F * std::min(line.height(), fragment.height)) return false;
    const float size = std::max(line.size, fragment.size);
    const float gap = fragment.left - line.right;
    if (is_bullet(line.text) && gap > -overlap_back * size) return gap < 6 * size;
    return gap > -overlap_back * size && gap < joining_gap * size;
}

void append(Growing& growing, const Fragment& fragment) {
    Line& line = growing.line;
    const float size = std::max(line.size, fragment.size);
    const float gap = fragment.left - line.right;
    const bool spaced = ends_with_space(line.text) || fragment.text.starts_with(' ');
    const bool bullet = is_bullet(line.text);
    const bool raised = !spaced && !growing.space_due && gap < space_gap * size && fragment.size < 0.85F * line.size &&
                        is_note_mark(fragment.text);
    if (!spaced && (bullet || growing.space_due || gap > space_gap * size)) line.text += ' ';
    if (bullet) line.text_left = fragment.left;
    const bool note = growing.pieces == 1 && line.size < 0.85F * fragment.size && is_note_mark(line.text);
    if (note) line.raised.push_back({0, static_cast<std::uint32_t>(line.text.size())});
    const auto begin = static_cast<std::uint32_t>(line.text.size());
    line.text += fragment.text;
    ++growing.pieces;
    if (raised) line.raised.push_back({begin, static_cast<std::uint32_t>(line.text.size())});
    line.right = std::max(line.right, fragment.left + fragment.width);
    // A raised or lowered sign does not make the line higher.
    if (fragment.size >= line.size) {
        line.top = std::min(line.top, fragment.top);
        line.bottom = std::max(line.bottom, fragment.top + fragment.height);
    }
    growing.space_due = false;
    growing.last_letters = fragment.text.size();
    growing.last_top = fragment.top;
    note_size(growing, fragment);
}

/// Bold text is sometimes drawn twice, a hair's breadth apart.
class DrawnTwice {
public:
    bool operator()(const Fragment& fragment) {
        constexpr float near = 1.5F;
        constexpr std::size_t remembered = 8;
        auto& places = places_[fragment.text];
        const bool known = std::any_of(places.begin(), places.end(), [&](const auto& place) {
            return std::abs(place.first - fragment.left) < near && std::abs(place.second - fragment.top) < near;
        });
        if (known) return true;
        if (places.size() == remembered) places.erase(places.begin());
        places.emplace_back(fragment.left, fragment.top);
        return false;
    }

private:
    std::unordered_map<std::string, std::vector<std::pair<float, float>>> places_;
};

void trim(Line& line) {
    while (!line.text.empty() && ends_with_space(line.text)) {
        line.text.resize(line.text.size() - (line.text.back() == ' ' ? 1 : 2));
    }
    const std::size_t blank = std::min(line.text.find_first_not_of(' '), line.text.size());
    line.text.erase(0, blank);
    for (Span& span : line.raised) {
        span.begin -= std::min(span.begin, static_cast<std::uint32_t>(blank));
        span.end = std::min(span.end - std::min(span.end, static_cast<std::uint32_t>(blank)),
                            static_cast<std::uint32_t>(line.text.size()));
    }
    std::erase_if(line.raised, [](Span span) { return span.begin >= span.end; });
}

}  // namespace

bool same_height(const Line& a, const Line& b) {
    const float shared = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
    return shared > 0.5F * std::min(a.height(), b.height());
}

std::vector<Line> lines_of(std::vector<Fragment> fragments) {
    std::vector<Line> lines;
    DrawnTwice drawn_twice;
    Growing growing;
    bool open = false;
    const auto close = [&] {
        trim(growing.line);
        if (open && !growing.line.text.empty()) lines.push_back(std::move(growing.line));
        open = false;
    };
    for (Fragment& fragment : fragments) {
        if (is_blank(fragment.text)) {
            if (open) growing.space_due = true;
            continue;
        }
        mend_glyphs(fragment.text);
        if (drawn_twice(fragment)) continue;
        if (open && goes_on(growing, fragment)) {
            append(growing, fragment);
            continue;
        }
        close();
        growing = begun_with(fragment);
        open = true;
    }
    close();
    return lines;
}

}  // namespace boardcheck::ingest::pdf
