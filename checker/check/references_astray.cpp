// References to parts of the paper that are about something else than what is said of them.
#include <algorithm>
#include <array>

#include "check/contents.hpp"
#include "check/day_words.hpp"
#include "check/readings.hpp"

namespace boardcheck::check {

namespace {

using extract::CrossReference;
using text::TokenRange;

constexpr std::uint32_t most_said = 24;   // tokens before a reference that may say what is there
constexpr std::size_t least_in_text = 3;  // words that another passage must have, where its heading has none
constexpr std::size_t least_said = 4, least_there = 10;  // words that have nothing in common
constexpr std::uint32_t longest_title = 14;              // tokens that are quoted

/// Verbs that lead to another place, whatever it is about.
bool refers(std::string_view stem) {
    constexpr std::array<std::string_view, 9> words{"see",  "set",      "describ", "explain", "show",
                                                    "list", "summaris", "given",   "detail"};
    return std::find(words.begin(), words.end(), stem) != words.end();
}

class Finder {
public:
    Finder(const Case& paper, const Readings& read, std::vector<Finding>& findings)
        : paper_(paper), findings_(findings), attachments_(read.attachments), contents_(paper, read) {}

    void find() {
        std::uint32_t sentence = 0xffffffff, after = 0;
        bool leads = false;  // "Section 2 tells of buses, section 3 of trams": what is said of each comes after it
        const auto& references = paper_.declarations.references;
        for (std::size_t i = 0; i < references.size(); ++i) {
            const CrossReference& reference = references[i];
            const TokenRange tokens = tokens_of(paper_.text, reference.evidence);
            const bool more =
                i + 1 < references.size() && references[i + 1].evidence.sentence == reference.evidence.sentence;
            next_ = more ? tokens_of(paper_.text, references[i + 1].evidence).first
                         : paper_.text.sentences[reference.evidence.sentence].tokens.last;
            if (reference.evidence.sentence != sentence) {
                sentence = reference.evidence.sentence;
                after = begin_of(sentence);
                leads = content_stems(paper_.text, {after, std::max(after, tokens.first)}).empty();
            }
            if (reference.sentence && tokens.first < tokens.last && !is_one_of_several(reference, tokens))
                judge(reference, said_of(reference, tokens, leads ? tokens.first : after));
            after = tokens.last;
        }
    }

private:
    const std::string& surface(std::uint32_t token) const {
        return paper_.text.words[paper_.text.tokens[token].word].surface;
    }

    std::string_view stem(std::uint32_t token) const { return paper_.text.words[paper_.text.tokens[token].word].stem; }

    std::uint32_t begin_of(std::uint32_t sentence) const { return paper_.text.sentences[sentence].tokens.first; }

    /// "sections 3 and 5": which of them is meant for what, nobody says.
    bool is_one_of_several(const CrossReference& reference, TokenRange tokens) const {
        if (surface(tokens.first).ends_with("s") && reference.kind != "appendix") return true;
        const std::uint32_t last = paper_.text.sentences[reference.evidence.sentence].tokens.last;
        const bool more = tokens.last + 1 < last && (surface(tokens.last) == "and" || surface(tokens.last) == "to") &&
                          paper_.text.tokens[tokens.last + 1].kind == text::TokenKind::number;
        return more || surface(tokens.first) == "appendices";
    }

    /// The words before it in its clause, or after it where it comes first; with the label of a table's row.
    std::vector<std::string_view> said_of(const CrossReference& reference, TokenRange tokens,
                                          std::uint32_t after) const {
        std::uint32_t first = tokens.first;
        const bool row = paper_.document.blocks[paper_.text.sentences[reference.evidence.sentence].block].table != 0;
        std::vector<std::string_view> stems;
        // "Illness of drivers; see section 1": where nothing is said after the semicolon, it is said before.
        while (first > after && tokens.first - first < most_said &&
               (row || stems.empty() || surface(first - 1) != ";")) {
            --first;
            if (is_content_word(paper_.text, first) && !refers(stem(first))) stems.push_back(stem(first));
        }
        if (!reference.title.empty() || stems.empty()) {
            std::uint32_t last = tokens.last;
            while (last < next_ && last - tokens.last < most_said && surface(last) != ";") ++last;
            for (const std::string_view stem : content_stems(paper_.text, {tokens.last, last})) stems.push_back(stem);
        }
        std::erase_if(stems, refers);
        std::sort(stems.begin(), stems.end());
        stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
        return stems;
    }

