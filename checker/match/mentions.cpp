#include "match/mentions.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <string>

namespace boardcheck::match {

namespace {

using catalogue::Catalogue;
using catalogue::TermId;
using catalogue::Trie;
using text::Text;
using text::TokenRange;

/// More marks and articles than this in a row are no longer between the words of a name; a bound keeps the walk linear.
constexpr std::uint32_t most_skipped = 4;
constexpr std::uint32_t no_key = 0xffffffff;

/// In reading order, the longer of two that begin together first.
bool comes_before(const Mention& a, const Mention& b) {
    if (a.sentence != b.sentence) return a.sentence < b.sentence;
    if (a.tokens.first != b.tokens.first) return a.tokens.first < b.tokens.first;
    if (a.tokens.last != b.tokens.last) return a.tokens.last > b.tokens.last;
    return a.term < b.term;
}

/// A distinct word of the paper as the automaton sees it, looked up once.
struct Entry {
    std::uint32_t stem = no_key, exact = no_key;                        // keys
    std::uint32_t by_stem = Trie::no_state, by_exact = Trie::no_state;  // states after the root, if more may follow
    std::uint32_t ends = 0, more_ends = 0;  // variants of this word alone: begin and end in a list
    bool skippable = false;
};

/// A variant that ends with the word.
struct Ending {
    TermId term = 0;
    std::optional<std::uint32_t> when;
};

class Entries {
public:
    Entries(const Text& text, const Catalogue& catalogue) : catalogue_(catalogue) {
        entries_.reserve(text.words.size());
        for (const text::Word& word : text.words) entries_.push_back(entry_of(word));
    }
    const Entry& operator[](std::uint32_t word) const { return entries_[word]; }
    /// Of variants that are this word alone, by term.
    std::span<const Ending> endings_of(const Entry& entry) const {
        return {endings_.data() + entry.ends, endings_.data() + entry.more_ends};
    }

private:
    Entry entry_of(const text::Word& word) {
        exact_ = '=';
        exact_ += word.surface;
        Entry entry;
        entry.stem = key_of(word.stem);
        entry.exact = key_of(exact_);
        entry.skippable = catalogue::is_skipped(word.stem);
        entry.ends = static_cast<std::uint32_t>(endings_.size());
        entry.by_stem = state_of(entry.stem);
        entry.by_exact = state_of(entry.exact);
        entry.more_ends = static_cast<std::uint32_t>(endings_.size());
        const auto by_term = [](const Ending& a, const Ending& b) { return a.term < b.term; };
        std::stable_sort(endings_.begin() + entry.ends, endings_.end(), by_term);
        return entry;
    }

    std::uint32_t key_of(const std::string& word) const {
        const auto found = catalogue_.word_keys.find(word);
        return found == catalogue_.word_keys.end() ? no_key : found->second;
    }

    /// The state after the word, unless nothing follows there; notes what ends there.
    std::uint32_t state_of(std::uint32_t key) {
        const Trie& trie = catalogue_.trie;
        const std::uint32_t state = key == no_key ? Trie::no_state : trie.after(0, key);
        if (state == Trie::no_state) return state;
        for (const auto& [term, variant] : trie.ends_at(state))
            endings_.push_back({term, catalogue_.terms[term].variants[variant].when});
        return trie.edges_of(state).empty() ? Trie::no_state : state;
    }

    const Catalogue& catalogue_;
    std::string exact_;
    std::vector<Entry> entries_;
    std::vector<Ending> endings_;
};

/// Walks the automaton from one token; a walk follows the stem and the exact spelling of each word, and may skip what
/// may stand between.
class Walk {
public:
    Walk(const Text& text, const Catalogue& catalogue, Found& found)
        : text_(text), catalogue_(catalogue), entries_(text, catalogue), found_(found) {}

    void from(std::uint32_t sentence, std::uint32_t token, std::uint32_t end) {
        const Entry& entry = entries_[text_.tokens[token].word];
        follow(entry.by_stem, token);
        follow(entry.by_exact, token);
        if (!states_.empty()) longer(sentence, token, end);
        for (const auto& [term, when] : entries_.endings_of(entry)) add({term, {token, token + 1}, sentence}, when);
    }

private:
    struct State {
        std::uint32_t node = 0;
        std::uint32_t token = 0;    // the next one to read
        std::uint32_t skipped = 0;  // words skipped right before it: no variant ends after one
    };

    void add(const Mention& mention, std::optional<std::uint32_t> when) {
        if (when) {
            found_.conditional.push_back({mention, *when});
        } else {
            found_.mentions.push_back(mention);
        }
    }

    /// Variants of several words, the longest first.
    void longer(std::uint32_t sentence, std::uint32_t token, std::uint32_t end) {
        const auto begin = static_cast<std::ptrdiff_t>(found_.mentions.size());
        while (!states_.empty()) {
            const State state = states_.back();
            states_.pop_back();
            if (state.skipped == 0 && state.token > token + 1) {
                for (const auto& [term, variant] : catalogue_.trie.ends_at(state.node))
                    add({term, {token, state.token}, sentence}, catalogue_.terms[term].variants[variant].when);
            }
            if (state.token < end) step(state);
        }
        if (found_.mentions.end() - found_.mentions.begin() - begin > 1)
            std::sort(found_.mentions.begin() + begin, found_.mentions.end(), comes_before);
    }

