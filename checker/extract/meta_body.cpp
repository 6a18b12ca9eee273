// To which body a paper goes.
#include "extract/meta_parts.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::size_t longest_body = 160;  // bytes

bool is_capitalised(const Paper& paper, const Cell& cell) {
    for (std::uint32_t token = cell.tokens.first; token < cell.tokens.last; ++token) {
        const text::Word& word = paper.word(token);
        const bool small = word.surface.size() <= 3;
        if (paper.text.tokens[token].kind == text::TokenKind::word && !word.capitalised && !small) return false;
    }
    return true;
}

bool is_meeting(const std::string& kind) {
    return kind == "board" || kind == "committee" || kind == "health-and-wellbeing-board" ||
           kind == "scrutiny-committee";
}

/// Names of organisations in the cell; not what is part of a longer word for a meeting: "Council of Governors".
std::vector<TokenRange> organisations_in(const Paper& paper, const Cell& cell,
                                         const std::vector<TokenRange>& meetings) {
    std::vector<TokenRange> organisations;
    for (const match::Mention& mention : paper.mentions_in(cell.sentence)) {
        if (mention.tokens.first < cell.tokens.first || mention.tokens.last > cell.tokens.last) continue;
        const auto structure = paper.property(mention, "structure");
        if (paper.property(mention, "kind") != "sector" && (!structure || is_meeting(*structure))) continue;
        const bool part = std::any_of(meetings.begin(), meetings.end(), [&](TokenRange meeting) {
            return meeting != mention.tokens && meeting.first <= mention.tokens.first &&
                   mention.tokens.last <= meeting.last;
        });
        if (!part) organisations.push_back(mention.tokens);
    }
    return organisations;
}

/// Whether a word for a meeting stands there that is no part of an organisation's name: "Cabinet", not "County
/// Council", nor "Vale Partnership NHS Trust".
bool meets_here(const Paper& paper, const Cell& cell) {
    std::vector<TokenRange> meetings;
    for (const match::Mention& mention : paper.mentions_in(cell.sentence)) {
        const bool inside = mention.tokens.first >= cell.tokens.first && mention.tokens.last <= cell.tokens.last;
        if (inside && paper.property(mention, "role") == "meeting-word") meetings.push_back(mention.tokens);
    }
    const auto organisations = organisations_in(paper, cell, meetings);
    const auto joins = [&](std::uint32_t from, std::uint32_t to) {
        for (std::uint32_t token = from; token < to; ++token)
            if (paper.is_punctuation(token) || paper.stem(token) == "of" || paper.stem(token) == "for") return false;
        return true;
    };
    return std::any_of(meetings.begin(), meetings.end(), [&](TokenRange meeting) {
        return std::none_of(organisations.begin(), organisations.end(), [&](TokenRange name) {
            const bool covered = name.first <= meeting.first && meeting.last <= name.last;
            return covered || (name.first >= meeting.last && joins(meeting.last, name.first));
        });
    });
}

/// Without what is said around a meeting's name: "Minutes of the meeting of the ...", "..., held in public".
Cell undressed(const Paper& paper, const Cell& cell) {
    TokenRange range = up_to_date(paper, cell);
    const bool bracket = range.first < range.last && paper.is_sign(range.last - 1, ")");
    std::uint32_t open = bracket ? range.last - 1 : range.first;
    while (bracket && open > range.first && !paper.is_sign(open, "(")) --open;
    if (open > range.first && open + 1 < range.last &&
        has_role(paper, {cell.sentence, {open + 1, range.last}}, "classification"))
        range.last = open;  // "(Public)"
    if (range.first < range.last && paper.stem(range.first) == "the") ++range.first;
    const auto is_loose = [&](std::uint32_t token) {
        const std::string_view stem = paper.stem(token);
        return paper.is_punctuation(token) || stem == "of" || stem == "the" || stem == "a";
    };
    for (bool changed = true; changed && range.first < range.last;) {
        changed = false;
        for (const match::Mention& mention : paper.mentions_in(cell.sentence)) {
            if (paper.property(mention, "role") != "meeting-dress") continue;
            if (mention.tokens.first < range.first || mention.tokens.last > range.last) continue;
            if (mention.tokens.first == range.first)
                range.first = mention.tokens.last;
            else if (mention.tokens.last == range.last)
                range.last = mention.tokens.first;
            else
                continue;
            changed = true;
            while (range.first < range.last && is_loose(range.first)) ++range.first;
            while (range.first < range.last && paper.is_punctuation(range.last - 1)) --range.last;
            break;
        }
    }
    for (std::uint32_t token = range.first + 1; token < range.last; ++token) {
        if (paper.stem(token) == "held") range.last = token;  // "held at County Hall"
    }
    return {cell.sentence, range};
}

