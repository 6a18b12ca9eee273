#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "catalogue/readers.hpp"

namespace boardcheck::catalogue {

namespace {

void read_source_reference(Build& build, const XmlFile& file, pugi::xml_node node, Requirement& requirement) {
    file.expect_attributes(node, {"ref"}, {"section", "pages"});
    file.expect_elements(node, {});
    const std::string_view ref = node.attribute("ref").value();
    const auto& sources = build.catalogue.sources;
    const auto found =
        std::find_if(sources.begin(), sources.end(), [&](const Source& source) { return source.id == ref; });
    if (found == sources.end()) {
        std::vector<std::string_view> names;
        for (const auto& source : sources) names.push_back(source.id);
        if (!ref.empty()) unknown_name(build, file, node, "source", ref, names);
        return;
    }
    requirement.sources.push_back({static_cast<std::uint32_t>(found - sources.begin()),
                                   node.attribute("section").value(), node.attribute("pages").value()});
}

/// The id of a part of a requirement; a fault where another part of this kind has it.
template <typename Part>
std::string part_id(const XmlFile& file, pugi::xml_node node, const Requirement& requirement,
                    const std::vector<Part>& parts) {
    std::string id = node.attribute("id").value();
    file.well_formed_id(node, "id");
    if (std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return part.id == id; }))
        file.fault(node, fmt::format("{} has two of <{} id=\"{}\">", requirement.id, node.name(), id),
                   "give one of them another id");
    return id;
}

void read_facet(Build& build, const XmlFile& file, pugi::xml_node node, Requirement& requirement) {
    file.expect_attributes(node, {"id", "label"}, {});
    file.expect_elements(node, {"pattern"});
    auto id = part_id(file, node, requirement, requirement.facets);
    requirement.facets.push_back({std::move(id), node.attribute("label").value(), read_patterns(build, file, node)});
}

void read_contradiction(Build& build, const XmlFile& file, pugi::xml_node node, Requirement& requirement) {
    file.expect_attributes(node, {"id", "why"}, {"from", "until"});
    file.expect_elements(node, {"pattern"});
    Contradiction contradiction;
    contradiction.id = part_id(file, node, requirement, requirement.contradictions);
    contradiction.why = single_spaced(node.attribute("why").value());
    contradiction.from = file.date(node, "from");
    contradiction.until = file.date(node, "until");
    if (contradiction.from && contradiction.until && *contradiction.until < *contradiction.from)
        file.fault(node, fmt::format("<contradiction id=\"{}\"> ends before it begins", contradiction.id),
                   "swap from= and until=");
    contradiction.patterns = read_patterns(build, file, node);
    requirement.contradictions.push_back(std::move(contradiction));
}

void read_value(const XmlFile& file, pugi::xml_node node, Requirement& requirement) {
    file.expect_attributes(node, {"name"}, {});
    requirement.values.emplace_back(node.attribute("name").value(), file.words(node));
}

void read_overlap(const XmlFile& file, pugi::xml_node node, Requirement& requirement) {
    file.expect_attributes(node, {"ref"}, {});
    file.expect_elements(node, {});
    file.well_formed_id(node, "ref");
    requirement.overlaps.emplace_back(node.attribute("ref").value());
    if (requirement.overlaps.back() == requirement.id)
        file.fault(node, fmt::format("{} overlaps itself", requirement.id), "take the element out");
}

void read_strength(const XmlFile& file, pugi::xml_node node, Requirement& requirement) {
    requirement.strength = file.choice<Strength>(node, "strength",
                                                 {{"must", Strength::must},
                                                  {"should", Strength::should},
                                                  {"may", Strength::may},
                                                  {"fact", Strength::fact}})
                               .value_or(Strength::must);
    requirement.confidence =
        file.choice<Confidence>(node, "confidence",
                                {{"high", Confidence::high}, {"medium", Confidence::medium}, {"low", Confidence::low}})
            .value_or(Confidence::medium);
    const Standing most = requirement.strength == Strength::fact ? Standing::restated : Standing::in_place;
    requirement.most =
        file.choice<Standing>(node, "most", {{"restated", Standing::restated}, {"planned", Standing::planned}})
            .value_or(most);
    if (most < requirement.most)
        file.fault(node, fmt::format("{} is a fact, and so never more than restated", requirement.id),
                   "take most= out");
}

