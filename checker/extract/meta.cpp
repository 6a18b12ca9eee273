// What a paper says of itself on its first page: title, date of meeting, body, authors, purpose.
#include <algorithm>
#include <map>

#include "extract/paper.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

/// Labels stand at the front or, for authors, at the very end; a long pack of text between is not looked at.
constexpr std::uint32_t front_sentences = 40;

constexpr std::uint32_t longest_title = 25;  // tokens

/// A label with what it labels: "Date of meeting | Thursday 23 September 2021", "Subject: **Update on ...**".
struct Labelled {
    std::string role;
    std::uint32_t sentence = 0;
    TokenRange value;
};

bool is_separator(const Paper& paper, std::uint32_t token) {
    const std::string& surface = paper.word(token).surface;
    return surface == ":" || surface == "|" || surface == "-";
}

/// Whether a label that ends at `after` is set off from its value: by a colon, a cell border, or the end of its block.
bool is_set_off(const Paper& paper, std::uint32_t sentence, std::uint32_t after) {
    const text::Sentence& whole = paper.text.sentences[sentence];
    if (after >= whole.tokens.last) return true;
    if (is_separator(paper, after)) return true;
    const Span label_end = paper.text.tokens[after - 1].span;
    const std::string_view gap = slice(paper.text.text, {label_end.end, paper.text.tokens[after].span.begin});
    return gap.find('\n') != std::string_view::npos;
}

/// The value of a label at the beginning of a sentence; of a label on its own, the sentence after it.
std::optional<Labelled> label_at(const Paper& paper, std::uint32_t sentence) {
    const text::Sentence& whole = paper.text.sentences[sentence];
    for (const match::Mention& mention : paper.mentions_in(sentence)) {
        const auto role = paper.property(mention, "role");
        if (!role) continue;
        if (mention.tokens.first > whole.tokens.first + 1) break;
        std::uint32_t after = mention.tokens.last;
        if (!is_set_off(paper, sentence, after)) continue;
        while (after < whole.tokens.last && paper.text.tokens[after].kind == text::TokenKind::punctuation &&
               paper.word(after).surface != "\"" && paper.word(after).surface != "(") {
            ++after;
        }
        if (after < whole.tokens.last) return Labelled{*role, sentence, {after, whole.tokens.last}};
        if (sentence + 1 < paper.text.sentences.size()) {
            return Labelled{*role, sentence + 1, paper.text.sentences[sentence + 1].tokens};
        }
    }
    return {};
}

std::vector<Labelled> labels(const Paper& paper) {
    std::vector<Labelled> labels;
    const auto sentences = static_cast<std::uint32_t>(paper.text.sentences.size());
    for (std::uint32_t i = 0; i < sentences; ++i) {
        const bool at_an_end = i < front_sentences || i + front_sentences >= sentences;
        if (!at_an_end) continue;
        if (auto label = label_at(paper, i)) labels.push_back(std::move(*label));
    }
    return labels;
}

const Labelled* labelled(const std::vector<Labelled>& labels, std::string_view role) {
    const auto found =
        std::find_if(labels.begin(), labels.end(), [&](const Labelled& label) { return label.role == role; });
    return found == labels.end() ? nullptr : &*found;
}

bool is_heading(const Paper& paper, std::uint32_t sentence) {
    return paper.text.sections[paper.text.sentences[sentence].section].heading == sentence;
}

/// A heading that names nothing but a body, a date or a label is no title.
bool is_name_only(const Paper& paper, std::uint32_t sentence) {
    const TokenRange range = paper.text.sentences[sentence].tokens;
    std::vector<bool> covered(range.last - range.first, false);
    for (const match::Mention& mention : paper.mentions_in(sentence)) {
        const bool name = paper.property(mention, "structure") || paper.property(mention, "kind") ||
                          paper.property(mention, "role") || paper.catalogue.terms[mention.term].id == "local-name" ||
                          paper.catalogue.terms[mention.term].id == "date";
        for (std::uint32_t token = mention.tokens.first; name && token < mention.tokens.last; ++token)
            covered[token - range.first] = true;
    }
    std::size_t words = 0, names = 0;
    for (std::uint32_t token = range.first; token < range.last; ++token) {
        if (paper.text.tokens[token].kind == text::TokenKind::punctuation) continue;
        ++words;
        if (covered[token - range.first]) ++names;
    }
    return 3 * names >= 2 * words;
}

/// A heading, or a short line on its own that is no sentence: what titles look like where conversion lost their marks.
bool is_title_like(const Paper& paper, std::uint32_t sentence) {
    const text::Sentence& whole = paper.text.sentences[sentence];
    if (is_heading(paper, sentence)) return true;
    const bool short_line = whole.tokens.last - whole.tokens.first <= longest_title;
    const std::string& end = paper.word(whole.tokens.last - 1).surface;
    const ingest::Block& block = paper.document.blocks[whole.block];
    return short_line && end != "." && end != ":" && block.kind == ingest::BlockKind::paragraph && !block.doubtful;
}

/// What the agenda of its pack calls the paper; else what follows a title label; else the first line of the front that
/// looks like a title and is more than a name or a date.
std::string title_of(const Paper& paper, const std::vector<Labelled>& labels) {
    if (paper.document.pack && !paper.document.pack->title.empty()) return paper.document.pack->title;
    if (const Labelled* label = labelled(labels, "title-label")) return paper.words(label->value);
    std::string first;
    const std::size_t front = std::min<std::size_t>(front_sentences, paper.text.sentences.size());
    for (std::uint32_t i = 0; i < front; ++i) {
        if (!is_title_like(paper, i)) continue;
        const std::string words = paper.words(paper.text.sentences[i].tokens);
        if (!is_name_only(paper, i)) return words;
        if (first.empty()) first = words;
    }
    return first;
}

