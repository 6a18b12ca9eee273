#include "match/names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "match/mentions.hpp"

namespace boardcheck::match {

namespace {

using catalogue::Catalogue;
using catalogue::TermId;
using text::Text;
using text::TokenRange;

constexpr std::uint32_t longest_alias = 5;  // words
constexpr std::uint32_t longest_name = 6;   // words
constexpr std::size_t most_names = 12;

const text::Word& word_at(const Text& text, std::uint32_t token) { return text.words[text.tokens[token].word]; }

bool is(const Text& text, std::uint32_t token, std::string_view surface) {
    return word_at(text, token).surface == surface;
}

bool is_capitalised_word(const Text& text, std::uint32_t token) {
    return text.tokens[token].kind == text::TokenKind::word && word_at(text, token).capitalised;
}

std::string surface_of(const Text& text, TokenRange range) {
    std::string name;
    for (std::uint32_t token = range.first; token < range.last; ++token) {
        if (!name.empty()) name += ' ';
        name += word_at(text, token).surface;
    }
    return name;
}

/// Finds names, given as surfaces joined by spaces, in one walk over the tokens.
class NameFinder {
public:
    void add(const std::string& name, std::uint32_t value) {
        names_.emplace(name, value);
        firsts_[name.substr(0, name.find(' '))] = true;
        longest_ = std::max<std::uint32_t>(longest_,
                                           1 + static_cast<std::uint32_t>(std::count(name.begin(), name.end(), ' ')));
    }
    bool empty() const { return names_.empty(); }

    /// Calls `found(sentence, range, value)` for the longest name at each token.
    template <typename Found>
    void each(const Text& text, Found found) const {
        std::vector<bool> begins(text.words.size());
        for (std::size_t i = 0; i < text.words.size(); ++i) begins[i] = firsts_.contains(text.words[i].surface);
        for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
            const TokenRange range = text.sentences[i].tokens;
            for (std::uint32_t token = range.first; token < range.last; ++token) {
                if (begins[text.tokens[token].word]) longest_at(text, i, token, range.last, found);
            }
        }
    }

private:
    template <typename Found>
    void longest_at(const Text& text, std::uint32_t sentence, std::uint32_t token, std::uint32_t end,
                    Found& found) const {
        for (std::uint32_t last = std::min(end, token + longest_); last > token; --last) {
            const auto name = names_.find(surface_of(text, {token, last}));
            if (name == names_.end()) continue;
            found(sentence, TokenRange{token, last}, name->second);
            return;
        }
    }

    std::unordered_map<std::string, std::uint32_t> names_;
    std::unordered_map<std::string, bool> firsts_;
    std::uint32_t longest_ = 0;
};

/// The words between a bracket and its end, without a leading "the" and without quotation marks; empty where they are
/// no name.
TokenRange bracketed_name(const Text& text, std::uint32_t open, std::uint32_t end) {
    std::uint32_t first = open + 1;
    while (first < end &&
           (is(text, first, "the") || is(text, first, "\"") || is(text, first, "'") || is(text, first, "or")))
        ++first;
    std::uint32_t last = first;
    while (last < end && last - first < longest_alias && is_capitalised_word(text, last)) ++last;
    std::uint32_t close = last;
    while (close < end && (is(text, close, "\"") || is(text, close, "'"))) ++close;
    const bool closed = close < end && (is(text, close, ")") || is(text, close, ",") || is(text, close, ";"));
    return closed && last > first ? TokenRange{first, last} : TokenRange{};
}

/// "known locally as the Care Alliance": the capitalised words after "known/called/referred to ... as".
TokenRange known_as_name(const Text& text, std::uint32_t begin, std::uint32_t end) {
    static constexpr std::array<std::string_view, 5> verbs{"known", "called", "named", "termed", "referred"};
    const std::uint32_t verb_end = std::min(end, begin + 4);
    const auto verb = [&](std::uint32_t token) {
        return std::find(verbs.begin(), verbs.end(), word_at(text, token).surface) != verbs.end();
    };
    std::uint32_t at = begin;
    while (at < verb_end && !verb(at)) ++at;
    if (at >= verb_end) return {};
    const std::uint32_t as_end = std::min(end, at + 6);
    while (at < as_end && !is_capitalised_word(text, at)) ++at;
    std::uint32_t last = at;
    while (last < end && last - at < longest_alias && is_capitalised_word(text, last)) ++last;
    return TokenRange{at, last};
}

/// Whether the words already name a structure: then they are no alias, they mean that structure.
bool is_structure(TokenRange range, std::uint32_t sentence, const std::vector<Mention>& mentions,
                  const std::vector<std::uint32_t>& begins, const TermKinds& kinds) {
    return std::any_of(
        mentions.begin() + begins[sentence], mentions.begin() + begins[sentence + 1],
        [&](const Mention& mention) { return mention.tokens == range && kinds.structure[mention.term]; });
}

}  // namespace

