// What a paper says of itself at its front: title, date of meeting, body, authors, purpose and the like.
#include <array>

#include "extract/meta_parts.hpp"
#include "extract/words.hpp"

namespace boardcheck::extract {

namespace {

constexpr std::size_t longest_number = 12;  // bytes of an agenda item's
constexpr std::uint32_t longest_mark = 20;  // tokens of a line that says how open a paper is
constexpr std::uint32_t first_sentences = 10;

std::optional<Date> date_in(const Paper& paper, const Cell& cell, std::size_t precision = 0) {
    for (const std::uint32_t sentence : sentences_of(paper, cell)) {
        if (const auto day = day_with_number(paper, sentence)) return day;
        for (const match::DateMention& date : paper.dates_in(sentence)) {
            if (date.tokens.first < cell.tokens.first || date.tokens.last > cell.tokens.last) continue;
            if (precision != 0 && date.iso.size() != precision) continue;
            if (auto value = parse_date(date.iso)) return value;
        }
    }
    return {};
}

/// The date after a label, or after the body that the paper goes to; else the first full date, else the first month, of
/// the letterhead; else that of the signature; else the first day that the text names.
std::optional<Date> date_of(const Paper& paper, const Front& front) {
    for (const std::string_view role :
         {"meeting-date-label", "body-label", "minutes-lead", "audience-lead", "date-label", "item-label"}) {
        for (const Labelled& label : front.labels) {
            if (label.role != role) continue;
            if (const auto value = date_in(paper, label.value)) return value;
        }
    }
    for (const std::size_t precision : {std::size_t{10}, std::size_t{7}}) {
        for (const Cell& cell : front.letterhead) {
            if (const auto value = date_in(paper, cell, precision)) return value;
        }
        // The day on which it was written, where no meeting has one.
        const Labelled* written = labelled(front, "paper-date-label");
        if (const auto value = written != nullptr ? date_in(paper, written->value) : std::nullopt) return value;
    }
    if (const auto line = signing_line(paper)) {
        if (const auto value = date_in(paper, *line)) return value;
    }
    for (const match::DateMention& date : paper.matches.dates) {
        if (date.sentence >= first_sentences) break;
        if (date.iso.size() == 10) return parse_date(date.iso);
    }
    return {};
}

/// "9", "10.2", "D": a number or letter and nothing else, as far as it goes.
std::string agenda_item_of(const Paper& paper, const Front& front) {
    if (paper.document.pack && !paper.document.pack->item.empty()) return paper.document.pack->item;
    for (const std::string_view role : {"item-label", "enclosure-label"}) {
        for (const Labelled& label : front.labels) {
            if (label.role != role) continue;
            const std::string words = paper.words(label.value.tokens);
            const std::string number = words.substr(0, words.find_first_of(" |,;"));
            const bool has_digit = number.find_first_of("0123456789") != std::string::npos;
            if (number.size() <= longest_number && (has_digit || number.size() == 1)) return number;
        }
    }
    return {};
}

/// The mark with which the words begin; of one that is a common word as well ("public"), they must be nothing else.
bool is_mark(const Paper& paper, const Cell& cell) {
    std::uint32_t first = cell.tokens.first;
    while (first < cell.tokens.last && paper.is_punctuation(first)) ++first;
    if (first == cell.tokens.last || cell.tokens.last - first > longest_mark) return false;
    if (role_at(paper, cell.sentence, first, "sure-classification")) return true;
    const auto mark = role_at(paper, cell.sentence, first, "classification");
    if (!mark || mark->tokens.last > cell.tokens.last) return false;
    std::uint32_t end = mark->tokens.last;
    if (end < cell.tokens.last && paper.is_sign(end, "(")) end = cell.tokens.last;  // "Part 1 (open)"
    return end == cell.tokens.last;
}

/// What a label's value says; "no" to "confidential?" is nothing.
std::string mark_after_label(const Paper& paper, const Labelled& label) {
    static constexpr std::array<std::string_view, 5> nothing{"no", "n", "none", "n/a", "-"};
    static constexpr std::array<std::string_view, 2> agreed{"yes", "y"};
    const std::string words = paper.words(label.value.tokens);
    const std::string answer = lower(words.substr(0, words.find_first_of(" ,.;:")));
    if (is_one_of(nothing, answer)) return {};
    return is_one_of(agreed, answer) ? paper.words(label.label.tokens) : words;
}

/// After its label, or after one that has often something else; or a line that is nothing but a mark: "OFFICIAL".
std::string classification_of(const Paper& paper, const Front& front) {
    if (const Labelled* label = labelled(front, "classification-label")) return mark_after_label(paper, *label);
    for (const Labelled& label : front.labels) {
        const bool may = label.role == "purpose-label" || label.role == "other-label";
        if (may && is_mark(paper, label.value)) return paper.words(label.value.tokens);
        if (label.role != "item-label") continue;
        for (std::uint32_t token = label.value.tokens.first; token < label.value.tokens.last; ++token) {
            const Cell rest{label.value.sentence, {token + 1, label.value.tokens.last}};
            if (paper.is_punctuation(token) && is_mark(paper, rest)) return paper.words(rest.tokens);
        }
    }
    for (const Cell& cell : front.letterhead) {
        if (is_mark(paper, cell)) return paper.words(cell.tokens);
    }
    return {};
}

/// "slides", where most of the paper stands on slides.
std::string format_of(const Paper& paper) {
    const auto& blocks = paper.document.blocks;
    const auto on_slides =
        std::count_if(blocks.begin(), blocks.end(), [](const ingest::Block& block) { return block.slide != 0; });
    return 2 * static_cast<std::size_t>(on_slides) > blocks.size() ? "slides" : "";
}

}  // namespace

const Labelled* labelled(const Front& front, std::string_view role) {
    const auto found = std::find_if(front.labels.begin(), front.labels.end(),
                                    [&](const Labelled& label) { return label.role == role; });
    return found == front.labels.end() ? nullptr : &*found;
}

Meta find_meta(const Paper& paper, const std::vector<Recommendation>& recommendations) {
    if (paper.text.sentences.empty()) return {};
    const Front front = front_of(paper);
    Meta meta;
    meta.title = title_of(paper, front);
    meta.date = date_of(paper, front);
    meta.body = body_of(paper, front);
    meta.authors = authors_of(paper, front);
    meta.agenda_item = agenda_item_of(paper, front);
    meta.classification = classification_of(paper, front);
    meta.format = format_of(paper);
    meta.purpose = purpose_of(paper, front);
    meta.purpose_stated = !meta.purpose.empty();
    if (!meta.purpose_stated) meta.purpose = purpose_of(recommendations);
    meta.contacts = contacts_of(paper, front);
    return meta;
}

}  // namespace boardcheck::extract
