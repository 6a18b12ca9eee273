#include <algorithm>
#include <optional>
#include <ostream>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/examples.hpp"
#include "cli/suggestion.hpp"

namespace boardcheck::cli {

namespace {

using catalogue::Catalogue;
using catalogue::Example;
using catalogue::PatternId;
using catalogue::Requirement;

constexpr std::string_view scope_name(catalogue::Scope scope) {
    switch (scope) {
        case catalogue::Scope::clause:
            return "clause";
        case catalogue::Scope::sentence:
            return "sentence";
        case catalogue::Scope::block:
            return "block";
        case catalogue::Scope::list:
            return "list";
        case catalogue::Scope::section:
            return "section";
    }
    return {};
}

constexpr std::string_view negation_name(catalogue::Negation negation) {
    switch (negation) {
        case catalogue::Negation::forbidden:
            return "";
        case catalogue::Negation::allowed:
            return ", negated or not";
        case catalogue::Negation::required:
            return ", negated";
    }
    return {};
}

/// Lines of `text`, each behind `margin`.
std::string indented(std::string_view text, std::string_view margin) {
    std::string out(margin);
    for (const char c : text) {
        out += c;
        if (c == '\n') out += margin;
    }
    return out;
}

/// "may over-report: why", or nothing where nothing is declared.
std::string words_for(const catalogue::Reliability& reliability) {
    if (reliability.why.empty()) return {};
    const std::string_view may =
        reliability.may_over_report
            ? (reliability.may_under_report ? "may over-report and under-report" : "may over-report")
            : (reliability.may_under_report ? "may under-report" : "neither over-reports nor under-reports");
    return fmt::format("{}: {}", may, reliability.why);
}

/// ".92"; where there is nothing to measure on, nothing.
std::optional<std::string> share(std::string_view name, int right, int of) {
    if (of == 0) return {};
    const int hundredths = (200 * right + of) / (2 * of);
    return fmt::format("{} {}.{:02}", name, hundredths == 100 ? "1" : "", hundredths % 100);
}

/// "on 13 papers: found 11 of 12, 1 wrongly (precision .92, recall .92), standing right in 10".
std::string words_for(const catalogue::Measured& measured) {
    std::string words = fmt::format("on {} paper{}: found {} of {}, {} wrongly", measured.papers,
                                    measured.papers == 1 ? "" : "s", measured.found, measured.there, measured.wrong);
    std::vector<std::string> figures;
    for (auto& figure : {share("precision", measured.found, measured.found + measured.wrong),
                         share("recall", measured.found, measured.there)}) {
        if (figure) figures.push_back(*figure);
    }
    if (!figures.empty()) words += fmt::format(" ({})", fmt::join(figures, ", "));
    if (measured.found > 0) words += fmt::format(", standing right in {}", measured.standing);
    return words;
}

class Page {
public:
    Page(std::ostream& out, const Catalogue& catalogue) : out_(out), catalogue_(catalogue) {}

    void field(std::string_view name, std::string_view value) {
        if (!value.empty()) out_ << fmt::format("{:<13}{}\n", name, value);
    }
    void heading(std::string_view title) { out_ << '\n' << title << '\n'; }
    void patterns(const std::vector<PatternId>& ids, std::string_view margin) {
        for (const PatternId id : ids) {
            const catalogue::Pattern& pattern = catalogue_.patterns[id];
            out_ << fmt::format("{}{}  ({}{}; line {})\n", margin, pattern.text, scope_name(pattern.scope),
                                negation_name(pattern.negation), pattern.line);
        }
    }
    void example(const Example& example) {
        out_ << fmt::format("  {}, line {}\n", title_of(example), example.line);
        out_ << indented(marked(example), "    ") << "\n";
    }

private:
    std::ostream& out_;
    const Catalogue& catalogue_;
};

void write_basics(Page& page, const Requirement& requirement, const Rules& rules) {
    page.field(requirement.id, requirement.title);
    page.field("statement", requirement.statement);
    for (const catalogue::SourceReference& reference : requirement.sources) {
        const catalogue::Source& source = rules.catalogue.sources[reference.source];
        std::string text = fmt::format("{} {}", source.id, source.title);
        if (!source.number.empty()) text += fmt::format(" ({})", source.number);
        if (!reference.section.empty()) text += fmt::format(", section {}", reference.section);
        if (!reference.pages.empty()) text += fmt::format(", pages {}", reference.pages);
        page.field("source", fmt::format("{}, {}", text, to_string(source.date)));
    }
    page.field("theme", requirement.theme);
    page.field("strength", to_string(requirement.strength));
    page.field("confidence", to_string(requirement.confidence));
    page.field("reliability", words_for(requirement.reliability));
    if (requirement.measured) page.field("measured", words_for(*requirement.measured));
    for (const auto& [name, value] : requirement.values) page.field("value", fmt::format("{} = {}", name, value));
    page.field("overlaps", fmt::format("{}", fmt::join(requirement.overlaps, ", ")));
    page.field("mend", requirement.mend);
    page.field("file", fmt::format("{}:{}", (rules.folder / requirement.file).string(), requirement.line));
}

void write_recognition(Page& page, const Requirement& requirement) {
    page.heading("The paper says something on it where one of these matches:");
    page.patterns(requirement.patterns, "  ");
    if (!requirement.facets.empty()) page.heading("Its parts (facets):");
    for (const catalogue::Facet& facet : requirement.facets) {
        page.field("  " + facet.id, facet.label);
        page.patterns(facet.patterns, "    ");
    }
    if (!requirement.contradictions.empty()) page.heading("It is contradicted where one of these matches:");
    for (const catalogue::Contradiction& contradiction : requirement.contradictions) {
        page.field("  " + contradiction.id, contradiction.why);
        page.patterns(contradiction.patterns, "    ");
    }
}

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// People type ids in small letters.
const Requirement* requirement_named(const Catalogue& catalogue, std::string_view id) {
    const auto same = [](char a, char b) { return lower(a) == lower(b); };
    for (const Requirement& requirement : catalogue.requirements) {
        if (std::equal(id.begin(), id.end(), requirement.id.begin(), requirement.id.end(), same)) return &requirement;
    }
    return nullptr;
}

}  // namespace

int rules_show(const ShowArguments& arguments, const Rules& rules, const Streams& streams) {
    const Requirement* requirement = requirement_named(rules.catalogue, arguments.id);
    if (requirement == nullptr) {
        complain(streams, unknown_requirement(arguments.id, rules.catalogue, false));
        return failed;
    }
    Page page(streams.out, rules.catalogue);
    write_basics(page, *requirement, rules);
    write_recognition(page, *requirement);
    page.heading("Examples:");
    for (const Example& example : requirement->examples) page.example(example);
    return clean;
}

}  // namespace boardcheck::cli
