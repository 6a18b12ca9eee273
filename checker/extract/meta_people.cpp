// Who wrote a paper, and whom it names for questions.
#include "extract/meta_parts.hpp"
#include "extract/people.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::uint32_t foot_sentences = 40;
constexpr std::uint32_t signing_sentences = 8;  // at the very end
constexpr std::uint32_t longest_post = 14;      // tokens of a post that stands for its holder
constexpr std::uint32_t longest_line = 24;      // tokens of a line with name and post
constexpr std::size_t shortest_telephone = 5;   // digits

void add(std::vector<Author>& authors, std::vector<Author>&& more) {
    for (Author& author : more) {
        const bool known =
            std::any_of(authors.begin(), authors.end(), [&](const Author& other) { return other.name == author.name; });
        if (!known) authors.push_back(std::move(author));
    }
}

Cell whole(const Paper& paper, std::uint32_t sentence) { return {sentence, paper.text.sentences[sentence].tokens}; }

/// "the Director of Finance and the Chief Nurse": "and" joins two where an article or a post follows.
std::vector<Cell> posts_in(const Paper& paper, const Cell& cell) {
    std::vector<Cell> posts{{cell.sentence, {cell.tokens.first, cell.tokens.first}}};
    for (std::uint32_t token = cell.tokens.first; token < cell.tokens.last; ++token) {
        const auto post = paper.first_with(cell.sentence, "kind", token + 1);
        const bool follows = post && post->tokens.first == token + 1 && paper.property(*post, "kind") == "post";
        const bool joins =
            token + 1 < cell.tokens.last && paper.stem(token) == "and" && (paper.stem(token + 1) == "the" || follows);
        if (joins || paper.is_sign(token, ";"))
            posts.push_back({cell.sentence, {token + 1, token + 1}});
        else if (paper.stem(token) == "the" && posts.back().tokens.first == token)
            ++posts.back().tokens.first;
        posts.back().tokens.last = std::max(token + 1, posts.back().tokens.first);
    }
    return posts;
}

/// The people of a label's value; where no one is named, the post.
std::vector<Author> people_or_post(const Paper& paper, Cell cell) {
    // "Report by the Director of Public Health to the Health Committee"
    for (std::uint32_t token = cell.tokens.first + 1; token < cell.tokens.last; ++token) {
        if (paper.stem(token) == "to") cell.tokens.last = token;
    }
    std::vector<Author> people = people_in(paper, cell);
    if (!people.empty()) return people;
    if (cell.tokens.last - cell.tokens.first > longest_post || !has_role(paper, cell, "post-word")) return {};
    std::vector<Author> posts;
    for (const Cell& each : posts_in(paper, cell)) {
        const std::string post = paper.words(each.tokens);
        if (!post.empty()) posts.push_back({post, post});
    }
    return posts;
}

/// "Ann Lee Deputy Chief Finance Officer": two words of a name, with the post after them.
std::vector<Author> with_post_after(const Paper& paper, const Cell& cell) {
    for (std::uint32_t end = cell.tokens.first + 2; end < std::min(cell.tokens.last, cell.tokens.first + 7); ++end) {
        const auto kind = paper.first_with(cell.sentence, "kind", end);
        const bool post = kind && kind->tokens.first == end && paper.property(*kind, "kind") == "post";
        if (!post && !role_at(paper, cell.sentence, end, "post-word")) continue;
        const TokenRange name{cell.tokens.first, end};
        if (!is_name(paper, {cell.sentence, name})) return {};
        return {{paper.words(name), paper.words({end, cell.tokens.last})}};
    }
    return {};
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
    bool before = false;  // the label before this one was theirs
    for (const Labelled& label : front.labels) {
        if (label.role == "post-label" && before && !authors.empty() && authors.back().post.empty())
            authors.back().post = paper.words(label.value.tokens);
        before = label.role == role;
        if (!before) continue;
        std::vector<Author> people = people_or_post(paper, label.value);
        const bool named = !people.empty() && people.front().name != people.front().post;
        add(authors, std::move(people));
        if (named) add_next_lines(paper, label.value.sentence, authors);
    }
    return authors;
}

/// "Briefing for all members, from the Chief Executive's office (J. Dunmore)", "Discussion paper, by Ann Lee, Policy
/// Officer".
std::vector<Author> after_from(const Paper& paper, const Cell& cell) {
    for (std::uint32_t token = cell.tokens.first; token + 1 < cell.tokens.last; ++token) {
        const std::string_view stem = paper.stem(token);
        if (stem == "from" || stem == "by") return people_in(paper, {cell.sentence, {token + 1, cell.tokens.last}});
    }
    return {};
}

/// Those whom the letterhead names: each on a line with a post, or with the post on the next line.
std::vector<Author> of_letterhead(const Paper& paper, const Front& front) {
    std::vector<Author> authors;
    for (std::size_t i = 0; i < front.letterhead.size(); ++i) {
        const Cell& cell = front.letterhead[i];
        if (is_person_line(paper, cell)) add(authors, people_in(paper, cell));
        const bool line = !paper.is_heading(cell.sentence) && cell.tokens.last - cell.tokens.first <= longest_post;
        if (line && !is_person_line(paper, cell)) add(authors, with_post_after(paper, cell));
        if (!is_name(paper, cell) || i + 1 == front.letterhead.size()) continue;
        const Cell& next = front.letterhead[i + 1];
        const bool below = next.tokens.first == cell.tokens.last && !is_name(paper, next);
        if (below && next.tokens.last - next.tokens.first <= longest_post && has_role(paper, next, "post-word"))
            add(authors, {{paper.words(cell.tokens), paper.words(next.tokens)}});
    }
    for (const Cell& cell : front.letterhead) {
        if (authors.empty() && cell.tokens.last - cell.tokens.first <= longest_line) authors = after_from(paper, cell);
    }
    return authors;
}

