// Cross-references: where they say they lead, and whether that is there.
#include <algorithm>
#include <array>
#include <set>

#include "extract/numbered_parts.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::size_t most_references = 20000;
constexpr std::size_t most_in_list = 12;          // "sections 2, 3 and 5"
constexpr std::uint32_t longest_sentence = 3000;  // tokens: what is longer is none
constexpr std::uint32_t document_distance = 8;    // tokens: "section 5 of the White Paper"
constexpr std::uint32_t longest_title = 14;       // tokens in brackets after the number

bool is_capital(const std::string& word) { return word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z'; }

struct Number {
    std::string printed;
    std::uint32_t end = 0;
};

class Finder {
public:
    explicit Finder(const Paper& paper) : paper_(paper), parts_(paper) {}

    std::vector<CrossReference> find() {
        for (std::uint32_t i = 0; i < paper_.text.sentences.size() && found_.size() < most_references; ++i) read(i);
        for (std::size_t i = 0; i < found_.size(); ++i)
            found_[i].sentence = parts_.find(found_[i].kind, found_[i].number, from_[i]);
        from_.clear();
        std::erase_if(found_, [&](const CrossReference& reference) {
            return !reference.sentence && elsewhere_.contains(reference.kind + ' ' + reference.number);
        });
        std::stable_sort(found_.begin(), found_.end(),
                         [](const CrossReference& a, const CrossReference& b) { return a.evidence < b.evidence; });
        return std::move(found_);
    }

private:
    const std::string& surface(std::uint32_t token) const { return paper_.word(token).surface; }

    bool is_glued(std::uint32_t token) const {
        return paper_.text.tokens[token].span.begin == paper_.text.tokens[token - 1].span.end;
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
            if (*kind == "schedule" && !paper_.word(mention.tokens.first).capitalised) continue;  // "on schedule"
            const std::vector<Number> numbers = numbers_at(mention.tokens.last, range.last, *kind);
            if (numbers.empty()) {
                if (mention.tokens.first == range.first) add_listed(sentence, *kind, {mention.tokens.last, range.last});
                continue;
            }
            after = numbers.back().end;
            const auto attachment = attachment_meant(sentence, after, range.last);
            if (is_name_of_itself(sentence, mention.tokens.first, numbers)) {
                parts_.add(*kind, numbers.front().printed, sentence);
            } else if (!attachment &&
                       (is_anothers(mention.tokens.first, range.first) || is_elsewhere(sentence, after, range.last))) {
                for (const Number& number : numbers) elsewhere_.insert(*kind + ' ' + number.printed);
            } else if (!is_label(*kind, mention.tokens.first, range)) {
                from_here_ = attachment.value_or(sentence);
                for (const Number& number : numbers) add(sentence, *kind, {mention.tokens.first, number.end}, number);
            }
        }
        from_here_ = sentence;
        add_bare(sentence, range);
    }

    /// "its Appendix 4", "whose own section 3", "the Auditor's paragraph 12".
    bool is_anothers(std::uint32_t token, std::uint32_t first) const {
        if (token == first) return false;
        const std::string& before = surface(token - 1);
        return before == "its" || before == "their" || before == "own" || before == "'s";
    }

    /// Where the attachment begins that "section 9 of the terms" and "Annex C to the terms" mean by its title.
    std::optional<std::uint32_t> attachment_meant(std::uint32_t sentence, std::uint32_t token,
                                                  std::uint32_t last) const {
        if (token + 2 >= last || (surface(token) != "of" && surface(token) != "to" && surface(token) != "in"))
            return {};
        if (surface(token + 1) != "the" && surface(token + 1) != "these") return {};
        if (surface(token + 1) == "these") return sentence;
        return parts_.attachment_with(paper_.stem(token + 2));
    }

    /// "the gap in 5.1", "(see 2.2(a))": paragraphs by their number alone, where the paper numbers its paragraphs so.
    void add_bare(std::uint32_t sentence, TokenRange range) {
        std::uint32_t joint = 0;  // after a number, where another may follow
        for (std::uint32_t token = range.first + 1; token < range.last; ++token) {
            const bool bracket = surface(token - 1) == "(";
            const bool joined = token == joint + 1 && (surface(joint) == "and" || surface(joint) == "to");
            if ((!joined && !bracket && !leads_to_bare(surface(token - 1))) ||
                paper_.text.tokens[token].kind != text::TokenKind::number)
                continue;
            const auto number = number_at(token, range.last, "paragraph");
            if (!number || number->printed.find('.') == std::string::npos) continue;
            if (bracket && !is_above_or_below(number->end, range.last)) continue;
            const bool there = parts_.find("paragraph", number->printed, sentence).has_value();
            const std::string chapter = number->printed.substr(0, number->printed.rfind('.')) + ".1";
            const bool like = surface(token - 1) != "at" && parts_.find("paragraph", chapter, sentence).has_value();
            if ((there || like) && ends_bare(number->end, range.last, there)) {
                add(sentence, "paragraph", {token, number->end}, *number);
                token = joint = number->end;
            }
        }
    }

    bool is_above_or_below(std::uint32_t token, std::uint32_t last) const {
        return token < last && (surface(token) == "above" || surface(token) == "below");
    }

    static bool leads_to_bare(const std::string& word) {
        return word == "in" || word == "see" || word == "See" || word == "at" || word == "under" || word == "by";
    }

    /// What follows is no unit, nor a thing that is counted: "in 5.2 million cases".
    bool ends_bare(std::uint32_t token, std::uint32_t last, bool there) const {
        if (token >= last) return true;
        const std::string& word = surface(token);
        const bool sign = paper_.is_punctuation(token) && word != "%" && word != "-" && word != "/";
        return sign || word == "and" || word == "or" || is_above_or_below(token, last) ||
               (there && paper_.text.tokens[token].kind == text::TokenKind::word && paper_.stem(token) != "million" &&
                paper_.stem(token) != "billion" && word != "per");
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
        from_.push_back(from_here_);
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
                parts_.add(kind, number->printed, sentence);
        }
    }

    /// "Appendix A: Risk register" as a heading, caption or line of a list is what others refer to.
    bool is_name_of_itself(std::uint32_t sentence, std::uint32_t token, const std::vector<Number>& numbers) const {
        const TokenRange range = paper_.text.sentences[sentence].tokens;
        if (surface(range.first) == "[" && token == range.first + 1 && numbers.front().end < range.last &&
            surface(numbers.front().end) == "]")
            return true;  // "[Slide 4] Governance"
        if (numbers.size() != 1 || !paper_.word(token).capitalised) return false;
        const std::uint32_t end = numbers.front().end;
        const bool titled =
            end + 1 < range.last && (surface(end) == ":" || surface(end) == "-") && paper_.word(end + 1).capitalised;
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
            const std::string& joint = surface(token);
            if (document && (joint == "of" || joint == "to" || joint == "in")) return true;
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
    NumberedParts parts_;
    std::vector<CrossReference> found_;
    std::vector<std::uint32_t> from_;  // of each: a sentence of the part of the paper in which it is looked for
    std::uint32_t from_here_ = 0;
    std::set<std::string> elsewhere_;  // "section 75" of an Act: it is meant later too, where the paper has none such
};

}  // namespace

std::vector<CrossReference> find_references(const Paper& paper) { return Finder(paper).find(); }

}  // namespace boardcheck::extract
