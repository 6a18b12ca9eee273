#include "text/clauses.hpp"

#include <algorithm>
#include <optional>

#include "text/verbs.hpp"

namespace boardcheck::text {

namespace {

/// How a stretch of a sentence is joined to what stands before it.
enum class Join {
    none,         // the first
    coordinate,   // "and", "but", a comma
    stop,         // ";", ":", a dash between spaces
    cell,         // the next cell of a table row
    subordinate,  // "which", "because", "if"
    contrast,     // "rather than", "without", "and not"
    aside,        // in brackets
    resume,       // after the closing bracket
};

struct Stretch {
    TokenRange tokens;
    Join join = Join::none;
    Marks marks;
    bool subjectless = false;   // its finite verb comes first: the subject stands before
    bool sharp = false;         // it begins with "but" or its like, or after a stop
    bool bare = false;          // it begins with a conjunction that no comma announces
    bool hidden = false;        // its finite verb is not seen: it may be still to come
    bool introductory = false;  // "if", "although", "without" at the beginning of the sentence
    Classes opening = 0;        // of its first word, conjunctions aside
};

/// A clause in the making.
struct Draft {
    TokenRange tokens;
    Join join = Join::none;
    Marks marks;
    bool ends_finite = false;   // its last stretch has a finite verb
    bool hidden = false;        // its verb has not been seen yet
    bool introductory = false;  // "if", "although" at the beginning of the sentence
    bool shares = false;        // continues the last main clause and has its subject
};

class Stretches {
public:
    Stretches(const Text& text, const Phrase& phrase) : text_(text), phrase_(phrase) {}

    std::vector<Stretch> run() const {
        const TokenRange all = phrase_.tokens();
        std::vector<Stretch> stretches{begin(all.first, Join::none)};
        for (std::uint32_t token = all.first + 1; token < all.last; ++token) {
            const Join join = join_at(token);
            if (join == Join::none) continue;
            Stretch& last = stretches.back();
            if (says_something({last.tokens.first, token})) {
                last.tokens.last = token;
                stretches.push_back(begin(token, join));
            } else if (last.join == Join::coordinate || last.join == Join::stop || last.join == Join::resume) {
                last.join = join;  // "and which", "; but if"
            }
        }
        stretches.back().tokens.last = all.last;
        for (Stretch& stretch : stretches) examine(stretch);
        introduce(stretches.front());
        return stretches;
    }

private:
    Stretch begin(std::uint32_t token, Join join) const {
        Stretch stretch;
        stretch.tokens = {token, token};
        stretch.join = join;
        stretch.sharp = join == Join::stop || phrase_.reads(token, {"but"});
        stretch.bare = phrase_.is(token, coordinator) && phrase_.is_word(token - 1);
        return stretch;
    }

    /// Looks at the beginning only, so that the whole stays linear: a stretch opens with few marks and conjunctions.
    bool says_something(TokenRange tokens) const {
        const std::uint32_t end = std::min(tokens.last, tokens.first + 8);
        for (std::uint32_t token = tokens.first; token < end; ++token) {
            if (phrase_.is_word(token) && !phrase_.is(token, coordinator)) return true;
        }
        return end < tokens.last;
    }

    bool on_new_line(std::uint32_t token) const {
        const auto gap = slice(text_.text, {text_.tokens[token - 1].span.end, text_.tokens[token].span.begin});
        return std::find(gap.begin(), gap.end(), '\n') != gap.end();
    }

    bool is_spaced_dash(std::uint32_t token) const {
        if (phrase_.key(token) != Key("-")) return false;
        const auto gap = [this](std::uint32_t a) { return text_.tokens[a].span.end < text_.tokens[a + 1].span.begin; };
        return token > phrase_.tokens().first && token + 1 < phrase_.tokens().last && gap(token - 1) && gap(token);
    }

