// Acronyms with their expansion, or its absence.
#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "extract/paper.hpp"
#include "extract/words.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::size_t shortest = 2, longest = 8;  // letters
constexpr std::size_t most_acronyms = 2000, most_expansions = 10;
constexpr std::uint32_t longest_opening = 4;  // tokens between a bracket and the acronym in it: "(known as the"

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }
char small(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// "ICB" of "ICBs"; empty where the word has not the form of an acronym: capitals, at least half of its letters, no
/// digits.
std::string acronym_of(std::string_view word) {
    if (word.size() > 2 && word.back() == 's' && is_upper(word[word.size() - 2])) word.remove_suffix(1);
    if (word.size() < shortest || word.size() > longest || !is_upper(word.front())) return {};
    if (!std::all_of(word.begin(), word.end(), is_letter)) return {};
    const auto capitals = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_upper));
    if (capitals < 2 || 2 * capitals < word.size()) return {};
    if (word.find_first_not_of("IVX") == std::string_view::npos) return {};  // a Roman number
    return std::string(word);
}

/// Where in `words` the expansion of an acronym begins, if its letters are found there from the last to the first, the
/// first at the beginning of a word (after Schwartz and Hearst); nothing otherwise.
std::optional<std::size_t> expansion_at(std::string_view acronym, std::string_view words) {
    std::size_t at = words.size();
    for (std::size_t letter = acronym.size(); letter-- > 0;) {
        if (!is_letter(acronym[letter])) continue;
        const char wanted = small(acronym[letter]);
        bool found = false;
        while (!found && at > 0) {
            --at;
            const bool begins = at == 0 || !is_letter(words[at - 1]);
            found = small(words[at]) == wanted && (letter > 0 || begins);
        }
        if (!found) return {};
    }
    while (at > 0 && is_letter(words[at - 1])) --at;
    return at;
}

/// What two expansions are compared by: letters only, without the plural.
std::string compared(std::string_view expansion) {
    std::string out, word;
    const auto end_word = [&] {
        if (word.size() > 3 && word.back() == 's') word.pop_back();
        if (word != "the" && word != "and") out += word;
        word.clear();
    };
    for (const char c : expansion) {
        if (is_letter(c))
            word += small(c);
        else
            end_word();
    }
    end_word();
    return out;
}

class Finder {
public:
    explicit Finder(const Paper& paper) : paper_(paper) {
        for (const text::Word& word : paper.text.words) {
            if (!word.capitalised) plain_.insert(word.surface);
        }
    }

    std::vector<Acronym> find() {
        for (std::uint32_t i = 0; i < paper_.text.sentences.size(); ++i) read(i);
        std::vector<Acronym> explained_or_used;
        for (Acronym& acronym : found_) {
            if (!acronym.expansions.empty() || !common_.contains(acronym.acronym))
                explained_or_used.push_back(std::move(acronym));
        }
        return explained_or_used;
    }

private:
    const std::string& surface(std::uint32_t token) const { return paper_.word(token).surface; }

    bool is_shouted(std::uint32_t token) const {
        const std::string& word = surface(token);
        return word.size() > 1 && std::all_of(word.begin(), word.end(), is_upper);
    }

    /// Whether a line is set in capitals, so that they mean nothing.
    bool is_shouted_line(TokenRange range) const {
        std::uint32_t words = 0, shouted = 0;
        for (std::uint32_t token = range.first; token < range.last; ++token) {
            if (paper_.text.tokens[token].kind != text::TokenKind::word || surface(token).size() < 2) continue;
            ++words;
            if (is_shouted(token)) ++shouted;
        }
        return 3 * shouted > 2 * words;
    }

    void read(std::uint32_t sentence) {
        const TokenRange range = paper_.text.sentences[sentence].tokens;
        std::set<std::uint32_t> no_acronyms;
        for (const match::Mention& mention : paper_.mentions_in(sentence)) {
            if (paper_.property(mention, "ask") || paper_.property(mention, "role") == "document-series")
                no_acronyms.insert(mention.tokens.first);
            if (paper_.property(mention, "role") == "common-acronym")
                common_.insert(acronym_of(surface(mention.tokens.first)));
        }
        const bool shouted = is_shouted_line(range);
        for (std::uint32_t token = range.first; token < range.last; ++token) {
            std::string acronym = acronym_of(surface(token));
            if (acronym.empty()) continue;
            const std::uint32_t end = end_of(acronym, token, range.last);
            auto expansion = expansion_of(acronym, token, end, range);
            const bool word = no_acronyms.count(token) != 0 || plain_.contains(lower(surface(token))) ||
                              is_beside_shouted(token, range) || is_label_or_number(token, end, range);
            if (!expansion && (word || (shouted && !index_.contains(acronym)))) continue;
            add(sentence, {token, end}, acronym, std::move(expansion));
            token = end - 1;
        }
    }

    /// "DATE OF MEETING", "58/21 SOCIAL PRESCRIBING": a few words in capitals, beside others that are not.
    bool is_beside_shouted(std::uint32_t token, TokenRange range) const {
        const auto counts = [&](std::uint32_t other) {
            return is_shouted(other) && !common_.contains(surface(other)) && !index_.contains(surface(other));
        };
        return !index_.contains(surface(token)) &&
               ((token > range.first && counts(token - 1)) || (token + 1 < range.last && counts(token + 1)));
    }