/// The date after a date label, or after the body that the paper goes to; else the first full date, else the first
/// month, of the front.
std::optional<Date> date_of(const Paper& paper, const std::vector<Labelled>& labels) {
    for (const std::string_view role : {"date-label", "body-label"}) {
        const Labelled* label = labelled(labels, role);
        if (label == nullptr) continue;
        for (const match::DateMention& date : paper.dates_in(label->sentence)) {
            if (auto value = parse_date(date.iso)) return value;
        }
    }
    for (const std::size_t precision : {std::size_t{10}, std::size_t{7}}) {
        for (const match::DateMention& date : paper.matches.dates) {
            if (date.sentence >= front_sentences / 4) break;
            if (date.iso.size() == precision) return parse_date(date.iso);
        }
    }
    return {};
}

/// What stands in front of the first date, where something does: "Board, 14 September 2021".
TokenRange up_to_date(const Paper& paper, std::uint32_t sentence, TokenRange range) {
    for (const match::DateMention& date : paper.dates_in(sentence)) {
        if (date.tokens.first > range.first) range.last = std::min(range.last, date.tokens.first);
    }
    return range;
}

bool is_meeting(const std::string& kind) {
    return kind == "board" || kind == "committee" || kind == "health-and-wellbeing-board" ||
           kind == "scrutiny-committee";
}

/// The value of a body label, else the first line of the front that names a meeting, with the
/// organisation above it.
std::string body_of(const Paper& paper, const std::vector<Labelled>& labels) {
    if (const Labelled* label = labelled(labels, "body-label")) {
        return paper.words(up_to_date(paper, label->sentence, label->value));
    }
    std::string organisation;
    for (std::uint32_t i = 0; i < std::min<std::size_t>(front_sentences / 2, paper.text.sentences.size()); ++i) {
        if (!is_name_only(paper, i)) continue;
        const auto named = paper.first_with(i, "structure");
        if (!named) continue;
        const std::string words = paper.words(up_to_date(paper, i, paper.text.sentences[i].tokens));
        if (is_meeting(*paper.property(*named, "structure")))
            return organisation.empty() ? words : organisation + ", " + words;
        if (organisation.empty()) organisation = words;
    }
    return organisation;
}

/// Names after an author label: each line or item up to its first comma.
std::vector<Author> authors_of(const Paper& paper, const std::vector<Labelled>& labels) {
    std::vector<Author> authors;
    for (const Labelled& label : labels) {
        if (label.role != "author-label") continue;
        const std::uint32_t block = paper.text.sentences[label.sentence].block;
        for (std::uint32_t i = label.sentence; i < paper.text.sentences.size(); ++i) {
            TokenRange range = i == label.sentence ? label.value : paper.text.sentences[i].tokens;
            const bool another = i > label.sentence;
            if (another && (is_heading(paper, i) || label_at(paper, i) || paper.text.sentences[i].block > block + 4))
                break;
            if (another && paper.document.blocks[paper.text.sentences[i].block].table != 0) break;
            if (!paper.word(range.first).capitalised) break;
            std::uint32_t last = range.first;
            while (last < range.last && paper.word(last).capitalised && last - range.first < 5) ++last;
            const bool name = last - range.first >= 2 &&
                              (last == range.last || paper.text.tokens[last].kind != text::TokenKind::word);
            if (!name) break;
            authors.push_back({paper.words({range.first, last}), {}});
        }
        if (!authors.empty()) break;
    }
    return authors;
}

/// "decision", "decision and assurance": what the purpose label or a marked sentence says, in the order in which it
/// says it.
std::string purpose_of(const Paper& paper, const std::vector<Labelled>& labels) {
    std::vector<std::string> purposes;
    const auto collect = [&](std::uint32_t sentence, std::uint32_t from) {
        for (const match::Mention& mention : paper.mentions_in(sentence)) {
            const auto purpose = paper.property(mention, "purpose");
            if (!purpose || mention.tokens.first < from) continue;
            const std::uint32_t before = mention.tokens.first - 1;
            const bool unticked = mention.tokens.first > from && paper.word(before).surface == "☐";
            if (!unticked && std::find(purposes.begin(), purposes.end(), *purpose) == purposes.end())
                purposes.push_back(*purpose);
        }
    };
    if (const Labelled* label = labelled(labels, "purpose-label")) collect(label->sentence, label->value.first);
    if (purposes.empty()) {
        for (const Marked& marked : paper.marked("meta.purpose")) collect(marked.hit.sentence, marked.hit.tokens.first);
    }
    std::string joined;
    for (std::size_t i = 0; i < purposes.size(); ++i) {
        if (i > 0) joined += i + 1 == purposes.size() ? " and " : ", ";
        joined += purposes[i];
    }
    return joined;
}

/// "slides", where most of the paper stands on slides.
std::string format_of(const Paper& paper) {
    const auto& blocks = paper.document.blocks;
    const auto on_slides =
        std::count_if(blocks.begin(), blocks.end(), [](const ingest::Block& block) { return block.slide != 0; });
    return 2 * static_cast<std::size_t>(on_slides) > blocks.size() ? "slides" : "";
}

}  // namespace

Meta find_meta(const Paper& paper) {
    if (paper.text.sentences.empty()) return {};
    const std::vector<Labelled> found = labels(paper);
    Meta meta;
    meta.title = title_of(paper, found);
    meta.date = date_of(paper, found);
    meta.body = body_of(paper, found);
    meta.authors = authors_of(paper, found);
    meta.format = format_of(paper);
    meta.purpose = purpose_of(paper, found);
    return meta;
}

}  // namespace boardcheck::extract