    Join join_at(std::uint32_t token) const {
        const Key before = phrase_.key(token - 1);
        if (on_new_line(token)) return Join::cell;
        const bool plain = phrase_.is_word(token) && phrase_.is_word(token - 1);
        if (plain && !phrase_.is(token, closed_class)) return Join::none;
        if (is_contrast(token)) return Join::contrast;
        if (is_subordinate(token)) return Join::subordinate;
        if (phrase_.key(token) == Key("(")) return Join::aside;
        if (before == Key(")")) return phrase_.is_word(token) ? Join::resume : Join::none;
        if (before == Key(";") || before == Key(":") || is_spaced_dash(token - 1)) return Join::stop;
        if (before == Key(",")) return Join::coordinate;
        if (!phrase_.is(token, coordinator)) return Join::none;
        const bool weak = phrase_.reads(token, {"so"}) || phrase_.reads(token, {"yet"});
        return weak ? Join::none : Join::coordinate;
    }

    bool is_contrast(std::uint32_t token) const {
        if (phrase_.reads(token, {"rather", "than"}) || phrase_.reads(token, {"instead", "of"})) return true;
        if (phrase_.reads(token, {"as", "opposed", "to"}) || phrase_.reads(token, {"without"})) return true;
        if (phrase_.reads(token, {"with", "no"}) || phrase_.reads(token, {"at", "no"})) return true;
        if (phrase_.reads(token, {"not"}) && phrase_.reads(token - 1, {","})) return phrase_.is_negation(token);
        return phrase_.is(token, coordinator) && phrase_.is_one_of(token + 1, {"not", "no"}) &&
               phrase_.is_word(token + 2) && phrase_.is_negation(token + 1);
    }

    bool is_subordinate(std::uint32_t token) const {
        if (phrase_.is(token, relative)) return !opens_relative(token - 1);
        if (opens_relative(token)) return true;
        if (phrase_.reads(token, {"even", "if"}) || phrase_.reads(token, {"so", "that"})) return true;
        if (phrase_.reads(token, {"given", "that"}) || phrase_.reads(token, {"provided", "that"})) return true;
        if (phrase_.reads(token, {"subject", "to"})) return false;
        if (phrase_.reads(token - 1, {"even"}) || phrase_.reads(token - 1, {"as"})) return false;
        return phrase_.is(token, subordinator) || (phrase_.is_condition(token) && phrase_.reads(token, {"once"}));
    }
    /// "in which", "with whom".
    bool opens_relative(std::uint32_t token) const {
        return phrase_.is(token, preposition) && phrase_.is(token + 1, relative);
    }

    void examine(Stretch& stretch) const {
        bool word_seen = false;
        for (std::uint32_t token = stretch.tokens.first; token < stretch.tokens.last; ++token) {
            const Marks marks = phrase_.marks(token);
            if (marks.finite && !word_seen) stretch.subjectless = true;
            const bool connects = phrase_.is(token, coordinator | adverb | negator) || !phrase_.is_word(token);
            if (!connects && !word_seen) stretch.opening = phrase_.classes(token);
            if (!connects) word_seen = true;
            stretch.marks.add(marks);
        }
        if (stretch.join == Join::contrast) stretch.marks.negated = true;
        if (stretch.marks.finite || !has_hidden_verb(stretch)) return;
        stretch.hidden = true;
        stretch.marks.add({true, false, false, {}, Tense::present});
    }

    void introduce(Stretch& first) const {
        const std::uint32_t token = first.tokens.first;
        const bool contrast = is_contrast(token);
        first.marks.negated |= contrast;
        const bool subordinate = first.marks.finite && phrase_.is(token, subordinator);
        first.introductory = contrast || subordinate || phrase_.is_inversion(token);
    }

    /// After "if" and "which" there is a finite verb, though its form may not show it: "if the Bill passes".
    bool has_hidden_verb(const Stretch& stretch) const {
        std::uint32_t opener = stretch.tokens.first;
        while (opener < stretch.tokens.last && !phrase_.is(opener, subordinator | relative)) {
            if (!phrase_.is(opener, coordinator | preposition | adverb) && phrase_.is_word(opener)) return false;
            ++opener;
        }
        if (opener == stretch.tokens.last) return false;
        if (phrase_.is(opener, relative)) return true;
        constexpr std::uint32_t fewest_words = 3;  // as against "if not", "although late"
        constexpr Classes verbless = gerund | past_or_participle | participle | preposition | negator;
        if (stretch.tokens.last - opener <= fewest_words || phrase_.is(opener + 1, verbless)) return false;
        return !phrase_.is(opener, conditional) || phrase_.is_condition(opener);
    }

