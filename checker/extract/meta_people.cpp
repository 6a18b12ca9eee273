// Who wrote a paper, and whom it names for questions.
#include "extract/meta_parts.hpp"
#include "extract/people.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::uint32_t foot_sentences = 40;

void add(std::vector<Author>& authors, std::vector<Author>&& more) {
    for (Author& author : more) {
        const bool known =
            std::any_of(authors.begin(), authors.end(), [&](const Author& other) { return other.name == author.name; });
        if (!known) authors.push_back(std::move(author));
    }
}

Cell whole(const Paper& paper, std::uint32_t sentence) { return {sentence, paper.text.sentences[sentence].tokens}; }

/// A person who stands on a line of their own, name first: "Ann Lee, Director of Care".
bool is_person_line(const Paper& paper, const Cell& cell) {
    std::uint32_t end = cell.tokens.first;
    while (end < cell.tokens.last && paper.text.tokens[end].kind == text::TokenKind::word) ++end;
    const auto sign = [&](std::uint32_t token) { return paper.word(token).surface; };
    while (end + 1 < cell.tokens.last && (sign(end) == "-" || sign(end) == ".") &&
           paper.text.tokens[end].span.begin == paper.text.tokens[end - 1].span.end) {
        ++end;
        while (end < cell.tokens.last && paper.text.tokens[end].kind == text::TokenKind::word) ++end;
    }
    if (end == cell.tokens.first || !is_name(paper, {cell.sentence, {cell.tokens.first, end}})) return false;
    return end < cell.tokens.last && has_role(paper, {cell.sentence, {end, cell.tokens.last}}, "post-word");
}

/// The people on the lines after a label's value, as long as they go on: one line for each author.
void add_next_lines(const Paper& paper, std::uint32_t sentence, std::vector<Author>& authors) {
    const auto end = static_cast<std::uint32_t>(paper.text.sentences.size());
    for (std::uint32_t i = sentence + 1; i < end; ++i) {
        const ingest::Block& block = paper.document.blocks[paper.text.sentences[i].block];
        if (block.table != 0 || block.kind == ingest::BlockKind::heading) return;
        const Cell line = whole(paper, i);
        if (role_at(paper, i, line.tokens.first) && !is_name(paper, line) && !is_person_line(paper, line)) return;
        if (!is_person_line(paper, line) && !is_sure_name(paper, line)) return;
        add(authors, people_in(paper, line));
    }
}

std::vector<Author> labelled_people(const Paper& paper, const Front& front, std::string_view role) {
    std::vector<Author> authors;
    for (const Labelled& label : front.labels) {
        if (label.role != role) continue;
        add(authors, people_in(paper, label.value));
        if (!authors.empty()) add_next_lines(paper, label.value.sentence, authors);
    }
    return authors;
}

/// "Briefing for all members, from the Chief Executive's office (J. Dunmore)".
std::vector<Author> after_from(const Paper& paper, const Cell& cell) {
    for (std::uint32_t token = cell.tokens.first; token < cell.tokens.last; ++token) {
        const std::string_view stem = paper.stem(token);
        if (stem == "from" || stem == "by") return people_in(paper, {cell.sentence, {token + 1, cell.tokens.last}});
    }
    return {};
}

/// A name on a line of its own at the end of the paper, with a post below it.
std::vector<Author> signed_by(const Paper& paper) {
    const auto end = static_cast<std::uint32_t>(paper.text.sentences.size());
    for (std::uint32_t i = end > foot_sentences ? end - foot_sentences : 0; i + 1 < end; ++i) {
        if (paper.document.blocks[paper.text.sentences[i].block].table != 0) continue;
        const Cell line = whole(paper, i), next = whole(paper, i + 1);
        if (!is_sure_name(paper, line) || next.tokens.last - next.tokens.first > 12) continue;
        if (has_role(paper, next, "post-word")) return {{paper.words(line.tokens), paper.words(next.tokens)}};
    }
    return {};
}

}  // namespace

std::vector<Author> authors_of(const Paper& paper, const Front& front) {
    std::vector<Author> authors = labelled_people(paper, front, "author-label");
    if (!authors.empty()) {
        add(authors, labelled_people(paper, front, "contributor-label"));
        return authors;
    }
    for (const std::string_view role : {"from-lead", "from-label", "owner-label"}) {
        authors = labelled_people(paper, front, role);
        if (!authors.empty()) return authors;
    }
    if (labelled(front, "minutes-lead") != nullptr) return {};
    for (const Cell& cell : front.letterhead) {
        if (is_person_line(paper, cell)) add(authors, people_in(paper, cell));
    }
    for (const Labelled& label : front.labels) {
        if (authors.empty() && label.role == "audience-lead") authors = after_from(paper, label.value);
    }
    return authors.empty() ? signed_by(paper) : authors;
}

std::vector<std::string> contacts_of(const Paper& paper, const Front& front) {
    std::vector<std::string> contacts;
    for (const Labelled& label : front.labels) {
        if (label.role != "contact-label") continue;
        std::string words = paper.words(label.value.tokens);
        if (!words.empty() && std::find(contacts.begin(), contacts.end(), words) == contacts.end())
            contacts.push_back(std::move(words));
    }
    return contacts;
}

}  // namespace boardcheck::extract
