#include "text/verbs.hpp"

namespace boardcheck::text {

namespace {

constexpr int rank(Modality modality) {
    switch (modality) {
        case Modality::none:
            return 0;
        case Modality::may:
            return 1;
        case Modality::will:
            return 2;
        case Modality::expected:
            return 3;
        case Modality::must:
            return 4;
    }
    return 0;
}

}  // namespace

void Marks::add(const Marks& later) {
    finite |= later.finite;
    negated |= later.negated;
    conditional |= later.conditional;
    if (rank(later.modality) > rank(modality)) modality = later.modality;
    if (tense == Tense::none || later.tense == Tense::future) tense = later.tense;
}

void Phrase::look_at(TokenRange tokens) {
    tokens_ = tokens;
    forms_.assign(margin, WordForm{});
    for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
        forms_.push_back(lexicon_[text_.tokens[token].word]);
        if (text_.tokens[token].kind != TokenKind::punctuation) forms_.back().classes |= any_word;
        if (text_.tokens[token].kind == TokenKind::number) forms_.back().classes |= number;
    }
    forms_.insert(forms_.end(), margin, WordForm{});
}

std::uint32_t Phrase::past_adverbs(std::uint32_t token) const {
    std::uint32_t next = token + 1;
    while (next < token + 4 && is(next, adverb) && !is(next, auxiliaries)) ++next;
    return next;
}

Marks Phrase::marks(std::uint32_t token) const {
    Marks marks;
    if (!is_word(token)) return marks;
    marks.finite = is_finite(token);
    marks.negated = is_negation(token);
    marks.conditional = is_condition(token);
    marks.modality = modality(token);
    marks.tense = marks.finite ? tense(token) : Tense::none;
    if (marks.modality == Modality::will) marks.tense = Tense::future;
    return marks;
}

bool Phrase::is_modal(std::uint32_t token) const {
    if (!is(token, modals) || is_inversion(token)) return false;
    if (!is(token, modal_will) || !reads(token, {"will"})) return true;
    // "the will of", and Will as somebody's name; but "Will have sub-committees" begins a slide's bullet.
    const bool first = token == tokens_.first || !is_word(token - 1);
    if (!is(token, lower_case)) return first;
    return !is(token - 1, determiner) || is(token - 1, subject_pronoun);
}

bool Phrase::is_auxiliary_before(std::uint32_t token) const {
    std::uint32_t before = token;
    for (int steps = 0; steps < 4 && before > tokens_.first; ++steps) {
        --before;
        if (is(before, auxiliaries) || reads(before, {"'s"}) || reads(before, {"to"})) return true;
        if (!is(before, adverb | negator)) return false;
    }
    return false;
}

bool Phrase::is_finite(std::uint32_t token) const {
    if (is_modal(token)) return true;
    if (reads(token, {"won"}) && reads(token + 1, {"'t"})) return true;
    if (is(token, be_finite | do_past | have_past)) return true;
    if (is(token, have_present | do_present | linking)) return !is_auxiliary_before(token);
    if (reads(token, {"'s"})) return is(token - 1, subject_pronoun) && is(token - 1, ~Classes{lower_case | any_word});
    if (is(token, simple_past)) return true;
    return is_lexical_past(token) || is_lexical_present(token);
}

/// The word before a verb and its adverbs.
std::uint32_t Phrase::subject_before(std::uint32_t token) const {
    std::uint32_t subject = token - 1;
    for (int steps = 0; steps < 4 && is(subject, adverb) && !is(subject, determiner); ++steps) --subject;
    return subject;
}

bool Phrase::is_lexical_past(std::uint32_t token) const {
    if (!may_be_past(token)) return false;
    const bool name_follows = is_word(token + 1) && !is(token + 1, lower_case | number);
    return is(subject_before(token), subject_pronoun) || is(token + 1, determiner) || name_follows ||
           is_one_of(token + 1, {"that", "it", "whether"});
}

