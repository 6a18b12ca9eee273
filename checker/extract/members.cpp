// Who sits on a body: in prose, in the items of a list, in the rows of a table.
#include <algorithm>
#include <array>

#include "extract/details.hpp"
#include "extract/name_words.hpp"
#include "extract/words.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenKind;
using text::TokenRange;

constexpr std::uint32_t longest_role = 30;  // tokens; what is longer tells a story
constexpr std::size_t most_members = 200;   // of one body
constexpr std::int64_t most_of_a_role = 100;
constexpr std::uint32_t reach_of_caption = 3;  // sentences before a table

class Seats {
public:
    Seats(const Paper& paper, std::vector<Structure>& structures)
        : paper_(paper), structures_(structures), independent_(paper.text.tokens.size(), false) {
        for (const match::Mention& mention : paper.matches.mentions) {
            const auto role = paper.property(mention, "role");
            if (role != "independent-member") continue;
            for (std::uint32_t token = mention.tokens.first; token < mention.tokens.last; ++token)
                independent_[token] = true;
        }
    }

    /// One role with what belongs to it: "four independent non-executive members (Dr May, Mr Ash)".
    void add(std::size_t body, std::uint32_t sentence, TokenRange range, std::optional<std::int64_t> count = {}) {
        range = trimmed(range);
        auto& members = structures_[body].members;
        if (range.first >= range.last || members.size() >= most_members) return;
        Member member;
        member.evidence = paper_.evidence(sentence, range);
        for (std::uint32_t token = range.first; token < range.last; ++token)
            member.independent = member.independent || independent_[token];
        member.count = count;
        std::uint32_t first = range.first;
        const text::Word& opening = paper_.word(first);
        const bool numbered =
            opening.number > 0 && opening.number <= most_of_a_role && !is_ordinal(lower(opening.surface));
        const Sort sort = sort_of(opening);
        if (numbered || sort == Sort::article || sort == Sort::definite) {
            if (!member.count && numbered) member.count = opening.number;
            if (!member.count && sort == Sort::article) member.count = 1;
            ++first;
        }
        const std::uint32_t person = person_in({first, range.last});
        member.role = paper_.words({first, std::min(person, end_of_role({first, range.last}))});
        if (person < range.last) member.name = paper_.words(phrase_of_name(person, range.last));
        const bool known = std::any_of(members.begin(), members.end(), [&](const Member& other) {
            return other.role == member.role && other.name == member.name;
        });
        if (!known && !(member.role.empty() && member.name.empty())) members.push_back(std::move(member));
    }

    /// A list in a sentence: parts between semicolons, or between commas and the last "and".
    void add_all(std::size_t body, std::uint32_t sentence, TokenRange range) {
        const bool semicolons = any(range, ";");
        std::uint32_t begin = range.first, depth = 0;
        for (std::uint32_t token = range.first; token <= range.last; ++token) {
            const std::string_view surface = token < range.last ? std::string_view(paper_.word(token).surface) : ".";
            depth += surface == "(" ? 1 : 0;
            if (surface == ")" && depth > 0) --depth;
            const bool end = token == range.last;
            const bool mark =
                !end && depth == 0 && (semicolons ? surface == ";" : surface == "," || starts_part(token, range));
            if (!end && !mark) continue;
            if (token - begin <= longest_role && !is_aside({begin, token})) add(body, sentence, {begin, token});
            begin = token + 1;
        }
    }

private:
    bool any(TokenRange range, std::string_view surface) const {
        for (std::uint32_t token = range.first; token < range.last; ++token) {
            if (paper_.word(token).surface == surface) return true;
        }
        return false;
    }

    /// What begins with a preposition or a conjunction is no one: "together with", "so that".
    bool is_aside(TokenRange range) const {
        range = trimmed(range);
        return range.first >= range.last || sort_of(paper_.word(range.first)) == Sort::stop ||
               sort_of(paper_.word(range.first)) == Sort::each;
    }

    /// "and" between two parts: what follows begins with a number or an article.
    bool starts_part(std::uint32_t token, TokenRange range) const {
        if (paper_.word(token).surface != "and" || token + 1 >= range.last) return false;
        const text::Word& next = paper_.word(token + 1);
        return next.number > 0 || sort_of(next) == Sort::article || sort_of(next) == Sort::definite;
    }

    TokenRange trimmed(TokenRange range) const {
        const auto edge = [&](std::uint32_t token) {
            const std::string& surface = paper_.word(token).surface;
            return (paper_.text.tokens[token].kind == TokenKind::punctuation && surface != ")") || surface == "and" ||
                   surface == "plus" || surface == "namely";
        };
        while (range.first < range.last && (edge(range.first) || paper_.word(range.first).surface == ")"))
            ++range.first;
        while (range.last > range.first && edge(range.last - 1)) --range.last;
        return range;
    }