bool names_place(const Paper& paper, const Cell& cell) {
    for (const match::Mention& mention : paper.mentions_in(cell.sentence)) {
        if (mention.tokens.first < cell.tokens.first || mention.tokens.last > cell.tokens.last) continue;
        if (paper.catalogue.terms[mention.term].id == "local-name" || paper.property(mention, "kind") == "place")
            return true;
    }
    return false;
}

/// Whether a noun for those who act ("group", "partnership") stands at the token, or from it on in the cell.
bool acts(const Paper& paper, const Cell& cell, std::uint32_t from) {
    for (const match::Mention& mention : paper.mentions_in(cell.sentence)) {
        const bool inside = mention.tokens.first >= from && mention.tokens.last <= cell.tokens.last;
        if (inside && paper.property(mention, "sense") == "actor") return true;
    }
    return false;
}

/// The first line, where it is a name with such a noun in it: "Ferncastle Partnership for Health and Care".
std::string named_by_noun(const Paper& paper, const Front& front, const std::string& meeting) {
    if (front.letterhead.empty()) return {};
    const Cell first = undressed(paper, front.letterhead.front());
    const bool name = first.tokens.first < first.tokens.last && is_capitalised(paper, first) &&
                      acts(paper, first, first.tokens.first) && !has_role(paper, first, "post-word") &&
                      !paper.is_sign(first.tokens.last - 1, ".");
    const std::string words = name ? paper.words(first.tokens) : std::string();
    return words == meeting ? std::string() : words;
}

/// "PUBLIC HEALTH GRANT" names no one, though it has such words.
bool ends_in_name(const Paper& paper, const Cell& cell) {
    const std::uint32_t last = cell.tokens.last;
    if (paper.is_punctuation(last - 1)) return true;
    for (const match::Mention& mention : paper.mentions_in(cell.sentence)) {
        if (mention.tokens.last != last || mention.tokens.first < cell.tokens.first) continue;
        const bool named = paper.property(mention, "structure") || paper.property(mention, "kind") == "sector" ||
                           paper.property(mention, "kind") == "place" || paper.property(mention, "sense") == "actor" ||
                           paper.property(mention, "role") == "meeting-word" ||
                           paper.catalogue.terms[mention.term].id == "local-name";
        if (named) return true;
    }
    return false;
}

/// The lines of the letterhead that name who meets: organisation first, then its meeting.
std::string body_of_letterhead(const Paper& paper, const Front& front, bool only_organisation) {
    std::string organisation, meeting;
    for (const Cell& cell : front.letterhead) {
        const Cell named = undressed(paper, cell);
        if (named.tokens.first >= named.tokens.last) continue;
        // "Leadership Group: terms of reference": what is left of it is a name.
        const bool undress = named.tokens != cell.tokens && acts(paper, named, named.tokens.last - 1);
        if (!undress && !is_name_only(paper, named) && !is_body_name(paper, named)) continue;
        if (!undress && !ends_in_name(paper, named)) continue;
        const std::string words = paper.words(named.tokens);
        if (words.empty()) continue;
        bool body = false, meets = undress || meets_here(paper, named);
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
        else if (!body && !meets && organisation.empty() && names_place(paper, named))
            organisation = words;
    }
    if (organisation.empty()) organisation = named_by_noun(paper, front, meeting);
    if (organisation.empty() || meeting.empty()) return organisation + meeting;
    return organisation + ", " + meeting;
}