    /// "TITLE: Buses", "AC/21/044", "GB 21/88", and initials that stand alone.
    bool is_label_or_number(std::uint32_t token, std::uint32_t end, TokenRange range) const {
        if (range.last - range.first == 1) return true;
        if (end >= range.last) return false;
        if (token == range.first && surface(token).size() > 3 && is_sign(end, ":")) return true;
        const auto is_number = [&](std::uint32_t at) { return paper_.text.tokens[at].kind == text::TokenKind::number; };
        if (end + 1 >= range.last) return false;
        return (is_sign(end, "/") && is_number(end + 1)) || (is_number(end) && is_sign(end + 1, "/"));
    }

    /// After the second half of "NHSE/I", which is added.
    std::uint32_t end_of(std::string& acronym, std::uint32_t token, std::uint32_t last) const {
        const auto is_glued = [&](std::uint32_t at) {
            return paper_.text.tokens[at].span.begin == paper_.text.tokens[at - 1].span.end;
        };
        const bool more = token + 2 < last && surface(token + 1) == "/" && is_glued(token + 1) && is_glued(token + 2);
        const std::string& half = more ? surface(token + 2) : acronym;
        if (!more || half.size() > 2 || !std::all_of(half.begin(), half.end(), is_upper)) return token + 1;
        acronym += "/" + half;
        return token + 3;
    }

    void add(std::uint32_t sentence, TokenRange tokens, const std::string& acronym,
             std::optional<std::string> expansion) {
        const auto [place, fresh] = index_.emplace(acronym, found_.size());
        if (fresh) {
            if (found_.size() >= most_acronyms) {
                index_.erase(place);
                return;
            }
            found_.push_back({acronym, {}, 0, paper_.evidence(sentence, tokens)});
        }
        Acronym& known = found_[place->second];
        ++known.times;
        if (!expansion || known.expansions.size() >= most_expansions) return;
        if (known.expansions.empty()) known.evidence = paper_.evidence(sentence, tokens);
        const bool told = std::any_of(known.expansions.begin(), known.expansions.end(), [&](const std::string& other) {
            return compared(other) == compared(*expansion);
        });
        if (!told) known.expansions.push_back(std::move(*expansion));
    }

    bool is_sign(std::uint32_t token, std::string_view sign) const { return surface(token) == sign; }

    std::optional<std::string> expansion_of(const std::string& acronym, std::uint32_t token, std::uint32_t after,
                                            TokenRange range) const {
        if (auto before = before_bracket(acronym, token, after, range)) return before;
        if (after + 1 < range.last && is_sign(after, "(")) {
            std::uint32_t end = after + 1;
            while (end < range.last && !is_sign(end, ")") && end < after + 1 + 2 * longest) ++end;
            if (auto inside = whole(acronym, {after + 1, end})) return inside;
        }
        return token == range.first ? in_glossary(acronym, after, range) : std::nullopt;
    }

    /// "integrated care systems (ICSs)", "a primary care network (known as a PCN)".
    std::optional<std::string> before_bracket(const std::string& acronym, std::uint32_t token, std::uint32_t after,
                                              TokenRange range) const {
        if (after < range.last && !closes(after)) return {};
        std::uint32_t bracket = token;
        while (bracket > range.first && token - bracket < longest_opening && !is_sign(bracket, "(")) --bracket;
        if (!is_sign(bracket, "(") || bracket == range.first) return {};
        const auto most = static_cast<std::uint32_t>(std::min(acronym.size() + 5, 2 * acronym.size()));
        std::uint32_t first = bracket, words = 0;
        while (first > range.first && words < most && !ends_phrase(first - 1)) {
            --first;
            if (paper_.text.tokens[first].kind == text::TokenKind::word) ++words;
        }
        const std::string phrase = paper_.words({first, bracket});
        const auto at = expansion_at(acronym, phrase);
        if (!at) return {};
        return phrase.substr(*at);
    }

    bool closes(std::uint32_t token) const {
        const std::string& sign = surface(token);
        return sign == ")" || sign == "," || sign == ";" || sign == "\"" || sign == "'" || sign == "or" ||
               sign == "and";
    }

    bool ends_phrase(std::uint32_t token) const {
        const std::string& sign = surface(token);
        return sign == "(" || sign == ")" || sign == ";" || sign == ":" || sign == "." || sign == "|";
    }

    /// The words of a range, where all of them expand the acronym.
    std::optional<std::string> whole(const std::string& acronym, TokenRange range) const {
        if (range.first >= range.last || range.last - range.first < 2) return {};
        const std::string phrase = paper_.words(range);
        const auto at = expansion_at(acronym, phrase);
        if (!at || *at != 0) return {};
        return phrase;
    }

    /// "ICS - integrated care system", "PCN: primary care network", or a row of a table, with the acronym first.
    std::optional<std::string> in_glossary(const std::string& acronym, std::uint32_t after, TokenRange range) const {
        if (after + 1 >= range.last) return {};
        const bool sign = is_sign(after, "-") || is_sign(after, ":") || is_sign(after, "=") || is_sign(after, "|") ||
                          is_sign(after, "--");
        const std::uint32_t first = after + (sign ? 1 : 0);
        const std::string_view gap =
            slice(paper_.text.text, {paper_.text.tokens[after - 1].span.end, paper_.text.tokens[after].span.begin});
        if (!sign && gap.find_first_of("\n\t") == std::string_view::npos && gap.size() < 2) return {};
        std::uint32_t last = first;
        while (last < range.last && !ends_phrase(last) && last - first < 3 * longest) ++last;
        return whole(acronym, {first, last});
    }

    const Paper& paper_;
    std::set<std::string> plain_;   // words of the paper in small letters
    std::set<std::string> common_;  // need no expansion, by the rules
    std::map<std::string, std::size_t> index_;
    std::vector<Acronym> found_;
};

}  // namespace

std::vector<Acronym> find_acronyms(const Paper& paper) { return Finder(paper).find(); }

}  // namespace boardcheck::extract