bool Phrase::may_be_past(std::uint32_t token) const {
    if (!is(token, past_or_participle) || !is(token, lower_case) || is_auxiliary_before(token)) return false;
    const std::uint32_t subject = subject_before(token);
    if (is(subject, subject_pronoun)) return true;
    if (reads(subject, {")"})) return true;
    return is_word(subject) && !is(subject, determiner | preposition | coordinator | gerund);
}

bool Phrase::is_lexical_present(std::uint32_t token) const {
    if (!is(token, lower_case)) return false;
    const std::uint32_t subject = subject_before(token);
    if (!is_word(subject)) return false;
    if (is_one_of(token, {"requires", "expects"})) return true;
    if (is(token, ends_in_s)) {
        if (is_one_of(subject, {"these", "those", "we", "they", "you", "i", "most", "many"})) return false;
        if (is(subject, subject_pronoun)) return !is(subject, determiner) || is(token + 1, determiner | preposition);
        if (is(subject, determiner | preposition | coordinator | auxiliaries | gerund)) return false;
        const bool plural = is(subject, ends_in_s) && is(subject, lower_case);
        return !plural && (is(token + 1, determiner) || is_one_of(token + 1, {"that", "it", "us", "them"}));
    }
    constexpr Classes others = determiner | preposition | coordinator | adverb | past_or_participle | participle |
                               gerund | be_other | subordinator | relative | negator;
    return is_one_of(subject, {"we", "they", "you"}) && !is(token, others);
}

/// "no later than", "not more than": a bound, not a denial.
bool Phrase::is_bound(std::uint32_t token) const {
    return reads(token + 2, {"than"}) &&
           is_one_of(token + 1, {"later", "earlier", "sooner", "less", "fewer", "more", "greater", "higher", "lower",
                                 "longer", "larger", "smaller"});
}

bool Phrase::is_negation(std::uint32_t token) const {
    if (is_one_of(token, {"'t", "lacks", "without"})) return true;
    if (reads(token + 1, {"to"}) && is_one_of(token, {"yet", "fail", "fails", "failed"})) return true;
    if (reads(token, {"absence", "of"})) return true;
    if (!is(token, negator) || is_bound(token)) return false;
    if (reads(token, {"no"})) return !is_one_of(token + 1, {".", "doubt"}) && !is(token + 1, number);
    if (!reads(token, {"not"})) return true;
    if (is_one_of(token + 1, {"only", "just", "merely", "simply", "least", "limited", "exceeding", "exceed", "-"})) {
        return false;
    }
    if (reads(token + 1, {"to", "exceed"})) return false;
    return !reads(token - 1, {"or"}) || (is_word(token + 1) && !reads(token - 2, {"whether"}));
}

/// "Should the Bill pass, ..."
bool Phrase::is_inversion(std::uint32_t token) const {
    return token == tokens_.first && reads(token, {"should"}) && !is(token, lower_case) &&
           !reads(tokens_.last - 1, {"?"}) && is(token + 1, determiner | subject_pronoun);
}

bool Phrase::is_condition(std::uint32_t token) const {
    if (is_inversion(token)) return true;
    if (is(token, conditional)) {
        return !is_one_of(token - 1, {"even", "as", "what"}) &&
               !is_one_of(token + 1, {"any", "necessary", "possible", "appropriate", "required", "needed", "so",
                                      "applicable", "not", "only"});
    }
    if (is_one_of(token, {"assuming", "pending"}) || reads(token, {"subject", "to"})) return true;
    if (is_one_of(token, {"provided", "providing"})) return reads(token + 1, {"that"});
    if (reads(token, {"in", "the", "event"}) || reads(token, {"long", "as"})) return true;
    if (is_one_of(token, {"depending", "dependent", "contingent", "conditional"})) {
        return is_one_of(token + 1, {"on", "upon"});
    }
    if (!reads(token, {"once"})) return false;
    const bool begins = token == tokens_.first || !is_word(token - 1) || is(token + 1, determiner | subject_pronoun);
    return begins && is_word(token + 1) && !is_one_of(token + 1, {"a", "every", "again"});
}

