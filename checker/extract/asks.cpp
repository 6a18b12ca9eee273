#include "extract/asks.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::size_t most_asks = 40;          // of one sentence
constexpr std::uint32_t longest_subject = 10;  // tokens

bool is_determiner(std::string_view stem) {
    constexpr std::array<std::string_view, 16> words{"the", "a",   "an",  "this", "that",  "these",   "those", "it",
                                                     "our", "any", "all", "how",  "their", "whether", "what",  "your"};
    return std::find(words.begin(), words.end(), stem) != words.end();
}

/// Tokens of an enumerator: three of "(a)", "(iv)", "(2)"; two of "a)", "1."; 0 of anything else.
std::uint32_t enumerator_at(const Paper& paper, std::uint32_t token, std::uint32_t last) {
    const bool bracket = paper.word(token).surface == "(";
    const std::uint32_t inner = token + (bracket ? 1 : 0);
    if (inner + 1 >= last) return 0;
    const std::string& end = paper.word(inner + 1).surface;
    if (end != ")" && (bracket || end != ".")) return 0;
    const std::string& word = paper.word(inner).surface;
    const bool digits = paper.text.tokens[inner].kind == text::TokenKind::number && word.size() <= 2;
    const bool letters = word.size() == 1 || word.find_first_not_of("ivx") == std::string::npos;
    const bool fits = digits || (letters && paper.text.tokens[inner].kind == text::TokenKind::word);
    return fits ? inner + 2 - token : 0;
}

struct Verb {
    std::string ask;
    std::uint32_t end = 0;
};

class Splitter {
public:
    Splitter(const Paper& paper, std::uint32_t sentence, TokenRange range)
        : paper_(paper), range_(range), start_(range.first) {
        for (const match::Mention& mention : paper.mentions_in(sentence)) {
            const auto role = paper.property(mention, "role");
            if (paper.property(mention, "structure") || role == "meeting-word" || role == "addressee")
                bodies_.insert(mention.tokens.first);
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
                begin(skip_openers(take_number(token)));
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
        if (enumerator_at(paper_, token, range_.last) == 0 || is(token - 1, "(")) return false;
        return paper_.is_punctuation(token - 1) || is(token - 1, "and") || is(token - 1, "to");
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

    /// The token after an enumerator, whose words are kept for the ask that follows.
    std::uint32_t take_number(std::uint32_t token) {
        const std::uint32_t end = token + enumerator_at(paper_, token, range_.last);
        number_ = slice(paper_.text.text, paper_.span_of({token, end}));
        if (number_.back() == '.') number_.pop_back();
        return end;
    }

    std::uint32_t skip_openers(std::uint32_t token) {
        const bool first = token == range_.first;
        while (token < range_.last) {
            const bool numbered = first && paper_.text.tokens[token].kind == text::TokenKind::number;
            if (enumerator_at(paper_, token, range_.last) != 0) {
                token = take_number(token);
            } else if (numbered || paper_.is_punctuation(token) || is(token, "to") || is(token, "also") ||
                       is(token, "formal")) {
                ++token;
            } else {
                break;
            }
        }
        return token < range_.last ? after_body(token) : token;
    }

    /// The verb of "that the Board approve the plan", or its first enumerator.
    std::uint32_t after_body(std::uint32_t token) {
        const bool clause = is(token, "that") || (token > 0 && is(token - 1, "that"));
        bool body = false;
        for (std::uint32_t at = token; clause && at < std::min(range_.last, token + longest_subject); ++at) {
            if (body && enumerator_at(paper_, at, range_.last) != 0) return take_number(at);
            if (body && verbs_.count(at) != 0) return at;
            body = body || bodies_.count(at) != 0;
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
        for (const std::uint32_t length : {3u, 2u}) {
            const bool numbered = tokens.last > tokens.first + length && is_listed(tokens.last - length) &&
                                  enumerator_at(paper_, tokens.last - length, tokens.last) == length;
            if (numbered) tokens.last -= length;
        }
        while (tokens.last > tokens.first + 1 && leads_on(tokens.last - 1)) --tokens.last;
    }

    const Paper& paper_;
    TokenRange range_;
    std::uint32_t start_;  // where the last ask begins
    std::map<std::uint32_t, Verb> verbs_;
    std::set<std::uint32_t> bodies_;  // tokens at which they are named
    std::vector<Ask> asks_;
    std::string number_;
    bool infinitives_ = false;  // "to note A, to approve B": each verb has its "to"
};

}  // namespace

std::vector<Ask> asks_in(const Paper& paper, std::uint32_t sentence, TokenRange range) {
    if (range.first >= range.last) return {};
    return Splitter(paper, sentence, range).split();
}

}  // namespace boardcheck::extract
