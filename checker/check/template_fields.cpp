// Fields of a template that were not filled in: left empty, with the template's own words in them, nothing chosen.
#include <algorithm>
#include <array>
#include <set>

#include "check/form_parts.hpp"
#include "check/look_up.hpp"

namespace boardcheck::check {

namespace {

using text::TokenRange;

constexpr std::uint32_t longest_placeholder = 8;  // tokens: more say something besides
constexpr std::uint32_t longest_choice = 40;      // tokens of a line of boxes
constexpr std::size_t least_choice = 3;           // purposes: two may both be meant

bool is_one_of(const auto& signs, std::string_view sign) {
    return std::find(signs.begin(), signs.end(), sign) != signs.end();
}

struct Boxes {
    std::size_t empty = 0, ticked = 0;
};

Boxes boxes_in(const Case& paper, TokenRange tokens) {
    constexpr std::array<std::string_view, 4> empty{"☐", "□", "❏", "❑"};
    constexpr std::array<std::string_view, 13> ticked{"☒", "☑", "✓", "✔", "✗", "✘", "x", "X", "■", "√",
                                                      // of the fonts of word processors
                                                      "\xEF\x83\xBC", "\xEF\x83\xBE", "\xEF\x81\x92"};
    Boxes boxes;
    for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
        const std::string& sign = word_at(paper, token).surface;
        if (is_one_of(empty, sign)) ++boxes.empty;
        if (is_one_of(ticked, sign)) ++boxes.ticked;
    }
    return boxes;
}

/// "Approval / Assurance / Information": all that the template offers.
bool offers_all(const Case& paper, TokenRange tokens) {
    std::set<std::string_view> purposes;
    for (const match::Mention& mention : mentions_in(paper, tokens)) {
        const std::string_view purpose = property(paper, mention, "purpose");
        if (!purpose.empty()) purposes.insert(purpose);
    }
    std::size_t slashes = 0;
    for (std::uint32_t token = tokens.first; token < tokens.last; ++token) {
        if (word_at(paper, token).surface == "/") ++slashes;
    }
    const bool choose = first_with(paper, tokens, "sense", "choose-one").has_value();
    return purposes.size() >= least_choice && slashes + 1 >= least_choice &&
           (choose || tokens.last - tokens.first < 12);
}

enum class State { filled, empty, placeholder, unchosen };

State state_of(const Case& paper, const Field& field) {
    const TokenRange value = field.value;
    if (value.first >= value.last) return State::empty;
    const std::uint32_t words = value.last - value.first;
    const Boxes boxes = words <= longest_choice ? boxes_in(paper, value) : Boxes{};
    if (boxes.empty >= 2 && boxes.ticked == 0) return State::unchosen;
    if (field.role == "purpose-label" && boxes.ticked == 0 && offers_all(paper, value)) return State::unchosen;
    if (!has_words(paper, value)) return State::empty;
    const bool dummy = words <= longest_placeholder && first_with(paper, value, "sense", "placeholder");
    return dummy ? State::placeholder : State::filled;
}

/// What a reader can do without for the moment.
bool is_minor(std::string_view role) {
    constexpr std::array<std::string_view, 6> minor{"classification-label", "contact-label", "item-label",
                                                    "contributor-label",    "other-label",   "sponsor-label"};
    return is_one_of(minor, role);
}

std::string_view rule_of(State state, std::string_view role) {
    if (state == State::unchosen) return "form.nothing-chosen";
    if (state == State::placeholder) return "form.placeholder";
    return is_minor(role) ? "form.minor-field-empty" : "form.field-empty";
}

/// A name and nothing else: who that is, a later reader cannot know.
bool lacks_post(const Case& paper, const Field& field) {
    constexpr std::uint32_t longest_name = 5;
    const bool person = field.role == "author-label" || field.role == "sponsor-label";
    if (!person || field.value.last - field.value.first > longest_name || field.value.last - field.value.first < 2)
        return false;
    for (std::uint32_t token = field.value.first; token < field.value.last; ++token) {
        const text::Word& word = word_at(paper, token);
        if (!word.capitalised && word.surface != "." && word.surface != "-" && word.surface != "'") return false;
    }
    const auto has = [&](std::string_view name, std::string_view value) {
        return first_with(paper, field.value, name, value).has_value();
    };
    return has("role", "given-name") && !has("role", "post-word") && !has("role", "office-title") &&
           !has("sense", "actor") && !has("sense", "officer");
}

}  // namespace

void add_fields(const Case& paper, const std::vector<Field>& fields, std::vector<Finding>& findings) {
    // Where the template's words are told of already, wherever they stand.
    std::set<std::uint32_t> words_left;
    for (const Finding& finding : findings) {
        if (finding.rule == "form.template-words" && finding.evidence) words_left.insert(finding.evidence->span.begin);
    }
    for (const Field& field : fields) {
        const State state = state_of(paper, field);
        const TokenRange tokens{field.label.first, std::max(field.label.last, field.value.last)};
        const Values values{{"field", words_of(paper, field.label)}, {"words", words_of(paper, field.value)}};
        const extract::Evidence evidence = evidence_of(paper, field.sentence, tokens);
        const auto word = words_left.lower_bound(evidence.span.begin);
        const bool told = word != words_left.end() && *word < evidence.span.end;
        if (told) continue;
        if (state != State::filled) check::add(paper, findings, rule_of(state, field.role), evidence, values);
        if (state == State::filled && lacks_post(paper, field))
            check::add(paper, findings, "form.author-without-post", evidence, values);
    }
}

}  // namespace boardcheck::check
