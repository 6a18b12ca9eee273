#include <algorithm>

#include <fmt/format.h>

#include "catalogue/readers.hpp"

namespace boardcheck::catalogue {

namespace {

constexpr int most_sentences = 1000;

bool is_requirement(const Catalogue& catalogue, std::string_view id) {
    return std::any_of(catalogue.requirements.begin(), catalogue.requirements.end(),
                       [&](const Requirement& requirement) { return requirement.id == id; });
}

bool is_theme(const Catalogue& catalogue, std::string_view theme) {
    return std::any_of(catalogue.requirements.begin(), catalogue.requirements.end(),
                       [&](const Requirement& requirement) { return requirement.theme == theme; });
}

std::vector<std::string_view> requirement_ids(const Catalogue& catalogue) {
    std::vector<std::string_view> out;
    for (const auto& requirement : catalogue.requirements) out.push_back(requirement.id);
    return out;
}

std::vector<std::string_view> theme_names(const Catalogue& catalogue) {
    std::vector<std::string_view> out;
    for (const auto& requirement : catalogue.requirements)
        if (std::find(out.begin(), out.end(), requirement.theme) == out.end()) out.push_back(requirement.theme);
    return out;
}

void read_theme(const Build& build, const XmlFile& file, pugi::xml_node node, Profile& profile) {
    file.expect_attributes(node, {"ref"}, {});
    file.expect_elements(node, {});
    const std::string theme = node.attribute("ref").value();
    if (theme.empty()) return;
    if (!is_theme(build.catalogue, theme))
        unknown_name(build, file, node, "theme", theme, theme_names(build.catalogue));
    profile.themes.push_back(theme);
}

void read_exclusion(const Build& build, const XmlFile& file, pugi::xml_node node, Profile& profile) {
    file.expect_attributes(node, {"requirement", "reason"}, {});
    file.expect_elements(node, {});
    const std::string id = node.attribute("requirement").value();
    if (id.empty()) return;
    if (!is_requirement(build.catalogue, id))
        unknown_name(build, file, node, "requirement", id, requirement_ids(build.catalogue));
    profile.exclusions.emplace_back(id, node.attribute("reason").value());
}

std::optional<Severity> read_level(const XmlFile& file, pugi::xml_node node) {
    return file.choice<Severity>(node, "level",
                                 {{"none", Severity::none},
                                  {"note", Severity::note},
                                  {"warning", Severity::warning},
                                  {"error", Severity::error}});
}

/// <severity finding="form.no-author" level="none"/>, or of a whole family.
void read_finding_severity(const Build& build, const XmlFile& file, pugi::xml_node node, Profile& profile) {
    file.expect_attributes(node, {"finding", "level"}, {});
    const std::string finding = node.attribute("finding").value();
    std::vector<std::string_view> names;
    for (const FindingRule& rule : build.catalogue.findings) {
        names.push_back(rule.id);
        if (std::find(names.begin(), names.end(), rule.family) == names.end()) names.push_back(rule.family);
    }
    if (std::find(names.begin(), names.end(), finding) == names.end())
        unknown_name(build, file, node, "finding or family", finding, names);
    if (const auto level = read_level(file, node)) profile.finding_severities.push_back({finding, *level});
}

void read_severity(const Build& build, const XmlFile& file, pugi::xml_node node, Profile& profile) {
    file.expect_elements(node, {});
    if (node.attribute("finding")) return read_finding_severity(build, file, node, profile);
    file.expect_attributes(node, {"standing", "level"}, {"strength", "requirement", "taken-up"});
    SeverityRule rule;
    const auto standing = file.choice<Standing>(node, "standing",
                                                {{"silent", Standing::silent},
                                                 {"restated", Standing::restated},
                                                 {"planned", Standing::planned},
                                                 {"in-place", Standing::in_place},
                                                 {"contradicted", Standing::contradicted},
                                                 {"not-applicable", Standing::not_applicable}});
    const auto level = read_level(file, node);
    rule.strength = file.choice<Strength>(
        node, "strength",
        {{"must", Strength::must}, {"should", Strength::should}, {"may", Strength::may}, {"fact", Strength::fact}});
    if (const auto wanted = node.attribute("requirement"); wanted && *wanted.value() != '\0') {
        rule.requirement = wanted.value();
        auto names = requirement_ids(build.catalogue);
        const auto themes = theme_names(build.catalogue);
        names.insert(names.end(), themes.begin(), themes.end());
        if (std::find(names.begin(), names.end(), *rule.requirement) == names.end())
            unknown_name(build, file, node, "requirement or theme", *rule.requirement, names);
    }
    rule.taken_up = file.choice<bool>(node, "taken-up", {{"yes", true}, {"no", false}}).value_or(false);
    if (!standing || !level) return;
    rule.standing = *standing;
    rule.severity = *level;
    profile.severities.push_back(std::move(rule));
}

void read_sign(Build& build, const XmlFile& file, pugi::xml_node node, Profile& profile) {
    file.expect_attributes(node, {"why"}, {"weight", "in", "at-least", "purpose", "format"});
    file.expect_elements(node, {"pattern"});
    Sign sign;
    sign.why = single_spaced(node.attribute("why").value());
    sign.weight = file.whole_number(node, "weight", 1, heaviest).value_or(1);
    sign.at_least = file.whole_number(node, "at-least", 1, most_sentences).value_or(1);
    sign.where =
        file.choice<Sign::Where>(
                node, "in",
                {{"front", Sign::Where::front}, {"heading", Sign::Where::heading}, {"anywhere", Sign::Where::anywhere}})
            .value_or(Sign::Where::front);
    sign.purpose = node.attribute("purpose").value();
    sign.format = node.attribute("format").value();
    const int asks = (node.child("pattern") ? 1 : 0) + (sign.purpose.empty() ? 0 : 1) + (sign.format.empty() ? 0 : 1);
    if (asks != 1)
        file.fault(node, "<sign> asks for several things, or for none",
                   "give it <pattern>s, or one of purpose= and format=");
    if (node.child("pattern")) sign.patterns = read_patterns(build, file, node);
    profile.signs.push_back(std::move(sign));
}

}  // namespace

void read_profile(Build& build, const XmlFile& file) {
    const auto root = file.root();
    file.expect_attributes(root, {"id", "title"}, {});
    file.expect_elements(root, {"description", "sign", "theme", "exclude", "severity"});
    Profile profile;
    profile.id = root.attribute("id").value();
    profile.title = root.attribute("title").value();
    profile.description = file.words_of_child(root, "description");
    for (const auto node : root.children("sign")) read_sign(build, file, node, profile);
    for (const auto node : root.children("theme")) read_theme(build, file, node, profile);
    for (const auto node : root.children("exclude")) read_exclusion(build, file, node, profile);
    for (const auto node : root.children("severity")) read_severity(build, file, node, profile);
    if (file.well_formed_id(root, "id") && build.claim(file, root, "profile", profile.id))
        build.catalogue.profiles.push_back(std::move(profile));
}

}  // namespace boardcheck::catalogue
