#include "extract/front.hpp"

#include <algorithm>

namespace boardcheck::extract {

namespace {

using text::TokenRange;

/// Labels stand at the front or at the very end; a long pack of text between is not looked at.
constexpr std::uint32_t front_sentences = 40, foot_sentences = 40;

constexpr std::uint32_t longest_letterhead = 25;  // sentences
constexpr std::uint32_t longest_line = 34;        // tokens: more are prose
constexpr std::uint32_t longest_row = 300;        // tokens of a line that are looked at
constexpr std::uint32_t longest_label = 10;       // tokens, with what is added in brackets

std::string_view gap_before(const Paper& paper, std::uint32_t token) {
    return slice(paper.text.text, {paper.text.tokens[token - 1].span.end, paper.text.tokens[token].span.begin});
}

bool is_label(const Paper& paper, const match::Mention& mention) {
    return paper.property(mention, "role")->ends_with("-label");
}

/// A cell begins after a bar, a line break, or a gap such as columns leave; and with "Time:" in "Date: 3 May Time:
/// 2pm".
bool begins_cell(const Paper& paper, std::uint32_t sentence, std::uint32_t token) {
    if (paper.is_sign(token - 1, "|")) return true;
    const std::string_view gap = gap_before(paper, token);
    if (gap.find('\n') != std::string_view::npos || gap.find('\t') != std::string_view::npos || gap.size() > 1)
        return true;
    const auto label = role_at(paper, sentence, token);
    return label && is_label(paper, *label) && label->tokens.last < paper.text.sentences[sentence].tokens.last &&
           paper.is_sign(label->tokens.last, ":") && paper.word(token).capitalised;
}

std::vector<Cell> cells_of(const Paper& paper, std::uint32_t sentence) {
    TokenRange whole = paper.text.sentences[sentence].tokens;
    whole.last = std::min(whole.last, whole.first + longest_row);
    std::vector<Cell> cells;
    for (std::uint32_t token = whole.first; token < whole.last; ++token) {
        if (paper.is_sign(token, "|")) continue;
        if (cells.empty() || begins_cell(paper, sentence, token)) cells.push_back({sentence, {token, token}});
        cells.back().tokens.last = token + 1;
    }
    return cells;
}

bool is_joining_word(std::string_view stem) {
    constexpr std::string_view words[] = {"of", "the", "a", "and", "or", "for", "this", "to", "by", "s"};
    return std::find(std::begin(words), std::end(words), stem) != std::end(words);
}

/// Whether nothing but labels, brackets and joining words stands there: " / sponsor", " (name and post)", " of the
/// report".
bool is_more_label(const Paper& paper, std::uint32_t sentence, TokenRange range) {
    if (range.last - range.first > longest_label) return false;
    bool bracket = false;
    for (std::uint32_t token = range.first; token < range.last; ++token) {
        if (paper.is_sign(token, "(")) bracket = true;
        if (paper.is_sign(token, ")")) bracket = false;
        if (bracket || paper.is_punctuation(token) || is_joining_word(paper.stem(token))) continue;
        const auto more = role_at(paper, sentence, token);
        if (!more || !is_label(paper, *more) || more->tokens.last > range.last) return false;
        token = more->tokens.last - 1;
    }
    return true;
}

struct Label {
    std::string role;
    std::uint32_t value = 0;  // the token after the label and what sets it off
};

std::uint32_t after_signs(const Paper& paper, std::uint32_t token, std::uint32_t last) {
    const auto is_opening = [&](std::uint32_t at) {
        const std::string& sign = paper.word(at).surface;
        return sign == "\"" || sign == "(" || sign == "[" || sign.size() > 1;
    };
    while (token < last && paper.is_punctuation(token) && !is_opening(token)) ++token;
    return token;
}

/// The label with which a cell begins, if it is set off from its value: by a colon, a dash, the end of the cell; or if
/// it is one that its value follows at once ("Report of the Director"), or of several words ("Report author Ann Lee").
std::optional<Label> label_of(const Paper& paper, const Cell& cell) {
    const std::uint32_t last = cell.tokens.last;
    const std::uint32_t first = after_signs(paper, cell.tokens.first, last);
    const auto mention = role_at(paper, cell.sentence, first);
    if (!mention) return {};
    std::string role = *paper.property(*mention, "role");
    const bool joined = role.ends_with("-lead");
    if (!is_label(paper, *mention) && !joined) return {};
    std::uint32_t end = std::min(mention->tokens.last, last);
    std::uint32_t colon = end;
    while (colon < last && colon < end + longest_label && !paper.is_sign(colon, ":")) ++colon;
    if (colon < last && paper.is_sign(colon, ":") && is_more_label(paper, cell.sentence, {end, colon}))
        return Label{role, after_signs(paper, colon, last)};
    if (is_more_label(paper, cell.sentence, {end, last})) return Label{role, last};
    if (joined || paper.is_sign(end, "-")) return Label{role, after_signs(paper, end, last)};
    const bool name_follows = paper.word(end).capitalised || paper.text.tokens[end].kind == text::TokenKind::number;
    const bool sure = end - first > 1 || role == "item-label";
    if (sure && name_follows && paper.word(first).capitalised) return Label{role, end};
    return {};
}

/// Collects cells into labels with their values, line by line.
class Collector {
public:
    explicit Collector(const Paper& paper) : paper_(paper) {}

