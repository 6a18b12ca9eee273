// One requirement on the page of the catalogue.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "check/check.hpp"
#include "report/catalogue_parts.hpp"
#include "report/html_parts.hpp"
#include "report/wording.hpp"

namespace boardcheck::report {

namespace {

using catalogue::Catalogue;
using catalogue::Example;
using catalogue::ExampleKind;
using catalogue::PatternId;
using catalogue::Requirement;
using catalogue::Severity;
using catalogue::Standing;

class Article {
public:
    Article(Markup& html, const Catalogue& catalogue, const Requirement& requirement)
        : html_(html), catalogue_(catalogue), requirement_(requirement) {}

    void write() {
        html_.open("article", {{"class", "requirement"},
                               {"id", requirement_.id},
                               {"data-theme", requirement_.theme},
                               {"data-strength", to_string(requirement_.strength)},
                               {"aria-labelledby", "h-" + requirement_.id}});
        heading();
        html_.element("p", requirement_.statement, {{"class", "asked"}});
        sources();
        values();
        facets();
        contradictions();
        twins();
        mend();
        severities();
        reliability();
        examples();
        patterns();
        html_.close();
    }

private:
    void heading() {
        html_.open("h3", {{"id", "h-" + requirement_.id}});
        html_.open("a", {{"href", "#" + requirement_.id}, {"class", "id"}}).text(requirement_.id).close();
        html_.text(" " + requirement_.title).close();
        html_.open("p", {{"class", "tags"}});
        const std::string_view strength = to_string(requirement_.strength);
        html_.element("span", strength, {{"class", fmt::format("strength {}", strength)}});
        html_.text(fmt::format(" {} confidence", to_string(requirement_.confidence)));
        if (requirement_.most != Standing::in_place && requirement_.strength != catalogue::Strength::fact)
            html_.text(fmt::format("; at most {} in a board paper", label(requirement_.most)));
        html_.close();
    }

    void label_of(std::string_view title) { html_.element("h4", title); }

    void sources() {
        for (const catalogue::SourceReference& reference : requirement_.sources) {
            const catalogue::Source& source = catalogue_.sources[reference.source];
            html_.open("p", {{"class", "source"}}).element("a", source.title, {{"href", "#source-" + source.id}});
            if (!reference.section.empty()) html_.text(", section “" + reference.section + "”");
            const bool several = reference.pages.find_first_of("-, ") != std::string::npos;
            if (!reference.pages.empty()) html_.text(fmt::format(", page{} {}", several ? "s" : "", reference.pages));
            html_.close();
        }
    }

    void values() {
        if (requirement_.values.empty()) return;
        label_of("Figures and names");
        html_.open("dl", {{"class", "values"}});
        for (const auto& [name, value] : requirement_.values)
            html_.open("div").element("dt", name).element("dd", value).close();
        html_.close();
    }

    void facets() {
        if (requirement_.facets.empty()) return;
        label_of("What must be there");
        html_.open("ul", {{"class", "dots"}});
        for (const catalogue::Facet& facet : requirement_.facets) html_.element("li", facet.label);
        html_.close();
    }

    void contradictions() {
        if (requirement_.contradictions.empty()) return;
        label_of("What would contradict it");
        html_.open("ul", {{"class", "dots"}});
        for (const catalogue::Contradiction& contradiction : requirement_.contradictions) {
            html_.open("li").text(contradiction.why);
            if (contradiction.from) html_.text(" (papers from " + long_date(*contradiction.from) + ")");
            if (contradiction.until) html_.text(" (papers until " + long_date(*contradiction.until) + ")");
            html_.close();
        }
        html_.close();
    }

    void twins() {
        if (requirement_.overlaps.empty()) return;
        label_of("Near-twins");
        html_.open("ul", {{"class", "dots"}});
        for (const std::string& id : requirement_.overlaps) {
            const Requirement* twin = catalogue_.requirement(id);
            html_.open("li");
            if (twin != nullptr)
                html_.element("a", id + " " + twin->title, {{"href", "#" + id}});
            else
                html_.text(id);
            html_.close();
        }
        html_.close();
    }

    void mend() {
        if (requirement_.mend.empty()) return;
        label_of("How to put it right");
        html_.element("p", requirement_.mend);
    }

    /// Which profiles find a standing how severe, in papers that take the theme up; those that find nothing wrong with
    /// it are left out.
    void severities() {
        label_of("How severe");
        html_.open("ul", {{"class", "severities"}});
        bool any = false;
        for (const Standing standing : standings_by_weight) any |= severities_of(standing);
        if (!any) html_.element("li", "Never a finding.");
        html_.close();
    }

    bool severities_of(Standing standing) {
        std::map<Severity, std::vector<std::string_view>, std::greater<>> profiles;
        for (const catalogue::Profile& profile : catalogue_.profiles) {
            const Severity severity =
                leaves_out(profile) ? Severity::none : check::severity_of(profile, requirement_, standing, true);
            if (severity != Severity::none) profiles[severity].push_back(profile.title);
        }
        if (profiles.empty()) return false;
        html_.open("li");
        write_badge(html_, standing);
        for (const auto& [severity, titles] : profiles) {
            html_.text(" ");
            write_severity(html_, severity);
            html_.text(titles.size() == catalogue_.profiles.size() ? "in every profile"
                                                                   : fmt::format("{}", fmt::join(titles, "; ")));
        }
        html_.close();
        return true;
    }

