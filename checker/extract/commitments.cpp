// What local people promise: sentences that say so in their own voice, and rows of action tables and timetables.
#include <algorithm>
#include <array>

#include "extract/paper.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

const text::Sentence& sentence_of(const Paper& paper, std::uint32_t sentence) { return paper.text.sentences[sentence]; }

/// The first date named from the promise on; where there is none, the last one before it.
std::string deadline(const Paper& paper, std::uint32_t sentence, std::uint32_t promise) {
    std::string before;
    for (const match::DateMention& date : paper.dates_in(sentence)) {
        if (date.iso.empty()) continue;
        if (date.tokens.first >= promise) return date.iso;
        before = date.iso;
    }
    return before;
}

/// The words of a conditional clause: "subject to legislation".
std::string condition(const Paper& paper, std::uint32_t sentence) {
    for (const text::Clause& clause : sentence_of(paper, sentence).clauses) {
        if (!clause.conditional) continue;
        std::uint32_t last = clause.tokens.first;
        while (last < clause.tokens.last && paper.word(last).surface != ",") ++last;
        return paper.words({clause.tokens.first, last});
    }
    return {};
}

/// "We", or the person, post or body that comes before the promise.
std::string owner_before(const Paper& paper, const match::Hit& hit) {
    const std::uint32_t begin = sentence_of(paper, hit.sentence).tokens.first;
    for (std::uint32_t token = hit.tokens.first; token > begin; --token) {
        const std::string_view stem = paper.stem(token - 1);
        if (stem == "we") return paper.words({token - 1, token});
    }
    for (std::uint32_t token = hit.tokens.first; token < hit.tokens.last; ++token) {
        if (paper.stem(token) == "we") return paper.words({token, token + 1});
    }
    std::string owner;
    for (const match::Mention& mention : paper.mentions_in(hit.sentence)) {
        if (mention.tokens.first > hit.tokens.first) break;
        const bool actor = paper.property(mention, "structure") || paper.property(mention, "kind") == "post";
        if (actor) owner = paper.words(mention.tokens);
    }
    if (!owner.empty()) return owner;
    // A person's name: two or more capitalised words right before the verb.
    std::uint32_t first = hit.tokens.first;
    while (first > begin && paper.word(first - 1).capitalised) --first;
    const bool person = hit.tokens.first - first >= 2 && first == begin;
    return person ? paper.words({first, hit.tokens.first}) : std::string();
}

/// A promise counts where local people speak, of what is to come, and the meeting is not being asked for it.
bool is_promise(const Paper& paper, const match::Hit& hit, const Stance& stance) {
    const Judgement judgement = standing_of(stance, sentence_of(paper, hit.sentence), hit.tokens);
    if (judgement.standing != catalogue::Standing::planned) return false;
    for (const text::Clause& clause : sentence_of(paper, hit.sentence).clauses) {
        const bool holds = clause.tokens.first < hit.tokens.last && hit.tokens.first < clause.tokens.last;
        if (holds && clause.negated) return false;
    }
    return true;
}

/// What the columns of a table are, by the labels in its header row.
struct Columns {
    std::uint32_t action = 0, owner = 0, date = 0;  // 1-based; 0: none
};

/// The column of a header row in which a place of the document stands: the blocks of the row are in order of columns.
std::uint32_t column_at(const Paper& paper, std::uint32_t first_block, std::uint32_t place) {
    const ingest::Block& first = paper.document.blocks[first_block];
    std::uint32_t column = first.column;
    for (std::size_t b = first_block; b < paper.document.blocks.size(); ++b) {
        const ingest::Block& block = paper.document.blocks[b];
        if (block.table != first.table || block.row != first.row || block.span.begin > place) break;
        column = block.column;
    }
    return column;
}

/// Adds what a sentence of the header row says of its columns.
void read_labels(const Paper& paper, std::uint32_t sentence, Columns& columns) {
    for (const match::Mention& mention : paper.mentions_in(sentence)) {
        const auto role = paper.property(mention, "role");
        if (!role) continue;
        const Span at = paper.text.document.to_source(paper.span_of(mention.tokens));
        const std::uint32_t column = column_at(paper, sentence_of(paper, sentence).block, at.begin);
        if (*role == "owner-label" && columns.owner == 0) columns.owner = column;
        if (*role == "deadline-label" && columns.date == 0) columns.date = column;
        if (*role == "action-label" && columns.action == 0) columns.action = column;
    }
}

