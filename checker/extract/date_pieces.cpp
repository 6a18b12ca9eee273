#include "extract/date_pieces.hpp"
#include "extract/words.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::uint32_t longest_anchor = 4;  // tokens after "within six weeks of"
constexpr std::uint32_t longest_name = 8;    // tokens of a term

class Collector {
public:
    Collector(const Paper& paper, const std::vector<bool>& ends_phrase, std::uint32_t sentence)
        : paper_(paper),
          ends_phrase_(ends_phrase),
          sentence_(sentence),
          words_(paper, paper.text.sentences[sentence].tokens),
          mentions_(paper.mentions_in(sentence)) {}

    std::vector<Piece> collect() {
        add_dates();
        add_phrases();
        add_terms();
        const auto begins_first = [](const Piece& a, const Piece& b) { return a.tokens.first < b.tokens.first; };
        std::stable_sort(pieces_.begin(), pieces_.end(), begins_first);
        for (Piece& piece : pieces_) {
            if (piece.kind != PieceKind::vague && piece.kind != PieceKind::anchored)
                take_in_surroundings(words_, piece);
        }
        join_years();
        settle_anchors();
        drop_what_is_inside();
        return std::move(pieces_);
    }

private:
    void add_dates() {
        for (const match::DateMention& date : paper_.dates_in(sentence_)) {
            const bool year = date.parts.unit == match::DateUnit::year;
            if (year && !date.parts.financial && is_part_of_name(date.tokens.first)) continue;
            Piece piece;
            piece.tokens = date.tokens;
            piece.parts = date.parts;
            pieces_.push_back(piece);
        }
    }

    /// The year of "Care Act 2014" and of "the 2006 Act" dates no event of the paper.
    bool is_part_of_name(std::uint32_t token) const {
        const auto from = std::partition_point(mentions_.begin(), mentions_.end(), [&](const match::Mention& mention) {
            return mention.tokens.first + longest_name < token;
        });
        for (auto mention = from; mention != mentions_.end() && mention->tokens.first <= token + 1; ++mention) {
            const bool beside = mention->tokens.last == token || mention->tokens.first == token + 1;
            if (beside && paper_.property(*mention, "sense") == "named-by-year") return true;
        }
        return false;
    }

    void add_phrases() {
        const TokenRange range = words_.range();
        const std::size_t dates = pieces_.size();
        std::size_t next = 0;
        for (std::uint32_t token = range.first; token < range.last; ++token) {
            while (next < dates && pieces_[next].tokens.last <= token) ++next;
            if (next < dates && pieces_[next].tokens.first <= token) continue;
            auto piece = ends_phrase_[paper_.text.tokens[token].word] ? counted_phrase(words_, token) : std::nullopt;
            if (!piece) continue;
            // The weekday of "Friday 30 July" is a part of that date.
            const bool before_date = next < dates && pieces_[next].tokens.first <= token + 2 &&
                                     pieces_[next].parts.unit == match::DateUnit::day;
            if (piece->kind == PieceKind::weekday && before_date) continue;
            pieces_.push_back(*piece);
        }
    }

    void add_terms() {
        for (const match::Mention& mention : mentions_) {
            const auto role = paper_.property(mention, "sense");
            if (!role) continue;
            Piece piece;
            piece.tokens = mention.tokens;
            // "soon after the summer"
            const std::string next = words_.at(mention.tokens.last);
            const bool compared = next == "after" || next == "before";
            if ((*role == "vague-time" && !compared) || (*role == "vague-alone" && alone(mention.tokens))) {
                piece.kind = PieceKind::vague;
                pieces_.push_back(piece);
            } else if (*role == "time-anchor" && take_in_preposition(piece.tokens)) {
                piece.kind = PieceKind::anchored;
                pieces_.push_back(piece);
            }
        }
    }
    /// In a cell, a line or between marks of its own.
    bool alone(TokenRange tokens) const {
        const auto ends = [&](std::int64_t token) {
            const bool outside = token + 1 <= words_.range().first || token + 1 >= words_.range().last;
            if (outside) return true;
            const auto at = static_cast<std::size_t>(token);
            const Span gap{paper_.text.tokens[at].span.end, paper_.text.tokens[at + 1].span.begin};
            return slice(paper_.text.text, gap).find_first_of("\n\t|") != std::string_view::npos;
        };
        const std::int64_t before = static_cast<std::int64_t>(tokens.first) - 1;
        return (words_.mark(before) || ends(before)) && (words_.mark(tokens.last) || ends(tokens.last - 1));
    }
    bool take_in_preposition(TokenRange& tokens) const {
        static constexpr std::array<std::string_view, 9> prepositions{"after",  "following", "upon",    "on",  "until",
                                                                      "before", "by",        "pending", "from"};
        std::int64_t at = static_cast<std::int64_t>(tokens.first) - 1;
        if (words_.at(at) == "the") --at;
        const std::string word = words_.at(at);
        if (std::find(prepositions.begin(), prepositions.end(), word) == prepositions.end()) return false;
        tokens.first = static_cast<std::uint32_t>(at);
        return true;
    }

