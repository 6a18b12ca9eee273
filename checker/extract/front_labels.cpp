// Which words of a cell are its label.
#include <algorithm>

#include "extract/front_lines.hpp"
#include "extract/people.hpp"
#include "extract/words.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::uint32_t longest_label = 10;    // tokens, with what is added in brackets
constexpr std::uint32_t longest_modifier = 4;  // tokens before a label: "Scrutiny contact officer"
constexpr std::uint32_t longest_unknown = 8;   // tokens before the colon of a label that the rules do not know
constexpr std::uint32_t longest_opened = 12;   // tokens of "Committee where this was discussed before"

/// Roles of labels that tables of actions have, and fronts do not.
bool is_of_tables(std::string_view role) {
    return role == "owner-label" || role == "deadline-label" || role == "action-label";
}

/// The longest mention of a label that begins there.
std::optional<match::Mention> label_at(const Paper& paper, std::uint32_t sentence, std::uint32_t token) {
    std::optional<match::Mention> longest;
    for (const match::Mention& mention : paper.mentions_in(sentence)) {
        if (mention.tokens.first > token) break;
        if (mention.tokens.first < token) continue;
        const auto role = paper.property(mention, "role");
        if (!role || is_of_tables(*role)) continue;
        const bool other = *role == "label-opening" || *role == "classification-question" || *role == "label-in-table";
        if (!other && !role->ends_with("-label") && !role->ends_with("-lead")) continue;
        if (!longest || mention.tokens.last > longest->tokens.last) longest = mention;
    }
    return longest;
}

bool is_joining_word(std::string_view stem) {
    static constexpr std::array<std::string_view, 10> words{"of",  "the",  "a",  "and", "or",
                                                            "for", "this", "to", "by",  "s"};
    return is_one_of(words, stem);
}

bool is_preposition(std::string_view stem) {
    static constexpr std::array<std::string_view, 5> words{"to", "by", "from", "of", "for"};
    return is_one_of(words, stem);
}

/// Whether nothing but labels, brackets and joining words stands there: " / sponsor", " (name and post)", " of the
/// report"; of a day or a title also who meets: "of the Shadow Board".
bool is_more_label(const Paper& paper, std::uint32_t sentence, TokenRange range, bool meeting = false) {
    if (range.last - range.first > longest_label) return false;
    bool bracket = false;
    for (std::uint32_t token = range.first; token < range.last; ++token) {
        if (paper.is_sign(token, "(")) bracket = true;
        if (paper.is_sign(token, ")")) bracket = false;
        if (bracket || paper.is_punctuation(token) || is_joining_word(paper.stem(token))) continue;
        auto more = label_at(paper, sentence, token);
        if (more && !paper.property(*more, "role")->ends_with("-label")) more.reset();
        if (!more && meeting) more = role_at(paper, sentence, token, "meeting-word");
        if (!more || more->tokens.last > range.last) return false;
        token = more->tokens.last - 1;
    }
    return true;
}

std::uint32_t after_signs(const Paper& paper, std::uint32_t token, std::uint32_t last) {
    const auto is_opening = [&](std::uint32_t at) {
        const std::string& sign = paper.word(at).surface;
        return sign == "\"" || sign == "(" || sign == "[" || sign.size() > 1;
    };
    while (token < last && paper.is_punctuation(token) && !is_opening(token)) ++token;
    return token;
}

/// The colon or question mark after the first words, with a space after it: not that of "13:00".
std::uint32_t colon_in(const Paper& paper, TokenRange range, std::uint32_t reach) {
    const auto& tokens = paper.text.tokens;
    for (std::uint32_t at = range.first; at < std::min(range.last, range.first + reach); ++at) {
        const bool glued = at + 1 < range.last && tokens[at].span.end == tokens[at + 1].span.begin;
        const bool asks = paper.is_sign(at, "?");
        if (!glued && (paper.is_sign(at, ":") || asks)) return at;
    }
    return range.last;
}

bool is_item(const Paper& paper, const Cell& cell, std::uint32_t token) {
    if (cell.tokens.last - token > 3) return false;
    const std::string& word = paper.word(token).surface;
    const bool numbered = word.find_first_of("0123456789") != std::string::npos;
    return numbered || (word.size() == 1 && paper.word(token).capitalised);
}

/// Whether what follows a label of one word at once is what such a label has: a day, a purpose, a mark.
bool answers(const Paper& paper, const Cell& cell, std::uint32_t token, const std::string& role) {
    if (role == "item-label" || role == "enclosure-label") return is_item(paper, cell, token);
    if (role == "classification-label") {
        const auto mark = role_at(paper, cell.sentence, token, "classification");
        return mark && mark->tokens.last == cell.tokens.last;
    }
    if (role.ends_with("date-label")) {
        for (const match::DateMention& date : paper.dates_in(cell.sentence)) {
            const bool weekday = role_at(paper, cell.sentence, token, "weekday").has_value();
            if (date.tokens.first == token || (weekday && date.tokens.first <= token + 2)) return true;
        }
        return false;
    }
    if (role == "other-label") {
        const std::string_view rest = slice(paper.text.text, paper.span_of({token, cell.tokens.last}));
        return rest.find('@') != std::string_view::npos || rest[0] == '0' || rest.starts_with("www");
    }
    if (role == "title-label") return paper.word(token).capitalised && paper.word(token - 1).capitalised;
    if (role == "author-label" || role == "sponsor-label" || role == "contact-label" || role == "from-label") {
        const Cell rest{cell.sentence, {token, cell.tokens.last}};
        return is_person_line(paper, rest) || is_sure_name(paper, rest);
    }
    if (role == "purpose-label") {
        if (paper.stem(token) == "for" || paper.stem(token) == "to") return cell.tokens.last - token <= 3;
        for (const match::Mention& mention : paper.mentions_in(cell.sentence)) {
            if (mention.tokens.first == token && paper.property(mention, "purpose")) return true;
        }
    }
    return false;
}

