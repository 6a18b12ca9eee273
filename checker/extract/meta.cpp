// What a paper says of itself at its front: title, date of meeting, body, authors, purpose and the like.
#include "extract/meta_parts.hpp"

namespace boardcheck::extract {

namespace {

constexpr std::size_t longest_number = 12;  // bytes of an agenda item's

std::optional<Date> date_in(const Paper& paper, const Cell& cell) {
    for (const std::uint32_t sentence : sentences_of(paper, cell)) {
        for (const match::DateMention& date : paper.dates_in(sentence)) {
            if (date.tokens.first < cell.tokens.first || date.tokens.last > cell.tokens.last) continue;
            if (auto value = parse_date(date.iso)) return value;
        }
    }
    return {};
}

/// The date after a label, or after the body that the paper goes to; else the first full date, else the first month, of
/// the letterhead, and then of the sentences that follow it.
std::optional<Date> date_of(const Paper& paper, const Front& front) {
    for (const std::string_view role : {"meeting-date-label", "body-label", "minutes-lead", "date-label"}) {
        for (const Labelled& label : front.labels) {
            if (label.role != role) continue;
            if (const auto value = date_in(paper, label.value)) return value;
        }
    }
    const std::uint32_t letterhead = front.letterhead.empty() ? 0 : front.letterhead.back().sentence + 1;
    for (const std::uint32_t end : {letterhead, std::uint32_t{10}}) {
        for (const std::size_t precision : {std::size_t{10}, std::size_t{7}}) {
            for (const match::DateMention& date : paper.matches.dates) {
                if (date.sentence >= end) break;
                if (date.iso.size() == precision) return parse_date(date.iso);
            }
        }
    }
    return {};
}

/// "9", "10.2", "D": a number or letter and nothing else, as far as it goes.
std::string agenda_item_of(const Paper& paper, const Front& front) {
    if (paper.document.pack && !paper.document.pack->item.empty()) return paper.document.pack->item;
    const Labelled* label = labelled(front, "item-label");
    if (label == nullptr) return {};
    const std::string words = paper.words(label->value.tokens);
    const std::string number = words.substr(0, words.find_first_of(" |,;"));
    const bool has_digit = number.find_first_of("0123456789") != std::string::npos;
    return number.size() <= longest_number && (has_digit || number.size() == 1) ? number : std::string();
}

/// After its label, or a line that is nothing but a mark: "OFFICIAL".
std::string classification_of(const Paper& paper, const Front& front) {
    if (const Labelled* label = labelled(front, "classification-label")) return paper.words(label->value.tokens);
    for (const Cell& cell : front.letterhead) {
        const auto mark = role_at(paper, cell.sentence, cell.tokens.first, "classification");
        if (mark && mark->tokens.last == cell.tokens.last) return paper.words(cell.tokens);
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
    meta.purpose = purpose_of(paper, front, recommendations);
    meta.contacts = contacts_of(paper, front);
    return meta;
}

}  // namespace boardcheck::extract
