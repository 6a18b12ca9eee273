// What a paper is called, and to which body it goes.
#include "extract/meta_parts.hpp"
#include "extract/people.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::uint32_t longest_title = 40;  // tokens
constexpr std::size_t longest_body = 160;    // bytes

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
    std::uint32_t words = 0;
    for (std::uint32_t token = cell.tokens.first; token < cell.tokens.last; ++token)
        if (paper.text.tokens[token].kind == text::TokenKind::word) ++words;
    if (words < 2 || 2 * words < size) return false;
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
    std::string title = paper.words(front.letterhead[at].tokens);
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

/// Capitalised words that end in the word for a body: a place and a kind of body.
bool is_body_name(const Paper& paper, const Cell& cell) {
    for (std::uint32_t token = cell.tokens.first; token < cell.tokens.last; ++token) {
        const text::Word& word = paper.word(token);
        const bool small = word.surface.size() <= 3;
        if (paper.text.tokens[token].kind == text::TokenKind::word && !word.capitalised && !small) return false;
    }
    for (const match::Mention& mention : paper.mentions_in(cell.sentence)) {
        const bool body = paper.property(mention, "structure") || paper.property(mention, "role") == "meeting-word";
        if (mention.tokens.last == cell.tokens.last && body) return true;
    }
    return false;
}

bool is_meeting(const std::string& kind) {
    return kind == "board" || kind == "committee" || kind == "health-and-wellbeing-board" ||
           kind == "scrutiny-committee";
}

/// Whether a word for a meeting stands there that is no part of an organisation's name: "Cabinet", not "County
/// Council".
bool meets_here(const Paper& paper, const Cell& cell) {
    std::uint32_t after_name = cell.tokens.first;
    for (const match::Mention& mention : paper.mentions_in(cell.sentence)) {
        if (mention.tokens.first < cell.tokens.first || mention.tokens.last > cell.tokens.last) continue;
        if (paper.property(mention, "kind") == "sector") after_name = std::max(after_name, mention.tokens.last);
    }
    return has_role(paper, {cell.sentence, {after_name, cell.tokens.last}}, "meeting-word");
}

/// The lines of the letterhead that name who meets: organisation first, then its meeting.
std::string body_of_letterhead(const Paper& paper, const Front& front, bool only_organisation) {
    std::string organisation, meeting;
    for (const Cell& cell : front.letterhead) {
        const Cell named{cell.sentence, up_to_date(paper, cell)};
        if (!is_name_only(paper, named) && !is_body_name(paper, named)) continue;
        const std::string words = paper.words(named.tokens);
        if (words.empty()) continue;
        bool body = false, meets = meets_here(paper, named);
        for (const match::Mention& mention : paper.mentions_in(cell.sentence)) {
            if (mention.tokens.first < named.tokens.first || mention.tokens.last > named.tokens.last) continue;
            const auto structure = paper.property(mention, "structure");
            body = body || structure || paper.property(mention, "kind") == "sector";
            meets = meets || (structure && is_meeting(*structure));
        }
        if (body && !meets && organisation.empty())
            organisation = words;
        else if (meets && meeting.empty() && !only_organisation)
            meeting = words;
        else if (!body && !meets && organisation.empty())
            organisation = words;  // a place
    }
    if (organisation.empty() || meeting.empty()) return organisation + meeting;
    return organisation + ", " + meeting;
}

/// Whether a name says whose meeting it is: more than "Governing Body" or "Cabinet".
bool names_owner(const Paper& paper, const Cell& cell) {
    std::uint32_t words = 0;
    for (std::uint32_t token = cell.tokens.first; token < cell.tokens.last; ++token) {
        if (paper.word(token).capitalised) ++words;
    }
    return words > 3;
}

/// "all Hexley councillors, from the Chief Executive": whom it is for, without the rest.
Cell addressee(const Paper& paper, Cell cell) {
    if (cell.tokens.first < cell.tokens.last && paper.stem(cell.tokens.first) == "all") ++cell.tokens.first;
    for (std::uint32_t token = cell.tokens.first; token < cell.tokens.last; ++token) {
        const std::string_view word = paper.stem(token);
        if (word == "from" || word == "by" || word == ":" || word == ";") cell.tokens.last = token;
    }
    return cell;
}

}  // namespace

