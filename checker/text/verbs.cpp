#include "text/verbs.hpp"

#include <algorithm>

namespace boardcheck::text {

namespace {

/// Equal but for the case of ASCII letters; `word` is in lower case.
bool equals(std::string_view surface, std::string_view word) {
    return std::equal(surface.begin(), surface.end(), word.begin(), word.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
}

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

std::string_view Phrase::surface(std::uint32_t token) const {
    if (token < tokens_.first || token >= tokens_.last) return {};
    return text_.words[text_.tokens[token].word].surface;
}

Classes Phrase::classes(std::uint32_t token) const {
    if (token < tokens_.first || token >= tokens_.last) return 0;
    return classes_[text_.tokens[token].word];
}

bool Phrase::reads(std::uint32_t token, std::initializer_list<std::string_view> words) const {
    return std::all_of(words.begin(), words.end(),
                       [&](std::string_view word) { return equals(surface(token++), word); });
}

bool Phrase::is_word(std::uint32_t token) const {
    return token >= tokens_.first && token < tokens_.last && text_.tokens[token].kind != TokenKind::punctuation;
}

bool Phrase::is_number(std::uint32_t token) const {
    return is_word(token) && text_.tokens[token].kind == TokenKind::number;
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
    if (!is(token, modals)) return false;
    // "the will of", and Will as somebody's name; but "Will have sub-committees" begins a slide's bullet.
    const bool first = token == tokens_.first || !is_word(token - 1);
    if (equals(surface(token), "will") && !is(token, lower_case) && !first) return false;
    return !equals(surface(token), "will") || !is(token - 1, determiner) || is(token - 1, subject_pronoun);
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
    if (reads(token, {"'s"})) return is(token - 1, subject_pronoun) && is(token - 1, ~Classes{lower_case});
    if (is(token, simple_past)) return true;
    return is_lexical_past(token) || is_lexical_present(token);
}

bool Phrase::is_lexical_past(std::uint32_t token) const {
    if (!is(token, past_or_participle) || !is(token, lower_case) || is_auxiliary_before(token)) return false;
    std::uint32_t subject = token - 1;
    while (subject > tokens_.first && is(subject, adverb)) --subject;
    if (token == tokens_.first || !is_word(subject) || is(subject, determiner & ~subject_pronoun)) return false;
    if (is(subject, subject_pronoun)) return true;
    if (is(subject, preposition | coordinator | gerund)) return false;
    return is(token + 1, determiner) || reads(token + 1, {"that"}) || reads(token + 1, {"it"}) ||
           is_number(token + 1) || reads(token + 1, {"whether"});
}

bool Phrase::is_lexical_present(std::uint32_t token) const {
    if (token == tokens_.first || !is(token, lower_case)) return false;
    std::uint32_t subject = token - 1;
    while (subject > tokens_.first && is(subject, adverb) && !is(subject, determiner)) --subject;
    if (!is_word(subject)) return false;
    if (is(token, ends_in_s)) {
        if (is(subject, subject_pronoun)) return !is(subject, determiner) || is(token + 1, determiner | preposition);
        if (is(subject, ends_in_s | determiner | preposition | coordinator | auxiliaries | gerund)) return false;
        return is(token + 1, determiner) || reads(token + 1, {"that"}) || reads(token + 1, {"it"});
    }
    const bool plural = reads(subject, {"we"}) || reads(subject, {"they"}) || reads(subject, {"you"});
    constexpr Classes others = determiner | preposition | coordinator | adverb | past_or_participle | participle |
                               gerund | be_other | subordinator | relative | negator;
    return plural && !is(token, others);
}

/// "no later than", "not more than": a bound, not a denial.
bool Phrase::is_bound(std::uint32_t token) const {
    if (!reads(token + 2, {"than"})) return false;
    for (const std::string_view word : {"later", "earlier", "sooner", "less", "fewer", "more", "greater", "higher",
                                        "lower", "longer", "larger", "smaller"}) {
        if (reads(token + 1, {word})) return true;
    }
    return false;
}

bool Phrase::is_negation(std::uint32_t token) const {
    if (reads(token, {"'t"})) return true;
    if (reads(token, {"yet", "to"})) return true;
    if (reads(token, {"fail", "to"}) || reads(token, {"fails", "to"}) || reads(token, {"failed", "to"})) return true;
    if (reads(token, {"absence", "of"}) || reads(token, {"lacks"}) || reads(token, {"without"})) return true;
    if (!is(token, negator) || is_bound(token)) return false;
    if (reads(token, {"no"})) return !reads(token + 1, {"."}) && !reads(token + 1, {"doubt"});
    if (!reads(token, {"not"})) return true;
    for (const std::string_view word : {"only", "just", "merely", "simply", "least", "limited", "exceeding", "-"}) {
        if (reads(token + 1, {word})) return false;
    }
    if (reads(token + 1, {"to", "exceed"}) || reads(token + 1, {"exceed"})) return false;
    return !reads(token - 1, {"or"}) || is_word(token + 1);
}

bool Phrase::is_condition(std::uint32_t token) const {
    if (is(token, conditional)) {
        for (const std::string_view word :
             {"any", "necessary", "possible", "appropriate", "required", "needed", "so", "applicable", "not", "only"}) {
            if (reads(token + 1, {word})) return false;
        }
        return !reads(token - 1, {"even"}) && !reads(token - 1, {"as"}) && !reads(token - 1, {"what"});
    }
    if (reads(token, {"subject", "to"}) || reads(token, {"assuming"}) || reads(token, {"pending"})) return true;
    if (reads(token, {"provided", "that"}) || reads(token, {"providing", "that"})) return true;
    if (reads(token, {"in", "the", "event"}) || reads(token, {"long", "as"})) return true;
    for (const std::string_view word : {"depending", "dependent", "contingent", "conditional"}) {
        if (reads(token, {word}) && (reads(token + 1, {"on"}) || reads(token + 1, {"upon"}))) return true;
    }
    if (!reads(token, {"once"})) return false;
    const bool begins = token == tokens_.first || !is_word(token - 1) || is(token + 1, determiner | subject_pronoun);
    return begins && is_word(token + 1) && !reads(token + 1, {"a"}) && !reads(token + 1, {"every"}) &&
           !reads(token + 1, {"again"});
}

Modality Phrase::modality(std::uint32_t token) const {
    if (is_modal(token)) {
        const Classes word = classes(token);
        if ((word & modal_must) != 0) return Modality::must;
        if ((word & modal_expected) != 0) return Modality::expected;
        return (word & modal_will) != 0 ? Modality::will : Modality::may;
    }
    if (reads(token, {"won", "'t"})) return Modality::will;
    if (is(token, be_finite | be_other)) {
        const std::uint32_t next = past_adverbs(token);
        if (is(token, be_finite) && reads(next, {"to"}) && is_word(next + 1) && !is(next + 1, determiner)) {
            return Modality::will;  // "the plan is to be agreed in May"
        }
        return Modality::none;
    }
    if (is(token, have_present) && reads(token + 1, {"to"})) return Modality::must;
    return verb_modality(token);
}

Modality Phrase::verb_modality(std::uint32_t token) const {
    const bool before_to = reads(token + 1, {"to"});
    const bool after_noun_words = is(token - 1, determiner & ~subject_pronoun);
    if (reads(token, {"requires"}) || reads(token, {"obliged"}) || reads(token, {"mandatory"})) return Modality::must;
    if (reads(token, {"required"}) || reads(token, {"require"})) {
        return before_to || is_auxiliary_before(token) ? Modality::must : Modality::none;
    }
    if (before_to && (reads(token, {"need"}) || reads(token, {"needs"}) || reads(token, {"needed"}))) {
        return after_noun_words ? Modality::none : Modality::must;
    }
    if (before_to && (reads(token, {"duty"}) || reads(token, {"duties"}))) return Modality::must;
    if (reads(token, {"expected"}) || reads(token, {"expects"}) || reads(token, {"expect"}) ||
        reads(token, {"expectation"})) {
        return Modality::expected;
    }
    if (reads(token, {"going", "to"}) && is_auxiliary_before(token)) return Modality::will;
    for (const std::string_view verb : {"intend", "intends", "intending", "intended", "planned", "planning", "propose",
                                        "proposes", "proposing", "proposed", "aim", "aims", "aiming"}) {
        if (before_to && !after_noun_words && reads(token, {verb})) return Modality::will;
    }
    if (is_auxiliary_before(token) && (reads(token, {"proposed", "that"}) || reads(token, {"intended", "that"}) ||
                                       reads(token, {"planned", "that"}))) {
        return Modality::will;
    }
    const bool plan = before_to && (reads(token, {"plan"}) || reads(token, {"plans"}));
    return plan && is(token - 1, subject_pronoun | adverb) ? Modality::will : Modality::none;
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
        return is(next, past_or_participle | participle | be_other) ? Tense::past : Tense::present;
    }
    if (is(token, be_present | do_present) || reads(token, {"'s"})) return Tense::present;
    return is(token, past_or_participle) ? Tense::past : Tense::present;
}

}  // namespace boardcheck::text
