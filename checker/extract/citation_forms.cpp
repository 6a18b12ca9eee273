// Legislation by its form ("... Act 1998"), numbered documents by theirs ("CP 381", "PAR642"), and parts of Acts.
#include <algorithm>
#include <array>

#include "extract/citations.hpp"

namespace boardcheck::extract {

using text::TokenRange;

namespace {

constexpr std::uint32_t longest_title = 24;    // tokens of the title of an Act
constexpr std::uint32_t part_distance = 6;     // tokens between "section 75" and the Act
constexpr std::uint32_t number_distance = 14;  // tokens between a title and its number: "(the Department, CP 381)"
constexpr std::uint32_t longest_number = 6;    // tokens

const std::string& surface(const Paper& paper, std::uint32_t token) { return paper.word(token).surface; }

bool is_word(const Paper& paper, std::uint32_t token) { return paper.text.tokens[token].kind == text::TokenKind::word; }

bool is_number(const Paper& paper, std::uint32_t token) {
    return paper.text.tokens[token].kind == text::TokenKind::number;
}

/// Words that have a capital for their place only.
bool opens_sentence(std::string_view word) {
    constexpr std::array<std::string_view, 16> words{"The",   "A",  "An", "This", "That", "Any",   "Each", "Our",
                                                     "Under", "In", "If", "When", "No",   "Since", "By",   "Once"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// A comma between capitalised words: "the Procurement, Patient Choice and Competition Regulations".
bool is_listed(const Paper& paper, std::uint32_t comma, TokenRange range) {
    return comma > range.first && is_word(paper, comma - 1) && paper.word(comma - 1).capitalised &&
           is_word(paper, comma + 1) && paper.word(comma + 1).capitalised;
}

/// The capitalised words up to the one that says what it is.
TokenRange title_before(const Paper& paper, TokenRange word, TokenRange range) {
    TokenRange title = word;
    std::uint32_t brackets = 0;
    for (std::uint32_t at = word.first; at > range.first && word.first - at < longest_title; --at) {
        const std::uint32_t before = at - 1;
        if (is_apart(paper, at)) break;
        const std::string& sign = surface(paper, before);
        if (sign == ")") ++brackets;
        const bool inside = brackets > 0;
        if (sign == "(" && brackets > 0) --brackets;
        const bool joins =
            sign == "and" || sign == "of" || sign == "etc" || sign == "in" || sign == "for" || sign == "to";
        const bool capital = is_word(paper, before) && paper.word(before).capitalised && !opens_sentence(sign);
        if (!inside && !joins && !capital && !(sign == "," && is_listed(paper, before, range))) break;
        if (capital && !inside) title.first = before;
    }
    return title;
}

/// "the Children and Families Act 2014", "the 2012 Act".
void add_law(const Paper& paper, std::uint32_t sentence, TokenRange word, const std::string& kind,
             std::vector<Cited>& here) {
    const TokenRange range = paper.text.sentences[sentence].tokens;
    if (!paper.word(word.first).capitalised) return;
    TokenRange title = title_before(paper, word, range);
    std::string year;
    if (title.last < range.last && is_year(paper, title.last)) {
        year = surface(paper, title.last++);
    } else if (title.first == word.first && word.first > range.first && is_year(paper, word.first - 1)) {
        year = surface(paper, --title.first);
    }
    const bool named = title.first < word.first && is_word(paper, title.first);
    if (year.empty() && (!named || kind == "regulations" || kind == "order")) return;
    if (is_taken(here, title.first)) return;
    Cited cited;
    cited.tokens = title;
    cited.kind = kind;
    cited.at.title = paper.words(title);
    cited.at.by = named ? KnownBy::form : KnownBy::noun;
    cited.at.date = year;
    cited.at.evidence = paper.evidence(sentence, title);
    here.push_back(std::move(cited));
}

/// "PAR642", "B0724": capitals, then figures, in one word.
bool is_number_word(std::string_view word) {
    const auto letters = std::find_if_not(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const auto figures = std::find_if_not(letters, word.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto letter_count = letters - word.begin(), figure_count = figures - letters;
    return figures == word.end() && letter_count >= 1 && letter_count <= 4 && figure_count >= 3 && figure_count <= 6;
}

/// Whether a document of the rules has a number that begins with these letters: others have their codes for much else.
bool is_of_known_series(const Paper& paper, std::string_view word) {
    const std::string_view letters = word.substr(0, word.find_first_of("0123456789"));
    return letters.size() >= 2 &&
           std::any_of(paper.catalogue.sources.begin(), paper.catalogue.sources.end(),
                       [&](const catalogue::Source& source) { return source.number.starts_with(letters); });
}

/// "75", "14Z" and what joins several.
bool is_part_number(const Paper& paper, std::uint32_t token) {
    const std::string& word = surface(paper, token);
    const bool joins = word == "to" || word == "and" || word == "," || word == "(" || word == ")" || word == "-";
    return joins || (word.size() <= 4 && (word[0] >= '0' && word[0] <= '9')) ||
           (word.size() == 1 && paper.word(token).capitalised);
}

/// The document before a number, whose number it may be.
Cited* owner_of(const Paper& paper, std::uint32_t number, std::vector<Cited>& here) {
    Cited* owner = nullptr;
    for (Cited& cited : here) {
        if (cited.tokens.last > number || number > cited.tokens.last + number_distance) continue;
        if (owner == nullptr || owner->tokens.last < cited.tokens.last) owner = &cited;
    }
    if (owner == nullptr || !owner->at.number.empty()) return nullptr;
    return surface(paper, number - 1) == "and" || surface(paper, number - 1) == ";" ? nullptr : owner;
}

}  // namespace

bool is_apart(const Paper& paper, std::uint32_t token) {
    const std::string_view gap =
        slice(paper.text.text, {paper.text.tokens[token - 1].span.end, paper.text.tokens[token].span.begin});
    return gap.size() > 1 || gap == "\n";
}

void add_legislation(const Paper& paper, std::uint32_t sentence, std::vector<Cited>& here) {
    for (const match::Mention& mention : paper.mentions_in(sentence)) {
        const auto role = paper.property(mention, "role");
        if (here.size() >= most_in_sentence) return;
        if (role && role->starts_with("cites-") && !is_taken(here, mention.tokens.first))
            add_law(paper, sentence, mention.tokens, role->substr(6), here);
    }
}

std::uint32_t number_end(const Paper& paper, std::uint32_t sentence, std::uint32_t token) {
    const TokenRange range = paper.text.sentences[sentence].tokens;
    if (is_number_word(surface(paper, token))) return token + 1;
    if (!paper.word(token).capitalised) return token;
    std::uint32_t begin = token;
    for (const match::Mention& mention : paper.mentions_in(sentence)) {
        if (mention.tokens.first == token && paper.property(mention, "role") == "document-series")
            begin = std::max(begin, mention.tokens.last);
    }
    if (begin == token) return token;
    std::uint32_t end = begin;
    const auto opens = [&](std::uint32_t at) { return surface(paper, at) == "/" || surface(paper, at) == "("; };
    const auto goes_on = [&](std::uint32_t at) {
        const bool closes = surface(paper, at) == ")" && at + 1 < range.last && is_number(paper, at + 1);
        return is_number(paper, at) || closes || (opens(at) && at + 1 < range.last && is_number(paper, at + 1));
    };
    while (end < range.last && end < begin + longest_number && goes_on(end)) ++end;
    return end == begin ? token : end;
}

void add_numbered(const Paper& paper, std::uint32_t sentence, std::vector<Cited>& here) {
    const TokenRange range = paper.text.sentences[sentence].tokens;
    for (std::uint32_t token = range.first; token < range.last && here.size() < most_in_sentence; ++token) {
        const std::uint32_t end = number_end(paper, sentence, token);
        if (end == token || is_taken(here, token)) continue;
        const std::string number = paper.words({token, end});
        const bool series = !is_number_word(surface(paper, token));
        if (!series && !is_of_known_series(paper, surface(paper, token))) continue;
        if (Cited* owner = owner_of(paper, token, here); owner != nullptr && owner->source.empty()) {
            owner->at.number = number;
        } else {
            Cited cited;
            cited.tokens = {token, end};
            cited.kind = "document";
            cited.at.title = cited.at.number = number;
            cited.at.by = KnownBy::form;
            cited.at.evidence = paper.evidence(sentence, cited.tokens);
            here.push_back(std::move(cited));
        }
        token = end - 1;
    }
}

void add_parts(const Paper& paper, std::uint32_t sentence, std::vector<Cited>& here) {
    for (Cited& cited : here) {
        if (cited.kind != "act" && cited.kind != "bill" && cited.kind != "regulations") continue;
        for (const match::Mention& mention : paper.mentions_in(sentence)) {
            if (paper.property(mention, "role") != "act-part" || mention.tokens.last >= cited.tokens.first) continue;
            if (cited.tokens.first > mention.tokens.last + part_distance) continue;
            std::uint32_t end = mention.tokens.last;
            while (end < cited.tokens.first && is_part_number(paper, end)) ++end;
            const bool leads = end < cited.tokens.first && (surface(paper, end) == "of" || surface(paper, end) == "in");
            if (!leads || end == mention.tokens.last) continue;
            cited.section = paper.words({mention.tokens.first, end});
            cited.at.evidence = paper.evidence(sentence, {mention.tokens.first, cited.tokens.last});
        }
    }
}

}  // namespace boardcheck::extract
