#include "ingest/pack/item_marker.hpp"

#include <algorithm>
#include <array>

#include "ingest/characters.hpp"
#include "ingest/repair/text_shape.hpp"

namespace boardcheck::ingest::pack {

namespace {

constexpr std::size_t longest_line = 140;

bool is_gap(char c) { return c == ' ' || c == ':' || c == '-' || c == '.' || c == ',' || c == '(' || c == ')'; }

bool starts_with_word(std::string_view text, std::string_view word) {
    if (text.size() < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = lower(text[i]);
        if (c != word[i]) return false;
    }
    return text.size() == word.size() || !is_letter(text[word.size()]);
}

void skip(std::string_view& text, std::string_view word) {
    if (starts_with_word(text, word)) text.remove_prefix(word.size());
}

/// White space, colons, dashes.
void skip_gap(std::string_view& text) {
    constexpr std::array<std::string_view, 3> wide{"\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xA0"};
    for (bool found = true; found && !text.empty();) {
        const auto dash = std::find_if(wide.begin(), wide.end(), [&](auto each) { return text.starts_with(each); });
        found = dash != wide.end() || is_gap(text.front()) || text.front() == '_' || text.front() == '#';
        if (found) text.remove_prefix(dash != wide.end() ? dash->size() : 1);
    }
}

struct Words {
    std::string_view words;
    MarkerKind kind;
    bool anywhere;  // says what it is also in the middle of a line
};
// Longer ones before their beginnings.
constexpr std::array<Words, 13> marker_words{{{"agenda item number", MarkerKind::agenda_item, true},
                                              {"agenda item no", MarkerKind::agenda_item, true},
                                              {"agenda item", MarkerKind::agenda_item, true},
                                              {"agenda no", MarkerKind::agenda_item, true},
                                              {"agenda ref", MarkerKind::agenda_item, true},
                                              {"item number", MarkerKind::agenda_item, false},
                                              {"item no", MarkerKind::agenda_item, false},
                                              {"item", MarkerKind::agenda_item, false},
                                              {"enclosure", MarkerKind::paper, false},
                                              {"enc", MarkerKind::paper, false},
                                              {"attachment", MarkerKind::paper, false},
                                              {"paper no", MarkerKind::paper, false},
                                              {"paper", MarkerKind::paper, false}}};

/// "GB 21/045", "TB(4)1.i", "TB (5) 1.i": capitals, then digits with a stroke or a bracket; 0 or its length.
std::size_t reference_length(std::string_view text) {
    constexpr std::size_t most_capitals = 6;
    constexpr std::size_t longest = 20;
    const auto capitals = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_upper) - text.begin());
    if (capitals < 1 || capitals > most_capitals || capitals >= text.size()) return 0;
    std::size_t end = capitals;
    bool joined = false;  // a stroke or bracket: not a word and a number
    std::size_t digits = 0;
    for (; end < std::min(text.size(), longest); ++end) {
        const char c = text[end];
        const bool before_digits = end == capitals || text[end - 1] == ')';
        if (c == ' ' && (!before_digits || end + 1 >= text.size() || is_letter(text[end + 1]))) break;
        if (!is_digit(c) && std::string_view(" /().-ivx").find(c) == std::string_view::npos) break;
        digits += is_digit(c) ? 1 : 0;
        joined = joined || c == '/' || c == '(';
    }
    if (end < text.size() && (is_letter(text[end]) || end == longest)) return 0;
    while (end > capitals && std::string_view(" .-").find(text[end - 1]) != std::string_view::npos) --end;
    return joined && digits > 1 ? end : 0;
}

/// The name of a paper at the front: "C", "3a", "12", "9.1"; not a word.
std::string_view paper_name(std::string_view text) {
    const auto number = item_number(text.substr(0, text.find(' ')));
    if (!number.empty()) return number;
    const bool letter = !text.empty() && is_upper(text.front());
    if (!letter) return {};
    std::size_t end = 1;
    while (end < text.size() && is_digit(text[end]) && end < 4) ++end;
    return end == text.size() || !is_letter(text[end]) ? text.substr(0, end) : std::string_view();
}