    const Text& text_;
    const Phrase& phrase_;
};

class Assembly {
public:
    explicit Assembly(const Phrase& phrase) : phrase_(phrase) {}

    std::vector<Draft> run(const std::vector<Stretch>& stretches) {
        for (const Stretch& stretch : stretches) {
            if (drafts_.empty() || begins_clause(stretch)) {
                push(stretch);
            } else {
                drafts_.back().tokens.last = stretch.tokens.last;
                drafts_.back().marks.add(stretch.marks);
                drafts_.back().ends_finite = stretch.marks.finite;
                drafts_.back().hidden &= !stretch.marks.finite;
            }
        }
        share();
        spread_conditions();
        return std::move(drafts_);
    }

private:
    bool has_word(TokenRange tokens) const {
        for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
            if (phrase_.is_word(token)) return true;
        }
        return false;
    }

    bool begins_clause(const Stretch& stretch) const {
        const Draft& last = drafts_.back();
        if (!has_word(stretch.tokens)) return false;
        if (!has_word(last.tokens) && last.join == Join::none) return false;
        const bool both_finite = stretch.marks.finite && last.marks.finite;
        const bool denies = stretch.marks.negated != last.marks.negated;
        switch (stretch.join) {
            case Join::none:
                return true;
            case Join::contrast:
                return true;
            case Join::subordinate:
                return stretch.marks.finite || denies;
            case Join::cell:
                return both_finite || denies;
            case Join::aside:
                return stretch.marks.negated || (stretch.marks.finite && stretch.marks.conditional);
            case Join::resume:
                return last.join == Join::aside;
            case Join::stop:
                return both_finite || denies;
            case Join::coordinate:
                break;
        }
        return begins_coordinate_clause(stretch, denies);
    }

    bool begins_coordinate_clause(const Stretch& stretch, bool denies) const {
        const Draft& last = drafts_.back();
        const bool has_subject = (stretch.opening & (determiner | subject_pronoun | number)) != 0;
        if (last.introductory && !stretch.bare) return stretch.marks.finite || has_subject;
        if (!stretch.marks.finite || !last.marks.finite) return stretch.marks.finite && denies && is_side(last.join);
        if (last.hidden && stretch.bare) return false;
        if (is_side(last.join) && !stretch.bare) return true;
        if (stretch.subjectless) return stretch.sharp || differs(stretch.marks, last.marks);
        if ((stretch.opening & gerund) != 0) return denies;
        // In "the Department of Health and Social Care agreed" the conjunction joins no clauses.
        if (stretch.bare && !stretch.sharp) return denies || (has_subject && last.ends_finite);
        return true;
    }

    static bool differs(const Marks& a, const Marks& b) {
        return a.negated != b.negated || a.modality != b.modality || a.tense != b.tense;
    }

    void push(const Stretch& stretch) {
        Draft draft;
        draft.tokens = stretch.tokens;
        draft.join = stretch.join;
        draft.marks = stretch.marks;
        draft.ends_finite = stretch.marks.finite;
        draft.hidden = stretch.hidden;
        draft.introductory = stretch.introductory;
        const bool after_aside = !drafts_.empty() && is_side(drafts_.back().join);
        draft.shares = stretch.subjectless || stretch.join == Join::resume ||
                       (after_aside && !stretch.marks.finite && !is_side(stretch.join));
        drafts_.push_back(std::move(draft));
    }
    static bool is_side(Join join) {
        return join == Join::aside || join == Join::contrast || join == Join::subordinate;
    }

    /// A clause without a verb of its own has that of the clause it belongs to.
    void share() {
        std::optional<std::size_t> main;
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            Draft& draft = drafts_[i];
            if (draft.shares && main && draft.marks.finite && !drafts_[*main].marks.finite) {
                borrow(drafts_[*main], draft);
            }
            if (main && !draft.marks.finite) {
                borrow(draft, drafts_[*main]);
                if (draft.shares) draft.marks.negated |= drafts_[*main].marks.negated;
            }
            if (!is_side(draft.join)) main = i;
        }
    }
    static void borrow(Draft& to, const Draft& from) {
        if (to.marks.modality == Modality::none) to.marks.modality = from.marks.modality;
        if (to.marks.tense == Tense::none) to.marks.tense = from.marks.tense;
    }

