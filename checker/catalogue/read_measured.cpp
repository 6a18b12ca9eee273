// How each requirement did on papers with gold: what `tools/evaluate --per-rule` wrote.
#include <algorithm>

#include "catalogue/readers.hpp"

namespace boardcheck::catalogue {

namespace {

constexpr int most_papers = 1000000;

void read_rule(Build& build, const XmlFile& file, pugi::xml_node node) {
    file.expect_attributes(node, {"ref", "there", "found", "wrong", "standing"}, {});
    file.expect_elements(node, {});
    const auto number = [&](const char* attribute) {
        return file.whole_number(node, attribute, 0, most_papers).value_or(0);
    };
    const Measured measured{number("there"), number("found"), number("wrong"), number("standing")};
    const std::string_view ref = node.attribute("ref").value();
    // Figures outlive a requirement that is taken out, and do no harm: they are measured anew.
    for (Requirement& requirement : build.catalogue.requirements) {
        if (requirement.id == ref) requirement.measured = measured;
    }
}

}  // namespace

void read_measured(Build& build, const XmlFile& file) {
    file.expect_attributes(file.root(), {"papers"}, {});
    file.expect_elements(file.root(), {"rule"});
    for (const auto node : file.root().children("rule")) read_rule(build, file, node);
}

}  // namespace boardcheck::catalogue
