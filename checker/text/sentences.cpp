#include "text/sentences.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include "text/grammar.hpp"
#include "text/words.hpp"

namespace boardcheck::text {

namespace {

using ingest::BlockKind;

// A row with more words than this is read cell by cell.
constexpr std::uint32_t longest_row = 60;

constexpr std::array<std::string_view, 20> titles{"cllr",   "cllrs", "dr",    "drs",  "mr",   "mrs", "ms",
                                                  "messrs", "prof",  "profs", "rev",  "revd", "hon", "rt",
                                                  "st",     "lt",    "col",   "capt", "sgt",  "maj"};
constexpr std::array<std::string_view, 14> latin{"vs", "v",  "cf",    "viz", "approx", "incl", "excl",
                                                 "al", "ca", "circa", "tel", "ext",    "esp",  "max"};
constexpr std::array<std::string_view, 44> before_number{
    "no",  "nos",  "para", "paras", "fig",   "figs", "s",    "ss",   "p",   "pp",   "pg",
    "vol", "vols", "art",  "arts",  "sched", "schs", "sch",  "ch",   "chs", "chap", "cl",
    "cls", "sec",  "sect", "reg",   "regs",  "ref",  "refs", "app",  "pt",  "r",    "jan",
    "feb", "mar",  "apr",  "jun",   "jul",   "aug",  "sep",  "sept", "oct", "nov",  "dec"};
// "Appendix B. The ...": the letter after these is a label, not somebody's initial.
constexpr std::array<std::string_view, 32> labelled{
    "appendix", "annex", "annexe", "section", "schedule",  "part",     "option", "figure",
    "table",    "group", "phase",  "tier",    "plan",      "block",    "ward",   "category",
    "class",    "band",  "grade",  "vitamin", "hepatitis", "type",     "point",  "item",
    "column",   "row",   "box",    "chart",   "exhibit",   "scenario", "model",  "stage"};

template <std::size_t size>
bool one_of(const std::array<std::string_view, size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Decides whether the stop before a token, which ICU takes for the end of a sentence, belongs to an abbreviation.
class Abbreviations {
public:
    explicit Abbreviations(const Text& text) : text_(text) {}

    /// `next` is the token after the candidate, `first` the first token of the sentence so far.
    bool end_before(std::uint32_t first, std::uint32_t next) const {
        std::uint32_t stop = next - 1;
        while (stop > first && is_closing(surface(stop))) --stop;
        if (stop == first || surface(stop) != ".") return !is_bare_number(first, next);
        if (is_bare_number(first, next)) return false;
        const std::string word = fold(surface(stop - 1));
        if (one_of(latin, word)) return false;
        if (one_of(titles, word)) return !capitalised(next);
        if (one_of(before_number, word) && (refers(next) || is_number(next))) return false;
        if (word.size() == 1) return !is_inner_letter(first, stop - 1, next);
        return true;
    }

private:
    std::string_view surface(std::uint32_t token) const { return text_.words[text_.tokens[token].word].surface; }
    bool capitalised(std::uint32_t token) const { return text_.words[text_.tokens[token].word].capitalised; }
    bool is_number(std::uint32_t token) const { return text_.tokens[token].kind == TokenKind::number; }
    static bool is_closing(std::string_view mark) {
        return mark == ")" || mark == "]" || mark == "\"" || mark == "'" || mark == "}";
    }

    /// "s. 75", "ref. GB/21", "fig. B2": what a reference points to.
    bool refers(std::uint32_t token) const {
        const std::string_view word = surface(token);
        return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }) ||
               (word.size() < 4 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
                !is_sentence_opener(fold(word)));
    }

    /// A sentence that would be only "1." or "(a)." is the number of what follows.
    bool is_bare_number(std::uint32_t first, std::uint32_t next) const {
        if (next - first > 4) return false;
        for (std::uint32_t token = first; token < next; ++token) {
            const bool short_word = text_.tokens[token].kind != TokenKind::word || surface(token).size() == 1;
            if (!short_word || surface(token) == "?" || surface(token) == "!") return false;
        }
        return true;
    }

    /// "e.g.", "i.e.", "U.K." and the initials of names, as against "Appendix B." and "plan A.".
    bool is_inner_letter(std::uint32_t first, std::uint32_t letter, std::uint32_t next) const {
        const bool after_stop = letter >= first + 2 && surface(letter - 1) == ".";
        const std::string_view before = after_stop ? surface(letter - 2) : std::string_view{};
        if (surface(letter) == "g" && before == "e") return true;
        if (surface(letter) == "e" && before == "i") return true;
        if (!capitalised(letter) || surface(letter) == "I" || is_sentence_opener(fold(surface(next)))) return false;
        if (!capitalised(next)) return false;
        if (letter == first || after_stop) return true;
        return !one_of(labelled, fold(surface(letter - 1)));
    }

