#include "extract/people.hpp"

#include <algorithm>
#include <array>

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::uint32_t longest_list = 120;  // tokens
constexpr std::uint32_t longest_name = 5;    // words
constexpr std::size_t longest_short = 4;     // bytes of "Prof" and the like, before a stop

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

bool names_something(const Paper& paper, const Cell& cell) {
    for (const match::Mention& mention : paper.mentions_in(cell.sentence)) {
        if (mention.tokens.first < cell.tokens.first || mention.tokens.last > cell.tokens.last) continue;
        const auto role = paper.property(mention, "role");
        if (paper.property(mention, "structure") || paper.property(mention, "kind")) return true;
        if (paper.property(mention, "sense") == "actor") return true;
        if (role && (*role == "post-word" || *role == "meeting-word" || role->ends_with("-label"))) return true;
    }
    return false;
}

/// The stop of "J.", "Prof." or "St.", with a name after it.
bool shortens(const Paper& paper, std::uint32_t stop, std::uint32_t last) {
    const text::Word& word = paper.word(stop - 1);
    if (word.surface.size() <= 2) return true;
    return word.capitalised && word.surface.size() <= longest_short && stop + 1 < last && is_word(paper, stop + 1) &&
           paper.word(stop + 1).capitalised;
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
        const bool initial = surface == "." && token > cell.tokens.first && shortens(paper, token, last);
        const bool joins = surface == "and" || surface == "&" || surface == "with";
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

/// Where in a post the next person begins, as when lines were joined: "Director of Public Health Ann Lee"; a name that
/// is on no list needs a post after it. The end of the piece: nowhere.
std::uint32_t next_person_in(const Paper& paper, const Cell& piece, bool post_follows) {
    const TokenRange tokens = piece.tokens;
    for (std::uint32_t token = tokens.first + 1; token + 1 < tokens.last; ++token) {
        const Cell post{piece.sentence, {tokens.first, token}}, name{piece.sentence, {token, tokens.last}};
        if (!has_role(paper, post, "post-word") || !is_word(paper, token - 1)) continue;
        const bool given = role_at(paper, piece.sentence, token, "given-name").has_value();
        if (given && is_sure_name(paper, name)) return token;
        const bool last_two = token + 2 == tokens.last && paper.word(token - 1).capitalised;
        if (last_two && post_follows && is_name(paper, name)) return token;
    }
    return tokens.last;
}

std::vector<Piece> with_joined_lines(const Paper& paper, const std::vector<Piece>& pieces) {
    std::vector<Piece> all;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        all.push_back(pieces[i]);
        const Cell& cell = pieces[i].cell;
        const bool post_follows =
            i + 1 < pieces.size() && pieces[i + 1].before == "," && has_role(paper, pieces[i + 1].cell, "post-word");
        const std::uint32_t next = next_person_in(paper, cell, post_follows);
        if (next == cell.tokens.last) continue;
        all.back().cell.tokens.last = next;
        all.push_back({{cell.sentence, {next, cell.tokens.last}}, "\n"});
    }
    return all;
}

/// Reads pieces one after the other: a name begins a person, a post is the one before it, or of the name that follows
/// in brackets.
class Reader {
public:
    explicit Reader(const Paper& paper) : paper_(paper) {}

    void add(const Piece& piece) {
        if (piece.before == ";" || piece.before == "\n" || piece.before == "/") {
            ended_ = true;
            reaches_ = false;
        }
        const bool bracket = piece.before == "(";
        if (reaches_ || role_at(paper_, piece.cell.sentence, piece.cell.tokens.first, "address-word")) {
            reaches_ = true;  // "tel. 01632 960111"
            return;
        }
        if (are_letters(piece)) {
            people_.back().name += ", " + paper_.words(piece.cell.tokens);
            return;
        }
        if (is_person(piece, bracket)) {
            people_.push_back({paper_.words(piece.cell.tokens), post_});
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
    /// "Ann Lee, OBE"
    bool are_letters(const Piece& piece) const {
        if (people_.empty() || ended_ || !people_.back().post.empty()) return false;
        const auto letters = role_at(paper_, piece.cell.sentence, piece.cell.tokens.first, "post-nominal");
        return letters && letters->tokens.last == piece.cell.tokens.last;
    }

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
    std::string post_;      // of a person whose name is to follow
    bool ended_ = false;    // nothing more is said of the last person
    bool reaches_ = false;  // how to reach the last person follows
    bool closed_ = false;   // a bracket ended just before
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

bool is_person_line(const Paper& paper, const Cell& cell) {
    const auto glued = [&](std::uint32_t token) {
        return paper.text.tokens[token].span.begin == paper.text.tokens[token - 1].span.end;
    };
    std::uint32_t end = cell.tokens.first;
    while (end < cell.tokens.last) {
        const std::string& sign = paper.word(end).surface;
        const bool inside = end > cell.tokens.first && glued(end) &&
                            ((sign == "-" && end + 1 < cell.tokens.last && glued(end + 1)) ||
                             (sign == "." && shortens(paper, end, cell.tokens.last)));
        if (!is_word(paper, end) && !inside) break;
        ++end;
    }
    if (end == cell.tokens.first || !is_name(paper, {cell.sentence, {cell.tokens.first, end}})) return false;
    return end < cell.tokens.last && has_role(paper, {cell.sentence, {end, cell.tokens.last}}, "post-word");
}

std::vector<Author> people_in(const Paper& paper, const Cell& cell) {
    Reader reader(paper);
    for (const Piece& piece : with_joined_lines(paper, pieces_of(paper, cell))) reader.add(piece);
    return reader.done();
}

}  // namespace boardcheck::extract