/// Whether a name says whose meeting it is: more than "Governing Body" or "Primary Care Committee".
bool names_owner(const Paper& paper, const Cell& cell) {
    for (const std::uint32_t sentence : sentences_of(paper, cell)) {
        for (const match::Mention& mention : paper.mentions_in(sentence)) {
            if (mention.tokens.first < cell.tokens.first || mention.tokens.last > cell.tokens.last) continue;
            const bool named = paper.word(mention.tokens.first).capitalised;
            if (named && paper.property(mention, "kind") == "sector") return true;
            if (paper.catalogue.terms[mention.term].id == "local-name") return true;
        }
    }
    return false;
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

bool is_body_name(const Paper& paper, const Cell& cell) {
    if (!is_capitalised(paper, cell)) return false;
    for (const match::Mention& mention : paper.mentions_in(cell.sentence)) {
        const bool body = paper.property(mention, "structure") || paper.property(mention, "role") == "meeting-word";
        if (mention.tokens.last == cell.tokens.last && body) return true;
    }
    return false;
}

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

namespace {

/// Words for meetings, weekdays and labels name nothing else.
bool is_of_names(const Paper& paper, const match::Mention& mention) {
    const auto role = paper.property(mention, "role");
    return role && (*role == "meeting-word" || *role == "weekday" || *role == "classification");
}

}  // namespace

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
            const bool body = kind && *kind != "not-a-place" && *kind != "post" && *kind != "national" &&
                              !kind->ends_with("document");
            if (place || body || paper.property(mention, "structure") || is_of_names(paper, mention))
                cover(mention.tokens);
        }
        for (const match::DateMention& date : paper.dates_in(sentence)) {
            if (parse_date(date.iso)) cover(date.tokens);
        }
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

namespace {

/// "Accountable Officer's report to the Governing Body"
std::string named_as_audience(const Paper& paper, const Front& front) {
    std::vector<Cell> cells = front.letterhead;
    for (const Labelled& label : front.labels) {
        if (label.role == "from-lead") cells.push_back(label.value);
    }
    for (const Cell& cell : cells) {
        const Cell named = undressed(paper, cell);
        for (std::uint32_t token = named.tokens.first; token + 2 < named.tokens.last; ++token) {
            if (paper.stem(token) != "to" || paper.stem(token + 1) != "the") continue;
            const Cell rest{cell.sentence, {token + 2, named.tokens.last}};
            if (is_body_name(paper, rest)) return paper.words(rest.tokens);
        }
    }
    for (const Labelled& label : front.labels) {
        // "For: members of the Health Committee"
        const bool meets = label.role == "purpose-label" && has_role(paper, label.value, "meeting-word");
        const std::string words = paper.words(label.value.tokens);
        if (meets && words.size() <= longest_body && !paper.is_sign(label.value.tokens.last - 1, ".")) return words;
    }
    return {};
}

/// Of a letter: the last organisation before "Dear ...", which is the reader's; else the writer's.
std::string addressed(const Paper& paper, const Front& front) {
    for (auto cell = front.letterhead.rbegin(); cell != front.letterhead.rend(); ++cell) {
        if (cell->sentence > front.salutation) continue;
        std::uint32_t after_post = cell->tokens.first;
        bool body = false;
        for (const match::Mention& mention : paper.mentions_in(cell->sentence)) {
            if (mention.tokens.first < cell->tokens.first || mention.tokens.last > cell->tokens.last) continue;
            const auto structure = paper.property(mention, "structure");
            body = body || (structure && !is_meeting(*structure)) || paper.property(mention, "kind") == "sector";
            if (paper.property(mention, "role") == "post-word") after_post = std::max(after_post, mention.tokens.last);
        }
        if (body && after_post < cell->tokens.last) return paper.words({after_post, cell->tokens.last});
    }
    return {};
}

}  // namespace

/// The value of a body label, with the organisation of the letterhead where the label names only its meeting; else the
/// lines of the letterhead that name a body.
std::string body_of(const Paper& paper, const Front& front) {
    for (const std::string_view role : {"minutes-lead", "body-label", "audience-lead"}) {
        for (const Labelled& label : front.labels) {
            if (label.role != role) continue;
            const Cell value = addressee(paper, undressed(paper, label.value));
            const std::string words = paper.words(value.tokens);
            if (words.empty() || words.size() > longest_body) continue;
            // A letter is to people, not to a meeting.
            const auto first = paper.first_with(value.sentence, "kind", value.tokens.first);
            const bool to_people = first && first->tokens.first == value.tokens.first &&
                                   paper.property(*first, "kind") == "post" && !is_body_name(paper, value);
            if (to_people || names_owner(paper, value)) return words;
            const std::string organisation = body_of_letterhead(paper, front, true);
            return organisation.empty() ? words : organisation + ", " + words;
        }
    }
    if (front.salutation != Front::none) return addressed(paper, front);
    const std::string named = body_of_letterhead(paper, front, false);
    const std::string audience = named_as_audience(paper, front);
    if (named.find(", ") != std::string::npos || audience.empty() || named.ends_with(audience)) return named;
    return named.empty() ? audience : named + ", " + audience;
}

}  // namespace boardcheck::extract
