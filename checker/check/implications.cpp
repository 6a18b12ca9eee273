// Implications: which of them a paper speaks of, and what it says there.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>

#include "check/form_parts.hpp"
#include "check/look_up.hpp"

namespace boardcheck::check {

namespace {

using text::TokenRange;

constexpr std::string_view prefix = "implication-", touching = "touches-";
constexpr std::uint32_t longest_run = 14;      // tokens of "Equality, engagement and legal implications"
constexpr std::uint32_t longest_answer = 12;   // tokens in which "none" is the answer
constexpr std::uint32_t most_sentences = 400;  // of one section

/// A kind of implication that the paper speaks of, and where.
struct Treated {
    std::string_view kind;
    std::uint32_t sentence = 0;
    TokenRange text;  // what is said on it, with its label
};

class Implications {
public:
    Implications(const Case& paper, const std::vector<Field>& fields, std::vector<Finding>& findings)
        : paper_(paper), findings_(findings) {
        for (const Field& field : fields) {
            if (field.role.starts_with(prefix))
                add_kind(std::string_view(field.role).substr(prefix.size()), field.sentence,
                         {field.label.first, std::max(field.label.last, field.value.last)});
        }
        for (std::uint32_t i = 0; i < paper_.text.sentences.size(); ++i) read(i);
        read_paragraphs();
    }

    void add() {
        add_missing();
        add_nothing_but_money();
    }

private:
    TokenRange tokens_of(std::uint32_t sentence) const { return paper_.text.sentences[sentence].tokens; }

    void add_kind(std::string_view kind, std::uint32_t sentence, TokenRange text) {
        treated_.push_back({kind, sentence, text});
    }

    /// The kinds with which a sentence begins, and the token after them; what else stands among them ends the run.
    struct Run {
        std::vector<std::string_view> kinds;
        std::uint32_t end = 0;
        bool implications = false;  // says that they are
    };
    Run run_at(TokenRange tokens) const {
        constexpr std::array<std::string_view, 14> joints{"and", ",", "/", "&",  "implic", "impact", "consider",
                                                          "the", "*", "a", "or", "assess", "of",     "manag"};
        Run run;
        std::uint32_t token = tokens.first;
        const std::uint32_t last = std::min(tokens.last, tokens.first + longest_run);
        while (token < last) {
            std::uint32_t next = token;
            std::string_view kind;
            for (const match::Mention& mention : mentions_in(paper_, {token, token + 1})) {
                const std::string_view sense = property(paper_, mention, "sense");
                if (!sense.starts_with(prefix) || mention.tokens.last <= next || mention.tokens.last > tokens.last)
                    continue;
                next = mention.tokens.last;
                kind = sense.substr(prefix.size());
            }
            if (next > token) {
                run.kinds.push_back(kind);
                run.implications = run.implications || stem_at(paper_, next - 1) == "implic";
                token = next;
                continue;
            }
            if (std::find(joints.begin(), joints.end(), stem_at(paper_, token)) == joints.end()) break;
            run.implications = run.implications || stem_at(paper_, token) == "implic";
            ++token;
        }
        run.end = token;
        return run;
    }

    /// A paragraph that speaks of three kinds answers for them all, whatever its heading.
    void read_paragraphs() {
        std::map<std::uint32_t, std::set<std::string_view>> kinds;
        for (const match::Mention& mention : paper_.matches.mentions) {
            const std::string_view sense = property(paper_, mention, "sense");
            if (!sense.starts_with(prefix) || is_heading(paper_, mention.sentence)) continue;
            kinds[paper_.text.sentences[mention.sentence].block].insert(sense);
        }
        constexpr std::size_t least_kinds = 3;
        for (const auto& [block, spoken] : kinds) named_ = named_ || spoken.size() >= least_kinds;
    }

    bool under_implications(std::uint32_t sentence) const {
        const auto headings = text::headings_of(paper_.text, sentence);
        return std::any_of(headings.begin(), headings.end(), [&](std::uint32_t heading) {
            const TokenRange tokens = tokens_of(heading);
            for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
                if (stem_at(paper_, token) == "implic") return true;
            }
            return false;
        });
    }

    void read(std::uint32_t sentence) {
        const TokenRange tokens = tokens_of(sentence);
        const bool heading = is_heading(paper_, sentence);
        const Run run = run_at(tokens);
        if (run.implications) named_ = true;
        if (run.kinds.empty()) return;
        const bool whole = run.end == tokens.last || (run.end + 1 == tokens.last && stem_at(paper_, run.end) == ".");
        const bool colon = run.end < tokens.last && stem_at(paper_, run.end) == ":";
        const bool bracket =
            run.end < tokens.last && (stem_at(paper_, run.end) == "(" || stem_at(paper_, run.end) == ".");
        const bool label =
            (heading && (whole || run.implications)) || colon || ((whole || bracket) && under_implications(sentence));
        if (!label) return;
        const TokenRange text{tokens.first, end_of_text(sentence, heading)};
        for (const std::string_view kind : run.kinds) add_kind(kind, sentence, text);
        if (heading && run.implications && run.kinds.size() > 1) add_broken_promise(sentence, run, text);
    }