std::vector<Alias> find_aliases(const Text& text, const std::vector<Mention>& mentions, const TermKinds& kinds) {
    std::vector<Alias> aliases;
    const auto begins = index_by_sentence(mentions, text.sentences.size());
    for (const Mention& mention : mentions) {
        if (!kinds.structure[mention.term]) continue;
        const std::uint32_t end = text.sentences[mention.sentence].tokens.last;
        std::uint32_t after = mention.tokens.last;
        while (after < end && (is(text, after, "\"") || is(text, after, "'") || is(text, after, "*"))) ++after;
        if (after >= end) continue;
        TokenRange name = is(text, after, "(") ? bracketed_name(text, after, end) : TokenRange{};
        if (name.first == name.last) name = known_as_name(text, after, end);
        if (name.first == name.last || is_structure(name, mention.sentence, mentions, begins, kinds)) continue;
        aliases.push_back({surface_of(text, name), mention.term, mention.sentence});
    }
    return aliases;
}

std::vector<Mention> mentions_of_aliases(const std::vector<Alias>& aliases, const Text& text) {
    std::vector<Mention> mentions;
    NameFinder finder;
    for (std::uint32_t i = 0; i < aliases.size(); ++i) finder.add(aliases[i].name, i);
    if (finder.empty()) return mentions;
    finder.each(text, [&](std::uint32_t sentence, TokenRange range, std::uint32_t alias) {
        if (sentence >= aliases[alias].sentence) mentions.push_back({aliases[alias].term, range, sentence});
    });
    return mentions;
}