    /// "April last year", "Q3 of this financial year": the year comes to the date before it.
    void join_years() {
        for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
            Piece &date = pieces_[i], &year = pieces_[i + 1];
            const bool of_year = year.kind == PieceKind::unit && year.bound == Bound::none &&
                                 year.stretch == Stretch::none && year.portion == 0 &&
                                 (year.unit == TimeUnit::year || year.unit == TimeUnit::financial_year);
            const bool yearless = date.kind == PieceKind::date && date.parts.year == 0 && date.pointer == Pointer::none;
            const std::uint32_t gap = year.tokens.first - std::min(date.tokens.last, year.tokens.first);
            const bool linked =
                gap == 0 || (gap == 1 && (words_.at(date.tokens.last) == "of" || words_.at(date.tokens.last) == "in"));
            if (!of_year || !yearless || !linked || year.tokens.first < date.tokens.last) continue;
            date.pointer = year.pointer;
            date.unit = year.unit;
            date.count = 1;  // the pointer is to a year
            date.tokens.last = year.tokens.last;
            year.gone = true;
        }
    }

    /// "within six weeks of": of a date, of an event, or of whatever follows.
    void settle_anchors() {
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            Piece& piece = pieces_[i];
            if (piece.kind != PieceKind::anchored || piece.count == 0) continue;
            Piece* next = i + 1 < pieces_.size() ? &pieces_[i + 1] : nullptr;
            const bool touches = next != nullptr && next->tokens.first <= piece.tokens.last + 1;
            if (touches && next->kind == PieceKind::date) {
                piece.kind = PieceKind::offset;
                piece.parts = next->parts;
                piece.tokens.last = next->tokens.last;
                next->gone = true;
                continue;
            }
            piece.gone = piece.of_date;
            std::uint32_t last = piece.tokens.last;
            while (last < piece.tokens.last + longest_anchor && last < words_.range().last && !words_.mark(last))
                ++last;
            piece.tokens.last = std::max(last, touches ? next->tokens.last : last);
        }
    }

    void drop_what_is_inside() {
        std::vector<Piece> kept;
        for (Piece& piece : pieces_) {
            if (piece.gone) continue;
            if (piece.bare && piece.stretch == Stretch::none && piece.portion == 0) continue;
            const bool overlaps = !kept.empty() && piece.tokens.first < kept.back().tokens.last;
            if (!overlaps) {
                kept.push_back(std::move(piece));
            } else if (length_of(piece) > length_of(kept.back())) {
                kept.back() = std::move(piece);
            }
        }
        pieces_ = std::move(kept);
    }
    static std::uint32_t length_of(const Piece& piece) { return piece.tokens.last - piece.tokens.first; }

    const Paper& paper_;
    const std::vector<bool>& ends_phrase_;
    std::uint32_t sentence_;
    LowerWords words_;
    std::vector<match::Mention> mentions_;
    std::vector<Piece> pieces_;
};

}  // namespace

std::string LowerWords::at(std::int64_t token) const {
    return inside(token) ? lower(paper_.word(static_cast<std::uint32_t>(token)).surface) : std::string();
}

std::int64_t LowerWords::number(std::int64_t token) const {
    return inside(token) ? paper_.word(static_cast<std::uint32_t>(token)).number : -1;
}

bool LowerWords::mark(std::int64_t token) const {
    return !inside(token) || paper_.text.tokens[static_cast<std::size_t>(token)].kind == text::TokenKind::punctuation;
}

PieceFinder::PieceFinder(const Paper& paper) : paper_(paper) {
    for (const text::Word& word : paper.text.words) ends_phrase_.push_back(may_end_phrase(lower(word.surface)));
}

std::vector<Piece> PieceFinder::find(std::uint32_t sentence) const {
    return Collector(paper_, ends_phrase_, sentence).collect();
}

}  // namespace boardcheck::extract