    void add_line(std::uint32_t sentence) {
        bool labelled = false;
        for (const Cell& cell : cells_of(paper_, sentence)) {
            if (const auto label = label_of(paper_, cell)) {
                labelled = true;
                add_label(*label, cell);
            } else if (labelled && !(valued_ && paper_.is_sign(cell.tokens.first - 1, "|"))) {
                add_value(cell);
            } else if (!take(cell)) {
                front_.letterhead.push_back(cell);
            }
        }
    }

    void forget_pending() { pending_.clear(), open_.clear(); }
    std::vector<Cell>& letterhead() { return front_.letterhead; }
    std::vector<Labelled>& labels() { return front_.labels; }
    Front done() { return std::move(front_); }

private:
    void add_label(const Label& label, const Cell& cell) {
        open_ = label.role;
        valued_ = false;
        if (label.value >= cell.tokens.last) {
            pending_.push_back(label.role);
            return;
        }
        pending_.clear();
        valued_ = true;
        front_.labels.push_back({label.role, {cell.sentence, {label.value, cell.tokens.last}}});
    }

    /// Further cells of a line that has a label.
    void add_value(const Cell& cell) {
        if (!pending_.empty()) pending_.clear();
        front_.labels.push_back({open_, cell});
    }

    /// A line without a label: the value of the labels that wait for one. Several wait where columns were read one
    /// after the other: they take their values in turn.
    bool take(const Cell& cell) {
        if (pending_.empty()) return false;
        front_.labels.push_back({pending_.front(), cell});
        open_ = pending_.front();
        pending_.erase(pending_.begin());
        return true;
    }

    const Paper& paper_;
    Front front_;
    std::vector<std::string> pending_;
    std::string open_;     // the last label
    bool valued_ = false;  // its value stands in its own cell: "Item 6 | ICS transition"
};

bool has_label(const Paper& paper, std::uint32_t sentence) {
    const auto cells = cells_of(paper, sentence);
    return std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) { return label_of(paper, cell).has_value(); });
}

/// The heading of a first section, or a sentence too long for a line: here the letterhead ends.
bool begins_prose(const Paper& paper, std::uint32_t sentence) {
    const text::Sentence& whole = paper.text.sentences[sentence];
    const ingest::Block& block = paper.document.blocks[whole.block];
    if (has_label(paper, sentence)) return false;
    if (block.kind == ingest::BlockKind::list_item && sentence > 0) return true;
    if (paper.is_heading(sentence) && !block.number.empty()) return true;
    const auto role = role_at(paper, sentence, whole.tokens.first, "section");
    if (role && is_more_label(paper, sentence, {role->tokens.last, whole.tokens.last})) return true;
    return whole.tokens.last - whole.tokens.first > longest_line || !block.number.empty();
}