text::TokenRange up_to_date(const Paper& paper, const Cell& cell) {
    TokenRange range = cell.tokens;
    for (const std::uint32_t sentence : sentences_of(paper, cell)) {
        for (const match::DateMention& date : paper.dates_in(sentence)) {
            if (date.tokens.first >= range.first) range.last = std::min(range.last, date.tokens.first);
        }
    }
    const auto ends_loosely = [&](std::uint32_t token) {
        const std::string& word = paper.word(token).surface;
        if (word == "on" || word == "of" || word == "held" || word == "-") return true;
        return role_at(paper, cell.sentence, token, "weekday").has_value();
    };
    while (range.last > range.first && range.last < cell.tokens.last &&
           (ends_loosely(range.last - 1) || paper.text.tokens[range.last - 1].kind == text::TokenKind::punctuation))
        --range.last;
    return range;
}

bool is_name_only(const Paper& paper, const Cell& cell) {
    const TokenRange range = cell.tokens;
    std::vector<bool> covered(range.last - range.first, false);
    const auto cover = [&](TokenRange part) {
        for (std::uint32_t token = std::max(part.first, range.first); token < std::min(part.last, range.last); ++token)
            covered[token - range.first] = true;
    };
    for (const std::uint32_t sentence : sentences_of(paper, cell)) {
        for (const match::Mention& mention : paper.mentions_in(sentence)) {
            const auto kind = paper.property(mention, "kind");
            const bool place = paper.catalogue.terms[mention.term].id == "local-name";
            if (place || paper.property(mention, "structure") || paper.property(mention, "role") ||
                (kind && *kind != "not-a-place" && !kind->ends_with("document")))
                cover(mention.tokens);
        }
        for (const match::DateMention& date : paper.dates_in(sentence)) cover(date.tokens);
    }
    std::size_t words = 0, names = 0;
    for (std::uint32_t token = range.first; token < range.last; ++token) {
        const std::string_view stem = paper.stem(token);
        const bool counts = paper.text.tokens[token].kind != text::TokenKind::punctuation && stem != "and" &&
                            stem != "of" && stem != "the" && stem != "in" && stem != "for";
        if (!counts) continue;
        ++words;
        if (covered[token - range.first]) ++names;
    }
    return 3 * names >= 2 * words;
}

/// What the agenda of its pack calls the paper; else what follows a title label; else the first line of the letterhead
/// that looks like a title and is more than a name or a date.
std::string title_of(const Paper& paper, const Front& front) {
    if (paper.document.pack && !paper.document.pack->title.empty()) return paper.document.pack->title;
    if (const Labelled* label = labelled(front, "title-label")) return with_continuation(paper, label->value);
    const std::vector<Cell>& lines = front.letterhead;
    for (const bool headings : {true, false}) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (headings != paper.is_heading(lines[i].sentence) || !is_title_like(paper, lines[i])) continue;
            if (!is_broken_name(paper, front, i)) return with_subtitle(paper, front, i);
        }
        const Labelled* minutes = labelled(front, "minutes-lead");
        if (minutes != nullptr) return paper.words(paper.text.sentences[minutes->value.sentence].tokens);
    }
    for (const Cell& line : lines) {
        if (paper.is_heading(line.sentence)) return paper.words(line.tokens);
    }
    const bool line = !lines.empty() && paper.word(lines.front().tokens.last - 1).surface != ".";
    return line ? paper.words(lines.front().tokens) : std::string();
}

/// The value of a body label, with the organisation of the letterhead where the label names only its meeting; else the
/// lines of the letterhead that name a body.
std::string body_of(const Paper& paper, const Front& front) {
    for (const std::string_view role : {"minutes-lead", "body-label", "audience-lead"}) {
        for (const Labelled& label : front.labels) {
            if (label.role != role) continue;
            const Cell value = addressee(paper, {label.value.sentence, up_to_date(paper, label.value)});
            const std::string words = paper.words(value.tokens);
            if (words.empty() || words.size() > longest_body) continue;
            if (names_owner(paper, value)) return words;
            const std::string organisation = body_of_letterhead(paper, front, true);
            return organisation.empty() ? words : organisation + ", " + words;
        }
    }
    return body_of_letterhead(paper, front, false);
}

}  // namespace boardcheck::extract
