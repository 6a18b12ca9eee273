#include "match/mentions.hpp"

#include <algorithm>
#include <array>

namespace boardcheck::match {

namespace {

using catalogue::Catalogue;
using catalogue::TermId;
using text::Text;
using text::TokenRange;

constexpr std::uint32_t no_key = 0xffffffff;

bool is_article(const text::Word& word) { return word.stem == "the" || word.stem == "a" || word.stem == "an"; }

/// The automaton's keys for every distinct word of the paper, looked up once.
struct Keys {
    std::vector<std::uint32_t> stem, exact;
    std::vector<bool> skippable;
};

Keys keys_of(const Text& text, const Catalogue& catalogue) {
    Keys keys;
    const auto key = [&](const std::string& word) {
        const auto found = catalogue.word_keys.find(word);
        return found == catalogue.word_keys.end() ? no_key : found->second;
    };
    for (const text::Word& word : text.words) {
        keys.stem.push_back(key(word.stem));
        keys.exact.push_back(key("=" + word.surface));
        keys.skippable.push_back(may_be_skipped(word));
    }
    return keys;
}

/// Walks the automaton from one token; a walk follows the stem and the exact spelling of each word, and may skip what
/// may stand between.
class Walk {
public:
    Walk(const Text& text, const Catalogue& catalogue, const std::vector<bool>& readings)
        : text_(text), catalogue_(catalogue), readings_(readings), keys_(keys_of(text, catalogue)) {}

    void from(std::uint32_t sentence, std::uint32_t token, std::uint32_t end, std::vector<Mention>& mentions) {
        states_.assign(1, State{0, token, false});
        while (!states_.empty()) {
            const State state = states_.back();
            states_.pop_back();
            const catalogue::TrieNode& node = catalogue_.trie[state.node];
            if (!state.skipped) report(node, {token, state.token}, sentence, mentions);
            if (state.token < end) step(node, state);
        }
    }

private:
    struct State {
        std::uint32_t node = 0;
        std::uint32_t token = 0;  // the next one to read
        bool skipped = false;     // the one before it was skipped, so no variant ends here
    };

    void report(const catalogue::TrieNode& node, TokenRange range, std::uint32_t sentence,
                std::vector<Mention>& mentions) const {
        for (const auto& [term, variant] : node.ends) {
            if (holds(term, variant)) mentions.push_back({term, range, sentence});
        }
    }

    void step(const catalogue::TrieNode& node, State state) {
        if (node.next.empty()) return;
        const std::uint32_t word = text_.tokens[state.token].word;
        follow(node, keys_.stem[word], state.token);
        follow(node, keys_.exact[word], state.token);
        const bool inside = state.node != 0;
        if (inside && keys_.skippable[word]) states_.push_back({state.node, state.token + 1, true});
    }

    void follow(const catalogue::TrieNode& node, std::uint32_t key, std::uint32_t token) {
        if (key == no_key) return;
        const auto next = node.next.find(key);
        if (next != node.next.end()) states_.push_back({next->second, token + 1, false});
    }

    bool holds(TermId term, std::uint32_t variant) const {
        const auto& when = catalogue_.terms[term].variants[variant].when;
        return !when || (*when < readings_.size() && readings_[*when]);
    }

    const Text& text_;
    const Catalogue& catalogue_;
    const std::vector<bool>& readings_;
    Keys keys_;
    std::vector<State> states_;
};

bool is_entity(const catalogue::Term& term) {
    return term.properties.contains("structure") || term.properties.contains("kind");
}

bool holds_word(const Text& text, TokenRange range, std::string_view stem) {
    for (std::uint32_t token = range.first; token < range.last; ++token) {
        if (text.words[text.tokens[token].word].stem == stem) return true;
    }
    return false;
}

/// "ICS" in "ICS NHS body" is no mention of its own; "ICS NHS body" in "board of the ICS NHS body" is.
bool is_only_part_of(const Mention& inner, const Mention& outer, const Text& text, const Catalogue& catalogue) {
    const bool inside = outer.tokens.first <= inner.tokens.first && inner.tokens.last <= outer.tokens.last &&
                        outer.tokens != inner.tokens;
    if (!inside) return false;
    if (inner.term == outer.term) return true;
    const catalogue::Term& inner_term = catalogue.terms[inner.term];
    const catalogue::Term& outer_term = catalogue.terms[outer.term];
    if (!is_entity(inner_term) || !is_entity(outer_term)) return false;
    const bool complement =
        inner.tokens.last == outer.tokens.last && holds_word(text, {outer.tokens.first, inner.tokens.first}, "of");
    const bool bodies = inner_term.properties.contains("structure") && outer_term.properties.contains("structure");
    return !(complement && bodies);
}

}  // namespace

bool may_be_skipped(const text::Word& word) {
    static constexpr std::array<std::string_view, 8> between{"-", "/", "'", "\"", "'s", "*", "_", "`"};
    return is_article(word) || std::find(between.begin(), between.end(), word.stem) != between.end();
}

bool counts_as_word(const Text& text, std::uint32_t token) {
    return text.tokens[token].kind != text::TokenKind::punctuation &&
           !may_be_skipped(text.words[text.tokens[token].word]);
}

std::vector<Mention> find_mentions(const Text& text, const Catalogue& catalogue, const std::vector<bool>& readings) {
    std::vector<Mention> mentions;
    if (catalogue.trie.empty()) return mentions;
    Walk walk(text, catalogue, readings);
    for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
        const TokenRange range = text.sentences[i].tokens;
        for (std::uint32_t token = range.first; token < range.last; ++token) walk.from(i, token, range.last, mentions);
    }
    settle(mentions, text, catalogue);
    return mentions;
}

void settle(std::vector<Mention>& mentions, const Text& text, const Catalogue& catalogue) {
    std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
        if (a.sentence != b.sentence) return a.sentence < b.sentence;
        if (a.tokens.first != b.tokens.first) return a.tokens.first < b.tokens.first;
        if (a.tokens.last != b.tokens.last) return a.tokens.last > b.tokens.last;
        return a.term < b.term;
    });
    mentions.erase(std::unique(mentions.begin(), mentions.end()), mentions.end());
    // A mention can only be part of one that begins at its token or before; variants are short, so few are open at a
    // time.
    std::vector<Mention> kept;
    std::vector<std::size_t> open;
    for (const Mention& mention : mentions) {
        std::erase_if(open, [&](std::size_t i) {
            return kept[i].sentence != mention.sentence || kept[i].tokens.last <= mention.tokens.first;
        });
        const bool part = std::any_of(open.begin(), open.end(), [&](std::size_t i) {
            return is_only_part_of(mention, kept[i], text, catalogue);
        });
        if (part) continue;
        open.push_back(kept.size());
        kept.push_back(mention);
    }
    mentions = std::move(kept);
}

std::vector<std::uint32_t> index_by_sentence(const std::vector<Mention>& mentions, std::size_t sentences) {
    std::vector<std::uint32_t> begins(sentences + 1, 0);
    for (const Mention& mention : mentions) ++begins[mention.sentence + 1];
    for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
    return begins;
}

}  // namespace boardcheck::match