void read_reliability(const XmlFile& file, pugi::xml_node node, Requirement& requirement) {
    const auto child = node.child("reliability");
    if (!child) return;
    file.expect_attributes(child, {"may"}, {});
    if (const auto second = child.next_sibling("reliability"))
        file.fault(second, "<requirement> has a second <reliability>", "keep one of them");
    enum class May { over, under, both, neither };
    const auto may = file.choice<May>(
        child, "may",
        {{"over-report", May::over}, {"under-report", May::under}, {"both", May::both}, {"neither", May::neither}});
    requirement.reliability.may_over_report = may == May::over || may == May::both;
    requirement.reliability.may_under_report = may == May::under || may == May::both;
    requirement.reliability.why = file.words(child);
}

void read_parts(Build& build, const XmlFile& file, pugi::xml_node node, Requirement& requirement) {
    if (!node.child("source"))
        file.fault(node, fmt::format("{} has no <source>", requirement.id), "add <source ref=\"...\"/>");
    for (const auto child : node.children("source")) read_source_reference(build, file, child, requirement);
    for (const auto child : node.children("value")) read_value(file, child, requirement);
    for (const auto child : node.children("overlap")) read_overlap(file, child, requirement);
    requirement.patterns = read_patterns(build, file, node);
    for (const auto child : node.children("facet")) read_facet(build, file, child, requirement);
    for (const auto child : node.children("contradiction")) read_contradiction(build, file, child, requirement);
    const auto examples = node.child("examples");
    if (!examples)
        file.fault(node, fmt::format("{} has no <examples>", requirement.id),
                   "add at least three <match> and two <near-miss>");
    else
        read_examples(file, examples, requirement);
    if (const auto second = examples.next_sibling("examples"))
        file.fault(second, "<requirement> has a second <examples>", "keep one of them");
}

void read_requirement(Build& build, const XmlFile& file, pugi::xml_node node, const std::string& theme) {
    file.expect_attributes(node, {"id", "strength", "confidence"}, {"most"});
    file.expect_elements(node, {"title", "statement", "reliability", "source", "value", "overlap", "pattern", "facet",
                                "contradiction", "mend", "examples"});
    Requirement requirement;
    requirement.id = node.attribute("id").value();
    requirement.theme = theme;
    requirement.file = file.name();
    requirement.line = file.line(node);
    read_strength(file, node, requirement);
    const bool good_id = file.well_formed_id(node, "id");
    if (good_id && !theme.empty() && requirement.id.rfind(theme + "-", 0) != 0)
        file.fault(node, fmt::format("{} is not of the theme {}", requirement.id, theme),
                   fmt::format("begin its id with \"{}-\", or move it to the file of its theme", theme));
    if (good_id) build.claim(file, node, "requirement", requirement.id);
    requirement.title = file.words_of_child(node, "title");
    requirement.statement = file.words_of_child(node, "statement");
    const bool can_be_gap = requirement.strength == Strength::must || requirement.strength == Strength::should;
    requirement.mend = can_be_gap ? file.words_of_child(node, "mend") : file.words_of_optional_child(node, "mend");
    read_reliability(file, node, requirement);
    read_parts(build, file, node, requirement);
    build.catalogue.requirements.push_back(std::move(requirement));
}

}  // namespace

void read_requirements(Build& build, const XmlFile& file) {
    file.expect_attributes(file.root(), {"theme"}, {});
    file.expect_elements(file.root(), {"requirement"});
    const std::string theme = file.root().attribute("theme").value();
    for (const auto node : file.root().children("requirement")) read_requirement(build, file, node, theme);
}

}  // namespace boardcheck::catalogue
