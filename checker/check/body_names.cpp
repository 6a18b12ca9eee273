// Names of bodies that are garbled, or that differ in their last word from a name in the same paper.
#include <algorithm>
#include <map>
#include <set>

#include "check/readings.hpp"
#include "check/words.hpp"

namespace boardcheck::check {

namespace {

constexpr std::size_t most_names = 20'000;
constexpr std::uint32_t longest_name = 14;  // words
constexpr std::size_t least_shared = 3;     // words by which two names are one but for the last

/// A run of capitalised words: "Hollin Health and Wellbeing Board".
struct Name {
    std::uint32_t sentence = 0;
    text::TokenRange tokens;
};

class NameFaults {
public:
    NameFaults(const Case& paper, const Words& words, std::vector<Finding>& findings)
        : paper_(paper), words_(words), findings_(findings) {}

    void find() {
        gather();
        for (const Name& name : names_) {
            doubled_word(name);
            doubled_prefix(name);
        }
        last_words();
    }

private:
    bool is_capital(std::uint32_t token) const {
        return !words_.is_mark(token) && words_.is_capitalised(token) && words_.is_content(token);
    }

    void gather() {
        for (std::uint32_t i = 0; i < paper_.text.sentences.size() && names_.size() < most_names; ++i) {
            const text::Sentence& sentence = paper_.text.sentences[i];
            const ingest::Block& block = paper_.document.blocks[sentence.block];
            // Cells and flattened diagrams put names side by side that are not one.
            if (block.kind == ingest::BlockKind::table_cell || block.doubtful || !ingest::is_body(block.kind)) continue;
            for (std::uint32_t token = sentence.tokens.first; token < sentence.tokens.last;) {
                const std::uint32_t end = end_of_name(token, sentence.tokens.last);
                if (end - token > 1) names_.push_back({i, {token, end}});
                token = std::max(end, token + 1);
            }
        }
    }

    /// Capitalised words, with "and", "of" or a hyphen between two of them.
    std::uint32_t end_of_name(std::uint32_t token, std::uint32_t last) const {
        if (!is_capital(token)) return token;
        std::uint32_t end = token + 1;
        while (end < last && end - token < longest_name) {
            if (is_capital(end)) {
                ++end;
                continue;
            }
            const bool hyphen = words_.is(end, "-") && words_.is_joined(end - 1) && words_.is_joined(end);
            if (hyphen && end + 1 < last && !words_.is_mark(end + 1)) {
                end += 2;
                continue;
            }
            const bool link = words_.is_any(end, {"and", "&", "of"});
            if (!link || end + 1 >= last || !is_capital(end + 1)) break;
            end += 2;
        }
        return end;
    }

    /// One space or one line end stands between the token and the next: columns have more.
    bool is_beside(std::uint32_t token) const {
        return paper_.text.tokens[token + 1].span.begin - paper_.text.tokens[token].span.end == 1;
    }

    /// Capitalised words and nothing else: lines of a front page that became one.
    bool is_title(std::uint32_t sentence) const {
        const text::TokenRange range = paper_.text.sentences[sentence].tokens;
        std::uint32_t small = 0;
        for (std::uint32_t token = range.first; token < range.last; ++token) {
            if (!words_.is_mark(token) && !words_.is_capitalised(token) && !words_.is_figure(token)) ++small;
        }
        return small < 4;
    }