    void step(State state) {
        const Trie& trie = catalogue_.trie;
        if (trie.edges_of(state.node).empty()) return;
        const Entry& entry = entries_[text_.tokens[state.token].word];
        if (entry.stem != no_key) follow(trie.after(state.node, entry.stem), state.token);
        if (entry.exact != no_key) follow(trie.after(state.node, entry.exact), state.token);
        if (entry.skippable && state.skipped < most_skipped) {
            states_.push_back({state.node, state.token + 1, state.skipped + 1});
        }
    }

    void follow(std::uint32_t node, std::uint32_t token) {
        if (node != Trie::no_state) states_.push_back({node, token + 1, 0});
    }

    const Text& text_;
    const Catalogue& catalogue_;
    Entries entries_;
    Found& found_;
    std::vector<State> states_;
};

bool has_of(const Text& text, TokenRange range) {
    for (std::uint32_t token = range.first; token < range.last; ++token) {
        if (text.words[text.tokens[token].word].stem == "of") return true;
    }
    return false;
}

/// "county" in "county council" is no mention of its own; "county council" in "cabinet of the county council" is.
bool is_only_part_of(const Mention& inner, const Mention& outer, const Text& text, const TermKinds& kinds) {
    const bool hidden = inner.term == outer.term || (kinds.entity[inner.term] && kinds.entity[outer.term]);
    if (!hidden) return false;
    const bool inside = outer.tokens.first <= inner.tokens.first && inner.tokens.last <= outer.tokens.last &&
                        outer.tokens != inner.tokens;
    if (!inside) return false;
    if (inner.term == outer.term) return true;
    const bool bodies = kinds.structure[inner.term] && kinds.structure[outer.term];
    const bool complement =
        bodies && inner.tokens.last == outer.tokens.last && has_of(text, {outer.tokens.first, inner.tokens.first});
    return !complement;
}

}  // namespace

Found find_mentions(const Text& text, const Catalogue& catalogue) {
    Found found;
    if (catalogue.trie.size() == 0) return found;
    Walk walk(text, catalogue, found);
    for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
        const TokenRange range = text.sentences[i].tokens;
        for (std::uint32_t token = range.first; token < range.last; ++token) walk.from(i, token, range.last);
    }
    return found;
}

void leave_out_parts(std::vector<Mention>& mentions, std::size_t from, const Text& text, const TermKinds& kinds) {
    // A mention can only be part of one that begins at its token or before; variants are short, so few are open at a
    // time.
    constexpr std::size_t few = 4;
    std::vector<Mention> open;
    std::uint32_t open_end = 0;  // of the longest
    std::size_t kept = from;
    for (std::size_t i = from; i < mentions.size(); ++i) {
        const Mention mention = mentions[i];
        const bool new_sentence = !open.empty() && open.back().sentence != mention.sentence;
        if (new_sentence || mention.tokens.first >= open_end) open.clear();
        if (open.empty()) open_end = 0;
        if (open.size() > few) {
            std::erase_if(open, [&](const Mention& outer) { return outer.tokens.last <= mention.tokens.first; });
        }
        const bool repeated = kept > from && mentions[kept - 1] == mention;
        const bool part = std::any_of(open.begin(), open.end(), [&](const Mention& outer) {
            return is_only_part_of(mention, outer, text, kinds);
        });
        if (repeated || part) continue;
        // What is one token long has nothing inside it.
        if (mention.tokens.last - mention.tokens.first > 1) {
            open.push_back(mention);
            open_end = std::max(open_end, mention.tokens.last);
        }
        mentions[kept++] = mention;
    }
    mentions.resize(kept);
}

void merge(std::vector<Mention>& mentions, std::vector<Mention> more, const Text& text, const TermKinds& kinds) {
    std::sort(more.begin(), more.end(), comes_before);
    if (more.empty()) return;
    std::vector<Mention> merged;
    merged.reserve(mentions.size() + more.size());
    auto done = mentions.begin();
    for (auto first = more.begin(); first != more.end();) {
        const auto later = [sentence = first->sentence](const Mention& mention) { return mention.sentence > sentence; };
        const auto last = std::find_if(first, more.end(), later);
        const auto begin = std::find_if(done, mentions.end(), [sentence = first->sentence](const Mention& mention) {
            return mention.sentence >= sentence;
        });
        const auto end = std::find_if(begin, mentions.end(), later);
        merged.insert(merged.end(), done, begin);
        const std::size_t from = merged.size();
        std::merge(begin, end, first, last, std::back_inserter(merged), comes_before);
        leave_out_parts(merged, from, text, kinds);
        done = end;
        first = last;
    }
    merged.insert(merged.end(), done, mentions.end());
    mentions = std::move(merged);
}

std::vector<std::uint32_t> index_by_sentence(const std::vector<Mention>& mentions, std::size_t sentences) {
    std::vector<std::uint32_t> begins(sentences + 1, 0);
    for (const Mention& mention : mentions) ++begins[mention.sentence + 1];
    for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
    return begins;
}

}  // namespace boardcheck::match
