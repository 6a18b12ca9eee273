// What a paper is for: decision, information, discussion, assurance, as its form has it ticked or its words say.
#include <array>
#include <map>

#include "extract/columns.hpp"
#include "extract/meta_parts.hpp"
#include "extract/words.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::uint32_t longest_value = 30;   // tokens: more are no answer to a label but prose
constexpr std::uint32_t longest_option = 40;  // tokens of a line of boxes
constexpr std::uint32_t front_sentences = 40;

enum class Box { none, ticked, empty };

/// The paper's own marks: "☒", "[x]", "X" beside a purpose; "yes".
Box box_at(const Paper& paper, std::uint32_t token) {
    static constexpr std::array<std::string_view, 13> ticks{
        "☒", "☑", "✓", "✔", "✗", "✘", "x", "X", "■", "√", "●", "\xEF\x83\xBC", "yes"};
    static constexpr std::array<std::string_view, 6> blanks{"☐", "□", "❏", "❑", "○", "no"};
    const std::string sign = lower(paper.word(token).surface);
    if (is_one_of(ticks, sign)) return Box::ticked;
    if (is_one_of(blanks, sign)) return Box::empty;
    const bool opens = sign == "[" || sign == "(";
    if (opens && token + 1 < paper.text.tokens.size() && paper.is_sign(token + 1, sign == "[" ? "]" : ")"))
        return Box::empty;
    return Box::none;
}

struct Purpose {
    std::string name;
    TokenRange tokens;
};

std::vector<Purpose> purposes_in(const Paper& paper, const Cell& cell) {
    std::vector<Purpose> purposes;
    for (const std::uint32_t sentence : sentences_of(paper, cell)) {
        for (const match::Mention& mention : paper.mentions_in(sentence)) {
            const auto purpose = paper.property(mention, "purpose");
            if (!purpose || mention.tokens.first < cell.tokens.first || mention.tokens.last > cell.tokens.last)
                continue;
            // "to note" is longer than "note".
            if (!purposes.empty() && mention.tokens.first < purposes.back().tokens.last) continue;
            purposes.push_back({*purpose, mention.tokens});
        }
    }
    return purposes;
}

