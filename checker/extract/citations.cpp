// Guidance, Bills and Acts that the paper names: documents that the rules know, by their names; legislation by its
// form; numbered documents of a series.
#include <algorithm>
#include <array>
#include <map>

#include "extract/paper.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenRange;

constexpr std::uint32_t longest_title = 24;    // tokens of the title of an Act
constexpr std::uint32_t date_distance = 4;     // tokens between a title and its date
constexpr std::uint32_t part_distance = 6;     // tokens between "section 75" and the Act
constexpr std::uint32_t number_distance = 14;  // tokens between a title and its number: "(the Department, CP 381)"
constexpr std::size_t most_citations = 5000, most_in_sentence = 100;

/// A citation at one place.
struct Cited {
    Citation citation;
    TokenRange tokens;
};

class Finder {
public:
    explicit Finder(const Paper& paper) : paper_(paper) {
        for (std::uint32_t i = 0; i < paper.catalogue.sources.size(); ++i)
            by_id_.emplace(paper.catalogue.sources[i].id, i);
    }

    std::vector<Citation> find() {
        for (std::uint32_t i = 0; i < paper_.text.sentences.size() && found_.size() < most_citations; ++i) {
            here_.clear();
            add_known(i);
            add_by_form(i);
            std::stable_sort(here_.begin(), here_.end(),
                             [](const Cited& a, const Cited& b) { return a.tokens.first < b.tokens.first; });
            for (Cited& cited : here_) {
                add_part(i, cited);
                add_date(i, cited);
                keep(std::move(cited.citation));
            }
        }
        return std::move(found_);
    }

private:
    const std::string& surface(std::uint32_t token) const { return paper_.word(token).surface; }
    bool is_word(std::uint32_t token) const { return paper_.text.tokens[token].kind == text::TokenKind::word; }

    /// Documents that the rules know; of names that begin at one place the longest, and none inside another.
    void add_known(std::uint32_t sentence) {
        std::optional<match::Mention> best;
        for (const match::Mention& mention : paper_.mentions_in(sentence)) {
            const auto role = paper_.property(mention, "role");
            if (!role || !role->starts_with("names-") || !has_case(mention)) continue;
            if (best && mention.tokens.first < best->tokens.last) {
                if (mention.tokens.first == best->tokens.first && mention.tokens.last > best->tokens.last)
                    best = mention;
                continue;
            }
            if (best) add_source(sentence, *best);
            if (here_.size() >= most_in_sentence) return;
            best = mention;
        }
        if (best) add_source(sentence, *best);
    }

    /// A title begins with a capital; a name that the rules write small may begin with a small letter.
    bool has_case(const match::Mention& mention) const {
        const text::Word& first = paper_.word(mention.tokens.first);
        if (first.capitalised || first.number >= 0) return true;
        const auto& variants = paper_.catalogue.terms[mention.term].variants;
        return std::any_of(variants.begin(), variants.end(), [&](const catalogue::Variant& variant) {
            const bool small = variant.text.front() >= 'a' && variant.text.front() <= 'z';
            return small && variant.text.starts_with(first.surface);
        });
    }

    /// "the White Paper, Integration and Innovation (CP 381)" cites one document.
    void add_source(std::uint32_t sentence, const match::Mention& mention) {
        const TokenRange tokens = mention.tokens;
        const auto known = by_id_.find(paper_.catalogue.terms[mention.term].label);
        if (known == by_id_.end()) return;
        const catalogue::Source& source = paper_.catalogue.sources[known->second];
        const std::string kind = paper_.property(mention, "role")->substr(6);
        const bool is_number = paper_.words(tokens) == source.number;
        if (!here_.empty()) {
            Cited& last = here_.back();
            const bool near = tokens.first <= last.tokens.last + date_distance;
            const bool same_kind = last.citation.kind == kind && last.citation.title.size() < source.title.size();
            if (near && (last.citation.source == source.id || (same_kind && kind == "white-paper"))) {
                if (last.citation.source != source.id || paper_.words(tokens).size() > last.citation.title.size())
                    last.citation.title = paper_.words(tokens);
                if (is_number) last.citation.number = source.number;
                last.citation.source = source.id;
                last.tokens.last = tokens.last;
                last.citation.evidence = paper_.evidence(sentence, last.tokens);
                return;
            }
        }
        Cited cited;
        cited.citation.title = paper_.words(tokens);
        if (is_number) cited.citation.number = source.number;
        cited.citation.source = source.id;
        cited.citation.kind = kind;
        cited.citation.evidence = paper_.evidence(sentence, tokens);
        cited.tokens = tokens;
        here_.push_back(std::move(cited));
    }