    const Text& text_;
};

/// Sentence borders as ICU sees them, one span after another.
class Borders {
public:
    Borders() {
        UErrorCode status = U_ZERO_ERROR;
        breaks_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale("en", "GB"), status));
        if (U_FAILURE(status)) breaks_.reset();
    }
    ~Borders() { utext_close(&window_); }
    Borders(const Borders&) = delete;
    Borders& operator=(const Borders&) = delete;

    void start(std::string_view text, Span span) {
        active_ = false;
        span_ = span;
        const std::string_view block = slice(text, span);
        if (breaks_ == nullptr || block.find_first_of(".!?") == std::string_view::npos) return;
        UErrorCode status = U_ZERO_ERROR;
        utext_openUTF8(&window_, block.data(), static_cast<std::int64_t>(block.size()), &status);
        breaks_->setText(&window_, status);
        active_ = U_SUCCESS(status);
    }
    /// The next border inside the span, or its end.
    std::uint32_t next() {
        if (!active_) return span_.end;
        const std::int32_t at = breaks_->next();
        return at == icu::BreakIterator::DONE ? span_.end : span_.begin + static_cast<std::uint32_t>(at);
    }

private:
    std::unique_ptr<icu::BreakIterator> breaks_;
    UText window_ = UTEXT_INITIALIZER;
    Span span_;
    bool active_ = false;
};

class Splitter {
public:
    Splitter(const ingest::Document& document, const Text& text, Layout& layout)
        : document_(document), text_(text), layout_(layout), abbreviations_(text) {}

    std::vector<Sentence> run() {
        layout_.sentences.resize(document_.blocks.size());
        for (std::uint32_t block = 0; block < document_.blocks.size();) {
            if (!is_read(document_.blocks[block])) {
                ++block;
                continue;
            }
            const Row row = row_at(document_.blocks, block);
            if (is_one_sentence(row)) {
                whole(row);
            } else {
                for (std::uint32_t cell = row.first; cell < row.last; ++cell) split(cell);
            }
            block = row.last;
        }
        return std::move(sentences_);
    }

private:
    bool is_one_sentence(Row row) const {
        const ingest::Block& block = document_.blocks[row.first];
        if (block.kind == BlockKind::heading || block.kind == BlockKind::slide_title) return true;
        if (block.kind != BlockKind::table_cell) return false;
        if (block.header_cell) return true;
        std::uint32_t words = 0;
        for (std::uint32_t token = layout_.tokens[row.first].first; token < layout_.tokens[row.last - 1].last;
             ++token) {
            if (text_.tokens[token].kind != TokenKind::punctuation) ++words;
        }
        return words <= longest_row;
    }

    void whole(Row row) {
        const auto first = static_cast<std::uint32_t>(sentences_.size());
        add(row.first, {layout_.tokens[row.first].first, layout_.tokens[row.last - 1].last});
        const auto last = static_cast<std::uint32_t>(sentences_.size());
        for (std::uint32_t cell = row.first; cell < row.last; ++cell) layout_.sentences[cell] = {last, last};
        layout_.sentences[row.first].first = first;
    }

    void split(std::uint32_t block) {
        SentenceRange& range = layout_.sentences[block];
        range.first = static_cast<std::uint32_t>(sentences_.size());
        const TokenRange tokens = layout_.tokens[block];
        std::uint32_t first = tokens.first;
        std::uint32_t next = first;
        borders_.start(text_.text, layout_.spans[block]);
        while (next < tokens.last) {
            const std::uint32_t border = borders_.next();
            while (next < tokens.last && text_.tokens[next].span.begin < border) ++next;
            if (next == first || next == tokens.last) continue;
            if (!has_word({next, tokens.last}) || !abbreviations_.end_before(first, next)) continue;
            add(block, {first, next});
            first = next;
        }
        add(block, {first, tokens.last});
        range.last = static_cast<std::uint32_t>(sentences_.size());
    }

    /// Stray marks at the end belong to the sentence before them. Looks no further than a few tokens.
    bool has_word(TokenRange range) const {
        const std::uint32_t end = std::min(range.last, range.first + 8);
        for (std::uint32_t token = range.first; token < end; ++token) {
            if (text_.tokens[token].kind != TokenKind::punctuation) return true;
        }
        return false;
    }

    void add(std::uint32_t block, TokenRange tokens) {
        if (tokens.first == tokens.last) return;
        Sentence sentence;
        sentence.tokens = tokens;
        sentence.span = {text_.tokens[tokens.first].span.begin, text_.tokens[tokens.last - 1].span.end};
        sentence.block = block;
        sentences_.push_back(std::move(sentence));
    }

    const ingest::Document& document_;
    const Text& text_;
    Layout& layout_;
    Abbreviations abbreviations_;
    Borders borders_;
    std::vector<Sentence> sentences_;
};

}  // namespace

std::vector<Sentence> split_sentences(const ingest::Document& document, const Text& text, Layout& layout) {
    return Splitter(document, text, layout).run();
}

}  // namespace boardcheck::text