    void judge(const CrossReference& reference, const std::vector<std::string_view>& said) {
        const auto target = target_of(reference);
        if (target < 0 || said.empty()) return;
        const auto passage = static_cast<std::size_t>(target);
        const Passage& there = contents_.passages()[passage];

        if (contents_.has_any(passage, said)) return;
        if (there.first <= reference.evidence.sentence && reference.evidence.sentence < there.last) return;
        const Fit fit = contents_.best(there.group, said, reference.evidence.sentence);
        const Passage& fitting = contents_.passages()[fit.passage];
        const std::size_t words = content_stems(paper_.text, fitting.title).size();
        const bool by_title = fit.in_title > 0 && 2 * fit.in_title >= words && contents_.shares(passage, said) == 0;

        if (!by_title && fit.in_all < least_in_text) {
            if (said.size() >= least_said + contents_.shares(passage, said) && words_in(there) >= least_there)
                doubt(reference, there);
            return;
        }
        report(reference, there, fitting);
    }

    /// An appendix that stands in the paper says more than its line in the list.
    std::ptrdiff_t target_of(const CrossReference& reference) const {
        const std::string label = label_of(reference.number);
        for (const bool stands : {true, false}) {
            const Attachment* attached = attachments_.find(reference.kind, label, stands);
            if (attached == nullptr) continue;
            const auto& all = contents_.passages();
            const auto found = std::find_if(all.begin(), all.end(), [&](const Passage& each) {
                return each.group == "attached" && each.first == attached->sentence && each.label == label;
            });
            return found == all.end() ? -1 : found - all.begin();
        }
        return contents_.at(*reference.sentence);
    }

    std::string title_of(const Passage& passage) const {
        const std::uint32_t last = std::min(passage.title.last, passage.title.first + longest_title);
        if (passage.title.first >= last) return passage.label;
        return std::string(slice(paper_.text.text, span_of({passage.title.first, last})));
    }

    std::string number_of(const Passage& passage) const {
        const bool letter = passage.group == "attached" && passage.label.size() == 1 && passage.label[0] >= 'a';
        return letter ? std::string(1, static_cast<char>(passage.label[0] - 'a' + 'A')) : passage.label;
    }

    Span span_of(TokenRange tokens) const {
        return {paper_.text.tokens[tokens.first].span.begin, paper_.text.tokens[tokens.last - 1].span.end};
    }

    void report(const CrossReference& reference, const Passage& there, const Passage& fitting) {
        const extract::Evidence evidence = with_words_before(reference);
        const Values values{{"reference", std::string(slice(paper_.text.text, reference.evidence.span))},
                            {"there", title_of(there)},
                            {"number", number_of(fitting)},
                            {"fitting", title_of(fitting)}};
        Finding* finding = add(paper_, findings_, "consistency.reference-astray", evidence, values);
        if (finding != nullptr)
            finding->others.push_back({title_of(fitting), {fitting.first, span_of(fitting.title)}, {}});
    }

    /// What is said has not a word in common with what is there, nor with anything else.
    void doubt(const CrossReference& reference, const Passage& there) {
        const Values values{{"reference", std::string(slice(paper_.text.text, reference.evidence.span))},
                            {"there", title_of(there)}};
        add(paper_, findings_, "consistency.reference-doubtful", with_words_before(reference), values);
    }

    std::size_t words_in(const Passage& passage) const {
        std::size_t words = 0;
        for (std::uint32_t sentence = passage.first; sentence < passage.last && words < least_there; ++sentence)
            words += content_stems(paper_.text, paper_.text.sentences[sentence].tokens).size();
        return words;
    }

    /// The reference with a few words before it: they are what does not fit.
    extract::Evidence with_words_before(const CrossReference& reference) const {
        constexpr std::uint32_t most = 6;
        const TokenRange tokens = tokens_of(paper_.text, reference.evidence);
        const std::uint32_t begin = begin_of(reference.evidence.sentence);
        const std::uint32_t first = tokens.first - std::min(most, tokens.first - begin);
        return {reference.evidence.sentence, span_of({first, tokens.last})};
    }

    const Case& paper_;
    std::vector<Finding>& findings_;
    const Attachments& attachments_;
    Contents contents_;
    std::uint32_t next_ = 0;  // where the next reference of the sentence begins, or the sentence ends
};

}  // namespace

void add_references_astray(const Case& paper, const Readings& read, std::vector<Finding>& findings) {
    if (paper.declarations.references.empty()) return;
    Finder(paper, read, findings).find();
}

}  // namespace boardcheck::check