void add(std::vector<std::string>& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

/// A line of a form: its purposes, each with its box.
struct Line {
    Cell cell;
    std::vector<Purpose> purposes;
    std::vector<Box> boxes;  // of each purpose
    bool has_boxes = false;
};

bool is_filler(const Paper& paper, std::uint32_t token) {
    static constexpr std::array<std::string_view, 8> fillers{"for", "to", "the", "and", "or", "only", "y", "&"};
    return paper.is_punctuation(token) || is_one_of(fillers, lower(paper.word(token).surface));
}

/// Whether the line has purposes, boxes and nothing else; labels of purposes do not count, nor what is in brackets.
bool is_of_form(const Paper& paper, const Cell& cell, const std::vector<Purpose>& purposes) {
    bool bracket = false;
    for (std::uint32_t token = cell.tokens.first; token < cell.tokens.last; ++token) {
        if (paper.is_sign(token, "(")) bracket = true;
        if (paper.is_sign(token, ")")) bracket = false;
        if (bracket || is_filler(paper, token) || box_at(paper, token) != Box::none) continue;
        const auto at = std::find_if(purposes.begin(), purposes.end(), [&](const Purpose& purpose) {
            return purpose.tokens.first <= token && token < purpose.tokens.last;
        });
        if (at != purposes.end()) continue;
        const auto label = role_at(paper, cell.sentence, token, "purpose-label");
        if (!label || label->tokens.last > cell.tokens.last) return false;
        token = label->tokens.last - 1;
    }
    return true;
}

/// In a column that its head calls "No", a cross says so.
bool is_denied(const Paper& paper, std::uint32_t sentence, std::uint32_t token) {
    const ingest::Block& own = paper.block_of(sentence);
    if (own.table == 0) return false;
    const std::uint32_t column = column_at(paper, sentence, {token, token + 1});
    for (std::uint32_t i = sentence; i > 0 && paper.block_of(i - 1).table == own.table; --i) {
        for (std::uint32_t at = paper.text.sentences[i - 1].tokens.first; at < paper.text.sentences[i - 1].tokens.last;
             ++at) {
            if (lower(paper.word(at).surface) == "no" && column_at(paper, i - 1, {at, at + 1}) == column) return true;
        }
    }
    return false;
}

Line line_of(const Paper& paper, const Cell& cell) {
    Line line{cell, purposes_in(paper, cell), {}, false};
    line.boxes.assign(line.purposes.size(), Box::none);
    if (line.purposes.empty()) return line;
    std::uint32_t first_box = cell.tokens.last;
    for (std::uint32_t token = cell.tokens.last; token > cell.tokens.first; --token) {
        if (box_at(paper, token - 1) != Box::none) first_box = token - 1;
    }
    line.has_boxes = first_box < cell.tokens.last;
    const bool boxes_first = first_box < line.purposes.front().tokens.first;
    for (std::size_t i = 0; i < line.purposes.size(); ++i) {
        const auto& purposes = line.purposes;
        const std::uint32_t before = i == 0 ? cell.tokens.first : purposes[i - 1].tokens.last;
        const std::uint32_t after = i + 1 < purposes.size() ? purposes[i + 1].tokens.first : cell.tokens.last;
        const TokenRange where =
            boxes_first ? TokenRange{before, purposes[i].tokens.first} : TokenRange{purposes[i].tokens.last, after};
        for (std::uint32_t token = where.first; token < where.last; ++token) {
            const Box box = box_at(paper, token);
            if (box == Box::none) continue;
            const bool both = line.boxes[i] != Box::none && line.boxes[i] != box;  // "yes / no"
            line.boxes[i] = both || is_denied(paper, cell.sentence, token) ? Box::empty : box;
        }
    }
    return line;
}

/// Purposes with boxes right beside them, wherever in a line they stand.
Line line_of_boxes(const Paper& paper, const Cell& whole) {
    std::uint32_t first = whole.tokens.last, last = whole.tokens.first;
    std::size_t boxed = 0;
    for (const Purpose& purpose : purposes_in(paper, whole)) {
        std::uint32_t after = purpose.tokens.last;
        while (after < whole.tokens.last && paper.is_punctuation(after) && box_at(paper, after) == Box::none) ++after;
        const bool before =
            purpose.tokens.first > whole.tokens.first && box_at(paper, purpose.tokens.first - 1) != Box::none;
        const bool behind = after < whole.tokens.last && box_at(paper, after) != Box::none;
        if (!before && !behind) continue;
        ++boxed;
        first = std::min(first, before ? purpose.tokens.first - 1 : purpose.tokens.first);
        last = std::max(last, behind ? after + 1 : purpose.tokens.last);
    }
    return boxed > 1 ? line_of(paper, {whole.sentence, {first, last}}) : Line{};
}

/// A row of boxes under a row of purposes.
bool tick_by_column(const Paper& paper, std::uint32_t sentence, Line& line) {
    const TokenRange tokens = paper.text.sentences[sentence].tokens;
    if (paper.block_of(sentence).table == 0 ||
        paper.block_of(sentence).table != paper.block_of(line.cell.sentence).table)
        return false;
    std::map<std::uint32_t, Box> boxes;
    for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
        const Box box = box_at(paper, token);
        if (box == Box::none && !paper.is_punctuation(token)) return false;
        if (box != Box::none) boxes[column_at(paper, sentence, {token, token + 1})] = box;
    }
    if (boxes.empty()) return false;
    for (std::size_t i = 0; i < line.purposes.size(); ++i) {
        const auto box = boxes.find(column_at(paper, line.cell.sentence, line.purposes[i].tokens));
        line.boxes[i] = box == boxes.end() ? Box::empty : box->second;
    }
    line.has_boxes = true;
    return true;
}

/// What is ticked in lines that follow each other. A form that has approval beside decision means something by it.
std::vector<std::string> ticked(const std::vector<Line>& lines) {
    std::vector<std::string> names;
    bool decides = false, boxes = false;
    for (const Line& line : lines) {
        boxes = boxes || line.has_boxes;
        for (const Purpose& purpose : line.purposes) decides = decides || purpose.name == "decision";
    }
    if (!boxes) return {};
    for (const Line& line : lines) {
        for (std::size_t i = 0; i < line.purposes.size(); ++i) {
            const std::string& name = line.purposes[i].name;
            if (line.boxes[i] == Box::ticked) add(names, name == "approval" && !decides ? "decision" : name);
        }
    }
    return names;
}

/// The values of a label on one line as one.
std::vector<Cell> values_of(const Front& front, std::string_view role) {
    std::vector<Cell> values;
    for (const Labelled& label : front.labels) {
        if (label.role != role) continue;
        const bool same_line = !values.empty() && values.back().sentence == label.value.sentence;
        if (same_line)
            values.back().tokens.last = label.value.tokens.last;
        else
            values.push_back(label.value);
    }
    return values;
}

/// The boxes of a form, wherever at the front it has them.
std::vector<std::string> ticked_in_form(const Paper& paper, const Front& front) {
    const std::vector<Cell> values = values_of(front, "purpose-label");
    const auto end = std::min<std::uint32_t>(front_sentences, static_cast<std::uint32_t>(paper.text.sentences.size()));
    std::vector<Line> lines;
    for (std::uint32_t i = 0; i < end; ++i) {
        const Cell whole{i, paper.text.sentences[i].tokens};
        if (whole.tokens.last - whole.tokens.first <= longest_option) {
            if (!lines.empty() && tick_by_column(paper, i, lines.back())) continue;
            if (const auto purposes = purposes_in(paper, whole);
                !purposes.empty() && is_of_form(paper, whole, purposes)) {
                lines.push_back(line_of(paper, whole));
                continue;
            }
        }
        if (Line line = line_of_boxes(paper, whole); line.purposes.size() > 1) {
            lines.push_back(std::move(line));
            continue;
        }
        const auto value =
            std::find_if(values.begin(), values.end(), [&](const Cell& cell) { return cell.sentence == i; });
        if (value != values.end() && is_of_form(paper, *value, purposes_in(paper, *value))) {
            lines.push_back(line_of(paper, *value));
            continue;
        }
        if (auto names = ticked(lines); !names.empty()) return names;
        lines.clear();
    }
    return ticked(lines);
}