/// "Scrutiny contact officer:": a label of people, or of what the paper is for, with words before it.
std::optional<std::string> modified_label(const Paper& paper, std::uint32_t sentence, std::uint32_t first,
                                          std::uint32_t colon) {
    for (std::uint32_t at = first + 1; at < std::min(colon, first + longest_modifier + 1); ++at) {
        const auto label = label_at(paper, sentence, at);
        if (!label || !is_more_label(paper, sentence, {label->tokens.last, colon})) continue;
        const std::string role = *paper.property(*label, "role");
        if (role == "contact-label" || role == "sponsor-label" || role == "author-label" || role == "purpose-label")
            return role;
    }
    return {};
}

}  // namespace

std::optional<Label> label_of(const Paper& paper, const Cell& cell) {
    const std::uint32_t last = cell.tokens.last;
    const std::uint32_t first = after_signs(paper, cell.tokens.first, last);
    if (first == last) return {};
    const auto mention = label_at(paper, cell.sentence, first);
    const std::uint32_t colon = colon_in(paper, {first, last}, longest_label + 3);
    if (!mention || mention->tokens.last > last) {
        const auto role = colon < last ? modified_label(paper, cell.sentence, first, colon) : std::nullopt;
        if (!role) return {};
        return Label{*role, after_signs(paper, colon, last), true};
    }
    std::string role = *paper.property(*mention, "role");
    const std::uint32_t end = mention->tokens.last;
    if (role == "label-opening") {
        if (colon < last) return Label{"other-label", after_signs(paper, colon, last), true};
        if (last - first > longest_opened || paper.is_sign(last - 1, ".")) return {};
        return Label{"other-label", last, false};
    }
    // "Report | Guardian of safe working hours"
    if (role == "label-in-table") {
        if (colon == end && colon < last) return Label{"title-label", after_signs(paper, colon, last), true};
        if (end != last || paper.block_of(cell.sentence).table == 0) return {};
        return Label{"title-label", last, false};
    }
    if (role == "classification-question") {
        if (colon == last || colon > end + longest_modifier) return {};
        return Label{"classification-label", after_signs(paper, colon, last), true};
    }
    const bool dated = role.ends_with("date-label"), joined = role.ends_with("-lead");
    const bool meeting = dated || role == "title-label";
    if (colon < last && end <= colon && is_more_label(paper, cell.sentence, {end, colon}, meeting)) {
        if (dated && has_role(paper, {cell.sentence, {end, colon}}, "meeting-word")) role = "meeting-date-label";
        return Label{role, after_signs(paper, colon, last), true};
    }
    if (is_more_label(paper, cell.sentence, {end, last}, meeting)) {
        if (dated && has_role(paper, {cell.sentence, {end, last}}, "meeting-word")) role = "meeting-date-label";
        return Label{role, last, false};
    }
    const auto modified = colon < last ? modified_label(paper, cell.sentence, first, colon) : std::nullopt;
    if (modified) return Label{*modified, after_signs(paper, colon, last), true};
    // "Confidential - not for circulation" is a mark.
    const bool dash = paper.is_sign(end, "-") && role != "classification-label";
    const bool leads = end - first > 1 && is_preposition(paper.stem(end - 1)) && paper.word(first).capitalised &&
                       (paper.word(end).capitalised || paper.stem(end) == "the" || paper.stem(end) == "all");
    if (joined || dash || leads) return Label{role, after_signs(paper, end, last), false};
    if (answers(paper, cell, end, role)) return Label{role, end, false};
    const std::uint32_t value = paper.is_sign(end, ".") ? end + 1 : end;  // "Item no. 5"
    if (value >= last) return {};
    const bool name_follows = paper.word(value).capitalised || paper.text.tokens[value].kind == text::TokenKind::number;
    const bool sure = end - first > 1 || role == "item-label";
    if (sure && name_follows && paper.word(first).capitalised) return Label{role, value, false};
    return {};
}

std::optional<Label> unknown_label_of(const Paper& paper, const Cell& cell) {
    const std::uint32_t last = cell.tokens.last, first = after_signs(paper, cell.tokens.first, last);
    const std::uint32_t colon = colon_in(paper, {first, last}, longest_unknown);
    if (colon >= last || colon == first || !paper.word(first).capitalised) return {};
    return Label{"other-label", after_signs(paper, colon, last), true};
}

}  // namespace boardcheck::extract