    /// "If the Bill passes, the CCG will close": both clauses are conditional.
    void spread_conditions() {
        std::vector<bool> also(drafts_.size());
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            if (!drafts_[i].marks.conditional || drafts_[i].join == Join::coordinate) continue;
            if (drafts_[i].join == Join::none && i + 1 < drafts_.size() && opens_with_condition(drafts_[i])) {
                also[i + 1] = true;
            } else if (is_side(drafts_[i].join) && i > 0) {
                also[i - 1] = true;
            }
        }
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            if (also[i]) drafts_[i].marks.conditional = true;
        }
    }
    bool opens_with_condition(const Draft& draft) const {
        const std::uint32_t end = std::min(draft.tokens.last, draft.tokens.first + 3);
        for (std::uint32_t token = draft.tokens.first; token < end; ++token) {
            if (phrase_.is_condition(token)) return true;
        }
        return false;
    }

    const Phrase& phrase_;
    std::vector<Draft> drafts_;
};

Clause clause_of(const Draft& draft) {
    return {draft.tokens, draft.marks.negated, draft.marks.modality, draft.marks.tense, draft.marks.conditional};
}

bool is_verbless(const Clause& clause) { return clause.tense == Tense::none && clause.modality == Modality::none; }

/// The clause of a lead-in that its items complete: the last that says anything.
const Clause* governing_clause(const std::vector<Sentence>& sentences, const Sentence& item) {
    for (auto lead_in = item.lead_ins.rbegin(); lead_in != item.lead_ins.rend(); ++lead_in) {
        const auto& clauses = sentences[*lead_in].clauses;
        for (auto clause = clauses.rbegin(); clause != clauses.rend(); ++clause) {
            if (!is_verbless(*clause) || clause->conditional) return &*clause;
        }
    }
    return nullptr;
}

/// An item has modality and tense of its lead-in where it has none, and where its first word is no finite verb's
/// subject: "Ensuring that the plan is carried out".
void inherit(std::vector<Clause>& clauses, const Clause& governing, bool gerund_first) {
    for (Clause& clause : clauses) {
        const bool completes = gerund_first && &clause == &clauses.front() && clause.modality == Modality::none;
        if (is_verbless(clause) || completes) {
            clause.modality = governing.modality;
            clause.tense = governing.tense;
            clause.negated |= governing.negated;
        }
        clause.conditional |= governing.conditional;
    }
}

/// A full sentence whose verb we do not know from its form: "The Board meets monthly."
void assume_tense(std::vector<Clause>& clauses, const Phrase& phrase) {
    const TokenRange all = phrase.tokens();
    if (!phrase.reads(all.last - 1, {"."}) || !is_verbless(clauses.front())) return;
    bool past = false;
    for (std::uint32_t token = all.first; token < all.last && !past; ++token) {
        past = phrase.may_be_past(token) && !phrase.reads(token + 1, {"by"});
    }
    for (Clause& clause : clauses) {
        if (is_verbless(clause)) clause.tense = past ? Tense::past : Tense::present;
    }
}

}  // namespace

void find_clauses(const ingest::Document& document, const Text& text, std::vector<Sentence>& sentences) {
    Phrase phrase(text);
    for (Sentence& sentence : sentences) {
        phrase.look_at(sentence.tokens);
        const std::vector<Draft> drafts = Assembly(phrase).run(Stretches(text, phrase).run());
        const ingest::Block& block = document.blocks[sentence.block];
        for (const Draft& draft : drafts) sentence.clauses.push_back(clause_of(draft));
        if (block.kind == ingest::BlockKind::table_cell) continue;
        if (const Clause* governing = governing_clause(sentences, sentence)) {
            inherit(sentence.clauses, *governing, phrase.is(sentence.tokens.first, gerund));
        } else if (block.kind == ingest::BlockKind::paragraph || block.kind == ingest::BlockKind::footnote) {
            assume_tense(sentence.clauses, phrase);
        }
    }
}

}  // namespace boardcheck::text