    /// Where a person is named, by a title; the end where none is.
    std::uint32_t person_in(TokenRange range) const {
        static constexpr std::array<std::string_view, 12> titles{
            "Dr", "Mr", "Mrs", "Ms", "Miss", "Sir", "Dame", "Lord", "Cllr", "Professor", "Councillor", "Prof"};
        for (std::uint32_t token = range.first; token < range.last; ++token) {
            if (is_one_of(titles, paper_.word(token).surface) && token + 1 < range.last &&
                paper_.word(token + 1).capitalised)
                return token;
        }
        return range.last;
    }

    TokenRange phrase_of_name(std::uint32_t first, std::uint32_t end) const {
        std::uint32_t last = first;
        while (last < end &&
               (paper_.word(last).capitalised || paper_.word(last).surface == "-" ||
                (paper_.word(last).surface == "." && last + 1 < end && paper_.word(last + 1).capitalised)))
            ++last;
        return {first, last};
    }

    /// A role ends at what explains it: a bracket, a dash, "who", "which".
    std::uint32_t end_of_role(TokenRange range) const {
        static constexpr std::array<std::string_view, 8> ends{"(", "–", "—", "who", "which", ":", "whose", "whom"};
        std::uint32_t last = range.first;
        while (last < range.last && !is_one_of(ends, paper_.word(last).surface)) ++last;
        return last == range.first ? range.last : last;
    }

    const Paper& paper_;
    std::vector<Structure>& structures_;
    std::vector<bool> independent_;  // tokens
};

/// Whether a sentence is the first of its item; the others explain.
bool opens_block(const Paper& paper, std::uint32_t sentence) {
    return sentence == 0 || paper.text.sentences[sentence - 1].block != paper.text.sentences[sentence].block;
}

void add_row(const Paper& paper, std::size_t body, std::uint32_t row, Seats& seats) {
    const auto cells = cells_of(paper, row);
    const bool header = !paper.items_of(row).empty();
    if (cells.size() < 2 || header || paper.stem(cells.front().first) == "total") return;
    std::optional<std::int64_t> count;
    for (std::size_t i = 1; i < cells.size(); ++i) {
        const bool number = cells[i].last - cells[i].first == 1 && paper.word(cells[i].first).number > 0;
        if (number && !count && paper.word(cells[i].first).number <= most_of_a_role)
            count = paper.word(cells[i].first).number;
    }
    seats.add(body, row, cells.front(), count);
}

/// The body of a table: named in its header, in a caption just above, or in the heading.
std::optional<std::size_t> body_of_table(const Paper& paper, const Subjects& subjects, std::uint32_t header) {
    const std::uint32_t section = paper.text.sentences[header].section;
    for (std::uint32_t back = 1; back <= reach_of_caption && back <= header; ++back) {
        const text::Sentence& before = paper.text.sentences[header - back];
        if (before.section != section) break;
        if (const auto body = subjects.named_from(header - back, before.tokens.first, before.tokens.last)) return body;
    }
    return subjects.subject_at(header, paper.text.sentences[header].tokens.last, Reach::around);
}

}  // namespace

std::vector<TokenRange> cells_of(const Paper& paper, std::uint32_t sentence) {
    const TokenRange range = paper.text.sentences[sentence].tokens;
    std::vector<TokenRange> cells;
    std::uint32_t begin = range.first;
    for (std::uint32_t token = range.first + 1; token < range.last; ++token) {
        const Span gap{paper.text.tokens[token - 1].span.end, paper.text.tokens[token].span.begin};
        if (slice(paper.text.text, gap).find('\n') == std::string_view::npos) continue;
        cells.push_back({begin, token});
        begin = token;
    }
    if (begin < range.last) cells.push_back({begin, range.last});
    return cells;
}

void add_members(const Paper& paper, const Subjects& subjects, std::vector<Structure>& structures) {
    Seats seats(paper, structures);
    std::vector<bool> seated(paper.text.sentences.size(), false);  // items that are a member: what they list is his
    for (const Said& said : subjects.said("structure.members", Reach::around)) {
        const match::Hit& hit = said.marked.hit;
        const auto items = paper.items_of(hit.sentence);
        if (seated[hit.sentence]) continue;
        for (const std::uint32_t item : items) {
            const TokenRange range = paper.text.sentences[item].tokens;
            seated[item] = true;
            if (is_row(paper, item))
                add_row(paper, said.body, item, seats);
            else if (range.last - range.first <= longest_role && opens_block(paper, item))
                seats.add(said.body, item, range);
        }
        const bool prose = said.marked.marker->properties.contains("prose");
        if (prose && items.empty())
            seats.add_all(said.body, hit.sentence, {hit.tokens.last, paper.text.sentences[hit.sentence].tokens.last});
    }
    for (const Marked& marked : paper.marked("structure.seats")) {
        const auto rows = paper.items_of(marked.hit.sentence);
        const auto body = rows.empty() ? std::nullopt : body_of_table(paper, subjects, marked.hit.sentence);
        if (!body) continue;
        for (const std::uint32_t row : rows) add_row(paper, *body, row, seats);
    }
}

}  // namespace boardcheck::extract
