// Chair, functions, parent, legal form, population, level and days of bodies: markers say where, the words after them
// what.
#include "extract/details.hpp"

#include <algorithm>
#include <array>

#include "extract/name_words.hpp"
#include "extract/words.hpp"

namespace boardcheck::extract {

namespace {

using text::TokenKind;
using text::TokenRange;

constexpr std::uint32_t longest_phrase = 16;     // tokens
constexpr std::uint32_t longest_function = 45;   // tokens
constexpr std::uint32_t reach_of_name = 10;      // tokens from "reports to" to the name
constexpr std::uint32_t reach_of_date = 10;      // tokens from "established" to a date
constexpr std::uint32_t longest_name = 6;        // tokens
constexpr std::size_t most_functions = 40;       // of one body
constexpr std::int64_t least_population = 5000;  // fewer are members

std::uint32_t end_of(const Paper& paper, std::uint32_t sentence) { return paper.text.sentences[sentence].tokens.last; }

/// Whether the words of a hit introduce a list: nothing but a colon follows.
bool introduces(const Paper& paper, const match::Hit& hit) {
    const std::uint32_t end = end_of(paper, hit.sentence);
    return hit.tokens.last >= end || (hit.tokens.last + 1 >= end && paper.word(hit.tokens.last).surface == ":");
}

/// The words after a hit up to the end of its sentence or to a semicolon.
TokenRange rest_of(const Paper& paper, const match::Hit& hit) {
    const std::uint32_t end = std::min(end_of(paper, hit.sentence), hit.tokens.last + longest_function);
    std::uint32_t last = hit.tokens.last;
    while (last < end && paper.word(last).surface != ";") ++last;
    while (last > hit.tokens.last && paper.word(last - 1).surface == ".") --last;
    return {hit.tokens.last, last};
}

void add_function(const Paper& paper, TokenRange range, Structure& structure) {
    if (range.last <= range.first + 1 || structure.functions.size() >= most_functions) return;
    std::string words = paper.words(range);
    auto& functions = structure.functions;
    if (std::find(functions.begin(), functions.end(), words) == functions.end()) functions.push_back(std::move(words));
}

void add_functions(const Paper& paper, const Subjects& subjects, std::vector<Structure>& structures) {
    for (const Said& said : subjects.said("structure.function", Reach::around)) {
        Structure& structure = structures[said.body];
        if (is_row(paper, said.marked.hit.sentence)) continue;
        if (!introduces(paper, said.marked.hit)) {
            add_function(paper, rest_of(paper, said.marked.hit), structure);
            continue;
        }
        for (const std::uint32_t item : paper.items_of(said.marked.hit.sentence))
            add_function(paper, rest_of(paper, {0, item, {0, paper.text.sentences[item].tokens.first}}), structure);
    }
}

/// The name that ends at a token, but for a comma: "Dr May Ash" of "Dr May Ash, who chairs". Nothing where the words
/// have no capitals.
TokenRange name_before(const Paper& paper, std::uint32_t sentence, std::uint32_t token) {
    const std::uint32_t begin = paper.text.sentences[sentence].tokens.first;
    TokenRange name{token, token};
    if (name.first > begin && paper.is_sign(name.first - 1, ",")) name = {token - 1, token - 1};
    while (name.first > begin && name.last - name.first < longest_name && paper.word(name.first - 1).capitalised)
        --name.first;
    return name;
}

/// "Dr May Ash, who chairs the forum".
void add_named_chairs(const Paper& paper, const Subjects& subjects, std::vector<Structure>& structures) {
    for (const Marked& marked : paper.marked("structure.chair-of")) {
        const match::Hit& hit = marked.hit;
        const auto body = subjects.named_from(hit.sentence, hit.tokens.last, hit.tokens.last + reach_of_name);
        const TokenRange name = name_before(paper, hit.sentence, hit.tokens.first);
        if (body && structures[*body].chair.empty() && name.last - name.first > 1)
            structures[*body].chair = paper.words(name);
    }
}

void add_chairs(const Paper& paper, const Subjects& subjects, std::vector<Structure>& structures) {
    for (const Said& said : subjects.said("structure.chair", Reach::sentence)) {
        std::string& chair = structures[said.body].chair;
        if (!chair.empty()) continue;
        chair = paper.words(phrase_from(paper, said.marked.hit.sentence, said.marked.hit.tokens.last));
    }
}

void add_parents(const Paper& paper, const Subjects& subjects, std::vector<Structure>& structures) {
    for (const Said& said : subjects.said("structure.parent", Reach::sentence)) {
        const match::Hit& hit = said.marked.hit;
        std::string& parent = structures[said.body].parent;
        const auto other = subjects.named_from(hit.sentence, hit.tokens.last, hit.tokens.last + reach_of_name);
        if (!parent.empty() || other == said.body) continue;
        parent = other ? structures[*other].name : paper.words(phrase_from(paper, hit.sentence, hit.tokens.last));
    }
}

void add_forms(const Subjects& subjects, std::vector<Structure>& structures) {
    for (const Said& said : subjects.said("structure.form", Reach::sentence)) {
        const auto form = said.marked.marker->properties.find("form");
        std::string& legal_form = structures[said.body].legal_form;
        if (form != said.marked.marker->properties.end() && legal_form.empty()) legal_form = form->second;
    }
}

/// "212,000", "1.2 million".
std::string number_in(const Paper& paper, TokenRange range, std::uint32_t end) {
    static constexpr std::array<std::string_view, 3> units{"million", "m", "thousand"};
    for (std::uint32_t token = range.first; token < range.last; ++token) {
        if (paper.text.tokens[token].kind != TokenKind::number) continue;
        const bool unit = token + 1 < end && is_one_of(units, paper.stem(token + 1));
        if (unit || paper.word(token).number >= least_population) return paper.words({token, token + (unit ? 2U : 1U)});
    }
    return {};
}

void add_populations(const Paper& paper, const Subjects& subjects, std::vector<Structure>& structures) {
    for (const Marked& marked : paper.marked("structure.population")) {
        const auto body = subjects.subject_at(marked.hit.sentence, marked.hit.tokens.first, Reach::sentence);
        if (!body || structures[*body].count.value_or(2) != 1 || !structures[*body].population.empty()) continue;
        structures[*body].population = number_in(paper, marked.hit.tokens, end_of(paper, marked.hit.sentence));
    }
}

/// The date that follows a hit closely, or lies in it.
std::string date_by(const Paper& paper, const std::vector<DateValue>& dates, const match::Hit& hit) {
    const std::uint32_t last = std::min(end_of(paper, hit.sentence), hit.tokens.last + reach_of_date);
    const Span reach = paper.span_of({hit.tokens.first, last});
    const auto after = std::lower_bound(dates.begin(), dates.end(), reach.begin, [](const DateValue& date, auto begin) {
        return date.evidence.span.begin < begin;
    });
    if (after != dates.end() && after->evidence.span.begin < reach.end) return after->iso;
    if (!dates.empty()) return {};
    for (const match::DateMention& date : paper.dates_in(hit.sentence)) {
        if (date.tokens.first >= hit.tokens.first && date.tokens.first < last) return date.iso;
    }
    return {};
}

void add_days(const Paper& paper, const Subjects& subjects, const std::vector<DateValue>& dates,
              std::vector<Structure>& structures) {
    for (const Said& said : subjects.said("structure.starts", Reach::sentence)) {
        std::string& starts = structures[said.body].starts;
        if (starts.empty()) starts = date_by(paper, dates, said.marked.hit);
    }
    for (const Said& said : subjects.said("structure.closes", Reach::sentence)) {
        std::string& closes = structures[said.body].closes;
        if (closes.empty()) closes = date_by(paper, dates, said.marked.hit);
    }
}

bool lists(const std::string& words, const std::string& word) {
    return (' ' + words + ' ').find(' ' + word + ' ') != std::string::npos;
}

/// Bodies of some kinds are of a level by their kind; of others the name may tell.
void add_levels(const Paper& paper, std::vector<Structure>& structures) {
    std::vector<std::vector<Marked>> by_sentence(paper.text.sentences.size());
    for (const Marked& marked : paper.marked("structure.level")) by_sentence[marked.hit.sentence].push_back(marked);
    for (Structure& structure : structures) {
        for (const catalogue::Marker& marker : paper.catalogue.markers) {
            const auto kinds = marker.properties.find("kinds");
            if (marker.name == "structure.level" && kinds != marker.properties.end() &&
                lists(kinds->second, structure.kind))
                structure.level = marker.properties.at("level");
        }
        for (const Marked& marked : by_sentence[structure.evidence.sentence]) {
            const bool named = structure.name.find(paper.words(marked.hit.tokens)) != std::string::npos;
            const auto level = marked.marker->properties.find("level");
            if (structure.level.empty() && named && level != marked.marker->properties.end())
                structure.level = level->second;
        }
    }
}

}  // namespace

bool is_row(const Paper& paper, std::uint32_t sentence) {
    return paper.document.blocks[paper.text.sentences[sentence].block].kind == ingest::BlockKind::table_cell;
}

TokenRange phrase_from(const Paper& paper, std::uint32_t sentence, std::uint32_t token) {
    static constexpr std::array<std::string_view, 12> inside{"of",  "for", "and", "the", "a", "an",
                                                             "our", "its", "'s",  "-",   "&", "this"};
    const std::uint32_t end = std::min(end_of(paper, sentence), token + longest_phrase);
    const auto capital = [&](std::uint32_t at) { return at < end && paper.word(at).capitalised; };
    std::uint32_t last = token;
    bool lower_run = true;  // "the place director": common words, until a name or a mark has come
    for (; last < end; ++last) {
        const std::string& surface = paper.word(last).surface;
        if (capital(last)) {
            lower_run = lower_run && last < token + 2;
        } else if (surface == ",") {
            if (!capital(last + 1)) break;
        } else if (surface == ".") {
            const bool initial =
                last > token && paper.word(last - 1).surface.size() <= 4 && capital(last - 1) && capital(last + 1);
            if (!initial) break;
        } else if (paper.text.tokens[last].kind == TokenKind::punctuation && surface != "-" && surface != "'") {
            break;
        } else if (!is_one_of(inside, surface) && surface != "'") {
            if (!lower_run || sort_of(paper.word(last)) == Sort::stop) break;
        } else if (!lower_run && !capital(last + 1) && surface != "of" && surface != "-" && surface != "'") {
            break;
        }
    }
    while (last > token && (is_one_of(inside, paper.word(last - 1).surface) || paper.word(last - 1).surface == ","))
        --last;
    return {token, last};
}

void add_details(const Paper& paper, const Subjects& subjects, const std::vector<DateValue>& dates,
                 std::vector<Structure>& structures) {
    add_chairs(paper, subjects, structures);
    add_named_chairs(paper, subjects, structures);
    add_functions(paper, subjects, structures);
    add_parents(paper, subjects, structures);
    add_forms(subjects, structures);
    add_populations(paper, subjects, structures);
    add_days(paper, subjects, dates, structures);
    add_levels(paper, structures);
}

}  // namespace boardcheck::extract
