#include "extract/asks.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::size_t most_asks = 40;  // of one sentence

bool is_punctuation(const Paper& paper, std::uint32_t token) {
    return paper.text.tokens[token].kind == text::TokenKind::punctuation;
}

bool is_determiner(std::string_view stem) {
    constexpr std::array<std::string_view, 14> words{"the", "a",   "an",  "this", "that", "these", "those",
                                                     "it",  "our", "any", "all",  "how",  "their", "whether"};
    return std::find(words.begin(), words.end(), stem) != words.end();
}

/// "(a)", "(iv)", "(2)" from its bracket on: three tokens.
bool is_enumerator(const Paper& paper, std::uint32_t token, std::uint32_t last) {
    if (token + 2 >= last || paper.word(token).surface != "(" || paper.word(token + 2).surface != ")") return false;
    const std::string& inner = paper.word(token + 1).surface;
    const bool letter = inner.size() == 1 || inner.find_first_not_of("ivx") == std::string::npos;
    return letter || (inner.size() <= 2 && paper.text.tokens[token + 1].kind == text::TokenKind::number);
}

struct Verb {
    std::string ask;
    std::uint32_t end = 0;
};

class Splitter {
public:
    Splitter(const Paper& paper, std::uint32_t sentence, TokenRange range) : paper_(paper), range_(range) {
        for (const match::Mention& mention : paper.mentions_in(sentence)) {
            const auto ask = paper.property(mention, "ask");
            if (!ask) continue;
            Verb& verb = verbs_[mention.tokens.first];
            if (mention.tokens.last > verb.end) verb = {*ask, mention.tokens.last};
        }
    }

    std::vector<Ask> split() {
        begin(skip_openers(range_.first));
        infinitives_ = start_ > 0 && is(start_ - 1, "to");
        for (std::uint32_t token = start_ + 1; token < range_.last && asks_.size() < most_asks; ++token) {
            if (is_listed(token)) {
                number_ = paper_.words({token, token + 3});
                begin(skip_openers(token + 3));
            } else if (const std::uint32_t next = verb_after(token)) {
                begin(next);
            }
            token = std::max(token, start_);
        }
        finish(range_.last);
        return std::move(asks_);
    }

private:
    bool is(std::uint32_t token, std::string_view word) const { return paper_.word(token).stem == word; }

    /// An enumerator that begins an item, not "option (c)".
    bool is_listed(std::uint32_t token) const {
        if (!is_enumerator(paper_, token, range_.last)) return false;
        return is_punctuation(paper_, token - 1) || is(token - 1, "and") || is(token - 1, "to");
    }

    /// After a semicolon, "and to", ", to", or "and" before a plain asking verb with an object of its own: the verb;
    /// else 0.
    std::uint32_t verb_after(std::uint32_t token) const {
        const bool stop = is(token, ";"), comma = is(token, ","), joined = is(token, "and");
        if (!stop && !comma && !joined) return 0;
        std::uint32_t next = token + 1;
        if (next < range_.last && is(next, "and")) ++next;
        const bool infinitive = next < range_.last && is(next, "to");
        if (infinitive) ++next;
        const auto verb = verbs_.find(next);
        if (verb == verbs_.end()) return 0;
        const std::uint32_t object = verb->second.end;
        const bool has_object = object < range_.last && is_determiner(paper_.stem(object));
        const bool parallel = infinitive ? infinitives_ || stop : has_object && verb->second.ask != "other";
        return parallel || stop ? next : 0;
    }

    std::uint32_t skip_openers(std::uint32_t token) {
        while (token < range_.last) {
            if (is_enumerator(paper_, token, range_.last)) {
                number_ = paper_.words({token, token + 3});
                token += 3;
            } else if (is_punctuation(paper_, token) || is(token, "to") || is(token, "also") || is(token, "formal")) {
                ++token;
            } else {
                break;
            }
        }
        return token;
    }

    void begin(std::uint32_t token) {
        if (token >= range_.last) return;
        finish(token);
        const auto verb = verbs_.find(token);
        Ask ask;
        ask.known = verb != verbs_.end();
        ask.ask = ask.known ? verb->second.ask : "other";
        ask.object = ask.known ? verb->second.end : token + 1;
        ask.number = number_;
        ask.tokens = {token, range_.last};
        start_ = token;
        asks_.push_back(std::move(ask));
        number_.clear();
    }

    /// The last ask ends before `token`, without what leads to the next: "; and (b) to".
    void finish(std::uint32_t token) {
        if (asks_.empty()) return;
        TokenRange& tokens = asks_.back().tokens;
        tokens.last = std::min(tokens.last, token);
        const auto leads_on = [&](std::uint32_t at) {
            return is(at, ";") || is(at, ",") || is(at, "and") || is(at, "to") || is(at, ".");
        };
        const bool numbered = tokens.last > tokens.first + 3 && is_enumerator(paper_, tokens.last - 3, tokens.last);
        if (numbered) tokens.last -= 3;
        while (tokens.last > tokens.first + 1 && leads_on(tokens.last - 1)) --tokens.last;
    }

    const Paper& paper_;
    TokenRange range_;
    std::map<std::uint32_t, Verb> verbs_;
    std::vector<Ask> asks_;
    std::string number_;
    std::uint32_t start_ = 0;
    bool infinitives_ = false;  // "to note A, to approve B": each verb has its "to"
};

}  // namespace

std::vector<Ask> asks_in(const Paper& paper, std::uint32_t sentence, TokenRange range) {
    if (range.first >= range.last) return {};
    return Splitter(paper, sentence, range).split();
}

}  // namespace boardcheck::extract
