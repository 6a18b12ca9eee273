#include "text/tokens.hpp"

#include <array>

#include <unicode/uchar.h>

#include "text/code_point.hpp"
#include "text/numbers.hpp"

namespace boardcheck::text {

namespace {

enum class Kind : std::uint8_t { space, letter, digit, mark, beyond };  // beyond: not ASCII

constexpr std::array<Kind, 256> kinds = [] {
    std::array<Kind, 256> table{};
    for (int c = 0; c < 256; ++c) {
        Kind kind = Kind::mark;
        if (c <= 0x20 || c == 0x7f) kind = Kind::space;
        if (c >= '0' && c <= '9') kind = Kind::digit;
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) kind = Kind::letter;
        if (c >= 0x80) kind = Kind::beyond;
        table[static_cast<std::size_t>(c)] = kind;
    }
    return table;
}();

class Tokeniser {
public:
    Tokeniser(std::string_view text, Span span) : text_(text.substr(0, span.end)), at_(span.begin) {}

    /// The next token, or one of length 0 at the end.
    Token next() {
        while (at_ < text_.size()) {
            switch (kind_at(at_)) {
                case Kind::space:
                    ++at_;
                    continue;
                case Kind::letter:
                    return word();
                case Kind::digit:
                    return number();
                case Kind::mark:
                    return mark();
                case Kind::beyond:
                    return beyond();
            }
        }
        return {{at_, at_}, 0, TokenKind::punctuation};
    }

private:
    Kind kind_at(std::uint32_t at) const { return kinds[static_cast<unsigned char>(text_[at])]; }
    bool digit_at(std::uint32_t at) const { return at < text_.size() && kind_at(at) == Kind::digit; }

    /// Beyond ASCII: letters, their marks and foreign digits belong to words.
    static bool in_word(UChar32 c) {
        return c >= 0 && (u_isalnum(c) || (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_MC_MASK | U_GC_ME_MASK)) != 0);
    }

    std::uint32_t end_of_word(std::uint32_t at) const {
        while (at < text_.size()) {
            const Kind kind = kind_at(at);
            if (kind == Kind::letter || kind == Kind::digit) {
                ++at;
                continue;
            }
            if (kind != Kind::beyond) break;
            const CodePoint decoded = code_point_at(text_, at);
            if (!in_word(decoded.value)) break;
            at = decoded.end;
        }
        return at;
    }

    Token make(std::uint32_t end, TokenKind kind) {
        const Token token{{at_, end}, 0, kind};
        at_ = end;
        after_word_ = kind != TokenKind::punctuation;
        return token;
    }

    Token word() { return make(end_of_word(at_), TokenKind::word); }

    /// "42", "1,250", "5.12"; with letters ("6th", "2.3m") it is still one token.
    Token number() {
        std::uint32_t end = at_;
        bool grouped = true;
        while (digit_at(end)) {
            while (digit_at(end)) ++end;
            const bool point = end < text_.size() && text_[end] == '.' && digit_at(end + 1);
            const bool comma = grouped && end < text_.size() && text_[end] == ',' && thousands_at(end + 1);
            if (point) grouped = false;
            if (point || comma) ++end;
        }
        const std::uint32_t with_letters = end_of_word(end);
        const bool ordinal = ordinal_ending(fold(text_.substr(at_, with_letters - at_).substr(0, 24))) != 0;
        return make(with_letters, with_letters == end || ordinal ? TokenKind::number : TokenKind::word);
    }
    bool thousands_at(std::uint32_t at) const {
        return digit_at(at) && digit_at(at + 1) && digit_at(at + 2) && !digit_at(at + 3);
    }

    Token mark() {
        if (text_[at_] == '&') return make(at_ + 1, TokenKind::word);
        if (text_[at_] == '\'' && follows_word()) {
            if (const std::uint32_t end = end_of_enclitic(); end != 0) return make(end, TokenKind::word);
        }
        return make(at_ + 1, TokenKind::punctuation);
    }
    bool follows_word() const { return at_ > 0 && after_word_ && kind_at(at_ - 1) != Kind::space; }

    /// "'s", "'t", "'ll" and the like; 0 where another apostrophe stands.
    std::uint32_t end_of_enclitic() const {
        const std::uint32_t end = end_of_word(at_ + 1);
        if (end == at_ + 1 || end > at_ + 3) return 0;
        const std::string rest = fold(text_.substr(at_ + 1, end - at_ - 1));
        for (const std::string_view enclitic : {"s", "t", "d", "m", "ll", "re", "ve"}) {
            if (rest == enclitic) return end;
        }
        return 0;
    }

    Token beyond() {
        const CodePoint decoded = code_point_at(text_, at_);
        return in_word(decoded.value) ? word() : make(decoded.end, TokenKind::punctuation);
    }

    std::string_view text_;
    std::uint32_t at_;
    bool after_word_ = false;
};

}  // namespace

void tokenise(std::string_view text, Span span, WordTable& words, std::vector<Token>& out) {
    Tokeniser tokeniser(text, span);
    for (Token token = tokeniser.next(); length(token.span) != 0; token = tokeniser.next()) {
        token.word = words.index_of(slice(text, token.span), token.kind);
        out.push_back(token);
    }
}

}  // namespace boardcheck::text