/// Whether a label's value begins with a purpose: "For decision", "Yes: for decision"; not "To update members on ...".
bool begins_with_purpose(const Paper& paper, const Cell& cell, const Purpose& first) {
    for (std::uint32_t token = cell.tokens.first; token < first.tokens.first; ++token) {
        if (!is_filler(paper, token) && box_at(paper, token) == Box::none) return false;
    }
    return true;
}

/// What words say; nothing of a form that was not filled in: "Decision / Assurance / Information".
std::vector<std::string> said_in(const Paper& paper, const Cell& cell) {
    const std::vector<Purpose> purposes = purposes_in(paper, cell);
    std::uint32_t slashes = 0, boxes = 0;
    for (std::uint32_t token = cell.tokens.first; token < cell.tokens.last; ++token) {
        if (paper.is_sign(token, "/")) ++slashes;
        const Box box = box_at(paper, token);
        if (box == Box::empty || (box == Box::ticked && lower(paper.word(token).surface) != "yes")) ++boxes;
    }
    const bool long_one = cell.tokens.last - cell.tokens.first > longest_value;
    if (purposes.empty() || long_one || slashes > 1 || boxes > 0) return {};
    std::vector<std::string> names;
    for (const Purpose& purpose : purposes) add(names, purpose.name == "approval" ? "decision" : purpose.name);
    return names;
}

/// "For information" on a line of its own or before a colon.
std::vector<std::string> said_at_beginning(const Paper& paper, std::uint32_t sentence) {
    const Cell whole{sentence, paper.text.sentences[sentence].tokens};
    const auto purposes = purposes_in(paper, whole);
    if (purposes.empty() || !begins_with_purpose(paper, whole, purposes.front())) return {};
    const std::string first = lower(paper.word(whole.tokens.first).surface);
    if (first != "for" && first != "to") return {};
    Cell said{sentence, {whole.tokens.first, whole.tokens.first}};
    while (said.tokens.last < whole.tokens.last) {
        const std::uint32_t token = said.tokens.last;
        const bool ends = paper.is_sign(token, ":") || paper.is_sign(token, ".") || paper.is_sign(token, "-") ||
                          paper.is_sign(token, ";");
        if (ends) break;
        ++said.tokens.last;
    }
    return is_of_form(paper, said, purposes) ? said_in(paper, said) : std::vector<std::string>();
}

std::vector<std::string> said_in_words(const Paper& paper) {
    const auto end = std::min<std::uint32_t>(front_sentences, static_cast<std::uint32_t>(paper.text.sentences.size()));
    for (std::uint32_t i = 0; i < end; ++i) {
        if (auto names = said_at_beginning(paper, i); !names.empty()) return names;
    }
    for (const Marked& marked : paper.marked("meta.purpose")) {
        if (marked.hit.sentence >= front_sentences) break;
        auto names = said_in(paper, {marked.hit.sentence, marked.hit.tokens});
        if (!names.empty()) return names;
    }
    return {};
}

}  // namespace

std::string purpose_of(const Paper& paper, const Front& front) {
    std::vector<std::string> purposes = ticked_in_form(paper, front);
    for (const Cell& value : values_of(front, "purpose-label")) {
        if (!purposes.empty()) break;
        const auto said = purposes_in(paper, value);
        if (!said.empty() && begins_with_purpose(paper, value, said.front())) purposes = said_in(paper, value);
    }
    if (purposes.empty()) purposes = said_in_words(paper);
    std::string joined;
    for (std::size_t i = 0; i < purposes.size(); ++i) {
        if (i > 0) joined += i + 1 == purposes.size() ? " and " : ", ";
        joined += purposes[i];
    }
    return joined;
}

std::string purpose_of(const std::vector<Recommendation>& recommendations) {
    int decisions = 0, questions = 0, notes = 0;
    for (const Recommendation& each : recommendations) {
        if (each.ask == "note")
            ++notes;
        else if (each.ask == "consider" || each.ask == "comment")
            ++questions;
        else
            ++decisions;
    }
    if (decisions > 0 && decisions >= questions) return "decision";
    if (questions > notes) return "discussion";
    return notes > 0 ? "information" : "";
}

}  // namespace boardcheck::extract
