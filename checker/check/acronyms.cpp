// Acronyms that are never explained, explained in two ways, or used long before they are.
#include <algorithm>
#include <map>
#include <set>

#include "check/content_words.hpp"
#include "check/parts.hpp"

namespace boardcheck::check {

namespace {

using extract::Acronym;
using text::TokenKind;

constexpr std::uint32_t several = 2;          // uses that make an unknown acronym a hindrance
constexpr std::uint32_t long_before = 12;     // sentences between the first use and the explanation
constexpr std::size_t shortest_initials = 3;  // two letters fit by chance
constexpr std::size_t longest_initials = 8;

std::string small_letters(std::string_view acronym) {
    std::string out;
    for (const char c : acronym) {
        if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
        if (c >= 'a' && c <= 'z') out += c;
    }
    return out;
}

/// "CCG" of "CCGs".
std::string singular(std::string_view words) {
    if (words.size() > 2 && words.back() == 's') words.remove_suffix(1);
    return std::string(words);
}

class Finder {
public:
    Finder(const Case& paper, std::vector<Finding>& findings) : paper_(paper), findings_(findings) {
        for (const catalogue::Term& term : paper.catalogue.terms) {
            const auto role = term.properties.find("role");
            if (role == term.properties.end() || role->second != "familiar-acronym") continue;
            for (const catalogue::Variant& variant : term.variants) familiar_.insert(variant.text);
        }
    }

    void find() {
        std::set<std::string> wanted;
        for (const Acronym& acronym : paper_.declarations.acronyms) {
            if (acronym.expansions.empty()) wanted.insert(small_letters(acronym.acronym));
        }
        find_written_out(wanted);
        find_in_prose();
        find_first_uses();
        find_other_senses();
        for (const Acronym& acronym : paper_.declarations.acronyms) {
            if (!is_closed_word(small_letters(acronym.acronym))) judge(acronym);  // "BUT"
        }
    }

private:
    const text::Word& word(std::uint32_t token) const { return paper_.text.words[paper_.text.tokens[token].word]; }

    /// Which of the wanted letters are the initials of words that follow one another somewhere in the paper.
    void find_written_out(const std::set<std::string>& wanted) {
        if (wanted.empty()) return;
        for (const text::Sentence& sentence : paper_.text.sentences) {
            for (std::uint32_t token = sentence.tokens.first; token < sentence.tokens.last; ++token) {
                if (is_content_word(paper_.text, token)) follow(token, sentence.tokens.last, wanted);
            }
        }
    }

    void follow(std::uint32_t token, std::uint32_t last, const std::set<std::string>& wanted) {
        std::string initials;
        const bool capitals = word(token).capitalised;
        for (; token < last && initials.size() < longest_initials; ++token) {
            const std::string& stem = word(token).stem;
            if (stem == "and" || stem == "of" || stem == "the" || stem == "for" || stem == "to" || stem == ",")
                continue;
            if (!is_content_word(paper_.text, token)) return;
            if (!initials.empty() && word(token).capitalised != capitals) return;
            initials += stem.front();
            if (initials.size() >= shortest_initials && wanted.contains(initials)) written_out_.insert(initials);
        }
    }

    /// What only running heads and lists of names have is no short form of the paper's own.
    void find_in_prose() {
        std::set<std::string_view> unexplained;
        for (const Acronym& acronym : paper_.declarations.acronyms) {
            if (acronym.expansions.empty()) unexplained.insert(acronym.acronym);
        }
        for (const text::Sentence& sentence : paper_.text.sentences) {
            const bool prose =
                std::any_of(sentence.clauses.begin(), sentence.clauses.end(),
                            [](const text::Clause& clause) { return clause.tense != text::Tense::none; });
            for (std::uint32_t token = sentence.tokens.first; prose && token < sentence.tokens.last; ++token) {
                std::string name = singular(word(token).surface);
                if (unexplained.contains(name)) in_prose_.insert(std::move(name));
            }
        }
    }

    void find_first_uses() {
        std::set<std::string> explained;
        for (const Acronym& acronym : paper_.declarations.acronyms) {
            if (!acronym.expansions.empty()) explained.insert(acronym.acronym);
        }
        for (std::uint32_t i = 0; i < paper_.text.sentences.size() && !explained.empty(); ++i) {
            const text::TokenRange range = paper_.text.sentences[i].tokens;
            for (std::uint32_t token = range.first; token < range.last; ++token) {
                const std::string name = singular(word(token).surface);
                if (explained.erase(name) == 0) continue;
                first_uses_.emplace(name, extract::Evidence{i, paper_.text.tokens[token].span});
            }
        }
    }

    /// Words of the paper that have the letters of an explained acronym, and for which the rules know these letters.
    void find_other_senses() {
        for (const match::Mention& mention : paper_.matches.mentions) {
            if (mention.tokens.last - mention.tokens.first < shortest_initials) continue;
            std::string initials;
            for (std::uint32_t token = mention.tokens.first; token < mention.tokens.last; ++token) {
                if (is_content_word(paper_.text, token)) initials += word(token).stem.front();
            }
            const auto& variants = paper_.catalogue.terms[mention.term].variants;
            const bool known = std::any_of(variants.begin(), variants.end(), [&](const catalogue::Variant& variant) {
                return variant.text.size() == initials.size() && small_letters(variant.text) == initials;
            });
            if (known) senses_.emplace(initials, mention);
        }
    }

