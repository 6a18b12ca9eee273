#include "extract/front.hpp"

#include <algorithm>

#include "extract/front_lines.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

/// Labels stand at the front or at the very end; a long pack of text between is not looked at.
constexpr std::uint32_t front_sentences = 40, foot_sentences = 40;

constexpr std::uint32_t longest_letterhead = 25;  // sentences
constexpr std::uint32_t longest_line = 34;        // tokens: more are prose
constexpr std::uint32_t shortest_prose = 9;       // tokens of a sentence that has a verb and a full stop

/// Collects cells into labels with their values, line by line.
class Collector {
public:
    explicit Collector(const Paper& paper) : paper_(paper) {}

    void add_line(std::uint32_t sentence) {
        const ingest::Block& block = paper_.block_of(sentence);
        begin_line(block);
        if (role_at(paper_, sentence, paper_.text.sentences[sentence].tokens.first, "salutation")) {
            front_.salutation = std::min(front_.salutation, sentence);
            return;
        }
        const std::vector<Cell> cells = line_cells(paper_, sentence);
        bool labelled = block.table != 0 && block.column > 1 && !open_.empty();
        // The first cell of a row that has others is a label, known or not.
        if (is_unknown_row(block, cells)) return add_other(cells);
        for (const Cell& cell : cells) {
            if (labelled && answered_by_position(block, cell)) {
                add_value(cell);
            } else if (const auto label = label_in(cell)) {
                labelled = true;
                add_label(*label, cell, block);
            } else if (labelled && !(valued_ && open_ == "item-label") &&
                       !(valued_ && paper_.is_sign(cell.tokens.first - 1, "|"))) {
                add_value(cell);
            } else if (!take(cell, block)) {
                front_.letterhead.push_back(cell);
            }
        }
        began_form_ = began_form_ || labelled;
    }

    /// The prose begins: a word of a label on a line of its own is a heading from here on.
    void begin_prose() { pending_.clear(), open_.clear(), prose_ = true; }
    bool waits() const { return !pending_.empty() || listing_; }
    std::vector<Cell>& letterhead() { return front_.letterhead; }
    std::vector<Labelled>& labels() { return front_.labels; }
    Front done() { return std::move(front_); }

private:
    struct Pending {
        std::string role;
        Cell label;
    };

    void begin_line(const ingest::Block& block) {
        listing_ = listing_ && block.kind == ingest::BlockKind::list_item;
        // Of a form in two columns, a label whose cell is empty has no value; a row of labels has its values below.
        const bool next_row = block.table != table_ || block.row != row_;
        if (next_row && table_ != 0 && pending_.size() == 1 && width_ > 1) pending_.clear();
        if (block.table != table_) {
            open_.clear();
            width_ = width_of(block);
        }
        table_ = block.table;
        row_ = block.row;
    }

    /// Columns of the table that begins with this block.
    std::uint32_t width_of(const ingest::Block& first) const {
        std::uint32_t width = 0;
        const auto& blocks = paper_.document.blocks;
        const auto begin = static_cast<std::size_t>(&first - blocks.data());
        for (std::size_t b = begin; b < std::min(blocks.size(), begin + longest_line); ++b) {
            if (first.table == 0 || blocks[b].table != first.table) break;
            width = std::max(width, blocks[b].column);
        }
        return width;
    }

    std::optional<Label> label_in(const Cell& cell) const {
        const auto label = label_of(paper_, cell);
        if (!label && table_ != 0 && !pending_.empty()) return {};
        if (label) {
            const bool sure = label->set_off || table_ != 0 || label->value < cell.tokens.last;
            if (prose_ && !sure) return {};
            return label;
        }
        const bool titled = valued_ && open_ == "item-label" && table_ != 0;  // "Item 7 | Finance report: month 6"
        const bool waits_for_title = !pending_.empty() && pending_.front().role == "title-label";
        const bool may = began_form_ && !waits_for_title && !titled && !prose_ && !paper_.is_heading(cell.sentence);
        return may ? unknown_label_of(paper_, cell) : std::nullopt;
    }

    /// In a form of two columns, what stands beside a label is its value, even where it has the words of another.
    bool answered_by_position(const ingest::Block& block, const Cell& cell) const {
        return block.table != 0 && width_ == 2 && pending_.size() == 1 &&
               (pending_.front().role == "purpose-label" || !label_of(paper_, cell));
    }

    bool is_unknown_row(const ingest::Block& block, const std::vector<Cell>& cells) const {
        if (block.table == 0 || block.column > 1 || !began_form_ || cells.size() < 2) return false;
        return !label_of(paper_, cells[0]) && !label_of(paper_, cells[1]) && pending_.size() < 2;
    }
    void add_other(const std::vector<Cell>& cells) {
        pending_.clear();
        open_ = offers_purposes(cells[0]) ? "purpose-label" : "other-label";
        front_.labels.push_back(
            {open_, {cells[1].sentence, {cells[1].tokens.first, cells.back().tokens.last}}, cells[0]});
    }