/// "The plan is to be agreed in May"; but "the aim is to agree" arranges nothing.
bool Phrase::is_arranged(std::uint32_t token) const {
    const std::uint32_t next = past_adverbs(token);
    if (!is(token, be_finite) || !reads(next, {"to"}) || !is_word(next + 1) || is(next + 1, determiner)) return false;
    constexpr std::uint32_t farthest = 12;
    for (std::uint32_t before = token; before > tokens_.first && token - before < farthest;) {
        if (is_one_of(--before, {"aim",        "aims",     "purpose",   "purposes", "role",  "roles",    "objective",
                                 "objectives", "function", "functions", "goal",     "goals", "priority", "challenge",
                                 "ambition",   "task",     "remit",     "vision",   "duty",  "idea"})) {
            return false;
        }
    }
    return true;
}

Modality Phrase::modality(std::uint32_t token) const {
    if (is_modal(token)) {
        if (is(token, modal_must)) return Modality::must;
        if (is(token, modal_expected)) return Modality::expected;
        return is(token, modal_will) ? Modality::will : Modality::may;
    }
    if (reads(token, {"won", "'t"})) return Modality::will;
    if (is(token, be_finite | be_other)) return is_arranged(token) ? Modality::will : Modality::none;
    if (is(token, have_present) && reads(token + 1, {"to"})) return Modality::must;
    return verb_modality(token);
}

Modality Phrase::verb_modality(std::uint32_t token) const {
    if (is_one_of(token, {"requires", "obliged", "mandatory"})) return Modality::must;
    if (is_one_of(token, {"expected", "expects", "expect", "expectation"})) return Modality::expected;
    const bool before_to = reads(token + 1, {"to"});
    if (is_one_of(token, {"required", "require"})) {
        return before_to || is_auxiliary_before(token) ? Modality::must : Modality::none;
    }
    if (is_one_of(token, {"proposed", "intended", "planned"}) && reads(token + 1, {"that"})) {
        return is_auxiliary_before(token) ? Modality::will : Modality::none;
    }
    if (!before_to) return Modality::none;
    if (is_one_of(token, {"duty", "duties"})) return Modality::must;
    if (is_one_of(token, {"going", "due"})) {
        const bool verb_follows = is_word(token + 2) && !is(token + 2, determiner);
        return is_auxiliary_before(token) && verb_follows ? Modality::will : Modality::none;
    }
    if (is_one_of(token, {"able", "allowed", "entitled", "permitted"})) return Modality::may;
    if (is_one_of(token, {"plan", "plans"})) {  // after anything else it is a noun: "a plan to meet needs"
        return is(token - 1, subject_pronoun | adverb) ? Modality::will : Modality::none;
    }
    if (is(token - 1, determiner & ~subject_pronoun)) return Modality::none;
    if (is_one_of(token, {"need", "needs", "needed"})) return Modality::must;
    if (reads(token, {"intended"})) {  // "this is intended to provide" states a purpose
        return reads(token - 2, {"it"}) ? Modality::will : Modality::none;
    }
    const bool intends = is_one_of(token, {"intend", "intends", "intending", "planned", "planning", "propose",
                                           "proposes", "proposing", "proposed", "aim", "aims", "aiming"});
    return intends ? Modality::will : Modality::none;
}

Tense Phrase::tense(std::uint32_t token) const {
    if (is_modal(token)) {
        const bool shall = reads(token, {"shall"}) || is(token, modal_will);
        return shall ? Tense::future : Tense::present;
    }
    if (reads(token, {"won"})) return Tense::future;
    if (is(token, be_past | have_past | do_past | simple_past)) return Tense::past;
    if (is(token, have_present)) {
        const std::uint32_t next = past_adverbs(token);
        return is(next, past_or_participle | participle | be_other | have_past) ? Tense::past : Tense::present;
    }
    if (is(token, be_present | do_present) || reads(token, {"'s"})) return Tense::present;
    return is(token, past_or_participle) ? Tense::past : Tense::present;
}

}  // namespace boardcheck::text