    bool is_taken(std::uint32_t token) const {
        return std::any_of(here_.begin(), here_.end(), [&](const Cited& cited) {
            return cited.tokens.first <= token && token < cited.tokens.last;
        });
    }

    void add_by_form(std::uint32_t sentence) {
        for (const match::Mention& mention : paper_.mentions_in(sentence)) {
            const auto role = paper_.property(mention, "role");
            if (here_.size() >= most_in_sentence) return;
            if (!role || is_taken(mention.tokens.first)) continue;
            if (role->starts_with("cites-"))
                add_legislation(sentence, mention.tokens, role->substr(6));
            else if (*role == "document-series")
                add_numbered(sentence, mention.tokens);
        }
    }

    bool is_year(std::uint32_t token) const {
        const std::int64_t number = paper_.word(token).number;
        return surface(token).size() == 4 && number >= 1500 && number <= 2200;
    }

    /// "the Children and Families Act 2014", "the 2012 Act": capitalised words up to the one that says what it is.
    void add_legislation(std::uint32_t sentence, TokenRange word, const std::string& kind) {
        const TokenRange range = paper_.text.sentences[sentence].tokens;
        if (!paper_.word(word.first).capitalised) return;
        TokenRange title{word.first, word.last};
        std::uint32_t brackets = 0;
        for (std::uint32_t at = word.first; at > range.first && word.first - at < longest_title; --at) {
            const std::uint32_t before = at - 1;
            if (is_apart(at)) break;
            const std::string& sign = surface(before);
            if (sign == ")") ++brackets;
            const bool inside = brackets > 0;
            if (sign == "(" && brackets > 0) --brackets;
            const bool joins =
                sign == "and" || sign == "of" || sign == "etc" || sign == "in" || sign == "for" || sign == "to";
            const bool capital = is_word(before) && paper_.word(before).capitalised && !opens_sentence(sign);
            if (!inside && !joins && !capital && !(sign == "," && is_listed(before, range))) break;
            if (capital && !inside) title.first = before;
        }
        std::string year;
        if (title.last < range.last && is_year(title.last)) {
            year = surface(title.last++);
        } else if (title.first == word.first && word.first > range.first && is_year(word.first - 1)) {
            year = surface(--title.first);
        }
        const bool named = title.first < word.first && !paper_.text.tokens.empty() && is_word(title.first);
        if (year.empty() && (!named || kind == "regulations" || kind == "order")) return;
        if (is_taken(title.first)) return;
        Cited cited;
        cited.tokens = title;
        cited.citation.title = paper_.words(title);
        cited.citation.kind = kind;
        cited.citation.year = year;
        cited.citation.evidence = paper_.evidence(sentence, title);
        if (!named) cited.citation.source = same_year(year, kind, cited.citation.title);
        here_.push_back(std::move(cited));
    }

    /// Columns and lines between: no title goes on over them.
    bool is_apart(std::uint32_t token) const {
        const std::string_view gap =
            slice(paper_.text.text, {paper_.text.tokens[token - 1].span.end, paper_.text.tokens[token].span.begin});
        return gap.size() > 1 || gap == "\n";
    }

    /// Words that have a capital for their place only.
    static bool opens_sentence(std::string_view word) {
        constexpr std::array<std::string_view, 16> words{"The",   "A",  "An", "This", "That", "Any",   "Each", "Our",
                                                         "Under", "In", "If", "When", "No",   "Since", "By",   "Once"};
        return std::find(words.begin(), words.end(), word) != words.end();
    }

    /// A comma between capitalised words: "the Procurement, Patient Choice and Competition Regulations".
    bool is_listed(std::uint32_t comma, TokenRange range) const {
        return comma > range.first && is_word(comma - 1) && paper_.word(comma - 1).capitalised && is_word(comma + 1) &&
               paper_.word(comma + 1).capitalised;
    }

    /// "the 2012 Act" is the Act of that year that was cited before.
    std::string same_year(const std::string& year, const std::string& kind, std::string& title) const {
        const auto cited = by_year_.find(kind + ' ' + year);
        if (cited == by_year_.end()) return {};
        title = found_[cited->second].title;
        return found_[cited->second].source;
    }