/// A name on a line of its own at the end of the paper, with a post below it; or name, post and day on the last line.
std::vector<Author> signed_by(const Paper& paper) {
    const auto end = static_cast<std::uint32_t>(paper.text.sentences.size());
    for (std::uint32_t i = end > foot_sentences ? end - foot_sentences : 0; i + 1 < end; ++i) {
        if (paper.document.blocks[paper.text.sentences[i].block].table != 0) continue;
        const Cell line = whole(paper, i), next = whole(paper, i + 1);
        if (!is_sure_name(paper, line) || next.tokens.last - next.tokens.first > 12) continue;
        if (has_role(paper, next, "post-word")) return {{paper.words(line.tokens), paper.words(next.tokens)}};
    }
    const auto line = signing_line(paper);
    if (!line) return {};
    const Cell person{line->sentence, up_to_date(paper, *line)};
    return is_person_line(paper, person) ? people_in(paper, person) : with_post_after(paper, person);
}

/// A person with a telephone number or an address in one sentence: "Ann Lee will find the time (01632 960730)".
std::string reachable(const Paper& paper, std::uint32_t sentence) {
    const TokenRange tokens = paper.text.sentences[sentence].tokens;
    bool reached = false;
    for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
        const std::string& word = paper.word(token).surface;
        const bool telephone = word.size() >= shortest_telephone && word[0] == '0' &&
                               word.find_first_not_of("0123456789") == std::string::npos;
        reached = reached || telephone || word.find('@') != std::string::npos;
    }
    for (std::uint32_t token = tokens.first; reached && token < tokens.last; ++token) {
        std::uint32_t end = token;
        while (end < tokens.last && (paper.word(end).capitalised || paper.is_sign(end, "-"))) ++end;
        if (end == token) continue;
        if (is_name(paper, {sentence, {token, end}})) return paper.words({token, end});
        token = end;
    }
    return {};
}

bool is_signature(const Paper& paper, const Cell& line) {
    const Cell person{line.sentence, up_to_date(paper, line)};
    return is_person_line(paper, person) || !with_post_after(paper, person).empty();
}

}  // namespace

std::optional<Cell> signing_line(const Paper& paper) {
    const auto end = static_cast<std::uint32_t>(paper.text.sentences.size());
    for (std::uint32_t i = end; i > 0 && i + signing_sentences > end; --i) {
        const Cell line = whole(paper, i - 1);
        const bool told = paper.is_sign(line.tokens.last - 1, ".") || paper.block_of(i - 1).table != 0;
        if (!told && line.tokens.last - line.tokens.first <= longest_line && is_signature(paper, line)) return line;
    }
    return {};
}

bool is_minutes(const Paper& paper, const Front& front) {
    if (labelled(front, "minutes-lead") != nullptr) return true;
    return std::any_of(front.letterhead.begin(), front.letterhead.end(),
                       [&](const Cell& cell) { return role_at(paper, cell.sentence, cell.tokens.first, "minutes"); });
}

std::vector<Author> authors_of(const Paper& paper, const Front& front) {
    std::vector<Author> authors = labelled_people(paper, front, "author-label");
    if (!authors.empty()) {
        add(authors, labelled_people(paper, front, "contributor-label"));
        return authors;
    }
    for (const std::string_view role : {"from-lead", "from-label"}) {
        authors = labelled_people(paper, front, role);
        if (!authors.empty()) return authors;
    }
    if (is_minutes(paper, front)) return {};
    // The letterhead of a letter names its reader.
    if (front.salutation == Front::none) authors = of_letterhead(paper, front);
    for (const Labelled& label : front.labels) {
        if (authors.empty() && label.role == "audience-lead") authors = after_from(paper, label.value);
    }
    if (authors.empty()) authors = signed_by(paper);
    // Whoever presents or answers for it, where nobody else is named.
    return authors.empty() ? labelled_people(paper, front, "sponsor-label") : authors;
}

std::vector<std::string> contacts_of(const Paper& paper, const Front& front) {
    std::vector<std::string> contacts;
    for (const Labelled& label : front.labels) {
        if (label.role != "contact-label") continue;
        std::string words = paper.words(label.value.tokens);
        const auto people = people_in(paper, label.value);
        const bool address = words.find('@') != std::string::npos && words.find(' ') == std::string::npos;
        if (people.empty() && address) continue;
        // "Scrutiny Officer - Ann Lee - 01632 960444": the name first.
        const std::size_t at = people.empty() ? std::string::npos : words.find(people.front().name);
        if (at != std::string::npos) words.erase(0, at);
        if (!words.empty() && std::find(contacts.begin(), contacts.end(), words) == contacts.end())
            contacts.push_back(std::move(words));
    }
    const auto end = static_cast<std::uint32_t>(paper.text.sentences.size());
    for (std::uint32_t i = end > signing_sentences ? end - signing_sentences : 0; contacts.empty() && i < end; ++i) {
        if (std::string name = reachable(paper, i); !name.empty()) contacts.push_back(std::move(name));
    }
    return contacts;
}

}  // namespace boardcheck::extract