    /// Of a heading: the end of its section; else of the block.
    std::uint32_t end_of_text(std::uint32_t sentence, bool heading) const {
        const text::Sentence& first = paper_.text.sentences[sentence];
        std::uint32_t end = first.tokens.last;
        const auto count = static_cast<std::uint32_t>(paper_.text.sentences.size());
        for (std::uint32_t i = sentence + 1; i < std::min(count, sentence + most_sentences); ++i) {
            const text::Sentence& next = paper_.text.sentences[i];
            const bool same = heading ? next.section == first.section : next.block == first.block;
            if (!same) break;
            end = next.tokens.last;
        }
        return end;
    }

    bool has_pounds(TokenRange tokens) const { return words(tokens).find("£") != std::string_view::npos; }
    std::string_view words(TokenRange tokens) const {
        if (tokens.first >= tokens.last) return {};
        return slice(paper_.text.text,
                     {paper_.text.tokens[tokens.first].span.begin, paper_.text.tokens[tokens.last - 1].span.end});
    }

    /// "Equality, engagement and legal implications", and then not a word on engagement.
    void add_broken_promise(std::uint32_t heading, const Run& run, TokenRange text) {
        const TokenRange body{tokens_of(heading).last, text.last};
        if (!has_words(paper_, body)) return;
        const TokenRange answer{body.first, std::min(body.last, body.first + longest_answer)};
        if (first_with(paper_, answer, "sense", "no-implication")) return;  // none of any kind
        std::set<std::string_view> spoken;
        for (const match::Mention& mention : mentions_in(paper_, body)) {
            const std::string_view sense = property(paper_, mention, "sense");
            if (sense.starts_with(prefix)) spoken.insert(sense.substr(prefix.size()));
            if (sense.starts_with(touching)) spoken.insert(sense.substr(touching.size()));
        }
        if (has_pounds(body)) spoken.insert("financial");
        for (const std::string_view kind : run.kinds) {
            if (spoken.contains(kind)) continue;
            check::add(paper_, findings_, "form.heading-without-answer",
                       evidence_of(paper_, heading, tokens_of(heading)), {{"kind", std::string(kind)}});
        }
    }

    void add_missing() {
        constexpr std::array<std::string_view, 4> core{"financial", "legal", "equality", "risk"};
        std::set<std::string_view> kinds;
        for (const Treated& each : treated_) kinds.insert(each.kind);
        const bool decides = asks_for_decision(paper_);
        const bool none = std::none_of(kinds.begin(), kinds.end(),
                                       [](std::string_view kind) { return kind != "risk" && kind != "engagement"; });
        if (none && !named_) {
            check::add(paper_, findings_, decides ? "form.decision-without-implications" : "form.no-implications", {},
                       {});
            return;
        }
        std::vector<std::string_view> missing;
        std::copy_if(core.begin(), core.end(), std::back_inserter(missing),
                     [&](std::string_view kind) { return !kinds.contains(kind); });
        if (none || missing.empty() || !decides) return;
        check::add(paper_, findings_, "form.implication-missing", {},
                   {{"kinds", fmt::format("{}", fmt::join(missing, ", "))}});
    }

    bool says_none(TokenRange text) const {
        const Run run = run_at(text);
        const std::uint32_t last = std::min(text.last, run.end + longest_answer);
        return first_with(paper_, {run.end, last}, "sense", "no-implication").has_value() &&
               !has_pounds({run.end, last});
    }

    /// "Financial implications: none", where the meeting is asked to spend money.
    void add_nothing_but_money() {
        const auto& asks = paper_.declarations.recommendations;
        const auto costly = std::find_if(asks.begin(), asks.end(), [&](const extract::Recommendation& ask) {
            return ask.ask != "note" && slice(paper_.text.text, ask.evidence.span).find("£") != std::string_view::npos;
        });
        if (costly == asks.end()) return;
        for (const Treated& each : treated_) {
            if (each.kind != "financial" || !says_none(each.text)) continue;
            const TokenRange own = tokens_of(each.sentence);
            const TokenRange quoted{each.text.first,
                                    std::max(own.last, std::min(each.text.last, own.last + longest_answer))};
            Finding* finding = check::add(paper_, findings_, "consistency.no-cost-but-money",
                                          evidence_of(paper_, each.sentence, quoted), {{"item", costly->item}});
            if (finding != nullptr) finding->others.push_back({costly->item, costly->evidence, {}});
            return;
        }
    }

    const Case& paper_;
    std::vector<Finding>& findings_;
    std::vector<Treated> treated_;
    bool named_ = false;  // some heading or line begins with "Implications"
};

}  // namespace

void add_implications(const Case& paper, const std::vector<Field>& fields, std::vector<Finding>& findings) {
    Implications(paper, fields, findings).add();
}

}  // namespace boardcheck::check
