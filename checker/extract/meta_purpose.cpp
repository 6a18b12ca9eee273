// What a paper is for: decision, information, discussion, assurance.
#include "extract/meta_parts.hpp"

namespace boardcheck::extract {

namespace {

constexpr std::uint32_t longest_value = 30;  // tokens: more are no answer to a label but prose
constexpr std::uint32_t longest_line = 8;    // tokens of "FOR INFORMATION" on a line of its own
constexpr std::uint32_t front_sentences = 40;

enum class Box { none, ticked, empty };

/// The paper's own marks: "☒", "[x]", "X" beside a purpose.
Box box_at(const Paper& paper, std::uint32_t token) {
    const std::string& sign = paper.word(token).surface;
    for (const std::string_view ticked : {"☒", "☑", "✓", "✔", "✗", "✘", "x", "X", "■", "√", "\xEF\x83\xBC"}) {
        if (sign == ticked) return Box::ticked;
    }
    for (const std::string_view empty : {"☐", "□", "❏", "❑"}) {
        if (sign == empty) return Box::empty;
    }
    return Box::none;
}

struct Purpose {
    std::string name;
    text::TokenRange tokens;
};

std::vector<Purpose> purposes_in(const Paper& paper, const Cell& cell) {
    std::vector<Purpose> purposes;
    for (const std::uint32_t sentence : sentences_of(paper, cell)) {
        for (const match::Mention& mention : paper.mentions_in(sentence)) {
            const auto purpose = paper.property(mention, "purpose");
            if (purpose && mention.tokens.first >= cell.tokens.first && mention.tokens.last <= cell.tokens.last)
                purposes.push_back({*purpose, mention.tokens});
        }
    }
    return purposes;
}

void add(std::vector<std::string>& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

/// Which purposes are ticked; the boxes stand before their words, or after them. A decision is discussed in any case.
std::vector<std::string> ticked(const Paper& paper, const Cell& cell, const std::vector<Purpose>& purposes,
                                bool boxes_first) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < purposes.size(); ++i) {
        const std::uint32_t first =
            boxes_first ? (i == 0 ? cell.tokens.first : purposes[i - 1].tokens.last) : purposes[i].tokens.last;
        const std::uint32_t last = boxes_first               ? purposes[i].tokens.first
                                   : i + 1 < purposes.size() ? purposes[i + 1].tokens.first
                                                             : cell.tokens.last;
        for (std::uint32_t token = first; token < last; ++token) {
            if (box_at(paper, token) == Box::ticked) add(names, purposes[i].name);
        }
    }
    const bool decides = std::find(names.begin(), names.end(), "decision") != names.end();
    if (decides) std::erase(names, "discussion");
    return names;
}

/// What a label's value says; nothing of a form that was not filled in: "Decision / Assurance / Information".
std::vector<std::string> said_in(const Paper& paper, const Cell& cell) {
    const std::vector<Purpose> purposes = purposes_in(paper, cell);
    if (purposes.empty()) return {};
    std::uint32_t boxes = 0, first_box = cell.tokens.last, slashes = 0;
    for (std::uint32_t token = cell.tokens.first; token < cell.tokens.last; ++token) {
        if (paper.word(token).surface == "/") ++slashes;
        if (box_at(paper, token) == Box::none) continue;
        if (++boxes == 1) first_box = token;
    }
    if (boxes > 0) return ticked(paper, cell, purposes, first_box < purposes.front().tokens.first);
    std::vector<std::string> names;
    if (cell.tokens.last - cell.tokens.first > longest_value || slashes > 1) return names;
    for (const Purpose& purpose : purposes) add(names, purpose.name);
    return names;
}

/// All cells of a label's value as one.
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

/// "For information" on a line of its own, or in a sentence about the paper.
std::vector<std::string> said_in_words(const Paper& paper, const Front& front) {
    for (const Cell& cell : front.letterhead) {
        const bool line = cell.tokens.last - cell.tokens.first <= longest_line;
        if (!line || paper.stem(cell.tokens.first) != "for") continue;
        if (auto names = said_in(paper, cell); !names.empty()) return names;
    }
    for (const Marked& marked : paper.marked("meta.purpose")) {
        if (marked.hit.sentence >= front_sentences) break;
        std::vector<std::string> names;
        for (const Purpose& purpose : purposes_in(paper, {marked.hit.sentence, marked.hit.tokens}))
            add(names, purpose.name);
        if (!names.empty()) return names;
    }
    return {};
}

/// Whoever asks for an approval or an appointment wants a decision; who asks questions a discussion.
std::vector<std::string> by_asks(const std::vector<Recommendation>& recommendations) {
    int decisions = 0, questions = 0, notes = 0;
    for (const Recommendation& each : recommendations) {
        if (each.ask == "note")
            ++notes;
        else if (each.ask == "consider" || each.ask == "comment")
            ++questions;
        else
            ++decisions;
    }
    if (decisions > 0 && decisions >= questions) return {"decision"};
    if (questions > notes) return {"discussion"};
    if (notes > 0) return {"information"};
    return {};
}

/// A briefing informs, whatever it asks.
bool informs(const Paper& paper, const Front& front) {
    const auto names_briefing = [&](const Cell& cell) {
        return has_role(paper, {cell.sentence, paper.text.sentences[cell.sentence].tokens}, "informing");
    };
    return std::any_of(front.letterhead.begin(), front.letterhead.end(), names_briefing) ||
           std::any_of(front.labels.begin(), front.labels.end(), [&](const Labelled& label) {
               return label.role == "audience-lead" && names_briefing(label.value);
           });
}

}  // namespace

std::string purpose_of(const Paper& paper, const Front& front, const std::vector<Recommendation>& recommendations) {
    std::vector<std::string> purposes;
    for (const Cell& value : values_of(front, "purpose-label")) {
        if (purposes.empty()) purposes = said_in(paper, value);
    }
    if (purposes.empty()) purposes = said_in_words(paper, front);
    if (purposes.empty() && informs(paper, front)) purposes = {"information"};
    if (purposes.empty()) purposes = by_asks(recommendations);
    std::string joined;
    for (std::size_t i = 0; i < purposes.size(); ++i) {
        if (i > 0) joined += i + 1 == purposes.size() ? " and " : ", ";
        joined += purposes[i];
    }
    return joined;
}

}  // namespace boardcheck::extract
