// The catalogue as a page: what is asked of papers, by whom, and how the program sees whether it is there.
#include <algorithm>

#include <fmt/format.h>

#include "report/catalogue_parts.hpp"
#include "report/html_parts.hpp"
#include "report/report.hpp"
#include "report/wording.hpp"

namespace boardcheck::report {

namespace {

using catalogue::Catalogue;
using catalogue::Confidence;
using catalogue::Requirement;
using catalogue::Strength;

constexpr std::array<Strength, 4> strengths{Strength::must, Strength::should, Strength::may, Strength::fact};
constexpr std::array<Confidence, 3> confidences{Confidence::high, Confidence::medium, Confidence::low};

std::string_view meaning(Strength strength) {
    switch (strength) {
        case Strength::must:
            return "The guidance requires it.";
        case Strength::should:
            return "The guidance expects it.";
        case Strength::may:
            return "A local choice. A paper that says nothing on it has no gap.";
        case Strength::fact:
            return "Something that is so. No paper has to say it, but a paper can get it wrong.";
    }
    return {};
}

std::string_view meaning(Confidence confidence) {
    switch (confidence) {
        case Confidence::high:
            return "The source says so in these words or very nearly.";
        case Confidence::medium:
            return "The source says so, but leaves some of it open.";
        case Confidence::low:
            return "Inferred, or known from others who quote the source.";
    }
    return {};
}

/// "local partners, something done; weight 3, in headings".
std::string meaning(const catalogue::Cue& cue) {
    std::vector<std::string_view> sides;
    if (cue.voice) sides.emplace_back(*cue.voice == catalogue::Voice::local ? "local partners" : "national policy");
    if (cue.time) sides.emplace_back(*cue.time == catalogue::Time::planned ? "a plan" : "something done");
    const std::string_view place = cue.place == catalogue::Place::heading ? ", in a heading"
                                   : cue.place == catalogue::Place::paper ? ", anywhere in the paper"
                                                                          : "";
    return fmt::format("{}; weight {}{}", fmt::join(sides, " and "), cue.weight, place);
}

std::vector<ThemeView> themes_of(const Catalogue& catalogue) {
    std::vector<ThemeView> themes;
    for (const Requirement& requirement : catalogue.requirements) {
        if (themes.empty() || themes.back().id != requirement.theme)
            themes.push_back({requirement.theme, theme_title(catalogue, requirement.theme), {}});
        themes.back().requirements.push_back(&requirement);
    }
    return themes;
}

void write_head(Markup& html) {
    html.open("head").single("meta", {{"charset", "utf-8"}});
    html.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html.single("meta", {{"http-equiv", "Content-Security-Policy"},
                         {"content", "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"}});
    html.single("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    html.element("title", "What board papers are checked against");
    html.style(style_sheet()).style(catalogue_style_sheet()).close();
}

void write_masthead(Markup& html, const Catalogue& catalogue, std::size_t themes) {
    html.element("a", "Skip to the requirements", {{"class", "skip"}, {"href", "#catalogue"}});
    html.open("header", {{"class", "masthead"}}).element("p", "Boardcheck catalogue", {{"class", "brand"}});
    html.element("h1", "What board papers are checked against");
    html.element("p",
                 fmt::format("{} in {}, from {}.", counted(catalogue.requirements.size(), "requirement"),
                             counted(themes, "theme"), counted(catalogue.sources.size(), "document")),
                 {{"class", "lead"}});
    html.close();
}

void write_introduction(Markup& html) {
    html.open("section", {{"aria-labelledby", "about"}}).element("h2", "About this page", {{"id", "about"}});
    for (const std::string_view words :
         {"Boardcheck reads a board paper and says, for each requirement of national guidance, whether the paper "
          "answers "
          "it, only repeats it, says nothing on it or contradicts it.",
          "This page lists those requirements. It is made from the same files that the program works with, so what you "
          "read here is what papers are judged by.",
          "Read it to see what a paper is asked for, where the guidance says so, and what the program takes for an "
          "answer. You need no knowledge of programming.",
          "If a requirement is wrong, note its id (such as the ones in the headings below) and tell whoever keeps the "
          "rules what it should say. The best correction is an example: a sentence from a paper, and what it should "
          "come "
          "out as. Each example on this page is run again whenever the rules change."}) {
        html.element("p", words);
    }
    html.close();
}

template <typename Values>
void write_meanings(Markup& html, const std::string& id, std::string_view title, const Values& values) {
    html.open("section", {{"class", "legend"}, {"aria-labelledby", id}}).element("h2", title, {{"id", id}}).open("dl");
    for (const auto value : values)
        html.open("div").element("dt", to_string(value)).element("dd", meaning(value)).close();
    html.close().close();
}

void write_contents(Markup& html, const std::vector<ThemeView>& themes) {
    html.open("nav", {{"aria-labelledby", "contents"}}).element("h2", "Contents", {{"id", "contents"}});
    html.open("ul", {{"class", "contents"}});
    for (const ThemeView& theme : themes) {
        html.open("li").element("a", theme.title, {{"href", "#theme-" + theme.id}});
        html.element("span", fmt::format(" {}", theme.requirements.size()), {{"class", "quiet"}}).close();
    }
    for (const auto& [target, title] : {std::pair{"#sources", "Documents"},
                                        {"#profiles", "Kinds of paper"},
                                        {"#cues", "How a standing is told"},
                                        {"#terms", "Terms and their wordings"}})
        html.open("li").element("a", title, {{"href", target}}).close();
    html.close().close();
}

void write_option(Markup& html, std::string_view value, std::string_view text) {
    html.element("option", text, {{"value", value}});
}

/// Works with the script only, which shows it.
void write_search(Markup& html, const std::vector<ThemeView>& themes) {
    html.open("form", {{"id", "find"}, {"class", "find"}, {"role", "search"}, {"hidden", "hidden"}});
    html.element("label", "Find words", {{"for", "find-words"}});
    html.single("input", {{"type", "search"}, {"id", "find-words"}, {"autocomplete", "off"}});
    html.element("label", "Theme", {{"for", "find-theme"}}).open("select", {{"id", "find-theme"}});
    html.element("option", "All themes", {{"data-all", "yes"}});
    for (const ThemeView& theme : themes) write_option(html, theme.id, theme.title);
    html.close().element("label", "Strength", {{"for", "find-strength"}}).open("select", {{"id", "find-strength"}});
    html.element("option", "All strengths", {{"data-all", "yes"}});
    for (const Strength strength : strengths) write_option(html, to_string(strength), to_string(strength));
    html.close().element("output", "", {{"id", "found"}, {"for", "find-words find-theme find-strength"}}).close();
}

void write_themes(Markup& html, const Catalogue& catalogue, const std::vector<ThemeView>& themes) {
    for (const ThemeView& theme : themes) {
        const std::string id = "theme-" + theme.id;
        html.open("section", {{"class", "theme"}, {"aria-labelledby", id}});
        html.open("h2", {{"id", id}}).text(theme.title + " ");
        html.element("span", counted(theme.requirements.size(), "requirement"), {{"class", "quiet"}}).close();
        for (const Requirement* requirement : theme.requirements)
            write_catalogue_requirement(html, catalogue, *requirement);
        html.close();
    }
}

std::size_t uses_of(const Catalogue& catalogue, std::size_t source) {
    const auto uses = [&](const Requirement& requirement) {
        return std::any_of(requirement.sources.begin(), requirement.sources.end(),
                           [&](const catalogue::SourceReference& reference) { return reference.source == source; });
    };
    return static_cast<std::size_t>(std::count_if(catalogue.requirements.begin(), catalogue.requirements.end(), uses));
}

void write_source_row(Markup& html, const Catalogue& catalogue, std::size_t index) {
    const catalogue::Source& source = catalogue.sources[index];
    html.open("tr", {{"id", "source-" + source.id}}).open("th", {{"scope", "row"}});
    html.element("span", source.title, {{"class", "what"}});
    const std::string number = source.number.empty() ? "" : ", " + source.number;
    html.element("p", fmt::format("{}{}", source.id, number), {{"class", "source"}}).close();
    html.element("td", source.publisher).element("td", long_date(source.date));
    html.element("td", std::to_string(uses_of(catalogue, index)), {{"class", "figure"}}).close();
}

void write_sources(Markup& html, const Catalogue& catalogue) {
    html.open("section", {{"aria-labelledby", "sources"}}).element("h2", "Documents", {{"id", "sources"}});
    html.element("p", "A paper that is older than a document cannot be failed on what only that document asks.");
    html.open("div",
              {{"class", "scroll"}, {"role", "region"}, {"aria-label", "Table of documents"}, {"tabindex", "0"}});
    html.open("table", {{"class", "documents"}})
        .element("caption", "The documents that requirements come from, or that papers cite");
    html.open("thead").open("tr");
    for (const std::string_view title : {"Document", "Publisher", "Published", "Requirements"})
        html.element("th", title, {{"scope", "col"}});
    html.close().close().open("tbody");
    for (std::size_t i = 0; i < catalogue.sources.size(); ++i) write_source_row(html, catalogue, i);
    html.close().close().close().close();
}

void write_profiles(Markup& html, const Catalogue& catalogue) {
    html.open("section", {{"aria-labelledby", "profiles"}}).element("h2", "Kinds of paper", {{"id", "profiles"}});
    html.element(
        "p",
        "What is a fault in one kind of paper is none in another. A profile says which requirements apply to a "
        "kind of paper, and how severe a gap in it is.");
    html.open("dl", {{"class", "glossary"}});
    for (const catalogue::Profile& profile : catalogue.profiles) {
        html.open("div").open("dt").text(profile.title + " ").element("code", profile.id).close();
        html.element("dd", profile.description);
        if (!profile.themes.empty())
            html.element("dd", fmt::format("Only the themes {}.", fmt::join(profile.themes, ", ")));
        for (const auto& [id, reason] : profile.exclusions)
            html.element("dd", fmt::format("Leaves out {}: {}", id, reason));
        if (!profile.signs.empty()) {
            html.open("dd").text("Chosen where: ");
            for (std::size_t i = 0; i < profile.signs.size(); ++i)
                html.text((i == 0 ? "" : "; ") + profile.signs[i].why);
            html.close();
        }
        html.close();
    }
    html.close().close();
}

/// What tells who speaks and whether it is done: the same for all requirements.
void write_cues(Markup& html, const Catalogue& catalogue) {
    html.open("section", {{"aria-labelledby", "cues"}}).element("h2", "How a standing is told", {{"id", "cues"}});
    html.element("p",
                 "Words in the sentence, in the headings above it and in the paper speak for national policy or for "
                 "local partners, for a plan or for something done. The heavier side decides.");
    html.open("details").element("summary", counted(catalogue.cues.size(), "cue")).open("dl", {{"class", "glossary"}});
    std::set<std::string_view> linked;
    for (const catalogue::Cue& cue : catalogue.cues) {
        html.open("div").open("dt").element("code", cue.id).text(" speaks for " + meaning(cue)).close();
        html.open("dd").open("ul", {{"class", "patterns"}});
        for (const catalogue::PatternId id : cue.patterns)
            write_pattern(html, catalogue, catalogue.patterns[id], linked);
        html.close().close().close();
    }
    html.close().close().close();
}

void write_terms(Markup& html, const Catalogue& catalogue) {
    html.open("section", {{"aria-labelledby", "terms"}});
    html.element("h2", "Terms and their wordings", {{"id", "terms"}});
    html.element(
        "p",
        "A term stands for one thing under all the names that papers give it. Words are compared whatever their "
        "ending and case, unless it says “exactly”. Dates say when a name was current.");
    write_glossary(html, catalogue);
    html.close();
}

}  // namespace

std::string catalogue_page(const Catalogue& catalogue, const std::string& version) {
    const std::vector<ThemeView> themes = themes_of(catalogue);
    Markup html;
    html.open("html", {{"lang", "en-GB"}});
    write_head(html);
    html.open("body");
    write_masthead(html, catalogue, themes.size());
    html.open("main");
    write_introduction(html);
    write_contents(html, themes);
    write_meanings(html, "strength", "How firmly it is asked", strengths);
    write_meanings(html, "confidence", "How sure we are that the source says so", confidences);
    write_legend(html);
    html.open("div", {{"id", "catalogue"}});
    write_search(html, themes);
    write_themes(html, catalogue, themes);
    html.close();
    write_sources(html, catalogue);
    write_profiles(html, catalogue);
    write_cues(html, catalogue);
    write_terms(html, catalogue);
    html.close().open("footer");
    html.element("p", fmt::format("Boardcheck {}. Made by boardcheck rules docs from the rules as they are.", version));
    html.close().script(catalogue_script()).close().close();
    return std::move(html).finish();
}

}  // namespace boardcheck::report
