// What findings are called, say and weigh; some are found by patterns of their own.
#include <algorithm>

#include <fmt/format.h>

#include "catalogue/readers.hpp"

namespace boardcheck::catalogue {

namespace {

/// The words of a finding are messages: of its id, and of its id with ".mend" or ".label".
void add_words(Build& build, const XmlFile& file, pugi::xml_node node, const std::string& id) {
    for (const char* part : {"message", "mend", "label"}) {
        const bool is_message = std::string_view(part) == "message";
        const std::string name = is_message ? id : fmt::format("{}.{}", id, part);
        std::string words = is_message ? file.words_of_child(node, part) : file.words_of_optional_child(node, part);
        if (!words.empty() && build.claim(file, node, "message", name))
            build.catalogue.messages.emplace(name, std::move(words));
    }
}

void declare_finding(Build& build, const XmlFile& file, pugi::xml_node node, const std::string& family) {
    file.expect_attributes(node, {"id", "severity", "confidence"}, {"from", "until", "pack"});
    file.expect_elements(node, {"message", "mend", "label", "pattern", "match", "near-miss"});
    FindingRule rule;
    rule.id = node.attribute("id").value();
    rule.family = family;
    rule.severity = file.choice<Severity>(node, "severity",
                                          {{"none", Severity::none},
                                           {"note", Severity::note},
                                           {"warning", Severity::warning},
                                           {"error", Severity::error}})
                        .value_or(Severity::note);
    rule.confidence =
        file.choice<Confidence>(node, "confidence",
                                {{"high", Confidence::high}, {"medium", Confidence::medium}, {"low", Confidence::low}})
            .value_or(Confidence::medium);
    rule.from = file.date(node, "from");
    rule.until = file.date(node, "until");
    rule.file = file.name();
    rule.line = file.line(node);
    rule.across_papers = file.choice<bool>(node, "pack", {{"yes", true}, {"no", false}}).value_or(false);
    rule.examples = read_plain_examples(file, node, fmt::format("the finding {}", rule.id));
    if (!file.well_formed_id(node, "id") || !build.claim(file, node, "finding", rule.id)) return;
    if (!rule.id.starts_with(family + "."))
        file.fault(node, fmt::format("the finding {} is not named after its family", rule.id),
                   fmt::format("call it \"{}.{}\"", family, rule.id));
    add_words(build, file, node, rule.id);
    build.catalogue.findings.push_back(std::move(rule));
}

}  // namespace

void declare_findings(Build& build, const XmlFile& file) {
    file.expect_attributes(file.root(), {"family"}, {});
    file.expect_elements(file.root(), {"finding"});
    const std::string family = file.root().attribute("family").value();
    for (const auto node : file.root().children("finding")) declare_finding(build, file, node, family);
}

void read_finding_patterns(Build& build, const XmlFile& file) {
    for (const auto node : file.root().children("finding")) {
        if (!node.child("pattern")) continue;
        const auto patterns = read_patterns(build, file, node);
        for (FindingRule& rule : build.catalogue.findings) {
            if (rule.file == file.name() && rule.line == file.line(node)) rule.patterns = patterns;
        }
    }
}

}  // namespace boardcheck::catalogue