namespace {

/// Words that are part of a mention of a body or post ("NHS", "Joint", "Care") are no part of a place's name.
std::vector<bool> words_of_entities(const Text& text, const std::vector<Mention>& mentions, const TermKinds& kinds) {
    std::vector<bool> taken(text.tokens.size(), false);
    for (const Mention& mention : mentions) {
        if (!kinds.entity[mention.term]) continue;
        for (std::uint32_t token = mention.tokens.first; token < mention.tokens.last; ++token) taken[token] = true;
    }
    return taken;
}

/// Whether a word may join two parts of a name: "Ash and Elder", "Ashby-on-Elder".
bool joins_names(const Text& text, std::uint32_t token) {
    static constexpr std::array<std::string_view, 7> joiners{"and", "&", "of", "on", "upon", "-", ","};
    return std::find(joiners.begin(), joiners.end(), word_at(text, token).surface) != joiners.end();
}

/// Words that are capitalised only because they open a sentence or a title.
bool is_function_word(const Text& text, std::uint32_t token) {
    static constexpr std::array<std::string_view, 19> words{"and",  "as",   "at",   "but",   "by", "for",  "from",
                                                            "if",   "in",   "of",   "on",    "or", "that", "to",
                                                            "upon", "when", "with", "while", "is"};
    const std::string& stem = word_at(text, token).stem;
    return catalogue::is_skipped(stem) || std::find(words.begin(), words.end(), stem) != words.end();
}

/// Abbreviations ("NHS") are no names of places.
bool is_all_capitals(const Text& text, std::uint32_t token) {
    const std::string& surface = word_at(text, token).surface;
    return surface.size() > 1 &&
           std::none_of(surface.begin(), surface.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// The capitalised words right before `end`, which are the name of a place; empty where there are none.
TokenRange name_before(const Text& text, std::uint32_t begin, std::uint32_t end, const std::vector<bool>& taken) {
    const auto named = [&](std::uint32_t token) {
        return is_capitalised_word(text, token) && !is_all_capitals(text, token) && !taken[token];
    };
    std::uint32_t first = end;
    while (first > begin && end - first < longest_name) {
        if (named(first - 1)) {
            --first;
        } else if (first < end && first - begin >= 2 && joins_names(text, first - 1) && named(first - 2)) {
            first -= 2;
        } else {
            break;
        }
    }
    while (first < end && is_function_word(text, first)) ++first;  // "The Pellshire ICS", "In Pellshire County Council"
    return {first, end};
}

/// The first word of a table's cell is capitalised for its place, like that of a sentence.
bool begins_cell(const Text& text, std::uint32_t token) {
    const Span gap{text.tokens[token - 1].span.end, text.tokens[token].span.begin};
    return slice(text.text, gap).find('\n') != std::string_view::npos;
}

/// The words that are capitalised somewhere else than at the beginning of a sentence or cell, where every word is.
std::vector<bool> capitalised_within(const Text& text) {
    std::vector<bool> capitalised(text.words.size(), false);
    for (const text::Sentence& sentence : text.sentences) {
        for (std::uint32_t token = sentence.tokens.first + 1; token < sentence.tokens.last; ++token) {
            if (is_capitalised_word(text, token) && !begins_cell(text, token))
                capitalised[text.tokens[token].word] = true;
        }
    }
    return capitalised;
}

/// "Replaces CCG": one word at the beginning of a sentence, which the rules know as a word, is capitalised for its
/// place.
bool opens_with_rule_word(const Text& text, TokenRange name, std::uint32_t begin, const std::vector<bool>& within,
                          const Catalogue& catalogue) {
    const bool opens = name.last - name.first == 1 && (name.first == begin || begins_cell(text, name.first));
    return opens && !within[text.tokens[name.first].word] &&
           catalogue.word_keys.contains(word_at(text, name.first).stem);
}

}  // namespace

std::vector<std::string> find_local_names(const Text& text, const std::vector<Mention>& mentions,
                                          const Catalogue& catalogue, const TermKinds& kinds) {
    const std::vector<bool> taken = words_of_entities(text, mentions, kinds);
    const std::vector<bool> within = capitalised_within(text);
    std::map<std::string, int> counts;
    for (const Mention& mention : mentions) {
        if (!kinds.names_place[mention.term]) continue;
        const std::uint32_t begin = text.sentences[mention.sentence].tokens.first;
        const TokenRange name = name_before(text, begin, mention.tokens.first, taken);
        if (name.first < name.last && !opens_with_rule_word(text, name, begin, within, catalogue))
            ++counts[surface_of(text, name)];
    }
    std::vector<std::pair<std::string, int>> ranked(counts.begin(), counts.end());
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> names;
    for (const auto& [name, count] : ranked) {
        if (names.size() < most_names) names.push_back(name);
    }
    return names;
}

std::vector<Mention> mentions_of_local_names(const std::vector<std::string>& names, const Text& text,
                                             const Catalogue& catalogue) {
    std::vector<Mention> mentions;
    const auto local_name = catalogue.term("local-name");
    if (!local_name || names.empty()) return mentions;
    NameFinder finder;
    for (const std::string& name : names) finder.add(name, 0);
    finder.each(text, [&](std::uint32_t sentence, TokenRange range, std::uint32_t) {
        mentions.push_back({*local_name, range, sentence});
    });
    return mentions;
}

namespace {

/// "the board", "its Board", "Board": a noun in lower case means something introduced before only after a determiner.
bool refers_back(const Text& text, std::uint32_t token, std::uint32_t begin) {
    static constexpr std::array<std::string_view, 4> determiners{"the", "this", "it", "that"};  // stems: "its" is "it"
    if (token == begin || begins_cell(text, token)) return false;
    const bool determined =
        std::find(determiners.begin(), determiners.end(), word_at(text, token - 1).stem) != determiners.end();
    return determined || word_at(text, token).capitalised;
}

}  // namespace

std::vector<Mention> short_forms(const Text& text, const std::vector<Mention>& mentions, const TermKinds& kinds) {
    std::unordered_map<std::string, TermId> last_introduced;  // by stem of the short form
    std::vector<Mention> resolved;
    const auto begins = index_by_sentence(mentions, text.sentences.size());
    for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
        std::uint32_t next = begins[i];
        std::uint32_t covered = 0;  // end of the mentions met so far: a word inside one is no short form
        const TokenRange range = text.sentences[i].tokens;
        for (std::uint32_t token = range.first; token < range.last; ++token) {
            for (; next < begins[i + 1] && mentions[next].tokens.first <= token; ++next) {
                const TermId term = mentions[next].term;
                if (!kinds.structure[term]) continue;
                covered = std::max(covered, mentions[next].tokens.last);
                for (const std::string& form : kinds.shorts[term]) last_introduced[form] = term;
            }
            if (token < covered || last_introduced.empty()) continue;
            const auto found = last_introduced.find(word_at(text, token).stem);
            if (found == last_introduced.end() || !refers_back(text, token, range.first)) continue;
            resolved.push_back({found->second, {token, token + 1}, i});
        }
    }
    return resolved;
}

}  // namespace boardcheck::match