    /// "NHS Foundation Trust Trust"
    void doubled_word(const Name& name) {
        for (std::uint32_t token = name.tokens.first + 1; token + 1 < name.tokens.last; ++token) {
            const bool twice = words_.surface(token) == words_.surface(token + 1) && words_.surface(token).size() > 2;
            if (!twice || !is_beside(token) || !is_beside(token - 1)) continue;
            // "the Leam NHS Trust Trust Board" is the board of the trust.
            const bool of_body = words_.is(token, "trust") || is_kind_of_body(token);
            if (of_body && (token + 2 < name.tokens.last || is_title(name.sentence))) continue;
            tell_garbled({name.sentence, {name.tokens.first, token + 2}}, words_.said({token, token + 1}));
            return;
        }
        // "Care Care Board"
        const std::uint32_t first = name.tokens.first;
        const bool begins = name.tokens.last - first > 2 && words_.surface(first) == words_.surface(first + 1);
        if (begins && is_beside(first) && is_beside(first + 1) && !words_.ends_line(first))
            tell_garbled({name.sentence, {first, first + 3}}, words_.said({first, first + 1}));
    }

    /// "NHS Hollin NHS Clinical Commissioning Group": a word of capitals that begins the name comes again inside it.
    void doubled_prefix(const Name& name) {
        const std::uint32_t first = name.tokens.first;
        const std::string_view prefix = words_.surface(first);
        if (prefix.size() < 3 ||
            !std::all_of(prefix.begin(), prefix.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
            return;
        std::uint32_t known = 0;
        for (std::uint32_t token = first + 1; token < name.tokens.last; ++token) {
            if (words_.is_any(token, {"and", "&", "of"}) || words_.ends_line(token - 1)) return;
            ++known;
            if (words_.surface(token) != prefix || known < 2 || token + 2 >= name.tokens.last) continue;
            tell_garbled(name, std::string(prefix));
            return;
        }
    }

    void tell_garbled(const Name& name, const std::string& word) {
        add(paper_, findings_, "consistency.doubled-word", words_.evidence(name.sentence, name.tokens),
            {{"name", words_.said(name.tokens)}, {"word", word}});
    }

    /// The words of a name but the last, which is what kind of body it is; "well-being" is one word.
    std::string stem_of_name(const Name& name, std::size_t& count) const {
        std::string key;
        for (std::uint32_t token = name.tokens.first; token + 1 < name.tokens.last; ++token) {
            const bool joined = token > name.tokens.first && words_.is(token - 1, "-");
            if (words_.is_mark(token) || (!joined && !words_.is_content(token))) continue;
            if (!joined) {
                key += ' ';
                ++count;
            }
            key += words_.lower(token);
        }
        return key;
    }

    bool is_kind_of_body(std::uint32_t token) const {
        return words_.is_any(token, {"board", "committee", "group", "partnership", "forum", "alliance", "council"});
    }

    void last_words() {
        std::map<std::string, std::map<std::string, std::vector<const Name*>>> names;
        for (const Name& name : names_) {
            if (!is_kind_of_body(name.tokens.last - 1)) continue;
            std::size_t count = 0;
            const std::string key = stem_of_name(name, count);
            if (count >= least_shared) names[key][std::string(words_.lower(name.tokens.last - 1))].push_back(&name);
        }
        for (const auto& [key, kinds] : names) {
            if (kinds.size() != 2) continue;
            const auto &a = kinds.begin()->second, &b = std::next(kinds.begin())->second;
            const bool a_is_rare =
                a.size() != b.size() ? a.size() < b.size() : a.front()->tokens.first < b.front()->tokens.first;
            const Name &rare = *(a_is_rare ? a : b).front(), &usual = *(a_is_rare ? b : a).front();
            const std::string there = words_.said(usual.tokens);
            Finding* finding =
                add(paper_, findings_, "consistency.body-name", words_.evidence(rare.sentence, rare.tokens),
                    {{"here", words_.said(rare.tokens)}, {"there", there}});
            if (finding != nullptr)
                finding->others.push_back({there, words_.evidence(usual.sentence, usual.tokens), {}});
        }
    }

    const Case& paper_;
    const Words& words_;
    std::vector<Finding>& findings_;
    std::vector<Name> names_;
};

}  // namespace

void add_body_names(const Case& paper, const Readings& read, std::vector<Finding>& findings) {
    NameFaults(paper, read.words, findings).find();
}

}  // namespace boardcheck::check
