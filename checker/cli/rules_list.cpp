#include <algorithm>
#include <optional>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/suggestion.hpp"

namespace boardcheck::cli {

namespace {

using catalogue::Requirement;
using nlohmann::ordered_json;
using Chosen = std::vector<const Requirement*>;

void write_human(std::ostream& out, const Chosen& requirements) {
    std::size_t id_width = 0;
    for (const Requirement* each : requirements) id_width = std::max(id_width, each->id.size());
    for (const Requirement* each : requirements) {
        out << fmt::format("{:<{}}  {:<6}  {}\n", each->id, id_width, to_string(each->strength), each->title);
    }
    out << fmt::format("{} requirement{}\n", requirements.size(), requirements.size() == 1 ? "" : "s");
}

/// What is known of how well a rule does; null where nothing is.
ordered_json json_of(const catalogue::Reliability& reliability) {
    if (reliability.why.empty()) return nullptr;
    return {{"over_report", reliability.may_over_report},
            {"under_report", reliability.may_under_report},
            {"why", reliability.why}};
}

ordered_json json_of(const std::optional<catalogue::Measured>& measured) {
    if (!measured) return nullptr;
    return {{"papers", measured->papers},
            {"there", measured->there},
            {"found", measured->found},
            {"wrong", measured->wrong},
            {"standing", measured->standing}};
}

ordered_json json_of(const Requirement& requirement, const catalogue::Catalogue& catalogue) {
    ordered_json sources = ordered_json::array();
    for (const catalogue::SourceReference& reference : requirement.sources) {
        sources.push_back({{"id", catalogue.sources[reference.source].id},
                           {"section", reference.section},
                           {"pages", reference.pages}});
    }
    return {{"id", requirement.id},
            {"theme", requirement.theme},
            {"title", requirement.title},
            {"statement", requirement.statement},
            {"strength", to_string(requirement.strength)},
            {"confidence", to_string(requirement.confidence)},
            {"reliability", json_of(requirement.reliability)},
            {"measured", json_of(requirement.measured)},
            {"sources", std::move(sources)},
            {"examples", requirement.examples.size()},
            {"file", requirement.file},
            {"line", requirement.line}};
}

void write_json(std::ostream& out, const Chosen& requirements, const catalogue::Catalogue& catalogue) {
    ordered_json list = ordered_json::array();
    for (const Requirement* each : requirements) list.push_back(json_of(*each, catalogue));
    out << list.dump(2) << '\n';
}

}  // namespace

int rules_list(const ListArguments& arguments, const Rules& rules, const Streams& streams) {
    const auto themes = themes_of(rules.catalogue);
    const bool all = arguments.theme.empty();
    if (!all && std::find(themes.begin(), themes.end(), arguments.theme) == themes.end()) {
        complain(streams,
                 {"", 0, fmt::format("there is no theme '{}'{}", arguments.theme, suggestion(arguments.theme, themes)),
                  fmt::format("use one of {}", fmt::join(themes, ", "))});
        return failed;
    }
    Chosen chosen;
    for (const Requirement& requirement : rules.catalogue.requirements) {
        if (all || requirement.theme == arguments.theme) chosen.push_back(&requirement);
    }
    if (arguments.format == Format::json) {
        write_json(streams.out, chosen, rules.catalogue);
    } else {
        write_human(streams.out, chosen);
    }
    return clean;
}

}  // namespace boardcheck::cli