    bool leaves_out(const catalogue::Profile& profile) const {
        const auto& themes = profile.themes;
        const bool other =
            !themes.empty() && std::find(themes.begin(), themes.end(), requirement_.theme) == themes.end();
        return other || std::any_of(profile.exclusions.begin(), profile.exclusions.end(),
                                    [&](const auto& exclusion) { return exclusion.first == requirement_.id; });
    }

    void reliability() {
        const catalogue::Reliability& declared = requirement_.reliability;
        if (declared.why.empty() && !requirement_.measured) return;
        label_of("How reliable");
        if (!declared.why.empty()) {
            const bool both = declared.may_over_report && declared.may_under_report;
            const std::string_view what = both                        ? "May report too much and too little: "
                                          : declared.may_over_report  ? "May report too much: "
                                          : declared.may_under_report ? "May report too little: "
                                                                      : "";
            html_.element("p", fmt::format("{}{}", what, declared.why));
        }
        if (requirement_.measured) html_.element("p", measured(*requirement_.measured));
    }

    static std::string ratio(int part, int whole) {
        return whole == 0 ? std::string("unknown") : fmt::format("{:.2f}", static_cast<double>(part) / whole);
    }

    static std::string measured(const catalogue::Measured& figures) {
        return fmt::format(
            "Measured on papers that people have read: {} say something on it, and {} of these were found (recall {}); "
            "{} "
            "more were taken to, wrongly (precision {}). The standing was right in {} of those found.",
            figures.there, figures.found, ratio(figures.found, figures.there), figures.wrong,
            ratio(figures.found, figures.found + figures.wrong), figures.standing);
    }

    void examples() {
        const auto count = [&](ExampleKind kind) {
            return std::count_if(requirement_.examples.begin(), requirement_.examples.end(),
                                 [&](const Example& example) { return example.kind == kind; });
        };
        html_.open("details").element(
            "summary",
            fmt::format("Examples: {} that say something on it, {} near-misses, {} contradicting it",
                        count(ExampleKind::match), count(ExampleKind::near_miss), count(ExampleKind::contradicting)));
        html_.open("ul", {{"class", "examples"}});
        for (const ExampleKind kind : {ExampleKind::match, ExampleKind::contradicting, ExampleKind::near_miss})
            for (const Example& example : requirement_.examples)
                if (example.kind == kind) write(example);
        html_.close().close();
    }

    void write(const Example& example) {
        html_.open("li").open("p");
        if (example.kind == ExampleKind::contradicting) write_badge(html_, Standing::contradicted);
        if (example.kind == ExampleKind::near_miss) html_.text("Near-miss: says nothing on it");
        if (example.kind == ExampleKind::match && example.standing) write_badge(html_, *example.standing);
        if (example.kind == ExampleKind::match && !example.standing) html_.text("Says something on it");
        if (example.date.year != 0) html_.text(", in a paper of " + long_date(example.date));
        if (!example.missing.empty())
            html_.text(fmt::format(", without: {}", fmt::join(labels_of(example.missing), "; ")));
        html_.close().open("blockquote");
        std::uint32_t done = 0;
        for (const Span at : example.at) {
            html_.text(slice(example.text, {done, at.begin})).element("mark", slice(example.text, at));
            done = at.end;
        }
        html_.text(std::string_view(example.text).substr(done)).close().close();
    }

    std::vector<std::string_view> labels_of(const std::vector<std::string>& ids) const {
        std::vector<std::string_view> labels;
        for (const catalogue::Facet& facet : requirement_.facets)
            if (std::find(ids.begin(), ids.end(), facet.id) != ids.end()) labels.push_back(facet.label);
        return labels;
    }

    void patterns() {
        html_.open("details").element("summary", "Patterns: how the program finds it");
        list("It says something on it:", requirement_.patterns);
        for (const catalogue::Facet& facet : requirement_.facets) list(facet.label + ":", facet.patterns);
        for (const catalogue::Contradiction& contradiction : requirement_.contradictions)
            list("Contradiction: " + contradiction.why, contradiction.patterns);
        html_.element("p", fmt::format("{}, line {}", requirement_.file, requirement_.line), {{"class", "source"}});
        html_.close();
    }

    void list(const std::string& title, const std::vector<PatternId>& ids) {
        html_.element("p", title).open("ul", {{"class", "patterns"}});
        for (const PatternId id : ids) write_pattern(html_, catalogue_, catalogue_.patterns[id], linked_);
        html_.close();
    }

    Markup& html_;
    const Catalogue& catalogue_;
    const Requirement& requirement_;
    std::set<std::string_view> linked_;  // terms in its patterns
};

}  // namespace

void write_catalogue_requirement(Markup& html, const Catalogue& catalogue, const Requirement& requirement) {
    Article(html, catalogue, requirement).write();
}

}  // namespace boardcheck::report
