#include "extract/people.hpp"

#include <algorithm>
#include <array>

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::uint32_t longest_list = 120;  // tokens
constexpr std::uint32_t longest_name = 5;    // words

bool is_word(const Paper& paper, std::uint32_t token) { return paper.text.tokens[token].kind == text::TokenKind::word; }

bool is_particle(std::string_view word) {
    constexpr std::array<std::string_view, 12> particles{"de", "da",  "del", "van", "von", "der",
                                                         "la", "den", "bin", "al",  "el",  "le"};
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

/// After "Dr", "Councillor" and the like; whether there was one.
bool skip_titles(const Paper& paper, Cell& cell) {
    bool skipped = false;
    while (cell.tokens.first < cell.tokens.last) {
        auto mention = role_at(paper, cell.sentence, cell.tokens.first, "honorific");
        if (!mention) mention = role_at(paper, cell.sentence, cell.tokens.first, "office-title");
        if (!mention) break;
        cell.tokens.first = mention->tokens.last;
        if (cell.tokens.first < cell.tokens.last && paper.word(cell.tokens.first).surface == ".") ++cell.tokens.first;
        skipped = true;
    }
    return skipped;
}

/// A councillor is named without the title of the office; a doctor keeps hers.
std::string name_of(const Paper& paper, Cell cell) {
    const auto mention = role_at(paper, cell.sentence, cell.tokens.first, "office-title");
    if (mention) cell.tokens.first = mention->tokens.last;
    return paper.words(cell.tokens);
}

bool names_something(const Paper& paper, const Cell& cell) {
    for (const match::Mention& mention : paper.mentions_in(cell.sentence)) {
        if (mention.tokens.first < cell.tokens.first || mention.tokens.last > cell.tokens.last) continue;
        const auto role = paper.property(mention, "role");
        if (paper.property(mention, "structure") || paper.property(mention, "kind")) return true;
        if (role && (*role == "post-word" || *role == "meeting-word" || role->ends_with("-label"))) return true;
    }
    return false;
}

/// What stands between commas, brackets, dashes and the like.
struct Piece {
    Cell cell;
    std::string before;  // the sign or "and" before it; "\n" for a new line
};

std::vector<Piece> pieces_of(const Paper& paper, const Cell& cell) {
    std::vector<Piece> pieces;
    std::string before;
    bool open = false;
    const std::uint32_t last = std::min(cell.tokens.last, cell.tokens.first + longest_list);
    for (std::uint32_t token = cell.tokens.first; token < last; ++token) {
        const std::string& surface = paper.word(token).surface;
        const bool glued = token > cell.tokens.first && token + 1 < last &&
                           paper.text.tokens[token].span.begin == paper.text.tokens[token - 1].span.end &&
                           paper.text.tokens[token + 1].span.begin == paper.text.tokens[token].span.end;
        const bool inside_name = (surface == "-" || surface == "'") && glued;
        const bool initial = surface == "." && token > cell.tokens.first && paper.word(token - 1).surface.size() <= 2;
        const bool joins = surface == "and" || surface == "&";
        if (joins || (!is_word(paper, token) && !inside_name && !initial &&
                      paper.text.tokens[token].kind == text::TokenKind::punctuation)) {
            if (!open && !pieces.empty() && before == ")") {
                before = joins ? "and" : ";";
            } else {
                before = joins ? "and" : surface;
            }
            open = false;
            continue;
        }
        if (!open) pieces.push_back({{cell.sentence, {token, token}}, before});
        open = true;
        before.clear();
        pieces.back().cell.tokens.last = token + 1;
    }
    return pieces;
}

/// Reads pieces one after the other: a name begins a person, a post is the one before it, or of the name that follows
/// in brackets.
class Reader {
public:
    explicit Reader(const Paper& paper) : paper_(paper) {}

    void add(const Piece& piece) {
        if (piece.before == ";" || piece.before == "\n" || piece.before == "/") ended_ = true;
        const bool bracket = piece.before == "(";
        if (is_person(piece, bracket)) {
            people_.push_back({name_of(paper_, piece.cell), post_});
            post_.clear();
            ended_ = false;
            closed_ = bracket;
            return;
        }
        if (closed_ && piece.before != ",") ended_ = true;
        add_post(paper_.words(piece.cell.tokens), piece.before == "and" ? " and " : ", ");
        closed_ = bracket;
    }

    std::vector<Author> done() { return std::move(people_); }

private:
    /// Where a post may stand, a name has to be a sure one: "Ann Lee, Strategy Unit".
    bool is_person(const Piece& piece, bool bracket) const {
        const bool after_person = !people_.empty() && !ended_;
        if (!post_.empty()) return bracket ? is_name(paper_, piece.cell) : is_sure_name(paper_, piece.cell);
        if (after_person && bracket) return false;
        const bool post_may_follow = after_person && (piece.before == "," || !people_.back().post.empty());
        return post_may_follow ? is_sure_name(paper_, piece.cell) : is_name(paper_, piece.cell);
    }

    void add_post(const std::string& words, std::string_view join) {
        std::string& post = people_.empty() || ended_ || !post_.empty() ? post_ : people_.back().post;
        if (!post.empty()) post += join;
        post += words;
    }

    const Paper& paper_;
    std::vector<Author> people_;
    std::string post_;     // of a person whose name is to follow
    bool ended_ = false;   // nothing more is said of the last person
    bool closed_ = false;  // a bracket ended just before
};

}  // namespace

bool is_name(const Paper& paper, const Cell& cell) {
    Cell name = cell;
    const bool titled = skip_titles(paper, name);
    if (names_something(paper, name)) return false;
    std::uint32_t words = 0;
    for (std::uint32_t token = name.tokens.first; token < name.tokens.last; ++token) {
        if (paper.text.tokens[token].kind == text::TokenKind::number) return false;
        if (!is_word(paper, token)) continue;
        if (is_particle(paper.word(token).surface) && words > 0) continue;
        if (!paper.word(token).capitalised) return false;
        const bool hyphened = token > name.tokens.first && !is_word(paper, token - 1) && words > 0 &&
                              paper.word(token - 1).surface != ".";
        if (!hyphened) ++words;
    }
    return words >= (titled ? 1 : 2) && words <= longest_name;
}

bool is_sure_name(const Paper& paper, const Cell& cell) {
    if (!is_name(paper, cell)) return false;
    Cell name = cell;
    if (skip_titles(paper, name)) return true;
    const std::uint32_t first = name.tokens.first;
    if (paper.word(first).surface.size() == 1) return true;
    for (const match::Mention& mention : paper.mentions_in(cell.sentence)) {
        if (mention.tokens.first == first && paper.property(mention, "role") == "given-name") return true;
    }
    return false;
}

std::vector<Author> people_in(const Paper& paper, const Cell& cell) {
    Reader reader(paper);
    for (const Piece& piece : pieces_of(paper, cell)) reader.add(piece);
    return reader.done();
}

}  // namespace boardcheck::extract