/// Whether more than a dash or the like stands here: such marks fill a cell that has nothing to say.
bool has_words(const Paper& paper, Span place) {
    const auto& tokens = paper.text.tokens;
    const auto begin = [&paper](const text::Token& token) { return paper.text.document.to_source(token.span).begin; };
    const auto first = std::partition_point(tokens.begin(), tokens.end(),
                                            [&](const text::Token& token) { return begin(token) < place.begin; });
    const auto last =
        std::partition_point(first, tokens.end(), [&](const text::Token& token) { return begin(token) < place.end; });
    return std::any_of(first, last,
                       [](const text::Token& token) { return token.kind != text::TokenKind::punctuation; });
}

/// The text of a cell in a row, by column; none where it has no words.
std::string cell(const Paper& paper, std::uint32_t first_block, std::uint32_t column) {
    const ingest::Block& first = paper.document.blocks[first_block];
    for (std::size_t b = first_block; b < paper.document.blocks.size(); ++b) {
        const ingest::Block& block = paper.document.blocks[b];
        if (block.table != first.table || block.row != first.row) break;
        if (block.column == column && has_words(paper, block.span)) {
            return std::string(slice(paper.document.text, block.span));
        }
    }
    return {};
}

std::optional<Commitment> from_row(const Paper& paper, std::uint32_t sentence, const Columns& columns) {
    const std::uint32_t block = sentence_of(paper, sentence).block;
    const std::string action = cell(paper, block, columns.action);
    if (action.empty()) return {};
    Commitment commitment;
    commitment.owner = columns.owner == 0 ? "" : cell(paper, block, columns.owner);
    commitment.action = action;
    commitment.by = deadline(paper, sentence, sentence_of(paper, sentence).tokens.first);
    commitment.strength = columns.owner == 0 ? "timetable" : "action";
    commitment.condition = condition(paper, sentence);
    commitment.evidence = paper.evidence(sentence, sentence_of(paper, sentence).tokens);
    return commitment;
}

/// Rows of tables that name actions with owners or dates.
void add_rows(const Paper& paper, std::vector<Commitment>& commitments, std::vector<bool>& taken) {
    std::uint32_t table = 0;
    Columns columns;
    for (std::uint32_t i = 0; i < paper.text.sentences.size(); ++i) {
        const ingest::Block& block = paper.document.blocks[sentence_of(paper, i).block];
        if (block.table == 0) continue;
        if (block.table != table) {
            table = block.table;
            columns = {};
        }
        if (block.row == 1) read_labels(paper, i, columns);
        const bool of_actions = columns.action != 0 && columns.date != 0;
        if (!of_actions || block.row <= 1 || taken[i]) continue;
        taken[i] = true;
        if (auto commitment = from_row(paper, i, columns)) commitments.push_back(std::move(*commitment));
    }
}

}  // namespace

std::vector<Commitment> find_commitments(const Paper& paper, const std::vector<Stance>& stances,
                                         const std::vector<Recommendation>& recommendations, const Meta&,
                                         const std::vector<DateValue>&) {
    std::vector<Commitment> commitments;
    std::vector<bool> taken(paper.text.sentences.size(), false);
    for (const Recommendation& recommendation : recommendations) taken[recommendation.evidence.sentence] = true;
    for (const Marked& marked : paper.marked("commitment.not")) taken[marked.hit.sentence] = true;
    add_rows(paper, commitments, taken);
    for (const Marked& marked : paper.marked("commitment")) {
        const match::Hit& hit = marked.hit;
        if (taken[hit.sentence] || !is_promise(paper, hit, stances[hit.sentence])) continue;
        taken[hit.sentence] = true;
        const auto strength = marked.marker->properties.find("strength");
        const TokenRange whole = sentence_of(paper, hit.sentence).tokens;
        Commitment commitment;
        commitment.owner = owner_before(paper, hit);
        commitment.action = paper.words({hit.tokens.first, whole.last});
        commitment.by = deadline(paper, hit.sentence, hit.tokens.first);
        commitment.strength = strength == marked.marker->properties.end() ? "will" : strength->second;
        commitment.condition = condition(paper, hit.sentence);
        commitment.evidence = paper.evidence(hit.sentence, whole);
        commitments.push_back(std::move(commitment));
    }
    std::stable_sort(commitments.begin(), commitments.end(),
                     [](const Commitment& a, const Commitment& b) { return a.evidence < b.evidence; });
    return commitments;
}

}  // namespace boardcheck::extract
