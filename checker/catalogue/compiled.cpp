// A catalogue as bytes and back: which members each of its structs has.
#include "catalogue/archive.hpp"
#include "catalogue/catalogue.hpp"

namespace boardcheck::catalogue {

namespace {

/// T itself, when it is read into or written from.
template <typename Value, typename T>
concept Is = std::is_same_v<std::remove_const_t<Value>, T>;

}  // namespace

template <typename Archive, Is<Source> Value>
void members(Archive& archive, Value& source) {
    archive(source.id, source.title, source.number, source.publisher, source.date, source.other_dates, source.expected);
}
template <typename Archive, Is<Variant> Value>
void members(Archive& archive, Value& variant) {
    archive(variant.text, variant.exact, variant.from, variant.until, variant.when, variant.keys);
}
template <typename Archive, Is<Term> Value>
void members(Archive& archive, Value& term) {
    archive(term.id, term.label, term.properties, term.variants, term.shorts, term.broader, term.file, term.line);
}
template <typename Archive, Is<Reading> Value>
void members(Archive& archive, Value& reading) {
    archive(reading.id, reading.pro, reading.contra, reading.warning, reading.from, reading.reach);
}
template <typename Archive, Is<Node> Value>
void members(Archive& archive, Value& node) {
    archive(node.kind, node.term, node.low, node.high, node.distance, node.children);
}
template <typename Archive, Is<Pattern> Value>
void members(Archive& archive, Value& pattern) {
    archive(pattern.text, pattern.file, pattern.line, pattern.scope, pattern.negation, pattern.nodes, pattern.root,
            pattern.triggers);
}
template <typename Archive, Is<SourceReference> Value>
void members(Archive& archive, Value& reference) {
    archive(reference.source, reference.section, reference.pages);
}
template <typename Archive, Is<Facet> Value>
void members(Archive& archive, Value& facet) {
    archive(facet.id, facet.label, facet.patterns);
}
template <typename Archive, Is<Contradiction> Value>
void members(Archive& archive, Value& contradiction) {
    archive(contradiction.id, contradiction.why, contradiction.from, contradiction.until, contradiction.patterns);
}
template <typename Archive, Is<Reliability> Value>
void members(Archive& archive, Value& reliability) {
    archive(reliability.may_over_report, reliability.may_under_report, reliability.why);
}
template <typename Archive, Is<Measured> Value>
void members(Archive& archive, Value& measured) {
    archive(measured.papers, measured.there, measured.found, measured.wrong, measured.standing);
}
template <typename Archive, Is<Requirement> Value>
void members(Archive& archive, Value& requirement) {  // without examples
    archive(requirement.id, requirement.theme, requirement.title, requirement.statement, requirement.strength,
            requirement.confidence, requirement.most, requirement.reliability, requirement.measured,
            requirement.sources, requirement.values, requirement.patterns, requirement.facets,
            requirement.contradictions, requirement.overlaps, requirement.mend, requirement.file, requirement.line);
}
template <typename Archive, Is<Cue> Value>
void members(Archive& archive, Value& cue) {
    archive(cue.id, cue.voice, cue.time, cue.place, cue.weight, cue.patterns);
}
template <typename Archive, Is<Marker> Value>
void members(Archive& archive, Value& marker) {  // without examples
    archive(marker.name, marker.properties, marker.patterns, marker.file, marker.line);
}
template <typename Archive, Is<FindingRule> Value>
void members(Archive& archive, Value& rule) {  // without examples
    archive(rule.id, rule.family, rule.severity, rule.confidence, rule.from, rule.until, rule.across_papers,
            rule.patterns, rule.file, rule.line);
}
template <typename Archive, Is<FindingSeverity> Value>
void members(Archive& archive, Value& rule) {
    archive(rule.finding, rule.severity);
}
template <typename Archive, Is<SeverityRule> Value>
void members(Archive& archive, Value& rule) {
    archive(rule.standing, rule.strength, rule.requirement, rule.taken_up, rule.severity);
}
template <typename Archive, Is<Sign> Value>
void members(Archive& archive, Value& sign) {
    archive(sign.why, sign.weight, sign.where, sign.at_least, sign.purpose, sign.format, sign.patterns);
}
template <typename Archive, Is<Profile> Value>
void members(Archive& archive, Value& profile) {
    archive(profile.id, profile.title, profile.description, profile.signs, profile.themes, profile.exclusions,
            profile.severities, profile.finding_severities);
}
template <typename Archive, Is<Trie> Value>
void members(Archive& archive, Value& trie) {
    archive(trie.states, trie.edges, trie.ends);
}
template <typename Archive, Is<Catalogue> Value>
void members(Archive& archive, Value& catalogue) {
    archive(catalogue.sources, catalogue.terms, catalogue.readings, catalogue.patterns, catalogue.requirements,
            catalogue.cues, catalogue.markers, catalogue.findings, catalogue.profiles, catalogue.messages,
            catalogue.word_keys, catalogue.trie, catalogue.term_ids);
}

std::string to_bytes(const Catalogue& catalogue) {
    ArchiveWriter archive;
    members(archive, catalogue);
    return std::move(archive).take();
}

std::optional<Catalogue> from_bytes(std::string_view bytes) {
    ArchiveReader archive(bytes);
    Catalogue catalogue;
    members(archive, catalogue);
    if (!archive.good()) return {};
    catalogue.index = index_of(catalogue);
    return catalogue;
}

}  // namespace boardcheck::catalogue