    void judge_other_sense(const Acronym& acronym) {
        const auto sense = senses_.find(small_letters(acronym.acronym));
        if (sense == senses_.end() || acronym.times <= several || acronym.expansions.size() != 1) return;
        const auto [sentence, tokens] = std::pair(sense->second.sentence, sense->second.tokens);
        std::size_t same = 0;
        for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
            if (is_content_word(paper_.text, token) && holds(acronym.expansions.front(), word(token).stem)) ++same;
        }
        if (same == small_letters(acronym.acronym).size()) return;
        const Span span{paper_.text.tokens[tokens.first].span.begin, paper_.text.tokens[tokens.last - 1].span.end};
        const std::string other(slice(paper_.text.text, span));
        const Values values{{"acronym", acronym.acronym}, {"one", acronym.expansions.front()}, {"other", other}};
        Finding* finding = add(paper_, findings_, "consistency.acronym-other-sense", acronym.evidence, values);
        if (finding != nullptr) finding->others.push_back({other, {sentence, span}, {}});
    }

    /// Whether words have a word with this stem.
    static bool holds(const std::string& words, const std::string& stem) {
        const std::string begin = stem.substr(0, 4);  // "primari" is of "primary"
        const std::string folded = small_letters_and_spaces(words);
        return folded.starts_with(begin) || folded.find(' ' + begin) != std::string::npos;
    }

    static std::string small_letters_and_spaces(std::string_view words) {
        std::string out;
        for (const char c : words) {
            const std::string letter = small_letters(std::string_view(&c, 1));
            out += letter.empty() ? " " : letter;
        }
        return out;
    }

    void judge(const Acronym& acronym) {
        if (acronym.expansions.empty())
            judge_unexplained(acronym);
        else if (acronym.expansions.size() > 1)
            judge_explained_twice(acronym);
        judge_other_sense(acronym);
        judge_late(acronym);
    }

    void judge_unexplained(const Acronym& acronym) {
        const std::string letters = small_letters(acronym.acronym);
        const bool known = is_familiar(acronym.acronym) || written_out_.contains(letters);
        const bool unknown = !known && letters.size() >= shortest_initials && acronym.times >= several &&
                             in_prose_.contains(acronym.acronym);
        const std::string_view rule = unknown ? "consistency.acronym-unknown" : "consistency.acronym-unexplained";
        add(paper_, findings_, rule, acronym.evidence,
            {{"acronym", acronym.acronym}, {"times", std::to_string(acronym.times)}});
    }

    /// To those who read such papers, by the rules; of "NHSE/I" its first half tells.
    bool is_familiar(const std::string& acronym) const {
        return familiar_.contains(acronym) || familiar_.contains(acronym.substr(0, acronym.find('/')));
    }

    /// Evidence is the second of the explanations, the other place the first.
    void judge_explained_twice(const Acronym& acronym) {
        for (std::size_t i = 1; i < acronym.expansions.size(); ++i) {
            const Values values{
                {"acronym", acronym.acronym}, {"one", acronym.expansions.front()}, {"other", acronym.expansions[i]}};
            const auto place = place_of(acronym.expansions[i], acronym.evidence);
            Finding* finding =
                add(paper_, findings_, "consistency.acronym-twice", place.value_or(acronym.evidence), values);
            if (finding != nullptr && place)
                finding->others.push_back({acronym.expansions.front(), acronym.evidence, {}});
        }
    }

    /// Where the words of an expansion stand, after its first explanation.
    std::optional<extract::Evidence> place_of(const std::string& words, const extract::Evidence& after) const {
        for (std::uint32_t i = after.sentence; i < paper_.text.sentences.size(); ++i) {
            const Span span = paper_.text.sentences[i].span;
            const std::size_t at = slice(paper_.text.text, span).find(words);
            if (at == std::string_view::npos) continue;
            const auto begin = static_cast<std::uint32_t>(span.begin + at);
            return extract::Evidence{i, {begin, begin + static_cast<std::uint32_t>(words.size())}};
        }
        return {};
    }

    void judge_late(const Acronym& acronym) {
        const auto first = first_uses_.find(acronym.acronym);
        if (first == first_uses_.end() || first->second.sentence + long_before > acronym.evidence.sentence) return;
        const Values values{{"acronym", acronym.acronym}, {"expansion", acronym.expansions.front()}};
        Finding* finding = add(paper_, findings_, "consistency.acronym-late", first->second, values);
        if (finding != nullptr) finding->others.push_back({acronym.expansions.front(), acronym.evidence, {}});
    }

    const Case& paper_;
    std::vector<Finding>& findings_;
    std::set<std::string> familiar_;     // to those who read such papers, by the rules
    std::set<std::string> in_prose_;     // names in capitals that a sentence with a verb has
    std::set<std::string> written_out_;  // somewhere in the paper, though not beside the letters
    std::map<std::string, extract::Evidence> first_uses_;
    std::map<std::string, match::Mention> senses_;  // by letters: words that usually have them
};

}  // namespace

void add_acronyms(const Case& paper, std::vector<Finding>& findings) { Finder(paper, findings).find(); }

}  // namespace boardcheck::check
