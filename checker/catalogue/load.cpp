#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "catalogue/readers.hpp"
#include "catalogue/trie.hpp"

namespace boardcheck::catalogue {

bool Build::claim(const XmlFile& file, pugi::xml_node node, std::string_view kind, std::string_view id) {
    if (id.empty()) return false;  // already a fault
    std::string key(kind);
    key.append(" ").append(id);
    const auto [place, fresh] = places.emplace(std::move(key), Place{&file, file.line(node)});
    if (!fresh)
        file.fault(node,
                   fmt::format("the {} \"{}\" is there twice, first in {}:{}", kind, id, place->second.file->name(),
                               place->second.line),
                   "give one of them another id, or join them");
    return fresh;
}

void unknown_name(const Build& build, const XmlFile& file, pugi::xml_node node, std::string_view kind,
                  std::string_view name, const std::vector<std::string_view>& names) {
    if (!build.names_are_complete) return;
    auto mend = did_you_mean(nearest(names, name), "\"", "\"");
    if (mend.empty()) mend = "add it, or take the reference out";
    file.fault(node, fmt::format("there is no {} \"{}\"", kind, name), mend);
}

namespace {

/// In the order of their names, so that the order in which a folder is listed changes nothing.
std::vector<XmlFile> parse_all(const std::vector<RuleFile>& files, Build& build) {
    std::vector<const RuleFile*> in_order;
    for (const auto& file : files) in_order.push_back(&file);
    std::stable_sort(in_order.begin(), in_order.end(),
                     [](const RuleFile* a, const RuleFile* b) { return a->name < b->name; });
    std::vector<XmlFile> out;
    for (const auto* file : in_order) {
        if (auto parsed = XmlFile::parse(*file, build.faults))
            out.push_back(std::move(*parsed));
        else
            build.names_are_complete = false;
    }
    return out;
}

void check_roots(const std::vector<XmlFile>& files, Build& build) {
    static constexpr std::array<std::string_view, 8> roots{"sources",  "lexicon", "requirements", "extraction",
                                                           "findings", "profile", "messages",     "measured"};
    for (const auto& file : files) {
        const std::string_view root = file.root().name();
        if (std::find(roots.begin(), roots.end(), root) != roots.end()) continue;
        auto mend = did_you_mean(nearest({roots.begin(), roots.end()}, root), "<", ">");
        if (!mend.empty()) mend += ' ';
        file.fault(file.root(), fmt::format("<{}> is no root element of a rule file", root),
                   mend + fmt::format("rule files hold one of: {}", fmt::join(roots, ", ")));
        build.names_are_complete = false;
    }
}

using Reader = void (*)(Build&, const XmlFile&);

void read_each(Build& build, const std::vector<XmlFile>& files, std::string_view root, Reader reader) {
    for (const auto& file : files)
        if (root == file.root().name()) reader(build, file);
}

}  // namespace

tl::expected<Catalogue, std::vector<Error>> load(const std::vector<RuleFile>& files) {
    Build build;
    const auto parsed = parse_all(files, build);
    check_roots(parsed, build);
    read_each(build, parsed, "sources", read_sources);
    read_each(build, parsed, "messages", read_messages);
    read_each(build, parsed, "findings", declare_findings);
    read_each(build, parsed, "lexicon", declare_readings);
    read_each(build, parsed, "lexicon", declare_terms);
    read_each(build, parsed, "lexicon", link_terms);
    close_terms(build);
    read_each(build, parsed, "lexicon", read_readings_and_cues);
    read_each(build, parsed, "extraction", read_markers);
    read_each(build, parsed, "findings", read_finding_patterns);
    read_each(build, parsed, "requirements", read_requirements);
    read_each(build, parsed, "profile", read_profile);
    read_each(build, parsed, "measured", read_measured);
    if (!build.faults.empty()) return tl::make_unexpected(build.faults.sorted());

    auto& catalogue = build.catalogue;
    std::sort(catalogue.requirements.begin(), catalogue.requirements.end(),
              [](const Requirement& a, const Requirement& b) { return a.id < b.id; });
    std::sort(catalogue.findings.begin(), catalogue.findings.end(),
              [](const FindingRule& a, const FindingRule& b) { return a.id < b.id; });
    catalogue.terms = std::move(build.vocabulary.terms);
    catalogue.term_ids = std::move(build.vocabulary.ids);
    catalogue.trie = build_trie(catalogue.terms);
    catalogue.word_keys = std::move(build.vocabulary.words.numbers);
    catalogue.index = index_of(catalogue);
    return std::move(catalogue);
}

}  // namespace boardcheck::catalogue