    /// "Decision / Discussion / Information (delete as appropriate)"
    bool offers_purposes(const Cell& cell) const {
        const auto mentions = paper_.mentions_in(cell.sentence);
        return std::count_if(mentions.begin(), mentions.end(), [&](const match::Mention& mention) {
                   return mention.tokens.last <= cell.tokens.last && paper_.property(mention, "purpose");
               }) > 1;
    }

    void add_label(const Label& label, const Cell& cell, const ingest::Block& block) {
        open_ = label.role;
        valued_ = false;
        const Cell own{cell.sentence, {cell.tokens.first, label.value}};
        if (label.value >= cell.tokens.last) {
            // Where each label has its value on the next line, one that has another label there has none.
            if (block.table == 0 && alternating_) pending_.clear();
            pending_.push_back({label.role, own});
            return;
        }
        pending_.clear();
        valued_ = true;
        front_.labels.push_back({label.role, {cell.sentence, {label.value, cell.tokens.last}}, own});
    }

    /// Further cells of a line that has a label.
    void add_value(const Cell& cell) {
        Cell label;
        if (!pending_.empty()) label = pending_.back().label;
        pending_.clear();
        front_.labels.push_back({open_, cell, label});
    }

    /// A line without a label: the value of the labels that wait for one. Several wait where columns were read one
    /// after the other: they take their values in turn. All items of a list are values of the label above it.
    bool take(const Cell& cell, const ingest::Block& block) {
        if (listing_) {
            front_.labels.push_back({open_, cell, {}});
            return true;
        }
        if (pending_.empty()) return false;
        front_.labels.push_back({pending_.front().role, cell, pending_.front().label});
        open_ = pending_.front().role;
        alternating_ = alternating_ || pending_.size() == 1;
        listing_ = pending_.size() == 1 && block.kind == ingest::BlockKind::list_item;
        pending_.erase(pending_.begin());
        return true;
    }

    const Paper& paper_;
    Front front_;
    std::vector<Pending> pending_;
    std::string open_;          // the last label
    bool valued_ = false;       // its value stands in its own cell: "Item 6 | ICS transition"
    bool alternating_ = false;  // a label had its value on the line after it
    bool listing_ = false;      // in the list of values of the last label
    bool began_form_ = false;   // a line before had a label
    bool prose_ = false;
    std::uint32_t table_ = 0, row_ = 0, width_ = 0;
};

bool has_label(const Paper& paper, std::uint32_t sentence) {
    const auto cells = line_cells(paper, sentence);
    return std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) { return label_of(paper, cell).has_value(); });
}

/// A sentence, not a line of a form: it ends with a full stop and has a verb.
bool is_told(const Paper& paper, const text::Sentence& sentence) {
    if (sentence.tokens.last - sentence.tokens.first < shortest_prose) return false;
    if (!paper.is_sign(sentence.tokens.last - 1, ".")) return false;
    return std::any_of(sentence.clauses.begin(), sentence.clauses.end(),
                       [](const text::Clause& clause) { return clause.tense != text::Tense::none; });
}

/// The heading of a first section, or a sentence too long for a line: here the letterhead ends. Items of a list that a
/// label introduces, and those to be ticked, belong to the form.
bool begins_prose(const Paper& paper, std::uint32_t sentence, bool waits) {
    const text::Sentence& whole = paper.text.sentences[sentence];
    const ingest::Block& block = paper.document.blocks[whole.block];
    if (block.table != 0 || has_label(paper, sentence)) return false;
    if (block.kind == ingest::BlockKind::list_item && sentence > 0)
        return !waits && !paper.is_sign(whole.tokens.first, "[");
    if (day_with_number(paper, sentence)) return false;
    if (paper.is_heading(sentence) && !block.number.empty()) return true;
    const auto role = role_at(paper, sentence, whole.tokens.first, "section");
    if (role && (role->tokens.last == whole.tokens.last || paper.is_punctuation(role->tokens.last))) return true;
    return whole.tokens.last - whole.tokens.first > longest_line || !block.number.empty() || is_told(paper, whole);
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

std::optional<Date> day_with_number(const Paper& paper, std::uint32_t sentence) {
    const std::string& number = paper.block_of(sentence).number;
    const auto dates = paper.dates_in(sentence);
    if (number.empty() || number.size() > 2 || dates.empty()) return {};
    const match::DateMention& month = dates.front();
    if (month.tokens.first != paper.text.sentences[sentence].tokens.first || month.iso.size() != 7) return {};
    return parse_date(month.iso + (number.size() == 1 ? "-0" : "-") + number);
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
    const std::uint32_t front = std::min(front_sentences, sentences);
    Collector collector(paper);
    std::uint32_t prose = front;
    for (std::uint32_t i = 0; i < front; ++i) {
        if (prose == front && (i == longest_letterhead || begins_prose(paper, i, collector.waits()))) {
            prose = i;
            collector.begin_prose();
        }
        collector.add_line(i);
    }
    std::vector<Cell>& letterhead = collector.letterhead();
    std::erase_if(letterhead, [&](const Cell& cell) { return cell.sentence >= prose; });
    join_blocks(paper, letterhead);
    const std::size_t kept = letterhead.size(), labels = collector.labels().size();
    collector.begin_prose();
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
    Front done = collector.done();
    done.prose = prose;
    return done;
}

}  // namespace boardcheck::extract
