#include "ingest/office/docx_tree.hpp"

#include "ingest/office/xml.hpp"

namespace boardcheck::ingest::docx {

pugi::xml_node first_inside(const pugi::xml_node& node) {
    if (local_name(node) != "AlternateContent") return node.first_child();
    const pugi::xml_node choice = child(node, "Choice");
    return choice ? choice : child(node, "Fallback");
}

pugi::xml_node node_after(pugi::xml_node node, const pugi::xml_node& root, bool enter) {
    if (enter) {
        if (const pugi::xml_node first = first_inside(node)) return first;
    }
    while (node && node != root) {
        const auto name = local_name(node);
        const bool alternative = name == "Choice" || name == "Fallback";
        const pugi::xml_node next = alternative ? pugi::xml_node() : node.next_sibling();
        if (next) return next;
        node = node.parent();
    }
    return {};
}

bool is_on(const pugi::xml_node& node) {
    if (!node) return false;
    if (!has_attribute(node, "val")) return true;
    const auto value = attribute(node, "val");
    return value != "0" && value != "false" && value != "off" && value != "none";
}

}  // namespace boardcheck::ingest::docx