std::uint32_t end_of_letterhead(const Paper& paper) {
    const auto sentences = static_cast<std::uint32_t>(paper.text.sentences.size());
    std::uint32_t end = 0;
    while (end < std::min(sentences, longest_letterhead) && !begins_prose(paper, end)) ++end;
    return end;
}

/// Short sentences of one block without labels are one line: "Whose system is it? The reform of ...".
void join_blocks(const Paper& paper, std::vector<Cell>& cells) {
    std::vector<Cell> joined;
    for (const Cell& cell : cells) {
        const bool same =
            !joined.empty() && joined.back().tokens.last == cell.tokens.first &&
            joined.back().sentence != cell.sentence &&
            paper.text.sentences[joined.back().sentence].block == paper.text.sentences[cell.sentence].block;
        if (same)
            joined.back().tokens.last = cell.tokens.last;
        else
            joined.push_back(cell);
    }
    cells = std::move(joined);
}

}  // namespace

std::optional<match::Mention> role_at(const Paper& paper, std::uint32_t sentence, std::uint32_t token,
                                      std::string_view role) {
    std::optional<match::Mention> longest;
    for (const match::Mention& mention : paper.mentions_in(sentence)) {
        if (mention.tokens.first > token) break;
        if (mention.tokens.first < token) continue;
        const auto has = paper.property(mention, "role");
        if (!has || (!role.empty() && *has != role)) continue;
        if (!longest || mention.tokens.last > longest->tokens.last) longest = mention;
    }
    return longest;
}

std::vector<std::uint32_t> sentences_of(const Paper& paper, const Cell& cell) {
    std::vector<std::uint32_t> sentences;
    for (std::uint32_t i = cell.sentence;
         i < paper.text.sentences.size() && paper.text.sentences[i].tokens.first < cell.tokens.last; ++i)
        sentences.push_back(i);
    return sentences;
}

bool has_role(const Paper& paper, const Cell& cell, std::string_view role) {
    for (const std::uint32_t sentence : sentences_of(paper, cell)) {
        for (const match::Mention& mention : paper.mentions_in(sentence)) {
            const bool inside = mention.tokens.first >= cell.tokens.first && mention.tokens.last <= cell.tokens.last;
            if (inside && paper.property(mention, "role") == role) return true;
        }
    }
    return false;
}

Front front_of(const Paper& paper) {
    const auto sentences = static_cast<std::uint32_t>(paper.text.sentences.size());
    const std::uint32_t prose = end_of_letterhead(paper), front = std::min(front_sentences, sentences);
    Collector collector(paper);
    for (std::uint32_t i = 0; i < front; ++i) {
        if (i == prose) collector.forget_pending();
        collector.add_line(i);
        if (i + 1 == prose || (i + 1 == front && front < prose)) join_blocks(paper, collector.letterhead());
    }
    std::vector<Cell>& letterhead = collector.letterhead();
    std::erase_if(letterhead, [&](const Cell& cell) { return cell.sentence >= prose; });
    const std::size_t kept = letterhead.size(), labels = collector.labels().size();
    collector.forget_pending();
    for (std::uint32_t i = std::max(front, sentences > foot_sentences ? sentences - foot_sentences : 0); i < sentences;
         ++i)
        collector.add_line(i);
    collector.letterhead().resize(kept);
    const auto is_of_foot = [](const Labelled& label) {
        return label.role == "author-label" || label.role == "contributor-label" || label.role == "contact-label";
    };
    std::vector<Labelled>& all = collector.labels();
    all.erase(std::remove_if(all.begin() + static_cast<std::ptrdiff_t>(labels), all.end(),
                             [&](const Labelled& label) { return !is_of_foot(label); }),
              all.end());
    return collector.done();
}

}  // namespace boardcheck::extract