struct Found {
    ItemMarker marker;
    std::size_t end = 0;  // of the marker in the line
};

/// The marker that begins at `at`; nothing where none does, or where a sentence follows a word that could be one.
std::optional<Found> marker_at(std::string_view line, std::size_t at) {
    const auto text = line.substr(at);
    for (const Words& words : marker_words) {
        if (!starts_with_word(text, words.words)) continue;
        if (at > 0 && !words.anywhere && text.size() > words.words.size() + 8) return std::nullopt;
        auto rest = text.substr(words.words.size());
        skip_gap(rest);
        skip(rest, "no");
        skip(rest, "number");
        skip_gap(rest);
        const auto name =
            words.kind == MarkerKind::paper ? paper_name(rest) : item_number(rest.substr(0, rest.find(' ')));
        if (name.empty()) return std::nullopt;
        const auto end = static_cast<std::size_t>(name.data() + name.size() - line.data());
        return Found{{words.kind, std::string(name)}, end};
    }
    return std::nullopt;
}

/// What follows a marker at the front of a line is a title or nothing, not the rest of a sentence.
bool is_title_rest(std::string_view rest) {
    skip_gap(rest);
    return rest.empty() || !begins_lower(rest);
}

std::optional<Found> find_marker(std::string_view line) {
    for (std::size_t at = 0; at < line.size(); ++at) {
        const bool word_begins = at == 0 || !(is_letter(line[at - 1]) || is_digit(line[at - 1]));
        if (!word_begins) continue;
        auto found = marker_at(line, at);
        if (!found || !is_title_rest(line.substr(found->end))) continue;
        return found;
    }
    return std::nullopt;
}

}  // namespace

std::string_view item_number(std::string_view text) {
    constexpr std::size_t longest = 12;
    while (!text.empty() && (text.back() == '.' || text.back() == ':' || text.back() == ')' || text.back() == ' ')) {
        text.remove_suffix(1);
    }
    if (text.empty() || text.size() > longest) return {};
    // "A12" and "P7" too.
    const std::size_t begin = is_upper(text.front()) && text.size() > 1 ? 1 : 0;
    std::size_t part = 0;
    for (std::size_t i = begin; i < text.size(); ++i) {
        const char c = text[i];
        if (is_digit(c)) {
            if (++part > 4) return {};
            continue;
        }
        const bool last_letter = i + 1 == text.size() && is_letter(c) && part > 0;
        if (!last_letter && ((c != '.' && c != '/' && c != '-') || part == 0)) return {};
        if (!last_letter) part = 0;
    }
    return part > 0 || is_letter(text.back()) ? text.substr(0, text.size()) : std::string_view();
}

std::optional<ItemMarker> item_marker(std::string_view line) {
    if (line.empty() || line.size() > longest_line || line.ends_with(';')) return std::nullopt;
    if (const auto length = reference_length(line); length > 0) {
        return ItemMarker{MarkerKind::reference, std::string(line.substr(0, length))};
    }
    if (const auto found = find_marker(line)) return found->marker;
    return std::nullopt;
}

bool begins_appendix(std::string_view line) {
    constexpr std::array<std::string_view, 8> words{"appendix",   "annex",    "annexe",     "schedule",
                                                    "appendices", "annexure", "supplement", "addendum"};
    return std::any_of(words.begin(), words.end(), [line](auto word) { return starts_with_word(line, word); });
}

std::string_view without_marker(std::string_view title) {
    auto rest = title;
    if (const auto length = reference_length(rest); length > 0) rest.remove_prefix(length);
    for (bool found = true; found;) {
        skip_gap(rest);
        const auto marker = marker_at(rest, 0);
        const auto word = rest.substr(0, rest.find(' '));
        const auto number = item_number(word);
        found = marker || (!number.empty() && is_digit(word.front()));
        if (found) rest.remove_prefix(marker ? marker->end : word.size());
    }
    return rest.empty() ? title : rest;
}

}  // namespace boardcheck::ingest::pack
