#include <algorithm>
#include <charconv>
#include <ostream>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/requirement_draft.hpp"
#include "cli/suggestion.hpp"
#include "match/match.hpp"

namespace boardcheck::cli {

namespace fs = std::filesystem;

namespace {

using catalogue::Catalogue;
using catalogue::Requirement;

constexpr std::string_view theme_message = "theme.";  // and the id of the theme: its title
constexpr std::size_t most_terms = 8;

/// The themes that have requirements, and those that have a title and wait for their first one.
std::vector<std::string> known_themes(const Catalogue& catalogue) {
    std::vector<std::string> themes = themes_of(catalogue);
    for (const auto& [id, text] : catalogue.messages) {
        if (!id.starts_with(theme_message)) continue;
        const std::string theme = id.substr(theme_message.size());
        if (std::find(themes.begin(), themes.end(), theme) == themes.end()) themes.push_back(theme);
    }
    return themes;
}

/// The id after the highest of the theme.
std::string next_id(const Catalogue& catalogue, const std::string& theme) {
    int highest = 0;
    for (const Requirement& requirement : catalogue.requirements) {
        if (requirement.theme != theme) continue;
        const std::string number = requirement.id.substr(theme.size() + 1);
        int value = 0;
        std::from_chars(number.data(), number.data() + number.size(), value);
        highest = std::max(highest, value);
    }
    return fmt::format("{}-{:02}", theme, highest + 1);
}

bool is_well_formed(std::string_view id) {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.:";
    return !id.empty() && id.find_first_not_of(letters) == std::string_view::npos;
}

std::string upper(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

/// The letters that an id begins with are its theme, whatever came after them.
std::string theme_in(const std::string& id) {
    const auto end =
        std::find_if(id.begin(), id.end(), [](char c) { return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')); });
    return {id.begin(), end};
}

Error unknown_theme(const std::string& theme, const std::vector<std::string>& themes) {
    return {"", 0, fmt::format("there is no theme '{}'{}", theme, suggestion(theme, themes)),
            fmt::format("use one of {}; or begin a new one with a message theme.{} in messages.xml",
                        fmt::join(themes, ", "), upper(theme))};
}

/// The id of the theme's own form, or what is wrong with it.
std::optional<Error> fault_of_id(const std::string& id, const std::string& theme, const Catalogue& catalogue) {
    const std::string free = next_id(catalogue, theme);
    const bool of_theme = id.starts_with(theme + "-") && id.size() > theme.size() + 1;
    if (!is_well_formed(id) || !of_theme) {
        return Error{"", 0, fmt::format("'{}' is no id of the theme {}", id, theme),
                     fmt::format("write {}-, and a number; the next that is free is {}", theme, free)};
    }
    const Requirement* taken = catalogue.requirement(id);
    if (taken == nullptr) return {};
    return Error{taken->file, taken->line, fmt::format("{} is there already: {}", id, taken->title),
                 fmt::format("the next id that is free is {}", free)};
}

std::optional<Error> fault_of_source(const std::string& id, const Catalogue& catalogue) {
    std::vector<std::string> names;
    for (const catalogue::Source& source : catalogue.sources) names.push_back(source.id);
    if (id.empty() || std::find(names.begin(), names.end(), id) != names.end()) return {};
    return Error{"", 0, fmt::format("there is no source '{}'{}", id, suggestion(id, names)),
                 fmt::format("use one of {}; or add the document to sources.xml first", fmt::join(names, ", "))};
}

/// The arguments with their theme, or what is wrong with them.
Result<NewArguments> completed(NewArguments arguments, const Catalogue& catalogue) {
    const auto themes = known_themes(catalogue);
    const bool named = !arguments.theme.empty();
    if (!named) arguments.theme = upper(theme_in(arguments.id));
    if (std::find(themes.begin(), themes.end(), arguments.theme) == themes.end())
        return tl::unexpected(unknown_theme(named ? arguments.theme : theme_in(arguments.id), themes));
    if (auto fault = fault_of_id(arguments.id, arguments.theme, catalogue)) return tl::unexpected(std::move(*fault));
    if (auto fault = fault_of_source(arguments.source, catalogue)) return tl::unexpected(std::move(*fault));
    return arguments;
}

/// How many patterns ask for each term: those that many use are the ones to know first.
std::vector<std::size_t> uses_of(const Catalogue& catalogue) {
    std::vector<std::size_t> uses(catalogue.terms.size());
    for (const catalogue::Pattern& pattern : catalogue.patterns) {
        for (const catalogue::Node& node : pattern.nodes) {
            const bool named = node.kind == catalogue::NodeKind::term || node.kind == catalogue::NodeKind::topic;
            if (named) ++uses[node.term];
        }
    }
    return uses;
}

/// The terms of the lexicon that the words of the new requirement mention, with these words, the most used first.
std::vector<std::string> terms_in(const NewArguments& known, const Catalogue& catalogue) {
    const std::string words =
        fmt::format("{}.\n\n{}\n\n{}\n", known.title, known.statement, fmt::join(known.facets, ".\n\n"));
    const auto document = ingest::ingest("new.md", words);
    if (!document) return {};
    const text::Text text = text::segment(*document);
    std::vector<match::Mention> mentions;  // the first of each term
    for (const match::Mention& mention : match::match(text, catalogue).mentions) {
        const bool listed = std::any_of(mentions.begin(), mentions.end(),
                                        [&](const match::Mention& other) { return other.term == mention.term; });
        if (!catalogue.terms[mention.term].file.empty() && !listed) mentions.push_back(mention);
    }
    const auto uses = uses_of(catalogue);
    std::stable_sort(mentions.begin(), mentions.end(),
                     [&](const auto& a, const auto& b) { return uses[a.term] > uses[b.term]; });
    std::vector<std::string> terms;
    for (std::size_t i = 0; i < std::min(most_terms, mentions.size()); ++i) {
        const auto [first, last] = mentions[i].tokens;
        const Span span{text.tokens[first].span.begin, text.tokens[last - 1].span.end};
        terms.push_back(fmt::format("{{{}}} ({})", catalogue.terms[mentions[i].term].id, slice(text.text, span)));
    }
    return terms;
}

/// Where the requirement goes: behind the one whose id comes before its own.
struct Home {
    std::string file;
    std::uint32_t after = 0;  // line; 0: before all others
};

Home home_of(const NewArguments& known, const Catalogue& catalogue) {
    Home home;
    for (const Requirement& requirement : catalogue.requirements) {
        if (requirement.theme != known.theme) continue;
        if (home.file.empty()) home.file = requirement.file;
        if (requirement.id < known.id) home = {requirement.file, requirement.line};
    }
    if (!home.file.empty()) return home;
    std::string name = known.theme;
    for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return {"requirements/" + name + ".xml", 0};
}

std::string empty_file(const std::string& theme) {
    return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<requirements theme=\"{}\">\n</requirements>\n",
                       theme);
}

int add(const std::string& element, const NewArguments& known, const Rules& rules, const Streams& streams) {
    const Home home = home_of(known, rules.catalogue);
    const fs::path path = rules.folder / home.file;
    auto bytes = fs::exists(path) ? read_rule_file(path) : Result<std::string>(empty_file(known.theme));
    if (!bytes) {
        complain(streams, bytes.error());
        return failed;
    }
    const std::string added = with_requirement(*bytes, home.after, element);
    if (const auto error = write_file(path.string(), added, "requirement")) {
        complain(streams, *error);
        return failed;
    }
    streams.out << fmt::format(
        "{}:{}: {} is added, to be filled in; boardcheck rules validate says what is still missing\n", path.string(),
        line_of(added, element), known.id);
    return clean;
}

}  // namespace

int rules_new(const NewArguments& arguments, const Rules& rules, const Streams& streams) {
    const auto known = completed(arguments, rules.catalogue);
    if (!known) {
        complain(streams, known.error());
        return failed;
    }
    const std::string element = requirement_draft(*known, terms_in(*known, rules.catalogue));
    if (known->into) return add(element, *known, rules, streams);
    streams.out << element;
    return clean;
}

}  // namespace boardcheck::cli
