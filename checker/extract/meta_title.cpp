// What a paper is called.
#include "extract/meta_parts.hpp"
#include "extract/people.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::uint32_t longest_title = 40;  // tokens

bool has_lower_case(const std::string& words) {
    return std::any_of(words.begin(), words.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "2.00pm -- 4.30pm, Assembly Rooms", "Paper D", "1".
bool is_title_like(const Paper& paper, const Cell& cell) {
    const std::uint32_t size = cell.tokens.last - cell.tokens.first;
    if (size == 0 || size > longest_title || is_name_only(paper, cell)) return false;
    if (paper.document.blocks[paper.text.sentences[cell.sentence].block].doubtful) return false;
    const std::string& end = paper.word(cell.tokens.last - 1).surface;
    if (!paper.is_heading(cell.sentence) && (end == "." || end == ":" || end == ",")) return false;
    std::uint32_t words = 0, signs = 0;
    for (std::uint32_t token = cell.tokens.first; token < cell.tokens.last; ++token) {
        if (paper.text.tokens[token].kind == text::TokenKind::word) ++words;
        if (paper.is_punctuation(token)) ++signs;
    }
    // "WINTER PLAN 2021/22" is a heading; a plain line of numbers is none.
    if (words < 2 || (2 * words < size && (!paper.is_heading(cell.sentence) || signs > words))) return false;
    return paper.word(cell.tokens.first).capitalised ||
           paper.text.tokens[cell.tokens.first].kind != text::TokenKind::word;
}

/// A line that goes on in the next one: "... provider collaboratives and" / "partnership working".
std::string with_continuation(const Paper& paper, const Cell& value) {
    std::string words = paper.words(value.tokens);
    const std::uint32_t next = sentences_of(paper, value).back() + 1;
    if (next >= paper.text.sentences.size() || value.tokens.last != paper.text.sentences[next - 1].tokens.last)
        return words;
    const text::Sentence& sentence = paper.text.sentences[next];
    const ingest::Block& block = paper.document.blocks[sentence.block];
    const bool goes_on = block.kind == ingest::BlockKind::paragraph && block.number.empty() &&
                         sentence.tokens.last - sentence.tokens.first < longest_title / 4 &&
                         paper.text.tokens[sentence.tokens.first].kind == text::TokenKind::word &&
                         !paper.word(sentence.tokens.first).capitalised;
    if (goes_on) words += " " + paper.words(sentence.tokens);
    return words;
}

/// A title that is shouted has its second line below, in plain letters: "A CARROW AMBITION" / "Position of the Council
/// on ...".
std::string with_subtitle(const Paper& paper, const Front& front, std::size_t at) {
    Cell line = front.letterhead[at];
    // "Accountable Officer's report 14 October 2021": the day is on the same line by accident.
    for (const match::DateMention& date : paper.dates_in(line.sentence)) {
        const bool dated = date.tokens.last == line.tokens.last && date.iso.size() == 10;
        const std::uint32_t before = date.tokens.first;
        const bool after_word = dated && before > line.tokens.first && !paper.is_punctuation(before - 1) &&
                                paper.word(before - 1).surface.size() > 3;
        if (after_word) line.tokens = up_to_date(paper, line);
    }
    std::string title = paper.words(line.tokens);
    if (has_lower_case(title) || at + 1 >= front.letterhead.size()) return title;
    const Cell& next = front.letterhead[at + 1];
    const bool follows = next.tokens.first == front.letterhead[at].tokens.last;
    const std::string words = paper.words(next.tokens);
    if (follows && has_lower_case(words) && is_title_like(paper, next) && !is_name(paper, next)) title += ": " + words;
    return title;
}

/// A line that goes on in a body's name on the next one: the place on this line, the kind of body below it.
bool is_broken_name(const Paper& paper, const Front& front, std::size_t at) {
    if (at + 1 >= front.letterhead.size()) return false;
    const Cell& next = front.letterhead[at + 1];
    for (const match::Mention& mention : paper.mentions_in(next.sentence)) {
        if (mention.tokens == next.tokens && paper.property(mention, "structure")) return true;
    }
    return false;
}

/// What follows an organisation's name on its line: its motto.
bool is_motto(const Paper& paper, const Front& front, std::size_t at) {
    if (at == 0) return false;
    const Cell &line = front.letterhead[at], &before = front.letterhead[at - 1];
    return line.sentence == before.sentence && before.tokens.last == line.tokens.first && is_name_only(paper, before);
}

/// The heading of the first section: a smaller one than others before it, or a question, right before the prose.
bool heads_section(const Paper& paper, const Front& front, std::size_t at) {
    const Cell& line = front.letterhead[at];
    if (at + 1 < front.letterhead.size() || line.sentence + 1 != front.prose) return false;
    if (paper.is_sign(line.tokens.last - 1, "?")) return true;
    return std::any_of(front.letterhead.begin(), front.letterhead.end() - 1, [&](const Cell& other) {
        return paper.is_heading(other.sentence) &&
               paper.block_of(other.sentence).level < paper.block_of(line.sentence).level;
    });
}

/// The line of the letterhead that says whose minutes these are.
std::string title_of_minutes(const Paper& paper, const Front& front) {
    if (const Labelled* minutes = labelled(front, "minutes-lead"))
        return paper.words(paper.text.sentences[minutes->value.sentence].tokens);
    for (const Cell& cell : front.letterhead) {
        if (role_at(paper, cell.sentence, cell.tokens.first, "minutes")) return paper.words(cell.tokens);
    }
    return {};
}

}  // namespace

/// What the agenda of its pack calls the paper; else what follows a title label; else the first line of the letterhead
/// that looks like a title and is more than a name or a date: headings first, but for one that heads the first section
/// where there is another line.
std::string title_of(const Paper& paper, const Front& front) {
    if (paper.document.pack && !paper.document.pack->title.empty()) return paper.document.pack->title;
    if (const Labelled* label = labelled(front, "title-label")) return with_continuation(paper, label->value);
    // "Paper: Commissioning policy on hearing aids"
    for (const Labelled& label : front.labels) {
        const bool number = paper.words(label.value.tokens).find_first_of("0123456789") != std::string::npos;
        if (label.role == "enclosure-label" && !number && is_title_like(paper, label.value))
            return with_continuation(paper, label.value);
    }
    if (std::string minutes = title_of_minutes(paper, front); !minutes.empty()) return minutes;
    const std::vector<Cell>& lines = front.letterhead;
    const std::string body = body_of(paper, front);
    for (const bool sure : {true, false}) {
        for (const bool headings : {true, false}) {
            for (std::size_t i = 0; i < lines.size(); ++i) {
                const bool likely = !is_motto(paper, front, i) && !heads_section(paper, front, i) &&
                                    !is_body_name(paper, lines[i]) &&
                                    body.find(paper.words(lines[i].tokens)) == std::string::npos;
                if (headings != paper.is_heading(lines[i].sentence) || sure != likely) continue;
                if (is_title_like(paper, lines[i]) && !is_broken_name(paper, front, i))
                    return with_subtitle(paper, front, i);
            }
        }
    }
    // A plain line with a colon is taken for a label where there are others.
    for (const Labelled& label : front.labels) {
        const Cell whole{label.label.sentence, {label.label.tokens.first, label.value.tokens.last}};
        const bool like = label.role == "other-label" && whole.sentence < front.prose &&
                          whole.tokens.first < whole.tokens.last && is_title_like(paper, whole);
        if (like && paper.block_of(whole.sentence).table == 0) return paper.words(whole.tokens);
    }
    for (const Cell& line : lines) {
        if (paper.is_heading(line.sentence)) return paper.words(line.tokens);
    }
    const bool line = !lines.empty() && paper.word(lines.front().tokens.last - 1).surface != ".";
    return line ? paper.words(lines.front().tokens) : std::string();
}

}  // namespace boardcheck::extract
