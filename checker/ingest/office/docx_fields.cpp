#include "ingest/office/docx_fields.hpp"

#include <algorithm>

#include "ingest/office/docx_tree.hpp"
#include "ingest/office/xml.hpp"

namespace boardcheck::ingest::docx {

Fields::Fields(const pugi::xml_node& root) {
    std::vector<std::size_t> begun;
    bool enter = true;
    for (pugi::xml_node node = first_inside(root); node; node = node_after(node, root, enter)) {
        enter = !is_deletion(local_name(node));
        if (local_name(node) != "fldChar") continue;
        const auto type = attribute(node, "fldCharType");
        if (type == "begin") begun.push_back(node.hash_value());
        if (type == "end" && !begun.empty()) begun.pop_back();
    }
    endless_.insert(begun.begin(), begun.end());
}

std::string_view Fields::mark(const pugi::xml_node& node) {
    const auto type = attribute(node, "fldCharType");
    if (type == "begin" && endless_.count(node.hash_value()) == 0) {
        open_.emplace_back();
        ++instructions_;
        const pugi::xml_node list = child(child(node, "ffData"), "ddList");
        int chosen = number_in(attribute(child(list, "result"), "val"));
        for (const pugi::xml_node each : list.children()) {
            if (local_name(each) == "listEntry" && chosen-- == 0) return attribute(each, "val");
        }
    }
    if (open_.empty()) return {};
    if (type == "separate" && !open_.back().result) {
        open_.back().result = true;
        --instructions_;
    }
    if (type == "end") {
        if (!open_.back().result) --instructions_;
        open_.pop_back();
    }
    return {};
}

void Fields::instruction(std::string_view text) {
    constexpr std::size_t enough = 64;  // only the first word is of interest
    if (open_.empty() || open_.back().result || open_.back().instruction.size() > enough) return;
    open_.back().instruction += text.substr(0, enough);
}

bool Fields::inside(std::string_view name) const {
    constexpr std::size_t outermost = 8;
    const auto end = open_.begin() + static_cast<std::ptrdiff_t>(std::min(open_.size(), outermost));
    return std::any_of(open_.begin(), end, [name](const Open& each) { return field_name(each.instruction) == name; });
}

std::string_view field_name(std::string_view instruction) {
    const auto begin = instruction.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    instruction.remove_prefix(begin);
    return instruction.substr(0, instruction.find_first_of(" \t\r\n\\"));
}

}  // namespace boardcheck::ingest::docx