    /// "CP 318", "HSC 2001/12": the number of the document that is cited just before, or a document of its own.
    void add_numbered(std::uint32_t sentence, TokenRange series) {
        const TokenRange range = paper_.text.sentences[sentence].tokens;
        if (!paper_.word(series.first).capitalised) return;
        std::uint32_t end = series.last;
        while (end < range.last && end < series.last + 6 &&
               (paper_.text.tokens[end].kind == text::TokenKind::number || surface(end) == "/" || surface(end) == "(" ||
                (surface(end) == ")" && end + 1 < range.last &&
                 paper_.text.tokens[end + 1].kind == text::TokenKind::number)))
            ++end;
        if (end == series.last) return;
        const std::string number = paper_.words({series.first, end});
        for (Cited& cited : here_) {
            if (cited.tokens.last > series.first || series.first > cited.tokens.last + number_distance) continue;
            if (surface(series.first - 1) == "and" || surface(series.first - 1) == ";") continue;
            cited.citation.number = number;
            return;
        }
        Cited cited;
        cited.tokens = {series.first, end};
        cited.citation.title = cited.citation.number = number;
        cited.citation.kind = "document";
        cited.citation.evidence = paper_.evidence(sentence, cited.tokens);
        here_.push_back(std::move(cited));
    }

    /// "section 75 of the", "clauses 20 to 22 of the" before an Act.
    void add_part(std::uint32_t sentence, Cited& cited) {
        if (cited.citation.kind != "act" && cited.citation.kind != "bill" && cited.citation.kind != "regulations")
            return;
        for (const match::Mention& mention : paper_.mentions_in(sentence)) {
            if (paper_.property(mention, "role") != "act-part" || mention.tokens.last >= cited.tokens.first) continue;
            if (cited.tokens.first > mention.tokens.last + part_distance) continue;
            std::uint32_t end = mention.tokens.last;
            while (end < cited.tokens.first && is_part_number(end)) ++end;
            const bool leads = end < cited.tokens.first && (surface(end) == "of" || surface(end) == "in");
            if (!leads || end == mention.tokens.last) continue;
            cited.citation.section = paper_.words({mention.tokens.first, end});
            cited.citation.evidence = paper_.evidence(sentence, {mention.tokens.first, cited.tokens.last});
        }
    }

    /// "75", "14Z" and what joins several.
    bool is_part_number(std::uint32_t token) const {
        const std::string& word = surface(token);
        const bool joins = word == "to" || word == "and" || word == "," || word == "(" || word == ")" || word == "-";
        return joins || (word.size() <= 4 && (word[0] >= '0' && word[0] <= '9')) ||
               (word.size() == 1 && paper_.word(token).capitalised);
    }

    /// The date that stands beside a title: "(June 2021)", "of June 2021", "CP 381, 11 February 2021".
    void add_date(std::uint32_t sentence, Cited& cited) const {
        if (!cited.citation.year.empty()) return;
        if (cited.citation.kind == "act") {
            for (std::uint32_t token = cited.tokens.first; token < cited.tokens.last; ++token)
                if (is_year(token)) cited.citation.year = surface(token);
            return;
        }
        for (const match::DateMention& date : paper_.dates_in(sentence)) {
            const bool near =
                date.tokens.first >= cited.tokens.last && date.tokens.first <= cited.tokens.last + date_distance;
            if (!near || date.iso.size() < 4 || date.iso.find('/') != std::string::npos) continue;
            if (goes_on(cited.tokens.last, date.tokens.first)) continue;
            cited.citation.year = date.iso;
            return;
        }
    }

    /// Whether a verb or the like stands between the title and the date: "The framework came in June 2021" is no date
    /// of it.
    bool goes_on(std::uint32_t first, std::uint32_t last) const {
        for (std::uint32_t token = first; token < last; ++token) {
            const std::string_view stem = paper_.stem(token);
            if (is_word(token) && stem != "of" && stem != "in" && stem != "publish" && stem != "date" && stem != "issu")
                return true;
        }
        return false;
    }

    void keep(Citation citation) {
        std::string key = citation.source.empty() ? citation.title : citation.source;
        key += '\n' + citation.section;
        const auto [place, fresh] = index_.emplace(std::move(key), found_.size());
        if (fresh) {
            if (!citation.year.empty()) by_year_[citation.kind + ' ' + citation.year] = place->second;
            found_.push_back(std::move(citation));
            return;
        }
        Citation& known = found_[place->second];
        ++known.times;
        if (known.number.empty()) known.number = citation.number;
        if (known.year.empty()) known.year = citation.year;
        if (citation.title.size() > known.title.size()) known.title = citation.title;
    }

    const Paper& paper_;
    std::map<std::string, std::uint32_t, std::less<>> by_id_;  // sources
    std::vector<Cited> here_;
    std::vector<Citation> found_;
    std::map<std::string, std::size_t> index_, by_year_;
};

}  // namespace

std::vector<Citation> find_citations(const Paper& paper) { return Finder(paper).find(); }

}  // namespace boardcheck::extract
