#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include "catalogue/readers.hpp"

namespace boardcheck::catalogue {

namespace {

/// The reading that an element's when= names.
std::optional<std::uint32_t> read_when(const Build& build, const XmlFile& file, pugi::xml_node node) {
    const auto when = node.attribute("when");
    if (!when) return {};
    const auto& readings = build.catalogue.readings;
    const auto found = std::find_if(readings.begin(), readings.end(),
                                    [&](const Reading& reading) { return reading.id == when.value(); });
    if (found != readings.end()) return static_cast<std::uint32_t>(found - readings.begin());
    std::vector<std::string_view> names;
    for (const auto& reading : readings) names.push_back(reading.id);
    unknown_name(build, file, node, "reading", when.value(), names);
    return {};
}

void read_variant(Build& build, const XmlFile& file, pugi::xml_node node, Term& term) {
    file.expect_attributes(node, {}, {"case", "from", "until", "when"});
    Variant variant;
    variant.text = file.words(node);
    variant.exact = file.choice<bool>(node, "case", {{"exact", true}, {"any", false}}).value_or(false);
    variant.from = file.date(node, "from");
    variant.until = file.date(node, "until");
    if (variant.from && variant.until && *variant.until < *variant.from)
        file.fault(node, fmt::format("<variant> \"{}\" ends before it begins", variant.text), "swap from= and until=");
    variant.when = read_when(build, file, node);
    if (variant.text.empty()) return;
    variant.keys = build.vocabulary.words.of(variant.text, variant.exact);
    if (variant.keys.empty())
        file.fault(node, fmt::format("<variant> \"{}\" has no words", variant.text), "write words, or take it out");
    else
        term.variants.push_back(std::move(variant));
}

void declare_term(Build& build, const XmlFile& file, pugi::xml_node node) {
    constexpr std::array<const char*, 14> properties{"structure", "names-place", "ask",     "voice", "kind",
                                                     "role",      "sense",       "purpose", "topic", "starts",
                                                     "heads",     "makes",       "general", "when"};
    file.expect_attributes(node, {"id"},
                           {"label", "broader", "structure", "names-place", "ask", "voice", "kind", "role", "sense",
                            "purpose", "topic", "starts", "heads", "makes", "general", "when"});
    file.expect_elements(node, {"variant", "short"});
    Term term;
    term.id = node.attribute("id").value();
    term.label = node.attribute("label").value();
    if (term.label.empty()) std::replace_copy(term.id.begin(), term.id.end(), std::back_inserter(term.label), '-', ' ');
    term.file = file.name();
    term.line = file.line(node);
    for (const auto* property : properties)
        if (const auto found = node.attribute(property)) term.properties.emplace(property, found.value());
    for (const char* property : {"names-place", "topic"})
        file.choice<bool>(node, property, {{"yes", true}, {"no", false}});
    file.date(node, "starts");
    for (const auto child : node.children("variant")) read_variant(build, file, child, term);
    for (const auto child : node.children("short")) {
        file.expect_attributes(child, {}, {});
        if (auto words = file.words(child); !words.empty()) term.shorts.push_back(std::move(words));
    }
    if (read_when(build, file, node) && !(term.variants.empty() && term.shorts.empty()))
        file.fault(node,
                   fmt::format("the term \"{}\" holds for whole papers, and cannot be mentioned as well", term.id),
                   "take when= out, or move the words to a term of their own");
    const auto known = build.vocabulary.find(term.id);
    if (known && build.vocabulary.built_in(*known)) {
        file.fault(node, fmt::format("the term \"{}\" is built in", term.id), "choose another id");
        return;
    }
    if (!file.well_formed_id(node, "id") || !build.claim(file, node, "term", term.id)) return;
    build.vocabulary.add(std::move(term));
}

/// The term, and every term that is broader than it or than one of these.
std::vector<TermId> closure(Build& build, TermId id, std::vector<bool>& has_narrower) {
    const auto& terms = build.vocabulary.terms;
    std::vector<TermId> out{id};
    std::vector<bool> seen(terms.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
        for (const auto broader : terms[out[i]].broader) {
            if (broader == id && !build.vocabulary.built_in(id))
                build.faults.add({terms[id].file, terms[id].line,
                                  fmt::format("the term \"{}\" is broader than itself, by way of \"{}\"", terms[id].id,
                                              terms[out[i]].id),
                                  "take one of the two out of the other's broader="});
            if (broader == id || seen[broader]) continue;
            seen[broader] = true;
            has_narrower[broader] = true;
            out.push_back(broader);
        }
    }
    return out;
}

std::vector<PatternId> read_side(Build& build, const XmlFile& file, pugi::xml_node reading, const char* side) {
    std::vector<PatternId> out;
    for (const auto node : reading.children(side)) {
        file.expect_attributes(node, {}, {});
        file.expect_elements(node, {"pattern"});
        const auto more = read_patterns(build, file, node);
        out.insert(out.end(), more.begin(), more.end());
    }
    return out;
}

void read_cue(Build& build, const XmlFile& file, pugi::xml_node node) {
    file.expect_attributes(node, {"id"}, {"voice", "time", "in", "weight"});
    file.expect_elements(node, {"pattern"});
    Cue cue;
    cue.id = node.attribute("id").value();
    cue.voice = file.choice<Voice>(node, "voice", {{"local", Voice::local}, {"national", Voice::national}});
    cue.time = file.choice<Time>(node, "time", {{"planned", Time::planned}, {"done", Time::done}});
    cue.place =
        file.choice<Place>(node, "in",
                           {{"sentence", Place::sentence}, {"heading", Place::heading}, {"paper", Place::paper}})
            .value_or(Place::sentence);
    if (!node.attribute("voice") && !node.attribute("time"))
        file.fault(node, fmt::format("the cue \"{}\" speaks for no voice and no time", cue.id),
                   "give it voice=\"local\" or \"national\", or time=\"planned\" or \"done\"");
    cue.weight = file.whole_number(node, "weight", 1, heaviest).value_or(1);
    if (file.well_formed_id(node, "id")) build.claim(file, node, "cue", cue.id);
    cue.patterns = read_patterns(build, file, node);
    build.catalogue.cues.push_back(std::move(cue));
}

std::vector<std::string_view> message_names(const Catalogue& catalogue) {
    std::vector<std::string_view> names;
    for (const auto& [id, text] : catalogue.messages) names.push_back(id);
    return names;
}

}  // namespace

void declare_readings(Build& build, const XmlFile& file) {
    for (const auto node : file.root().children("reading")) {
        file.expect_attributes(node, {"id"}, {"warning", "from", "reach"});
        file.expect_elements(node, {"for", "against"});
        const std::string id = node.attribute("id").value();
        if (!file.well_formed_id(node, "id") || !build.claim(file, node, "reading", id)) continue;
        const std::string warning = node.attribute("warning").value();
        if (!warning.empty() && !build.catalogue.messages.contains(warning))
            unknown_name(build, file, node, "message", warning, message_names(build.catalogue));
        Reading reading{id, {}, {}, warning, file.date(node, "from"), {}};
        if (const auto reach = file.whole_number(node, "reach", 0, farthest_reach))
            reading.reach = static_cast<std::uint32_t>(*reach);
        build.catalogue.readings.push_back(std::move(reading));
    }
}

void declare_terms(Build& build, const XmlFile& file) {
    file.expect_attributes(file.root(), {}, {});
    file.expect_elements(file.root(), {"term", "reading", "cue"});
    for (const auto node : file.root().children("term")) declare_term(build, file, node);
}

void link_terms(Build& build, const XmlFile& file) {
    for (const auto node : file.root().children("term")) {
        const auto id = build.vocabulary.find(node.attribute("id").value());
        if (!id || build.vocabulary.built_in(*id)) continue;
        auto& term = build.vocabulary.terms[*id];
        if (term.file != file.name() || term.line != file.line(node)) continue;  // a second one of this id
        for (const auto& name : split(node.attribute("broader").value())) {
            if (const auto broader = build.vocabulary.find(name))
                term.broader.push_back(*broader);
            else
                unknown_name(build, file, node, "term", name, build.vocabulary.names());
        }
    }
}

void close_terms(Build& build) {
    auto& terms = build.vocabulary.terms;
    std::vector<bool> has_narrower(terms.size());
    std::vector<std::vector<TermId>> closures(terms.size());
    for (TermId id = 0; id < terms.size(); ++id) closures[id] = closure(build, id, has_narrower);
    for (TermId id = 0; id < terms.size(); ++id) {
        auto& term = terms[id];
        term.broader = std::move(closures[id]);
        const bool mentioned =
            !term.variants.empty() || !term.shorts.empty() || has_narrower[id] || term.properties.contains("when");
        if (!mentioned && !build.vocabulary.built_in(id) && build.names_are_complete)
            build.faults.add({term.file, term.line, fmt::format("the term \"{}\" cannot be mentioned", term.id),
                              "give it a <variant>, or name it as broader in another term"});
    }
    build.vocabulary.weigh();
}

void read_readings_and_cues(Build& build, const XmlFile& file) {
    for (const auto node : file.root().children("reading")) {
        const std::string_view id = node.attribute("id").value();
        for (auto& reading : build.catalogue.readings) {
            if (reading.id != id || !reading.pro.empty()) continue;
            if (!node.child("for"))
                file.fault(node, fmt::format("the reading \"{}\" has no <for>", id),
                           "add <for><pattern>...</pattern></for>");
            reading.pro = read_side(build, file, node, "for");
            reading.contra = read_side(build, file, node, "against");
        }
    }
    for (const auto node : file.root().children("cue")) read_cue(build, file, node);
}

void read_markers(Build& build, const XmlFile& file) {
    file.expect_attributes(file.root(), {}, {});
    file.expect_elements(file.root(), {"marker"});
    for (const auto node : file.root().children("marker")) {
        file.expect_elements(node, {"pattern", "match", "near-miss"});
        Marker marker;
        for (const auto attribute : node.attributes()) {
            if (std::string_view(attribute.name()) == "name")
                marker.name = attribute.value();
            else if (!marker.properties.emplace(attribute.name(), attribute.value()).second)
                file.fault(node, fmt::format("<marker> has the attribute \"{}\" twice", attribute.name()),
                           "keep one of them");
        }
        if (marker.name.empty())
            file.fault(node, "<marker> has no attribute \"name\"", "write <marker name=\"...\">");
        else
            file.well_formed_id(node, "name");
        marker.patterns = read_patterns(build, file, node);
        marker.examples = read_plain_examples(file, node, fmt::format("the marker {}", marker.name));
        marker.file = file.name();
        marker.line = file.line(node);
        build.catalogue.markers.push_back(std::move(marker));
    }
}

}  // namespace boardcheck::catalogue
