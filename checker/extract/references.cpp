// Cross-references: where they say they lead, and whether that is there.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "extract/paper.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::size_t most_references = 20000;
constexpr std::size_t most_in_list = 12;          // "sections 2, 3 and 5"
constexpr std::uint32_t longest_sentence = 3000;  // tokens: what is longer is none
constexpr std::uint32_t document_distance = 8;    // tokens: "section 5 of the White Paper"
constexpr std::uint32_t longest_title = 14;       // tokens in brackets after the number

bool is_capital(const std::string& word) { return word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z'; }

/// "5.2" of "5.2.", "5.2(b)" and "5.2": what numbers are compared by.
std::string compared(std::string_view number) {
    std::string out;
    for (const char c : number) {
        if (c != ' ') out += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    while (!out.empty() && out.back() == '.') out.pop_back();
    return out;
}

struct Number {
    std::string printed;
    std::uint32_t end = 0;
};

/// What a paper has numbered: where "section 5", "table 3", "appendix b", "page 12" begin.
class Targets {
public:
    void add(const std::string& kind, std::string_view number, std::uint32_t sentence) {
        if (!number.empty()) places_.emplace(kind + ' ' + compared(number), sentence);
    }

    std::optional<std::uint32_t> find(const std::string& kind, const std::string& number) const {
        std::string wanted = compared(number);
        for (;;) {
            for (const std::string& other : {kind, also(kind)}) {
                const auto place = places_.find(other + ' ' + wanted);
                if (place != places_.end()) return place->second;
            }
            const std::size_t bracket = wanted.rfind('(');  // "5.2(b)" leads to 5.2
            if (bracket == std::string::npos || bracket == 0) return {};
            wanted.erase(bracket);
        }
    }

private:
    /// A section may be a numbered paragraph, and the other way round.
    static std::string also(const std::string& kind) {
        return kind == "section" ? "paragraph" : kind == "paragraph" ? "section" : kind;
    }

    std::map<std::string, std::uint32_t> places_;
};

class Finder {
public:
    explicit Finder(const Paper& paper) : paper_(paper) {}

    std::vector<CrossReference> find() {
        add_targets();
        for (std::uint32_t i = 0; i < paper_.text.sentences.size() && found_.size() < most_references; ++i) read(i);
        for (CrossReference& reference : found_) reference.sentence = targets_.find(reference.kind, reference.number);
        std::erase_if(found_, [&](const CrossReference& reference) {
            return !reference.sentence && elsewhere_.contains(reference.kind + ' ' + reference.number);
        });
        return std::move(found_);
    }

private:
    const std::string& surface(std::uint32_t token) const { return paper_.word(token).surface; }

    bool is_glued(std::uint32_t token) const {
        return paper_.text.tokens[token].span.begin == paper_.text.tokens[token - 1].span.end;
    }

    void add_targets() {
        for (const text::Section& section : paper_.text.sections) {
            if (section.heading != text::Section::no_heading) targets_.add("section", section.number, section.heading);
        }
        std::uint32_t block = 0xffffffff;
        for (std::uint32_t i = 0; i < paper_.text.sentences.size(); ++i) {
            if (paper_.text.sentences[i].block == block) continue;
            block = paper_.text.sentences[i].block;
            const ingest::Block& here = paper_.block_of(i);
            add_numbered(here, i);
            if (here.page != 0) targets_.add("page", std::to_string(here.page), i);
            if (here.slide != 0) targets_.add("slide", std::to_string(here.slide), i);
        }
    }

    /// A block's number may have its word with it: "Table 3", "Appendix A".
    void add_numbered(const ingest::Block& block, std::uint32_t sentence) {
        const std::size_t space = block.number.rfind(' ');
        if (space == std::string::npos) {
            const bool heading = block.kind == ingest::BlockKind::heading;
            targets_.add(heading ? "section" : "paragraph", block.number, sentence);
            return;
        }
        std::string kind = compared(std::string_view(block.number).substr(0, space));
        if (kind == "annexe") kind = "annex";
        targets_.add(kind, std::string_view(block.number).substr(space + 1), sentence);
    }

    /// The kind of thing that a word refers to: "section" of "Sections"; nothing for other words.
    std::optional<std::string> kind_of(const match::Mention& mention) const {
        const auto role = paper_.property(mention, "role");
        if (!role || !role->starts_with("refers-")) return {};
        return role->substr(7);
    }

    void read(std::uint32_t sentence) {
        const TokenRange range = paper_.text.sentences[sentence].tokens;
        if (range.last - range.first > longest_sentence) return;
        std::uint32_t after = range.first;
        for (const match::Mention& mention : paper_.mentions_in(sentence)) {
            const auto kind = kind_of(mention);
            if (!kind || mention.tokens.first < after || is_statutory(sentence, mention.tokens.first)) continue;
            const std::vector<Number> numbers = numbers_at(mention.tokens.last, range.last, *kind);
            if (numbers.empty()) {
                if (mention.tokens.first == range.first) add_listed(sentence, *kind, {mention.tokens.last, range.last});
                continue;
            }
            after = numbers.back().end;
            if (is_name_of_itself(sentence, mention.tokens.first, numbers)) {
                targets_.add(*kind, numbers.front().printed, sentence);
            } else if (is_elsewhere(sentence, after, range.last)) {
                for (const Number& number : numbers) elsewhere_.insert(*kind + ' ' + number.printed);
            } else if (!is_label(*kind, mention.tokens.first, range)) {
                for (const Number& number : numbers) add(sentence, *kind, {mention.tokens.first, number.end}, number);
            }
        }
    }

    /// "section 75" without an Act, of which the rules know what it is.
    bool is_statutory(std::uint32_t sentence, std::uint32_t token) const {
        for (const match::Mention& mention : paper_.mentions_in(sentence)) {
            if (mention.tokens.first == token && paper_.property(mention, "role") == "statutory-section") return true;
        }
        return false;
    }

    void add(std::uint32_t sentence, const std::string& kind, TokenRange tokens, const Number& number) {
        CrossReference reference;
        reference.kind = kind;
        reference.number = number.printed;
        reference.title = title_after(number.end, paper_.text.sentences[sentence].tokens.last);
        reference.evidence = paper_.evidence(sentence, tokens);
        found_.push_back(std::move(reference));
    }

    /// "5.2", "B", "(c)", "A1", "4.3(b)": pieces without a gap between them.
    std::optional<Number> number_at(std::uint32_t token, std::uint32_t last, const std::string& kind) const {
        if (token >= last) return {};
        const bool number = paper_.text.tokens[token].kind == text::TokenKind::number && surface(token)[0] >= '0' &&
                            surface(token)[0] <= '9';
        const bool lettered = is_capital(surface(token)) && surface(token) != "I" &&
                              (kind == "appendix" || kind == "annex" || kind == "table" || kind == "figure" ||
                               token + 1 == last || paper_.text.tokens[token + 1].kind != text::TokenKind::word);
        const bool mixed = surface(token).size() <= 3 && surface(token)[0] >= 'A' && surface(token)[0] <= 'Z' &&
                           surface(token).back() >= '0' && surface(token).back() <= '9';
        const bool bracket =
            surface(token) == "(" && token + 2 < last && surface(token + 2) == ")" && surface(token + 1).size() <= 3;
        if (!number && !lettered && !mixed && !bracket) return {};
        std::uint32_t end = token + (bracket ? 3 : 1);
        bool open = false;
        const auto continues = [&](std::uint32_t at) {
            const std::string& piece = surface(at);
            if (!is_glued(at)) return false;
            if (piece == "." || piece == "(")
                return at + 1 < last && is_glued(at + 1) && surface(at + 1).size() <= 4 && surface(at + 1) != ")";
            if (piece == ")") return open;
            return piece.size() <= 4 && piece.find_first_not_of("0123456789abcdefghivx") == std::string::npos;
        };
        for (; end < last && continues(end); ++end) {
            if (surface(end) == "(") open = true;
            if (surface(end) == ")") open = false;
        }
        return Number{std::string(slice(paper_.text.text, paper_.span_of({token, end}))), end};
    }

    /// One number or several: "3 to 10", "2, 4 and 5". Of a range its two ends.
    std::vector<Number> numbers_at(std::uint32_t token, std::uint32_t last, const std::string& kind) const {
        std::vector<Number> numbers;
        while (token < last && (surface(token) == "no" || surface(token) == "number" ||
                                (surface(token) == "." && numbers.empty() && token > 0 && is_glued(token))))
            ++token;
        while (const auto number = number_at(token, last, kind)) {
            numbers.push_back(*number);
            token = number->end;
            if (numbers.size() >= most_in_list || token >= last) break;
            const std::string& joint = surface(token);
            if (joint != "and" && joint != "to" && joint != "," && joint != "-" && joint != "or" && joint != "&") break;
            ++token;
            if (joint == "," && token < last && surface(token) == "and") ++token;
        }
        return numbers;
    }

    /// "Appendices: A: risk register. B: plan": each that is listed is there.
    void add_listed(std::uint32_t sentence, const std::string& kind, TokenRange range) {
        for (std::uint32_t token = range.first; token + 1 < range.last; ++token) {
            const std::string& next = surface(token + 1);
            const auto number = number_at(token, range.last, kind);
            if (number && number->end == token + 1 && (next == ":" || next == "-" || next == "--" || next == "."))
                targets_.add(kind, number->printed, sentence);
        }
    }

    /// "Appendix A: Risk register" as a heading, caption or line of a list is what others refer to.
    bool is_name_of_itself(std::uint32_t sentence, std::uint32_t token, const std::vector<Number>& numbers) const {
        const TokenRange range = paper_.text.sentences[sentence].tokens;
        if (numbers.size() != 1 || !paper_.word(token).capitalised) return false;
        const std::uint32_t end = numbers.front().end;
        const bool titled = end + 1 < range.last && surface(end) == ":" && paper_.word(end + 1).capitalised;
        if (token != range.first) return titled;
        const ingest::BlockKind kind = paper_.block_of(sentence).kind;
        if (kind == ingest::BlockKind::heading || kind == ingest::BlockKind::caption) return true;
        if (end >= range.last) return kind != ingest::BlockKind::table_cell;
        const std::string& next = surface(end);
        return next == ":" || next == "-" || next == "--" || next == "|" || next == "." ||
               (paper_.word(end).capitalised && surface(range.last - 1) != ".");
    }

    /// "section 75 of the NHS Act", "section 75 agreement", "page 12 of the framework", "Page 3 of 10".
    bool is_elsewhere(std::uint32_t sentence, std::uint32_t token, std::uint32_t last) const {
        if (token >= last) return false;
        if (surface(token) == "of" && token + 1 < last && paper_.text.tokens[token + 1].kind == text::TokenKind::number)
            return true;
        for (const match::Mention& mention : paper_.mentions_in(sentence)) {
            if (mention.tokens.first < token) continue;
            if (mention.tokens.first > token + document_distance) break;
            const auto role = paper_.property(mention, "role");
            const auto kind = paper_.property(mention, "kind");
            if (mention.tokens.first == token && role == "legal-agreement") return true;
            const bool document = (role && role->starts_with("cites-")) || role == "other-document" ||
                                  (kind && kind->ends_with("document"));
            if (surface(token) == "of" && document) return true;
        }
        return false;
    }

    /// "Agenda item 9" and "Item 7" on the front and in running heads say what the paper is.
    bool is_label(const std::string& kind, std::uint32_t token, TokenRange range) const {
        if (kind != "item") return false;
        if (token == range.first) return true;
        constexpr std::array<std::string_view, 8> leads{"see", "under", "in", "at", "to", "by", "of", "("};
        return std::find(leads.begin(), leads.end(), surface(token - 1)) == leads.end();
    }

    /// "terms of reference" of "Appendix B (terms of reference)".
    std::string title_after(std::uint32_t token, std::uint32_t last) const {
        if (token + 1 >= last || surface(token) != "(") return {};
        std::uint32_t end = token + 1;
        while (end < last && surface(end) != ")" && end - token < longest_title) ++end;
        const bool words = end < last && surface(end) == ")" && end > token + 2;
        return words ? paper_.words({token + 1, end}) : std::string();
    }

    const Paper& paper_;
    Targets targets_;
    std::vector<CrossReference> found_;
    std::set<std::string> elsewhere_;  // "section 75" of an Act: it is meant later too, where the paper has none such
};

}  // namespace

std::vector<CrossReference> find_references(const Paper& paper) { return Finder(paper).find(); }

}  // namespace boardcheck::extract
